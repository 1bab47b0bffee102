"""Ticking in who came, in the printed order of the attendance sheet: as the window shows it."""
