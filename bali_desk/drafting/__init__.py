"""SAYING it: recorded outcomes become the blocks of a statement."""
