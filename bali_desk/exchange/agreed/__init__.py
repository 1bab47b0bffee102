"""Earlier statements read in from Word, PDF and text files, so that their language can be found again."""
