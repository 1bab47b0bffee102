"""What the draft checks find, miss and say falsely, over the tables of tests/checks_tables: `make checks`.

Per check: its wrong texts and planted slips found and missed; false reports on its right texts and on clean statements.
The last line holds the totals. `--missed` tells each case missed and each false report in words.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from checks_tables.judging import TABLES, Judge, draft_of, statements, table, untold

from bali_desk.drafting.checks import CHECKS

HEADS = ("texts found", "missed", "false", "slips found", "missed", "on clean texts")
Counts = dict[str, Counter[str]]


def main() -> None:
    """Judge every case and print the table."""
    aloud = "--missed" in sys.argv
    only = "/fresh/" if "--fresh" in sys.argv else "/"
    counts: Counts = {head: Counter() for head in ("found", "missed", "false", "slips", "slips missed", "clean")}
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(Path(folder))
        if only == "/":
            told = cases(judge, counts)
        else:
            told = []
        told += slips(judge, counts, only)
        said, totals = clean(judge, counts, only)
    if aloud:
        print(*told, *said, "", sep="\n")
    lines(counts)
    print(summary(counts, totals))


def cases(judge: Judge, counts: Counts) -> list[str]:
    """The tables of single texts: only the check after which the table is called is judged."""
    told = []
    for check in (one.name for one in CHECKS):
        content = table(TABLES / f"{check}.toml")
        for case in content["wrong"]:
            missed = untold(case, judge.findings(case, [check]), draft_of(case["text"]).plain)
            counts["missed" if missed or not judge.findings(case, [check]) else "found"][check] += 1
            told += [f"missed   {check}: {words!r} in {case['text'].strip()[:90]!r}" for words in missed]
        for case in content["right"]:
            found = judge.findings(case, [check])
            counts["false"][check] += bool(found)
            told += [f"false    {check}: {one.quote!r}, {one.why}" for one in found]
    return told


def slips(judge: Judge, counts: Counts, only: str) -> list[str]:
    """The whole statements with slips planted in."""
    told = []
    for path in statements("slips"):
        if only not in str(path):
            continue
        content = table(path)
        found, plain = judge.findings(content), draft_of(content["text"]).plain
        for slip in content["slip"]:
            missed = untold(slip, [one for one in found if one.check == slip["check"]], plain)
            counts["slips missed" if missed else "slips"][slip["check"]] += 1
            others = sorted({one.check for one in found if missed and not untold(slip, [one], plain)})
            told += [f"missed   {path.stem}: {slip['check']}: {words!r}; found by {others}" for words in missed]
    return told


def clean(judge: Judge, counts: Counts, only: str) -> tuple[list[str], dict[str, Any]]:
    """The clean statements: nothing that is told of them is true."""
    told, totals = [], {"words": 0, "error": 0, "warning": 0, "info": 0, "texts": 0}
    for path in statements("clean"):
        if only not in str(path):
            continue
        content = table(path)
        totals["words"] += draft_of(content["text"]).words
        totals["texts"] += 1
        for one in judge.findings(content):
            totals[one.severity] += 1
            counts["clean"][one.check] += one.severity != "info"
            told.append(f"{one.severity:8} {path.stem}: {one.check}: {one.quote!r}, {one.why} {one.other}")
    return told, totals


def lines(counts: Counts) -> None:
    """The table, one line for each check."""
    print(f"{'check':24}" + "".join(f"{head:>15}" for head in HEADS))
    for check in (one.name for one in CHECKS):
        print(f"{check:24}" + "".join(f"{column[check]:15}" for column in counts.values()))


def summary(counts: Counts, totals: dict[str, Any]) -> str:
    """The totals in one sentence."""
    found, missed, false, slips, slips_missed, _clean = (column.total() for column in counts.values())
    per_thousand = 1000 * totals["warning"] / totals["words"]
    return (
        f"{len(CHECKS)} checks: {found} of {found + missed} wrong texts and {slips} of {slips + slips_missed} slips in "
        f"whole statements found, {false} right texts misjudged; in {totals['texts']} clean statements of "
        f"{totals['words']:,} words {totals['error']} errors and {per_thousand:.1f} warnings per 1,000 words"
    )


if __name__ == "__main__":
    main()
