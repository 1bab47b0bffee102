"""What an officer can mend, told in her words; every other exception is ours."""


class DeskError(Exception):
    """One clear sentence that names the place and what to do about it."""
