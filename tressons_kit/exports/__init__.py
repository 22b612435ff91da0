"""A fiche on its way out of the kit: what is printed, saved, handed over. Plain Python, no Qt."""
