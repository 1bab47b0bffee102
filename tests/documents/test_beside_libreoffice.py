"""Every document of the sample meeting has as many pages here as in LibreOffice, where that is installed."""

from __future__ import annotations

import os
import shutil
import subprocess

import pypdfium2
import pytest

from bali_desk.assets import RESOURCES
from bali_desk.documents.layout import lay_out
from bali_desk.documents.shelf import DOCUMENTS, make_word

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
FONTS = f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>{RESOURCES / "fonts"}</dir><cachedir>%s</cachedir>
<alias binding="same"><family>Calibri</family><prefer><family>Carlito</family></prefer></alias></fontconfig>"""


def pages(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def test_each_document_has_the_pages_it_has_in_libreoffice(sample, tmp_path):
    (tmp_path / "fonts.conf").write_text(FONTS % (tmp_path / "cache"), encoding="utf-8")
    files = []
    for name in DOCUMENTS:
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(make_word(name, sample))
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    subprocess.run(command, env=environment, capture_output=True, check=True, timeout=300)
    ours = {file.stem: lay_out(file.read_bytes()).pages for file in files}
    assert ours == {file.stem: pages(file.with_suffix(".pdf")) for file in files}
