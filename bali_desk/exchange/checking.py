"""Is this a meeting file? The schema's faults in an officer's words, then what no schema can say."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from bali_desk import assets
from bali_desk.domain.errors import DeskError
from bali_desk.exchange.fields import LISTINGS

Json = Any
FORMAT, VERSION = "bali-desk-meeting", 1
LARGEST = 2**31 - 1  # the largest number every store can keep
WORDS = {"string": "text", "integer": "a whole number", "array": "a list", "object": "a group of fields"}
WORDS |= {"boolean": "true or false", "null": "null"}


def read(data: bytes) -> dict[str, Json]:
    """The file's content, checked; DeskError names the first place that is wrong."""
    content = _parsed(data)
    _check_version(content)
    for fault in _faults(content):
        raise DeskError(fault)
    content_as_read: dict[str, Json] = content
    return content_as_read


def warnings_about(content: dict[str, Json]) -> list[str]:
    """What is not wrong but will not be taken as it stands: unknown keys, an unknown time zone."""
    zone = content["meeting"].get("time_zone")
    found = [f"{place}: not part of a meeting file, left out" for place in _unknown(content, _schema(), "")]
    if zone and not _is_zone(zone):
        found.append(f'meeting.time_zone: "{zone}" is not a time zone this computer knows')
    return found


def _parsed(data: bytes) -> Json:
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant, object_pairs_hook=_Group)
    except UnicodeDecodeError as error:
        raise DeskError(f"This is not a meeting file: byte {error.start + 1} is not UTF-8 text.") from error
    except json.JSONDecodeError as error:
        raise DeskError(
            f"This is not a meeting file: line {error.lineno}, column {error.colno} is not JSON ({error.msg})."
        ) from error
    except RecursionError as error:
        raise DeskError("This is not a meeting file: its fields are nested too deep.") from error
    except ValueError as error:
        too_long = "digits" in str(error)  # of Python's own making: advice for programmers
        why = "a number in it is longer than any number may be" if too_long else error
        raise DeskError(f"This is not a meeting file: {why}.") from error


class _Group(dict[str, Json]):
    """An object of the file; `doubled` names the fields it holds more than once, of which JSON keeps the last."""

    def __init__(self, fields: Sequence[tuple[str, Json]]) -> None:
        super().__init__(fields)
        names = [name for name, _ in fields] if len(fields) > len(self) else []
        self.doubled = [name for place, name in enumerate(names) if name in names[:place]]


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number of JSON")


def _check_version(content: Json) -> None:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise DeskError(f'format: this is not a meeting file ("{FORMAT}" is missing)')
    version = content.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise DeskError(f"version: the file is of version {version}, made by a newer Bali Desk; this one reads 1")


def _faults(content: Json) -> Iterator[str]:
    yield from _against_schema(content)
    yield from _unstorable(content, "")
    yield from _written_twice(content, "")
    yield from _impossible_dates(content, _schema(), "")
    yield from _doubled(content)
    yield from _unknown_references(content)
    yield from _circles(content)


def _against_schema(content: Json) -> Iterator[str]:
    from jsonschema import Draft202012Validator

    errors = Draft202012Validator(_schema()).iter_errors(content)
    for error in sorted(errors, key=lambda error: [str(part).zfill(9) for part in error.absolute_path]):
        yield f"{_place(error.absolute_path)}: {_in_words(error)}"


def _in_words(error: Any) -> str:
    value = _quoted(error.instance)
    match error.validator:
        case "required":
            missing = next(name for name in error.validator_value if name not in error.instance)
            return f'"{missing}" is missing'
        case "type":
            kinds = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
            return f"{value} must be {' or '.join(WORDS[kind] for kind in kinds)}"
        case "enum":
            return f"{value} is not one of {', '.join(str(one) for one in error.validator_value if one)}"
        case "pattern":
            return f"{value} is not a {_kind_of(error.validator_value)}"
        case "minLength":
            return "must not be empty"
        case "minimum":
            return f"{value} is less than {error.validator_value}"
        case "const":
            return f"{value} must be {json.dumps(error.validator_value)}"
    return str(error.message)


