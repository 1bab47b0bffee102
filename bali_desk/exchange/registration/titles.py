"""The delegation a whole sheet is from, told by a line above its heads or by its name."""

from __future__ import annotations

import re

from bali_desk.exchange.registration.book import Sheet
from bali_desk.exchange.registration.countries import Countries
from bali_desk.exchange.registration.heads import Heads
from bali_desk.exchange.registration.words import folded

_OF = re.compile(
    r"\b(?:delegation (?:of|from)|delegates (?:of|from)|délégation (?:de la|de l['’]|du|des|de)"
    r"|delegación (?:de la|del|de)|delegasi|delegation)\s*[:：]?\s+(?:the\s+)?(?P<name>.+)$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:participants|registrations?|nominations?|nominees|officials) (?:of|from|by)\s+(?P<name>.+)$", re.I
)
_LABELLED = re.compile(r"^\s*(?P<label>[^:：]{2,40})[:：]\s*(?P<name>.*)$", re.DOTALL)
_GENERIC = re.compile(
    r"(?:sheet|feuil|feuille|hoja|tabelle|blatt|лист|foglio|planilha|folha|工作表|表|ورقة|시트|arkusz|sayfa)?\s*\d*"
    r"|(?:form )?responses?(?: \d+)?|registrations?|participants?|list(?: of participants)?|data|delegates"
    r"|delegations?|members|names|all|export|form\d*"
)


def sheet_delegation(sheet: Sheet, before: int, countries: Countries, heads: Heads) -> tuple[str, bool]:
    """The delegation that a line before row `before` or the sheet's name tells, and whether it was the name.

    The name of a sheet is taken as it stands unless it says nothing ("Sheet1"): whether there is such a delegation is
    for the meeting to say. "" where neither tells one.
    """
    for row in sheet.cells[: before - 1]:
        filled = [text.strip() for text in row if text.strip()]
        if found := _told(filled, countries, heads):
            return found, False
    name = clean(sheet.name)
    if countries.knows(name):
        return name, True
    inside = countries.within(name)
    if inside:
        return inside, True
    return ("", False) if _GENERIC.fullmatch(folded(name)) else (name, True)


def clean(text: str) -> str:
    """A delegation's name without what is written round it: "Delegation of Japan (4)" is "Japan"."""
    bare = " ".join(text.split())
    bare = re.sub(r"^\(?\d+[.)]\s*|\s*[(（]\s*\d+[^()]*[)）]\s*$|\s*[-–:]\s*\d+\s*\w*$", "", bare).strip(" :：")
    found = _OF.search(bare)
    return found["name"].strip(" :.") if found else bare


def _told(filled: list[str], countries: Countries, heads: Heads) -> str:
    if not filled:
        return ""
    labelled = _LABELLED.match(filled[0])
    if labelled and (meaning := heads.meaning(labelled["label"])) and meaning.field == "delegation":
        return labelled["name"].strip() or (filled[1] if len(filled) > 1 else "")
    meaning = heads.meaning(filled[0])
    if len(filled) == 2 and meaning and meaning.field == "delegation":
        return filled[1]
    for text in filled:
        if found := _OF.search(text):
            name = found["name"].strip(" :.")
            return name if countries.knows(name) else countries.within(name) or name
        if (found := _FROM.search(text)) and (name := countries.within(found["name"])):
            return name
        if countries.knows(text):
            return text
    return ""
