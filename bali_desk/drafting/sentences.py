"""What one outcome reads: subject, verb and matter in a sentence, with what the record adds to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bali_desk.domain.disclosure import public_outcomes
from bali_desk.domain.models import Outcome
from bali_desk.domain.record import Record
from bali_desk.drafting.facts import main_actor, meeting_fields, moment, series, spoken_name, with_article
from bali_desk.drafting.frames import begun
from bali_desk.drafting.markup import escaped
from bali_desk.drafting.series import taken_apart
from bali_desk.drafting.verbs import DECISION, folded
from bali_desk.drafting.wording import Style, load_style
from bali_desk.drafting.words import Words

_CLOSING = "\"'”’)]*»"  # what may stand behind a full stop
_BLANKS = re.compile(r"[ \t\r\n]+")  # a no-break space is kept: somebody put it there
_STOP = re.compile(r"(\S+)\.(?=[*”’)\"']*\s+[\W_]*[A-Z])")


@dataclass(frozen=True)
class Parts:
    """A sentence still in its parts, so that "also" can go in and two can be joined."""

    subject: str
    verb: str
    text: str
    handle: str = ""

    @property
    def actor(self) -> str:
        """The subject to compare with that of another sentence."""
        return folded(self.subject).removeprefix("the ")


def sentence(outcome: Outcome, style: Style | None = None, record: Record | None = None) -> str:
    """What one outcome will read, its points behind it; with the record, papers and the higher body are told too."""
    style = style or load_style()
    parts, points = told_as(outcome, style, record)
    if points:
        return " ".join([lead_in(spoken(parts, style, "priorities"), style), *listed(points, style)])
    return stopped(spoken(parts, style))


def sentence_of(subject: str, verb: str, text: str, style: Style | None = None) -> str:
    """What a subject, a verb and a matter will read while they are still being typed."""
    style = style or load_style()
    return stopped(spoken(Parts(with_article(subject, style.words), verb.strip(), unstopped(text)), style))


def told_as(outcome: Outcome, style: Style, record: Record | None = None) -> tuple[Parts, list[str]]:
    """The parts of an outcome's sentence, and the points of the list that follows it, bare; few points go into it."""
    points = [point for point in (_point(point) for point in outcome.points) if point]
    if len(points) > 1:
        points[-1] = points[-1].removeprefix(f"{style.words.and_} ")  # the house says whether it is said
    if len(points) >= max(style.rules.list_from, 1):
        return parts_of(outcome, style, record), points
    parts = parts_of(outcome, style, record)
    if points:
        said = f"{parts.text.rstrip(' .,;:')}: {series(points, style.words)}".removeprefix(": ")
        return replace(parts, text=said), []
    apart = taken_apart(unstopped(outcome.text), style.rules.series_from, style.words)
    return (parts_of(outcome, style, record, apart[0]), apart[1]) if apart else (parts, [])


def parts_of(outcome: Outcome, style: Style, record: Record | None = None, text: str | None = None) -> Parts:
    """The parts of an outcome's sentence, with the papers and the higher body the record names.

    A `text` takes the place of the outcome's own.
    """
    text = unstopped(outcome.text if text is None else text)
    if record is None:
        subject = with_article(outcome.subject, style.words) or style.ladder.actors["meeting"][0]
    else:
        text = _with_papers(_with_higher_body(text, outcome, record, style), outcome, record, style)
        subject = spoken_name(outcome.subject, record, style)
        if not subject and (outcome.verb or not text):  # words without subject and verb are a sentence of their own
            subject = main_actor(record, style)
    return Parts(subject, (outcome.verb or "").strip(), text, outcome.handle)


def spoken(parts: Parts, style: Style, frame: str = "") -> str:
    """The parts in one sentence, without its full stop; in this frame, or in that of its verb's strength."""
    fields = {"subject": parts.subject, "verb": parts.verb, "text": parts.text}
    frame = frame or frame_of(style.ladder.strength(parts.verb))
    said = style.fill(frame, fields) or " ".join(part for part in fields.values() if part)
    return begun(said)


def frame_of(strength: int | None) -> str:
    """Which frame a verb of this strength fills: presentation, reception or decision."""
    if strength == 0:
        return "presentation"
    return "decision" if strength is not None and strength >= DECISION else "reception"


