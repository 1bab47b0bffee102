"""Bali Desk: prepare an intergovernmental meeting offline, from its agenda to the Co-Chairs' statement."""

__version__ = "0.1.0"
