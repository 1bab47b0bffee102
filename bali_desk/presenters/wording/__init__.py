"""The wording of a body's statements: what is shown and done."""
