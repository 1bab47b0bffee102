"""The layout: any Word file set on pages and written as PDF, in our own fonts, without an Office program."""

from bali_desk.documents.layout.pdf import LaidOut, lay_out, page_count

__all__ = ["LaidOut", "lay_out", "page_count"]
