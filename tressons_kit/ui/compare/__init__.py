"""The page that sets fiches side by side."""
