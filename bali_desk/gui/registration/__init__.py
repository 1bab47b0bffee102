"""Importing registrations in three steps: as the window shows it."""