def with_also(verb: str, words: Words) -> str:
    """The verb with "also" where it belongs: "also heard", "will also work"."""
    first, _, rest = verb.partition(" ")
    if first.casefold() in words.auxiliaries:
        return f"{first} {words.also} {rest}".rstrip()
    return f"{words.also} {verb}"


def stopped(text: str) -> str:
    """The text with exactly one full stop, question mark or the like at its end."""
    text = text.rstrip()
    if not text:
        return ""
    inner = text.rstrip(_CLOSING)
    literal = text.endswith(r"\*")
    if not literal and inner[-1:] in (".", "!", "?", "…"):
        return text
    return f"{text.rstrip(',;: ')}."


def unstopped(text: str | None) -> str:
    """The matter as it was typed, without blanks around it and without a single stop at its end."""
    text = _BLANKS.sub(" ", text or "").strip()
    kept = text.rstrip(" ,;:")
    if kept.endswith(".") and not kept.endswith("..") and not _abbreviated(kept):
        kept = kept[:-1]
    return kept


def lead_in(said: str, style: Style) -> str:
    """The words before a list, with the house's ending."""
    return f"{said.rstrip(' .,;:')}{style.house.lead_in_end}"


def listed(points: Iterable[str], style: Style) -> list[str]:
    """The points of a list with the house's punctuation; empty ones go."""
    kept = [point for point in (_point(point) for point in points) if point]
    house = style.house
    ends = [house.point_end] * len(kept)
    if len(kept) > 1:
        ends[-2] = house.point_end_before_last
    if kept:
        ends[-1] = house.point_end_last
    return [_ended(point, end) for point, end in zip(kept, ends, strict=True)]


def is_for_decision(text: str, style: Style) -> bool:
    """Whether words already say that what goes to a higher body is for its decision: "for endorsement"."""
    return any(word in folded(text) for word in style.words.decision_above)


def is_blank(outcome: Outcome) -> bool:
    """Whether nothing has been recorded yet but, perhaps, who speaks."""
    return not any(part.strip() for part in (outcome.verb or "", outcome.text or "", *outcome.points))


def unused(record: Record) -> list[Outcome]:
    """Outcomes that may be told and that no block of the statement tells."""
    told = {source for block in record.blocks if block.text.strip() for source in block.sources}
    return [one for one in public_outcomes(record) if one.handle not in told]


def _point(text: str) -> str:
    kept = text.strip()
    while kept and (kept[-1] in ",; " or folded(kept).endswith((", and", "; and"))):
        kept = kept[:-4].rstrip() if folded(kept).endswith((", and", "; and")) else kept[:-1].rstrip()
    return unstopped(kept)


def _ended(point: str, end: str) -> str:
    if point.rstrip(_CLOSING)[-1:] in (".", "!", "?", "…") and end.startswith("."):
        return point
    return f"{point}{end}"


def _abbreviated(text: str) -> bool:
    """Whether the stop at the end belongs to an abbreviation with stops inside: "U.N.", "e.g."."""
    return bool(re.search(r"\b\w\.\w\.$", text))


def _with_higher_body(text: str, outcome: Outcome, record: Record, style: Style) -> str:
    higher = outcome.recommended_to or {}
    to = escaped((higher.get("body") or "").strip())
    if not to or folded(to) in folded(text):
        return text
    frame = "recommended_decision" if is_for_decision(text, style) else "recommended"
    when = moment(higher.get("when"), style.words)
    tail = style.fill(frame, meeting_fields(record, style) | {"to": _without_article(to), "when": when})
    return _at_end_of_first(text, f" {tail}", style.words) if tail else text


def _with_papers(text: str, outcome: Outcome, record: Record, style: Style) -> str:
    symbols = [
        escaped(paper.symbol)
        for paper in record.papers
        if paper.handle in outcome.papers and paper.symbol and not paper.restricted and paper.symbol not in text
    ]
    told = style.fill("papers", {"symbols": series(symbols, style.words)})
    return _at_end_of_first(text, told, style.words) if told else text


def _at_end_of_first(text: str, more: str, words: Words) -> str:
    """The text with more at the end of its first sentence; the stop of "Mr." or of an initial ends none."""
    for stop in _STOP.finditer(text):
        last = stop[1].lstrip("(“‘'\"*")
        if len(last) > 1 and last not in words.abbreviations:
            return f"{text[: stop.end(1)]}{more}{text[stop.end(1) :]}"
    return f"{text}{more}"


def _without_article(name: str) -> str:
    return name[4:] if folded(name).startswith("the ") else name
