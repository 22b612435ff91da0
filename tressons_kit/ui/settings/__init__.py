"""The settings: kept searches, searches without an answer, how to search."""
