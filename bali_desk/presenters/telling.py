"""What the officer can mend is told to her, wherever she asked for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from bali_desk.domain.errors import DeskError

Given = ParamSpec("Given")
Presenter = TypeVar("Presenter")
Answer = TypeVar("Answer")


def told(
    method: Callable[Concatenate[Presenter, Given], Answer],
) -> Callable[Concatenate[Presenter, Given], Answer | None]:
    """An action of a presenter: a DeskError in it is told by its `_ask`, and the action is not done."""

    @wraps(method)
    def acting(presenter: Presenter, /, *given: Given.args, **named: Given.kwargs) -> Answer | None:
        try:
            return method(presenter, *given, **named)
        except DeskError as error:
            ask: Any = presenter._ask  # type: ignore[attr-defined]
            ask.fail(str(error))
            return None

    return acting
