"""The steps that bring an older desk up to today's tables, run by Alembic from inside the package."""
