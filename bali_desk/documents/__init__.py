"""WRITING it: templates, Word files, layout, PDF."""
