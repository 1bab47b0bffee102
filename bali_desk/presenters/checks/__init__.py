"""What the draft checks find in a statement, and what the officer does about it."""
