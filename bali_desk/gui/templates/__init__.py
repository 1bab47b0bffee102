"""The officer's own Word templates: as the window shows them."""
