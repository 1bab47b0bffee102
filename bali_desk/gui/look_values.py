"""The values of the look: colours by use, sizes, names of icons. Only `look.py` reads them."""

from __future__ import annotations

COLOURS = {  # name: (light, dark)
    # Grounds
    "page": ("#FFFFFF", "#1E2326"),  # where one reads and types: tables, forms, the sheet of paper
    "panel": ("#F5F7F7", "#23292C"),  # what accompanies the page: sources, checks, options
    "side": ("#E9EDED", "#181C1F"),  # the frame: side list and foot bar
    "well": ("#DFE5E5", "#14181A"),  # what a sheet of paper lies on
    "paper": ("#FFFFFF", "#25292B"),
    "hover": ("#F0F3F4", "#272D31"),
    "chosen": ("#D7E7EF", "#27465A"),  # selected row where the keyboard is
    "chosen_idle": ("#E3E9EB", "#313A3F"),  # selected row elsewhere
    "error_tint": ("#FCEBE9", "#43231F"),
    "warning_tint": ("#FDF1D8", "#3B301A"),
    "good_tint": ("#E5F2E8", "#1F3526"),
    "private_tint": ("#F2EDF8", "#2F2839"),  # chairs' notes, run sheet: never leaves the house
    "both_tint": ("#FDEEE2", "#40291A"),
    # Lines
    "line": ("#D8DEDF", "#384145"),  # between parts
    "hair": ("#EAEEEE", "#2B3235"),  # between rows
    "edge": ("#7C8991", "#75828A"),  # border of what can be typed in or pressed
    # Inks
    "ink": ("#1B2327", "#E3E8EA"),
    "soft": ("#526068", "#AAB6BC"),  # labels, second lines, table heads
    "off": ("#98A3A8", "#66727A"),  # disabled text only
    "accent": ("#155B7C", "#74B7D8"),  # pressable, chosen, focused
    "accent_deep": ("#0F4660", "#94CBE6"),  # the same under the pointer
    "on_accent": ("#FFFFFF", "#0B2330"),
    "error": ("#B3261E", "#FF9489"),
    "warning": ("#845400", "#EDBB61"),
    "good": ("#27693B", "#83CB97"),
    "private": ("#5D3D80", "#C9AEEB"),
    "edited": ("#1C57A8", "#8FBDFA"),  # she changed what the record gave
    "own": ("#27693B", "#83CB97"),  # she wrote it
    "both": ("#A8480A", "#F7A168"),  # record and hand both changed
    "stamp": ("#A3195B", "#F288B8"),  # draft ink; nothing but the stamp has it
    "paper_ink": ("#1A1A1A", "#E6E4DF"),
}

SIZES = {"small": 0.9, "body": 1.0, "lead": 1.15, "tick": 1.3, "title": 1.5, "hero": 2.1}  # times the officer's size

STAGE_INKS = {"plan": "soft", "draft": "stamp", "circulated": "edited", "final": "good"}
ATTENDANCE_INKS = {
    "expected": "soft",
    "present": "good",
    "excused": "warning",
    "absent": "error",
    "replaced": "private",
}
DECISION_INKS = {"in force": "edited", "implemented": "good", "superseded": "soft"}
ACTION_INKS = {"open": "edited", "done": "good", "superseded": "soft"}
DUE_INKS = {"overdue": "error", "soon": "warning"}  # by how an action stands
VERDICT_INKS = {"new": "good", "known": "soft", "changed": "edited", "doubtful": "warning", "wrong": "error"}
VERDICT_ICONS = {"new": "own", "known": "equal", "changed": "edited", "doubtful": "question", "wrong": "error"}
PLAN_DOTS = {"open": "soft", "carried over": "soft", "done": "good"}  # of a line of the work plan, by how it stands

# Heights at ten points; all pass through Look.px().
ROW, ROW_AGENDA, ROW_PERSON, ROW_TWO, ROW_TICK = 30, 28, 32, 46, 44
HEAD, BAR, FOOT, FIELD = 30, 48, 28, 30

RADIUS = 4
ICON = 16

ICONS = {  # one family: Phosphor regular; `-fill` only for a state that holds
    "action": "flag",
    "add": "plus",
    "again": "arrows-clockwise",
    "arrow": "arrow-right",
    "attached": "paperclip",
    "back": "caret-left",
    "book": "book-open",
    "both": "git-merge",
    "break": "coffee",
    "close": "x",
    "copy": "copy",
    "decisions": "scales",
    "delete": "trash",
    "done": "check-circle-fill",
    "down": "caret-down",
    "drag": "dots-six-vertical",
    "edited": "pencil-simple",
    "equal": "equals",
    "error": "warning-circle-fill",
    "export": "export",
    "find": "magnifying-glass",
    "import": "upload-simple",
    "language": "quotes",
    "mail": "envelope-simple",
    "meeting": "calendar-blank",
    "more": "dots-three",
    "move_down": "arrow-down",
    "move_up": "arrow-up",
    "next": "caret-right",
    "ok": "check",
    "open": "folder-open",
    "options": "sliders-horizontal",
    "own": "plus-circle",
    "pages": "columns",
    "paper": "file-text",
    "part": "circle-half",
    "pdf": "file-pdf",
    "person": "user",
    "persons": "user-list",
    "plan": "path",
    "print": "printer",
    "private": "lock-simple",
    "question": "question",
    "saved": "check",
    "star": "star-four",
    "tick": "list-numbers",
    "todo": "circle",
    "undo": "arrow-u-up-left",
    "warning": "warning-fill",
    "word": "file-text",
}

MARKS = {"down": "M4 6l4 4 4-4", "up": "M4 10l4-4 4 4", "tick": "M3.5 8.5l3 3 6-7"}  # what a style sheet takes as files
