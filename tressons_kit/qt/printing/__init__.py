"""Fiches on paper: laid out once as one long column, cut into pages where nothing is lost, painted."""
