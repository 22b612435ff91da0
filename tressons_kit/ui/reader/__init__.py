"""Reading one fiche."""
