"""SHOWING it: the only floor that imports PySide6."""
