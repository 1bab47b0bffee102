"""What the pictures show, by part of the window."""
