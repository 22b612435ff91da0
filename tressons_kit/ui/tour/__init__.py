"""The tour: three screens in a card over the home page."""
