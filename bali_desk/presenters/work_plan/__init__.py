"""The work plan of a body over its meetings, mandates from above and recommendations upward: what is shown and done."""
