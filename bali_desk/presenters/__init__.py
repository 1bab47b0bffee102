"""DECIDING what each screen shows and does; nothing here knows Qt."""
