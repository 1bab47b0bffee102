"""A rule of a house style as an officer chooses it: what it offers, what a style says of it, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bali_desk.domain.record import Record
from bali_desk.drafting.checks import Finding
from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.checks.house_rules import shipped_choices
from bali_desk.drafting.choices import QUOTES
from bali_desk.drafting.own_house import (
    own_choices,
    own_rules,
    with_figures,
    with_quotes,
    with_rules,
    with_spelling,
    without_rules,
    without_terms,
)
from bali_desk.drafting.wording import Style, load_style

EITHER, ANY = "either, but not both in one text", "any of them, but only one in a text"
Value = Hashable


@dataclass(frozen=True)
class Rule:
    """One rule: its place in the list, its name, what it is for, and how it is read and written."""

    key: str
    section: str
    title: str
    why: str
    offered: tuple[Value, ...]  # what may be chosen
    read: Callable[[Style], Value]  # what a style says
    said: Callable[[Value, Style], str]  # a value as an example of what it makes
    own: Callable[[str], bool]  # whether a body's own wording says it
    written: Callable[[str, Value | None], str]  # that wording with a value; None leaves it to the shipped rule
    styled: Callable[[Value, Style], Style] | None = None  # a style with a value, where the statement is composed by it
    as_if: tuple[int, str] = (0, "")  # how many days a meeting lasts that it concerns, and such a meeting in words
    check: str = ""  # else the draft check that goes by it
    about: Callable[[Finding], bool] = lambda _finding: True  # whether what that check finds goes against this rule


@dataclass(frozen=True)
class HouseNow:
    """A body's own wording, the style it makes, and the style without its rules; the choices of both are whole."""

    text: str
    style: Style
    shipped: Style


def house_now(record: Record, data: Data) -> HouseNow:
    """The rules of a record's body. Raises DeskError where its own wording, or a table, cannot be read."""

    def whole(style: Style) -> Style:
        return replace(style, choices=style.choices.over(shipped_choices(style.profile, data), data.spellings))

    name, text = record.body.style, record.wording
    return HouseNow(text, whole(load_style(name, own=text)), whole(load_style(name, own=without_rules(text))))


def composing(
    key: str,
    section: str,
    title: str,
    why: str,
    example: Callable[[Style], str],
    *values: Value,
    keys: tuple[str, ...] = (),
    as_if: tuple[int, str] = (0, ""),
    check: str = "",
) -> Rule:
    """A rule in the table [house]: one of its keys, or several that are chosen together; `values` are tuples then.

    With a `check`, it is one that the statement is not composed by.
    """
    named = keys or (key,)

    def rules(value: Value | None) -> dict[str, Any]:
        parts = value if isinstance(value, tuple) and keys else (value,) * len(named)
        return dict(zip(named, parts, strict=True))

    def read(style: Style) -> Value:
        held = tuple(getattr(style.house, one) for one in named)
        return held if keys else held[0]

    def styled(value: Value, style: Style) -> Style:
        return replace(style, house=replace(style.house, **rules(value)))

    return Rule(
        key,
        section,
        title,
        why,
        values,
        read,
        said=lambda value, style: example(styled(value, style)),
        own=lambda text: bool(own_rules(text).intersection(named)),
        written=lambda text, value: with_rules(text, rules(value)),
        styled=None if check else styled,
        as_if=as_if,
        check=check,
    )


def quotes(key: str, section: str, title: str, why: str) -> Rule:
    """Which quotation marks the draft checks ask for."""
    return Rule(
        key,
        section,
        title,
        why,
        (*QUOTES[1:], QUOTES[0]),
        read=lambda style: style.choices.quotes or "",
        said=lambda value, _style: {"double": "“double”", "single": "‘single’"}.get(str(value), EITHER),
        own=lambda text: own_choices(text).quotes is not None,
        written=lambda text, value: with_quotes(text, None if value is None else str(value)),
        check="quote-style",
    )


def figures(key: str, section: str, title: str, why: str, *least: int) -> Rule:
    """From which number on the draft checks ask for figures."""
    return Rule(
        key,
        section,
        title,
        why,
        (*least, 0),
        read=lambda style: style.choices.figures_from or 0,
        said=lambda value, _style: f"figures from {value} on" if value else "words or figures",
        own=lambda text: own_choices(text).figures_from is not None,
        written=lambda text, value: with_figures(text, None if value is None else int(str(value))),
        check="number-style",
    )


def spelling(
    section: str, family: str, title: str, why: str, forms: dict[str, str], about: Callable[[Finding], bool]
) -> Rule:
    """Which spelling of a family of words the draft checks ask for; `forms` tells of each the words it makes."""

    def held(text: str) -> bool:
        choices = own_choices(text)
        return family in choices.either or any(head in choices.spellings for head in forms)

    return Rule(
        f"spelling:{family}",
        section,
        title,
        why,
        (*forms, ""),
        read=lambda style: next((one for one in style.choices.spellings if one in forms), ""),
        said=lambda value, _style: forms.get(str(value), EITHER if len(forms) == 2 else ANY),
        own=held,
        written=lambda text, value: with_spelling(text, family, tuple(forms), None if value is None else str(value)),
        check="spelling-variant",
        about=about,
    )


def terms(key: str, section: str, title: str, why: str) -> Rule:
    """The words the house does not use: a table, in which nothing is chosen."""
    return Rule(
        key,
        section,
        title,
        why,
        (),
        read=lambda style: tuple(style.choices.replaced),
        said=lambda value, _style: ", ".join(value) if isinstance(value, tuple) and value else "none",
        own=lambda text: bool(own_choices(text).terms),
        written=lambda text, _value: without_terms(text),
        check="term-variant",
    )


def of_words(words: frozenset[str], finding: Finding) -> bool:
    """Whether a finding is about one of these words."""
    return finding.quote.casefold() in words


def of_ending(finding: Finding) -> bool:
    """Whether a finding is about a word in -ise or -ize: a letter is all that is put right."""
    quote, fix = finding.quote.casefold(), (finding.fix or "").casefold()
    return quote != fix and quote.replace("z", "s") == fix.replace("z", "s") and "yz" not in quote + fix


def about_words(groups: tuple[tuple[str, ...], ...]) -> Callable[[Finding], bool]:
    """What knows the findings about a family of words."""
    return partial(of_words, frozenset(form.casefold() for group in groups for form in group))
