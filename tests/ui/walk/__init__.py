"""Walks every page and dialog of the window as somebody does who has no mouse."""
