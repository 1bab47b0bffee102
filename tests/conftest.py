"""What every test may ask for."""

import gc
import os

from hypothesis import settings

# The same examples in every run: a change is judged by what it does, not by chance. `--hypothesis-profile=default`
# looks further.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser):
    """`pytest --update-golden` keeps what is made now as what every later run must make."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew from what is made now")


def pytest_collection_finish(session):
    """Thousands of tests stay until the end: Python need not look through them for rubbish again and again."""
    gc.collect()
    gc.freeze()
