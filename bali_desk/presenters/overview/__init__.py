"""The facts of a meeting and the road to its final text: what is shown and done."""
