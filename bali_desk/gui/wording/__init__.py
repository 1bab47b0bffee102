"""The wording of a body's statements."""
