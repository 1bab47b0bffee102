"""Every rule of a house style in plain words, with what may be chosen, in the order in which they are shown."""

from __future__ import annotations

import datetime as dt

from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.choices import ENDINGS
from bali_desk.drafting.days import days_in_text, days_in_title
from bali_desk.drafting.dictionary import dictionary_names
from bali_desk.drafting.house import set_in_house_style
from bali_desk.drafting.sentences import lead_in, listed
from bali_desk.drafting.wording import COUNTRIES, Style
from bali_desk.presenters.wording.house_rules import (
    Rule,
    about_words,
    composing,
    figures,
    of_ending,
    quotes,
    spelling,
    terms,
)

TERMS = "terms"
NUMBERS, DATES, LISTS = "Numbers", "Days of a meeting", "Lists"
NAMES, CHECKS, SPELLINGS = "Names and signs", "What the draft checks ask", "Spellings the draft checks ask for"
AS_TYPED = "as it was typed"
SECTIONS = (NUMBERS, DATES, LISTS, NAMES, CHECKS, SPELLINGS)
KEPT = "Titles in italics, quotations and registered names keep theirs."
FIRST, NEXT, LATER, END = dt.date(2026, 6, 4), dt.date(2026, 6, 5), dt.date(2026, 6, 8), dt.date(2026, 7, 2)
ONE, TWO, FOUR = (1, "lasted one day"), (2, "lasted two days"), (4, "lasted four days")
MONTHS = (32, "ran into another month")
MOST_ACRONYMS = 5
LANGUAGES = {"en_AU": "Australian English", "en_GB": "British English"}
LISTED = ("point_end", "point_end_before_last", "point_end_last")
ENDED = (
    ("", "", ""), ("", "", "."), (";", "; and", "."), (";", ";", "."), (",", ", and", "."), (".", ".", "."),
)  # fmt: skip
TWO_DAYS = ("{first}–{last}", "{first} and {last}", "{first} to {last}", "{first}-{last}")
DAYS = ("{first}–{last}", "{first} to {last}", "{first}-{last}")
APART = ("{first} – {last}", "{first}–{last}", "{first} to {last}")
TEXT_TWO = ("on {first} and {last}", "on {first}–{last}", "on {first} to {last}", "from {first} to {last}")
TEXT_DAYS = ("from {first} to {last}", "on {first}–{last}", "on {first} to {last}", "between {first} and {last}")


def rules(data: Data, most_words: int) -> dict[str, Rule]:
    """All rules by their keys; `most_words` is how many numbers there are words for."""
    spelt = [_family(name, groups) for name, groups in data.families.items()]
    made = [
        *_numbers(most_words),
        *_days(),
        *_lists(),
        *_names(),
        *_checks(),
        *sorted(spelt, key=lambda one: one.title),
    ]
    return {rule.key: rule for rule in made}


def _numbers(most_words: int) -> list[Rule]:
    up_to, cents, years = "words_up_to", "per_cent", "years_dash"
    return [
        composing(
            up_to, NUMBERS, "Numbers in words up to …", "Larger numbers stand in figures.", _counted,
            *range(most_words + 1),
        ),
        composing(
            cents, NUMBERS, "Percentages", f"What stands after the figure. {KEPT}",
            lambda style: set_in_house_style("5 per cent", style.house) if style.house.per_cent else AS_TYPED,
            "%", " per cent", " percent", "",
        ),
        composing(
            years, NUMBERS, "Between years", f"What stands between two years. {KEPT}",
            lambda style: set_in_house_style("2015-17", style.house) if style.house.years_dash else AS_TYPED,
            "–", "-", "",
        ),
    ]  # fmt: skip


