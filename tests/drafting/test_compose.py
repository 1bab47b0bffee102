"""The statement as the record says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bali_desk.drafting.compose import compose
from bali_desk.drafting.wording import load_style

GOLDEN = Path(__file__).parents[1] / "golden"


def transcript(drafts):
    return "".join(f"[{draft.kind}] {draft.text}\n" for draft in drafts)


@pytest.mark.parametrize("name", ["bali-process", "numbered"])
def test_the_sample_reads_as_agreed(sample, name):
    """A change of wording shows here: read the new text aloud, then keep it as tests/golden/statement-sample-*.txt."""
    said = transcript(compose(sample, load_style(name)))
    assert said == (GOLDEN / f"statement-sample-{name}.txt").read_text(encoding="utf-8")
