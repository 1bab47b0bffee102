from __future__ import annotations

import hashlib
import os
import subprocess
import sys

from docx.shared import Cm

from bali_desk.documents.layout import lay_out


def test_the_same_word_file_gives_the_same_pdf_in_every_process(paper, as_bytes, put_field, tmp_path):
    document = paper()
    document.add_heading("Statement", 0)
    document.add_paragraph("Text សុខ 王小明 السيد (2017) ☐ " * 30)
    put_field(document.sections[0].footer.paragraphs[0], "PAGE")
    table = document.add_table(rows=5, cols=3)
    table.style = "Light Grid Accent 1"
    for row in table.rows:
        row.height = Cm(1)
        row.cells[0].text = "Cell"
    data = as_bytes(document)
    file = tmp_path / "statement.docx"
    file.write_bytes(data)
    here = lay_out(data).pdf
    assert lay_out(file).pdf == here
    program = (
        "import hashlib, pathlib, sys\nfrom bali_desk.documents.layout import lay_out\n"
        "print(hashlib.sha256(lay_out(pathlib.Path(sys.argv[1])).pdf).hexdigest())"
    )
    for seed in ("1", "4321"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Makassar"}
        made = subprocess.run(
            [sys.executable, "-c", program, str(file)], capture_output=True, text=True, check=True, env=environment
        )
        assert made.stdout.strip() == hashlib.sha256(here).hexdigest()


def test_progress_is_told_from_the_first_step_to_the_last(paper, as_bytes):
    document = paper()
    document.add_paragraph("Text")
    told: list[tuple[int, int]] = []
    lay_out(as_bytes(document), progress=lambda done, steps: told.append((done, steps)))
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)
