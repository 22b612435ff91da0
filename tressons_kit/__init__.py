"""The TRESSONS kit: a French offline knowledge kit on the social economy in rural areas."""

__version__ = "0.1.0"
