"""Importing registrations: the sheet and its columns, the rows and what is done with each, and what came of it."""
