"""The Co-Chairs' text: as the window shows it."""
