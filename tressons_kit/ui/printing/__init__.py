"""Printing a fiche from the window, or saving it as a PDF."""
