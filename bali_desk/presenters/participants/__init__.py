"""Delegations, participants and who came: what is shown and done."""
