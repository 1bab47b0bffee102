"""The facts of a meeting and the road to its final text: as the window shows it."""
