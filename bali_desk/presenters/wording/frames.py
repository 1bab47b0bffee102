"""The frames of a statement style in plain words, in the order in which a statement uses them."""

from __future__ import annotations

# frame: what it is called, and when the statement uses it
IN_WORDS = {
    "title": ("Title", "What the document is called."),
    "title_one_chair": ("Title, one chair", "What the document is called where one chair alone presides."),
    "subtitle": ("Subtitle", "Which meeting it is."),
    "place_date": ("Place and date", "Where and when, in the title block."),
    "place_date_virtual": ("Place and date, online", "The same for a virtual meeting."),
    "heading_opening": (
        "Heading of the opening",
        "Above the first paragraph; nothing where the style has no headings.",
    ),
    "opening": ("Opening", "The first sentence: who met, when and where."),
    "opening_virtual": ("Opening, online", "The first sentence of a virtual meeting."),
    "chair": ("One of the chairs", "How each chair is named wherever the text lists them."),
    "attendance": ("Attendance", "Who chaired, and how many came."),
    "attendance_one_chair": ("Attendance, one chair", "The same where one chair alone presides."),
    "heading": ("Heading of an item", "Above each agenda item; nothing where the style has no headings."),
    "presentation": ("Presentation", "Something was heard, discussed or presented; no position."),
    "reception": ("Reception", "How it was received: noted, welcomed, encouraged, requested …"),
    "decision": ("Decision", "What was agreed, decided, endorsed or adopted."),
    "decision_apart": (
        "Decision on its own line",
        "Lifts each decision out of the text; nothing leaves it in its place.",
    ),
    "priorities": ("Before a list", "The words before priorities or other points."),
    "joined": ("Two sentences in one", "A second thing the same subject did, joined to the first."),
    "recommended": ("Recommended to", "Added where an outcome goes to a higher body."),
    "recommended_decision": (
        "Recommended for decision",
        "The same where the outcome says “for endorsement” or the like.",
    ),
    "papers": ("Papers", "Added where an outcome rests on papers."),
    "fulfils": ("Work plan fulfilled", "Added where an outcome completes lines of the work plan."),
    "fulfils_again": ("Work plan fulfilled again", "The same from the second time on."),
    "heading_other": ("Heading of other outcomes", "Above outcomes that belong to no agenda item."),
    "heading_closing": ("Heading of the end", "Above next steps, next meeting and thanks."),
    "action": ("Next step", "Who will do what, and by when."),
    "next_meeting": ("Next meeting", "Where and when the body meets again."),
    "thanks": ("Thanks to the host", "Where no outcome has thanked the host already."),
    "thanks_virtual": ("Thanks, online", "The same for a virtual meeting."),
}
