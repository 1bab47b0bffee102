"""Numbers of things in words."""


def some(number: int, thing: str) -> str:
    """A number of things: "1 item", "3 items"."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
