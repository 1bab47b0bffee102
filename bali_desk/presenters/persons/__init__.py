"""The directory of persons across meetings: what is shown and done."""
