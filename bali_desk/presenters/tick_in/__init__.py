"""Ticking in who came, in the printed order of the attendance sheet: what is shown and done."""
