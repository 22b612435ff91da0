"""The words of the trade: frozen values, no input or output, standard library only."""
