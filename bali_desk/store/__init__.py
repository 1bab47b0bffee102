"""KEEPING it: the desk, its undo history, migrations, backups."""
