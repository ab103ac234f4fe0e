"""Deadlines of funding calls, as their sources told them."""

__version__ = "0.1.0"
