"""Background work answers on the UI thread, in order, and only to those who still want it."""

import threading

from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from partnerships.shell.jobs import Lane


def test_an_answer_comes_back_on_the_ui_thread(qtbot: QtBot) -> None:
    lane, owner = Lane("test"), QObject()
    seen: list[tuple[int, bool]] = []
    lane.run(
        owner, lambda: threading.get_ident(), lambda ident: seen.append((ident, QThread.isMainThread())), seen.append
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != threading.get_ident()
    assert seen[0][1]
    lane.close()


def test_questions_still_waiting_give_way_to_the_newest(qtbot: QtBot) -> None:
    lane, owner, gate = Lane("test"), QObject(), threading.Event()
    asked: list[str] = []
    answered: list[str] = []
    lane.run(owner, gate.wait, lambda _: None, lambda _: None)
    for typed in ("c", "cr", "cri"):
        lane.run_newest(owner, lambda typed=typed: asked.append(typed) or typed, answered.append, lambda _: None)  # type: ignore[misc,func-returns-value]
    gate.set()
    qtbot.waitUntil(lambda: bool(answered))
    assert asked == ["cri"]
    assert answered == ["cri"]
    lane.close()


def test_an_answer_is_dropped_when_its_owner_is_gone(qtbot: QtBot) -> None:
    lane, owner, gate = Lane("test"), QObject(), threading.Event()
    told: list[object] = []
    lane.run(owner, gate.wait, told.append, told.append)
    with qtbot.waitSignal(owner.destroyed, timeout=1000):
        owner.deleteLater()
    gate.set()
    marker = QObject()
    done: list[int] = []
    lane.run(marker, lambda: 1, done.append, lambda _: None)
    qtbot.waitUntil(lambda: bool(done))
    assert told == []
    lane.close()


def test_trouble_comes_back_to_the_one_who_asked(qtbot: QtBot) -> None:
    lane, owner = Lane("test"), QObject()
    failed: list[Exception] = []

    def job() -> None:
        raise ValueError("no such page")

    lane.run(owner, job, lambda _: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert str(failed[0]) == "no such page"
    lane.close()


def test_an_answer_never_comes_before_the_question_has_been_put(qtbot: QtBot) -> None:
    lane, owner = Lane("test"), QObject()
    order: list[str] = []
    for _ in range(300):
        lane.run(owner, lambda: None, lambda _: order.append("answer"), lambda _: None)
        order.append("asked")
        qtbot.waitUntil(lambda: order[-1] == "answer")
    assert order == ["asked", "answer"] * 300
    lane.close()


def test_closing_a_busy_lane_finishes_what_was_queued() -> None:
    lane, owner = Lane("test"), QObject()
    done: list[int] = []
    for number in range(5):
        lane.run(owner, lambda number=number: done.append(number), lambda _: None, lambda _: None)  # type: ignore[misc]
    lane.close()
    assert done == [0, 1, 2, 3, 4]
