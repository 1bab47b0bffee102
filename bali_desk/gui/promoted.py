"""The widgets that a form may name beyond those the form reader knows by itself."""

from __future__ import annotations

from bali_desk.gui.meetings.meetings_list import MeetingsList
from bali_desk.gui.pictures import DayBar, Seats, StepLine
from bali_desk.gui.tables import RecordView
from bali_desk.gui.tabs import Tabs
from bali_desk.gui.widgets import GrowingEdit, Hint, Stamp, WordsEdit

PROMOTED = (DayBar, GrowingEdit, Hint, MeetingsList, RecordView, Seats, Stamp, StepLine, Tabs, WordsEdit)