def _days() -> list[Rule]:
    title, text = "In the title block.", "In the sentences of the statement."
    return [
        composing(
            "title_two_days", DATES, "Title: two days", title, lambda one: days_in_title(FIRST, NEXT, one.house),
            *TWO_DAYS, as_if=TWO,
        ),
        composing(
            "title_days", DATES, "Title: several days", title,
            lambda one: days_in_title(FIRST, LATER, one.house), *DAYS,
            as_if=FOUR,
        ),
        composing(
            "title_days_apart", DATES, "Title: days in two months", title,
            lambda one: days_in_title(FIRST, END, one.house), *APART, as_if=MONTHS,
        ),
        composing(
            "text_day", DATES, "Sentence: one day", text, lambda one: days_in_text(FIRST, None, one.house),
            "on {day}", "{day}", as_if=ONE,
        ),
        composing(
            "text_two_days", DATES, "Sentence: two days", text, lambda one: days_in_text(FIRST, NEXT, one.house),
            *TEXT_TWO, as_if=TWO,
        ),
        composing(
            "text_days", DATES, "Sentence: several days", f"{text} Also where they run into another month.",
            lambda one: days_in_text(FIRST, LATER, one.house), *TEXT_DAYS, as_if=FOUR,
        ),
    ]  # fmt: skip


def _lists() -> list[Rule]:
    return [
        composing(
            "lead_in_end", LISTS, "Words before a list", "What ends the words that lead to the points.",
            lambda style: lead_in("agreed on these priorities", style), ":", "", ",", " –",
        ),
        composing(
            "points", LISTS, "Points of a list", "What ends each point, the last but one, and the last.",
            lambda style: "  ".join(f"• {point}" for point in listed(("first", "second", "third"), style)),
            *ENDED, keys=LISTED,
        ),
    ]  # fmt: skip


def _names() -> list[Rule]:
    return [
        composing(
            "apostrophe", NAMES, "Apostrophe", "How it is set, whatever was typed.",
            lambda style: set_in_house_style("the Chair's", style.house), "’", "'",
        ),
        composing(
            "countries", NAMES, "Names of countries", "Official names are those in the list of members.",
            lambda style: "short: Indonesia" if style.house.countries == COUNTRIES[0]
            else "official: the Republic of Indonesia",
            *COUNTRIES,
        ),
        composing(
            "acronym_from", NAMES, "Acronyms", "Where an acronym stands behind its full name, and takes its place.",
            _shortened, *range(MOST_ACRONYMS + 1),
        ),
    ]  # fmt: skip


def _checks() -> list[Rule]:
    ending = {ENDINGS[0]: "-ise: organise, organisation", ENDINGS[1]: "-ize: organize, organization"}
    return [
        terms(
            TERMS, CHECKS, "Words the house does not use",
            "The draft checks mark each of them in the text and offer what the house says instead.",
        ),
        spelling(
            CHECKS, ENDINGS[0], "organise or organize", "All words that may end in -ise or -ize.", ending, of_ending
        ),
        quotes("quotes", CHECKS, "Quotation marks", "Which marks stand round a quotation; others are marked."),
        figures(
            "figures", CHECKS, "Large numbers", "From which number on a number in words is marked in a sentence.",
            10, 11, 13, 101,
        ),
        composing(
            "spelling", CHECKS, "Dictionary", "What the words of the statement are looked up in.",
            lambda style: LANGUAGES.get(style.house.spelling, style.house.spelling), *dictionary_names(),
            check="spelling",
        ),
    ]  # fmt: skip


def _family(name: str, groups: tuple[tuple[str, ...], ...]) -> Rule:
    heads = [group[0] for group in groups]
    forms = {group[0]: ", ".join(group[:3]) for group in groups}
    title = " or ".join(part for part in (", ".join(heads[:-1]), heads[-1]) if part)
    return spelling(SPELLINGS, name, title, "Which spelling the draft checks ask for.", forms, about_words(groups))


def _counted(style: Style) -> str:
    most, words = style.house.words_up_to, style.words.numbers
    if most <= 0:
        return "none: 1, 2, 3"
    return f"{words[min(most, len(words)) - 1]}, then {style.number(min(most, len(words)) + 1)}"


def _shortened(style: Style) -> str:
    least = style.house.acronym_from
    if least <= 0:
        return "as they were typed"
    if least == 1:
        return "wherever the name stands"
    times = {2: "twice"}.get(least, f"{style.words.numbers[least - 1] if least <= MOST_ACRONYMS else least} times")
    return f"where the name stands {times} or more"
