"""Everything that goes out as a file: as the window shows it."""
