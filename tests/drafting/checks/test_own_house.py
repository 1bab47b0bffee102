"""A house style of an office's own: one file among the profiles, known to the wording and to the checks alike."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from contextlib import closing

import pytest
from sqlmodel import select

from bali_desk.assets import RESOURCES
from bali_desk.domain.models import Body, Wording
from bali_desk.drafting.wording import DEFAULT_STYLE
from bali_desk.store.desk import Desk

OWN = """
[checks]
spellings = ["-ize", "programme"]
quotes = "single"

[checks.terms]
"stakeholders" = "those concerned"
"""
TEXT = "Stakeholders will organise the program in 2027. They called it “ready”.\n"
RUN = """
import sys
from contextlib import closing
from pathlib import Path
from bali_desk import assets
assets.RESOURCES = Path(sys.argv.pop(1))
from bali_desk.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def office(tmp_path):
    """What runs the program with the resources of an office that has a profile of its own among the others."""
    resources = tmp_path / "resources"
    resources.mkdir()
    for shipped in RESOURCES.iterdir():
        if shipped.name != "wording":
            (resources / shipped.name).symlink_to(shipped)
    shutil.copytree(RESOURCES / "wording", resources / "wording")
    profiles = resources / "wording" / "profiles"
    shipped = (profiles / "asean.toml").read_text(encoding="utf-8")
    (profiles / "harbour office.toml").write_text(shipped + OWN, encoding="utf-8")

    def run(*arguments):
        command = [sys.executable, "-c", RUN, str(resources), *(str(one) for one in arguments)]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)

    return run


def quotes(ran):
    assert ran.returncode == 0, ran.stderr
    return {(one["check"], one["quote"]) for one in json.loads(ran.stdout)}


WANTED = {
    ("spelling-variant", "organise"),
    ("spelling-variant", "program"),
    ("term-variant", "Stakeholders"),
    ("quote-style", "“ready”"),
}


def test_a_profile_file_of_its_own_is_a_style_the_check_knows_by_its_name(office, tmp_path):
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")
    assert quotes(office("check", "draft.txt", "--style", "harbour office", "--json")) >= WANTED
    assert quotes(office("check", "draft.txt", "--style", "asean", "--json")) & WANTED == {
        ("spelling-variant", "program")
    }


def test_a_body_whose_wording_names_it_is_composed_and_checked_by_it(office, tmp_path):
    assert office("sample", "a.desk").returncode == 0
    with closing(Desk(tmp_path / "a.desk")) as desk, desk.change("Wording") as session:
        body = session.exec(select(Body)).first()
        session.add(Wording(body_id=body.id, style=body.style or DEFAULT_STYLE, text='profile = "harbour office"'))
    assert office("draft", "a.desk").returncode == 0
    assert {check for check, _quote in quotes(office("check", "a.desk", "--meeting", "1", "--json"))} == {
        "spelling-variant"
    }


def test_a_table_of_choices_that_cannot_be_read_is_told_in_one_line(office, tmp_path):
    profile = tmp_path / "resources" / "wording" / "profiles" / "harbour office.toml"
    profile.write_text(profile.read_text(encoding="utf-8").replace('"single"', "1"), encoding="utf-8")
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")
    ran = office("check", "draft.txt", "--style", "harbour office")
    assert ran.returncode == 1
    assert "harbour office.toml: checks.quotes" in ran.stderr
    assert ran.stderr.count("\n") == 1
