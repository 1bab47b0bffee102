"""The decisions and actions of all meetings: what is shown and done."""
