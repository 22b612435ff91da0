"""Every component of the window in every state, for developers (`tressons-kit --galerie`)."""
