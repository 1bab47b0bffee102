"""The tables are what their README says: they parse, name checks of the catalogue and quote words of their texts."""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bali_desk.exchange import checking

HERE = Path(__file__).parent
CHECKS = (HERE / "checks.txt").read_text(encoding="utf-8").split()
KEYS = {"text", "quote", "missing", "severity", "fix", "record", "today", "previous", "profile", "terms"}
PROFILES = {"", "australian", "un", "asean"}
RECORDS = sorted((HERE / "records").glob("*.meeting.json"))


def table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def stands_in(words: str, text: str) -> bool:
    before, after = (r"\b" if re.match(r"\w", end) else "" for end in (words[0], words[-1]))
    return re.search(before + re.escape(words) + after, text) is not None


def assert_found_in(text: str, case: dict[str, Any]) -> None:
    assert case.get("quote") or case.get("missing"), f"neither quote nor missing: {case}"
    for words in case.get("quote", []):
        assert stands_in(words, text), f"{words!r} does not stand in the text"
    for words in case.get("missing", []):
        assert words.strip()


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_has_five_wrong_and_five_right_texts_that_are_well_formed(check: str) -> None:
    content = table(HERE / f"{check}.toml")
    assert content["check"] == check
    assert len(content["wrong"]) >= 5
    assert len(content["right"]) >= 5
    for case in content["wrong"] + content["right"]:
        assert case["text"].strip()
        assert not set(case) - KEYS
        assert case.get("profile", "un") in PROFILES
        assert "record" not in case or (HERE / "records" / f"{case['record']}.meeting.json").exists()
    for case in content["wrong"]:
        assert_found_in(case["text"], case)
        assert "fix" not in case or len(case["quote"]) == 1
    for case in content["right"]:
        assert not {"quote", "missing", "fix", "severity"} & set(case)


def test_no_text_is_both_right_and_wrong() -> None:
    for check in CHECKS:
        content = table(HERE / f"{check}.toml")
        wrong, right = (
            [
                repr(
                    sorted((k, str(v)) for k, v in case.items() if k in KEYS - {"quote", "missing", "severity", "fix"})
                )
                for case in content[kind]
            ]
            for kind in ("wrong", "right")
        )
        assert len({*wrong, *right}) == len(wrong) + len(right), check


def test_every_table_belongs_to_a_check() -> None:
    assert {path.stem for path in HERE.glob("*.toml")} == set(CHECKS)


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.name)
def test_a_record_is_a_sound_meeting_file(path: Path) -> None:
    assert checking.warnings_about(checking.read(path.read_bytes())) == []


@pytest.mark.parametrize("path", sorted(HERE.glob("**/clean/*.toml")), ids=lambda path: path.stem)
def test_a_clean_statement_is_a_whole_one(path: Path) -> None:
    content = table(path)
    assert content["profile"] in PROFILES
    assert (HERE / "records" / f"{content['record']}.meeting.json").exists()
    assert 600 <= len(content["text"].split()) <= 1200


@pytest.mark.parametrize("path", sorted(HERE.glob("**/slips/*.toml")), ids=lambda path: path.stem)
def test_a_statement_with_slips_differs_from_its_clean_one_there(path: Path) -> None:
    content = table(path)
    clean = table(path.parents[1] / "clean" / f"{content['clean']}.toml")
    assert (content["record"], content["profile"]) == (clean["record"], clean["profile"])
    checks = [slip["check"] for slip in content["slip"]]
    assert 10 <= len(checks) <= 15
    assert len(set(checks)) == len(checks)
    assert set(checks) <= set(CHECKS)
    matcher = difflib.SequenceMatcher(None, clean["text"].split(), content["text"].split(), autojunk=False)
    changed = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    assert len(changed) >= len(checks)
    for slip in content["slip"]:
        assert_found_in(content["text"], slip)
