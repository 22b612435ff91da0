"""Folders of any number of fiches that look real to the compiler and to the search.

Deterministic: the same repository, number and seed give the same bytes.
"""
