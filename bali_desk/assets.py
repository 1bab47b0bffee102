"""Where the forms and resources lie: beside the package in a checkout, inside it once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_data"
ROOT = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent
FORMS = ROOT / "forms"
RESOURCES = ROOT / "resources"
