"""What settings and help are made of: sections, chosen in a list on the left."""
