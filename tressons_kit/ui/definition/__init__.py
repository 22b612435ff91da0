"""A term of the glossary, shown over any page."""
