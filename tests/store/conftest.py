"""A desk of one's own, on disk."""

from pathlib import Path

import pytest

from bali_desk.store.desk import Desk


@pytest.fixture
def desk(tmp_path: Path):
    desk = Desk(tmp_path / "bali.desk")
    yield desk
    desk.close()
