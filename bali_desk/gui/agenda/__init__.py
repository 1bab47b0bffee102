"""The agenda: as the window shows it."""
