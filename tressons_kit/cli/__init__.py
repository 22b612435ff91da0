"""The command line: thin modules over the services, no Qt but to open the window."""
