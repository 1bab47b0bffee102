"""The page Work plan: the plan over the meetings, mandates from above, recommendations upward."""
