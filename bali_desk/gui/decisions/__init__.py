"""The decisions and actions of all meetings: as the window shows them."""
