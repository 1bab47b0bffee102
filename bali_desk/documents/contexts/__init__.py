"""What each document is told of the record: plain data under names a template's author understands."""
