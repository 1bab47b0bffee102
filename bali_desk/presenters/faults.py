"""What is wrong in a form, and where."""

from __future__ import annotations

from bali_desk.domain.errors import DeskError


class WrongField(DeskError):
    """One field of a form cannot be kept as it is; the sentence stands beside it."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
