"""Everything that goes out as a file: what is shown and done."""
