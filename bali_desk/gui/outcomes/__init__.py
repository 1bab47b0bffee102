"""What the meeting did with each item: as the window shows it."""
