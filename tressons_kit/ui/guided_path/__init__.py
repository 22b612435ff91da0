"""The path for newcomers: which fiche comes next, and the bar that leads to it."""
