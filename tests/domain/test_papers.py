"""How a paper is named."""

import pytest

from bali_desk.domain.papers import full_symbol


@pytest.mark.parametrize(
    ("symbol", "revision", "full"),
    [
        ("TIPWG/3/4", "Rev.1", "TIPWG/3/4/Rev.1"),
        ("TIPWG/3/4/Rev.1", "Rev.1", "TIPWG/3/4/Rev.1"),
        ("Paper 4", "Corr.1", "Paper 4 Corr.1"),
        ("TIPWG/3/4", None, "TIPWG/3/4"),
        (None, "Add.1", "Add.1"),
        ("", "", ""),
    ],
)
def test_symbol_and_revision_are_one_name(symbol, revision, full):
    assert full_symbol(symbol, revision) == full
