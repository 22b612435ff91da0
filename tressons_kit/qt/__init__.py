"""Qt without widgets: background work."""
