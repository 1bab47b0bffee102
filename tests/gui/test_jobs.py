"""Slow work beside the window: results on its thread, faults told, stopped when asked, and the bar in the foot."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bali_desk.gui.foot import Foot


def test_the_outcome_comes_on_the_windows_thread(qtbot, jobs):
    found = []
    jobs.run(
        lambda _progress: threading.current_thread().name,
        lambda worker: found.append((worker.startswith("job"), threading.current_thread() is threading.main_thread())),
        found.append,
    )
    qtbot.waitUntil(lambda: bool(found))
    assert found == [(True, True)]


def test_a_fault_is_handed_over(qtbot, jobs):
    found = []
    jobs.run(lambda _progress: 1 // 0, found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert isinstance(found[0], ZeroDivisionError)


def test_many_jobs_end_in_the_order_they_were_asked_for(qtbot, jobs):
    found = []
    for number in range(50):
        jobs.run(lambda _progress, number=number: number, found.append, found.append)
    qtbot.waitUntil(lambda: len(found) == 50)
    assert found == list(range(50))


@pytest.fixture
def foot(qtbot, look, jobs):
    foot = Foot(look, jobs)
    qtbot.addWidget(foot)
    foot.resize(900, 28)
    foot.show()
    return foot


def test_long_work_shows_a_bar_and_its_button_stops_it(qtbot, jobs, foot):
    go, found = threading.Event(), []

    def work(progress):
        number = 0
        while True:
            go.wait(0.005)
            number = min(number + 1, 99)
            progress.step(number, 100)

    jobs.run(work, found.append, found.append)
    assert not foot.progress_bar.isVisible()
    qtbot.waitUntil(foot.progress_bar.isVisible)
    qtbot.waitUntil(lambda: foot.progress_bar.value() > 0)
    assert foot.progress_bar.maximum() == 100
    QTest.mouseClick(foot.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not foot.progress_bar.isVisible())
    assert found == []


def test_short_work_shows_no_bar(qtbot, jobs, foot):
    found = []
    jobs.run(lambda _progress: "done", found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert not foot.progress_bar.isVisible()
    assert not foot._slow.isActive()
