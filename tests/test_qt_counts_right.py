"""Qt for Python gives back as many references as it takes.

Its 6.12.0 counts on Python 3.12's immortal objects: before 3.12, every signal took one reference from True, and the
program ended with "deallocating True or False" after a few hundred of them.
"""

import sys

from PySide6.QtCore import QObject, Signal

OFTEN = 100


class Sender(QObject):
    happened = Signal(bool)


def test_signals_and_slots_lose_no_reference() -> None:
    sender = Sender()
    connection = sender.happened.connect(lambda _: None)
    kept = (None, True, False, NotImplemented)
    before = [sys.getrefcount(each) for each in kept]
    for _ in range(OFTEN):
        sender.happened.emit(True)
        sender.setObjectName("a")
        sender.property("nothing")
    after = [sys.getrefcount(each) for each in kept]
    sender.happened.disconnect(connection)
    lost = [old - new for old, new in zip(before, after, strict=True)]
    assert max(lost) < OFTEN / 2
