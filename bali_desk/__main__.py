"""The front door: a command runs without a window; anything else opens one."""

from __future__ import annotations

import argparse
import atexit
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from bali_desk import cli


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if cli.is_command(given):
        if arguments is None:
            _leave_rubbish()
        return cli.main(given)
    options = _window_options(given)
    from bali_desk.front_door import open_window

    return open_window(options.desk, sample=options.sample)


def _leave_rubbish() -> None:
    """Let Python not search its objects for rubbish: a command is over before any piles up, and the search costs more.

    A tenth to a quarter of the time of a command, with hardly more memory; at the end everything goes at once.
    """
    gc.disable()
    atexit.register(gc.freeze)


def _window_options(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bali-desk", usage="bali-desk [DESK] [--sample] | bali-desk COMMAND ...")
    parser.add_argument("desk", nargs="?", type=Path)
    parser.add_argument("--sample", action="store_true")
    options = parser.parse_args(given)
    desk: Path | None = options.desk
    if desk is not None and not desk.exists() and desk.name == str(desk) and not desk.suffix:
        parser.error(f"there is no command and no desk “{desk}”")
    return options


if __name__ == "__main__":
    sys.exit(main())
