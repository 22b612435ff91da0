"""From a kit to answers: opening, reading, searching, filtering."""
