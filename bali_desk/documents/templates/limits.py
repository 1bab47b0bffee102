"""How much a template may ask for before it is refused."""

MOST_STEPS = 200_000  # through all loops together
MOST_OUTPUT = 20_000_000  # characters of a rendered part
MOST_WORK = 20_000_000  # parts of the template gone through in loops; what is put together or looked through
WORK_OF_ITEM = 8  # of a list that is sorted, picked from or compared, or of a value, where a letter of a text is 1
LONGEST_TEXT = 1_000_000  # characters of one value
LARGEST_NUMBER = 10**15


class TooMuch(Exception):
    """The template asks for more than any meeting's document holds."""


class Unfit(Exception):
    """A filter was given what it cannot work on; the message says so in an officer's words."""
