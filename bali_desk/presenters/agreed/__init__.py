"""Agreed language: earlier wording read in, found and used again."""
