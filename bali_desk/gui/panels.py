"""Panels beside a page: as wide as they should be where there is room, narrower where there is little."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget


def between(panel: QWidget, least: int, most: int) -> None:
    """Let a panel shrink to `least`; it never grows beyond `most`."""
    panel.setMinimumWidth(least)
    panel.setMaximumWidth(most)
    panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
