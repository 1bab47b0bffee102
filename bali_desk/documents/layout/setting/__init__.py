"""Where everything stands: words on lines, lines in boxes, boxes on pages."""
