"""The officer's own Word templates: what is shown and done."""
