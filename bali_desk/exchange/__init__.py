"""MOVING it: meeting files in and out."""
