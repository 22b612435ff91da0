"""The page « Glossaire »."""
