"""The findings of the draft checks, beside the text."""
