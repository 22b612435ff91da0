"""The page « Accueil »: what the kit holds, where to begin, what was read last."""
