"""The layout: any Word file set on pages and written as PDF, in our own fonts, without an Office program."""

from bali_desk.documents.layout.pdf import LaidOut, lay_out

__all__ = ["LaidOut", "lay_out"]