def _quoted(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _kind_of(pattern: str) -> str:
    return "time (HH:MM)" if ":" in pattern else "date (YYYY-MM-DD)"


def _unstorable(value: Json, place: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _unstorable(key, f"{place}.{key}".lstrip("."))
            yield from _unstorable(one, f"{place}.{key}".lstrip("."))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _unstorable(one, f"{place}[{number}]")
    elif isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
        yield f"{place.encode('ascii', 'replace').decode()}: holds half a character"
    elif isinstance(value, (int, float)) and abs(value) > LARGEST:
        yield f"{place}: {value} is too large a number"


def _written_twice(value: Json, place: str) -> Iterator[str]:
    if isinstance(value, _Group):
        yield from (f"{place}.{name}: is there twice".lstrip(".") for name in value.doubled)
        for key, one in value.items():
            yield from _written_twice(one, f"{place}.{key}".lstrip("."))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _written_twice(one, f"{place}[{number}]")


def _impossible_dates(value: Json, schema: Json, place: str) -> Iterator[str]:
    for inner, part, where in _steps(value, schema, place):
        if isinstance(inner, str) and "pattern" in part:
            if not re.fullmatch(part["pattern"].rstrip("$"), inner, re.ASCII):  # its $ allows a line break
                yield f"{where}: {_quoted(inner)} is not a {_kind_of(part['pattern'])}"
            elif r"\d{4}" in part["pattern"] and not _is_date(inner):
                yield f'{where}: there is no day "{inner}"'
        yield from _impossible_dates(inner, part, where)
    if place == "meeting" and value.get("end") and value["end"] < value["start"]:
        yield f'meeting.end: "{value["end"]}" is before the start'


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return False
    return True


def _doubled(content: Json) -> Iterator[str]:
    for listing in LISTINGS:
        seen: set[str] = set()
        for number, entry in enumerate(entries(content, listing.path) if listing.has_handles else []):
            if entry["id"] in seen:
                yield f'{".".join(listing.path)}[{number}].id: "{entry["id"]}" is there twice'
            seen.add(entry["id"])


def _unknown_references(content: Json) -> Iterator[str]:
    known = {one.record: {entry["id"] for entry in entries(content, one.path)} for one in LISTINGS if one.has_handles}
    known["sources"] = known["outcomes"] | known["agenda"]
    lists = {"papers": ("papers", "paper"), "fulfils": ("work_plan_lines", "work plan line")}
    lists["sources"] = ("sources", "outcome or agenda item")
    nouns = {"delegations": "delegation", "participants": "participant", "agenda": "agenda item", "outcomes": "outcome"}
    for listing in LISTINGS:
        for number, entry in enumerate(entries(content, listing.path)):
            place = f"{'.'.join(listing.path)}[{number}]"
            for field, _, target in listing.references:
                if entry.get(field) is not None and entry[field] not in known[target]:
                    yield f'{place}.{field}: no {nouns[target]} "{entry[field]}"'
            for field in listing.fields:
                target, noun = lists.get(field, ("", ""))
                for at, named in enumerate(entry.get(field) or [] if target else []):
                    if named not in known[target]:
                        yield f'{place}.{field}[{at}]: no {noun} "{named}"'


def _circles(content: Json) -> Iterator[str]:
    parents = {entry["id"]: entry.get("parent") for entry in entries(content, ("agenda",))}
    for number, item in enumerate(parents):
        above, seen = parents[item], {item}
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above == item:
            yield f'agenda[{number}].parent: item "{item}" lies under itself'


def _unknown(value: Json, schema: Json, place: str) -> Iterator[str]:
    if isinstance(value, dict) and "properties" in schema:
        for key in value:
            if key not in schema["properties"]:
                yield f"{place}.{key}".lstrip(".")
    for inner, part, where in _steps(value, schema, place):
        yield from _unknown(inner, part, where)


def _steps(value: Json, schema: Json, place: str) -> Iterator[tuple[Json, Json, str]]:
    """Each part of `value` with its part of the schema and its place."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key in schema.get("properties", {}):
                yield one, schema["properties"][key], f"{place}.{key}".lstrip(".")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield one, schema.get("items", {}), f"{place}[{number}]"


def entries(content: Json, path: tuple[str, ...]) -> list[Json]:
    """The list at `path` of the file; empty where the file has none."""
    for name in path:
        content = (content or {}).get(name)
    return content or []


def _place(path: Any) -> str:
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return place.lstrip(".") or "the file"


def _schema() -> Json:
    return json.loads((assets.RESOURCES / "meeting-file.schema.json").read_text(encoding="utf-8"))
