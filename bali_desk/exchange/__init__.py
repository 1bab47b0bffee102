"""MOVING it: meeting files in and out, sheets and calendars."""
