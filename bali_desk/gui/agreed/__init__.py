"""The page Agreed language, and the panel of that name beside the statement."""
