"""What every test may ask for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
