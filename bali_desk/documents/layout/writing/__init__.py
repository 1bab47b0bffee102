"""What was set, as a PDF: text and rules painted, fonts and pictures put in, the structure told."""
