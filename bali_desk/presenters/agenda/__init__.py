"""The agenda: what is shown and done."""
