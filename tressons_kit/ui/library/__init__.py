"""The page « Bibliothèque »: search results, filters, and a place for the reader."""
