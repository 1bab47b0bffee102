"""What the meeting did with each item: what is shown and done."""
