"""From a folder of fiches to a kit: reading, checking, rendering, writing."""
