"""WHAT a meeting is: models, rules, errors."""
