"""The widgets of ours that a form may name."""

from __future__ import annotations

from bali_desk.gui.tables import RecordView
from bali_desk.gui.widgets import DayBar, GrowingEdit, Seats, Stamp

PROMOTED = (DayBar, GrowingEdit, RecordView, Seats, Stamp)
