"""The floors of the house: each may lean only on those named here."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "bali_desk"
FLOORS = {
    "domain": set(),
    "drafting": {"domain", "assets"},
    "store": {"domain"},
    "documents": {"domain", "drafting", "assets"},
    "exchange": {"domain", "assets"},
    "presenters": {"domain", "drafting", "store", "documents", "exchange", "assets"},
    "gui": {"domain", "presenters", "assets"},
}


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_leans_only_on_those_below(floor):
    modules = list((PACKAGE / floor).rglob("*.py"))
    assert modules
    for module in modules:
        for name in imported(module):
            top, _, rest = name.partition(".")
            if top == "bali_desk" and rest != "__version__":
                assert rest.split(".")[0] in FLOORS[floor] | {floor}, f"{module} imports {name}"
            assert top not in ("PySide6", "shiboken6", "qtawesome") or floor == "gui", f"{module} imports Qt"


def test_every_module_of_the_package_stands_on_a_floor_or_at_the_front():
    front = {"__init__", "__main__", "assets", "cli", "front_door", "self_test"}
    assert {module.stem for module in PACKAGE.glob("*.py")} == front
    assert {folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists()} == set(FLOORS)


def imported(module):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


HEAVY = {
    "PySide6", "alembic", "docx", "icalendar", "jinja2", "jsonschema", "lxml", "openpyxl", "PIL", "pikepdf",
    "pypdfium2", "reportlab", "sqlalchemy", "sqlmodel", "uharfbuzz",
}  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], ["export", "--help"], ["--version"], ["nonsense"]])
def test_parsing_the_command_line_loads_neither_qt_nor_document_code(arguments):
    script = (
        "import sys\nfrom bali_desk.__main__ import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print('\\nloaded:', *sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    run = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.rsplit("loaded:", 1)[1].split())
    assert not loaded & HEAVY
