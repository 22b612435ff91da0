"""What every feature stands on; each module has one subject."""
