"""Templates checked beside the window: each once for as long as its file stays the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.ask import Jobs, Progress, Running
from bali_desk.presenters.meetings.sample import sample_record
from bali_desk.presenters.templates.own import OwnTemplates, Signature, signature

if TYPE_CHECKING:
    from bali_desk.documents.template_check import Report
    from bali_desk.documents.template_fields import Field
    from bali_desk.domain.record import Record


class Checker:
    """What came of every check, and the fields of every document that was looked at."""

    def __init__(self, own: OwnTemplates, jobs: Jobs) -> None:
        self._own, self._jobs = own, jobs
        self._outcomes: dict[tuple[str, str], tuple[Signature, Report | DeskError]] = {}
        self._fields: dict[str, list[Field]] = {}
        self._sample: Record | None = None
        self._running: Running | None = None
        self._left = False

    def leave(self) -> None:
        """Nobody wants to know any more."""
        self._left = True
        if self._running is not None:
            self._running.cancel()

    def outcome(self, document: str, name: str) -> Report | DeskError | None:
        """The report on a template, or why it is no Word file; None while it is not checked."""
        told = self._outcomes.get((document, name))
        return told[1] if told is not None else None

    def report(self, document: str, name: str) -> Report | None:
        """The report on a template; one of a single fault for what is no Word file."""
        from bali_desk.documents.template_check import Report
        from bali_desk.documents.templates.faults import TemplateFault

        outcome = self.outcome(document, name)
        if isinstance(outcome, DeskError):
            return Report(faults=[TemplateFault("Whole file", "", str(outcome))])
        return outcome

    def fields(self, document: str) -> list[Field]:
        """The fields of a document with examples of the sample meeting; none while they are not known."""
        return self._fields.get(document, [])

    def sample(self) -> Record:
        """The sample meeting, read once; slow, so it is called beside the window."""
        if self._sample is None:
            self._sample = sample_record()
        return self._sample

    def forget(self, document: str) -> None:
        """Check the templates of a document anew."""
        for key in [one for one in self._outcomes if one[0] == document]:
            del self._outcomes[key]

    def waiting(self, document: str, first: str) -> list[tuple[str, Signature]]:
        """The templates of a document that were not checked as they are now, `first` before the others."""
        known = {name: told[0] for (of, name), told in self._outcomes.items() if of == document}
        every = ["", *self._own.names(document)]
        now = [(name, signature(self._own.path(document, name))) for name in every]
        return sorted((one for one in now if known.get(one[0]) != one[1]), key=lambda one: one[0] != first)

    def check(self, document: str, first: str, then: Callable[[], None]) -> None:
        """Check beside the window what was not checked as it is now."""
        waiting = self.waiting(document, first)
        if not waiting and document in self._fields:
            return

        def work(progress: Progress) -> tuple[dict[str, Report | DeskError], list[Field]]:
            from bali_desk.documents.template_fields import fields

            made: dict[str, Report | DeskError] = {}
            for number, (name, _as_it_is) in enumerate(waiting):
                progress.step(number, len(waiting) + 1)
                made[name] = _checked(document, self._own.path(document, name))
            return made, self._fields.get(document) or fields(document, self.sample())

        def done(told: tuple[dict[str, Report | DeskError], list[Field]]) -> None:
            for name, as_it_was in waiting:
                self._outcomes[document, name] = (as_it_was, told[0][name])
            self._fields[document] = told[1]
            if not self._left:
                then()

        self._running = self._jobs.run(work, done, _ours)


def _checked(document: str, path: Path) -> Report | DeskError:
    from bali_desk.documents.template_check import check_template

    try:
        return check_template(document, path)
    except DeskError as error:
        return error


def _ours(error: Exception) -> None:
    raise error
