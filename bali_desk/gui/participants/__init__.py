"""Delegations, participants and who came: as the window shows it."""
