"""The help: keys, tour, what the program is and is made of."""
