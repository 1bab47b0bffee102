"""The directory of persons across meetings: as the window shows it."""
