"""What every test may ask for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser):
    """`pytest --update-golden` keeps what is made now as what every later run must make."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew from what is made now")
