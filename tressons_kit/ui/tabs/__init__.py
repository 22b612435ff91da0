"""The fiches kept open, as tabs above the reader."""
