"""The Co-Chairs' text: what is shown and done."""
