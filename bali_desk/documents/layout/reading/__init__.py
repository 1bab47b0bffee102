"""What a Word file says: its parts, styles and numbers taken together into paragraphs and tables."""
