"""Pictures of every page and state of the window, to be looked at one by one (`make galerie`)."""
