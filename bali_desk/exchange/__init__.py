"""MOVING it: meeting files in and out, registration sheets in."""
