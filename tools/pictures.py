"""Takes a picture of every page and dialog, light and dark: `python tools/pictures.py [scene ...]`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtWidgets import QApplication
from scenes import follow_up, meeting, people, templates, text, work_plan
from scenes.stage import PICTURES, Stage

from bali_desk.gui.look import Look
from bali_desk.gui.print_face import know_every_script

SCENES = {
    scene.__name__: scene
    for scene in (
        meeting.empty, meeting.overview, meeting.overview_coming, meeting.agenda, people.participants, people.tick_in,
        people.registration, text.outcomes, text.outcome_typed, text.statement, text.spelling, text.checks,
        text.versions, text.agreed, text.wording, follow_up.decisions, work_plan.work_plan, meeting.documents,
        templates.templates, meeting.dialogs,
    )
}  # fmt: skip


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    app = QApplication.instance() or QApplication([])
    know_every_script()
    look = Look(app, family="Noto Sans")  # the same face on every machine that takes the pictures
    for name in sys.argv[1:] or SCENES:
        stage = Stage(look)
        SCENES[name](stage)
        stage.strike()


if __name__ == "__main__":
    main()
