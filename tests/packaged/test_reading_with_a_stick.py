"""A person reads from a stick: searches, bookmarks, closes, comes back. The real program in a real window."""

import re
from pathlib import Path

from packaged.person import Notebook, Reader

INTERNET = re.compile(r"\bAF_INET6?\b")


def test_a_bookmark_is_still_there_on_the_next_day(reader: Reader, notebook: Notebook) -> None:
    reader.opens()
    reader.presses("Escape")  # whatever greets a first-time reader
    reader.presses("ctrl+k")
    reader.types("memphis first crisis intervention team")
    reader.presses("Return")
    reader.presses("ctrl+d")
    kept = notebook.soon_has_a_bookmark()
    reader.quits()
    assert len(kept) == 1

    reader.opens()
    assert notebook.bookmarks() == kept
    reader.quits()
    assert notebook.bookmarks() == kept


def test_nothing_is_left_on_the_computer(reader: Reader, home: Path) -> None:
    reader.opens()
    reader.presses("Escape")
    reader.quits()
    assert [str(file.relative_to(home)) for file in home.rglob("*")] == []


def test_no_internet_socket_is_ever_opened(reader: Reader, tmp_path: Path) -> None:
    trace = tmp_path / "calls"
    reader.opens(before=("strace", "-f", "-qq", "-e", "trace=%network", "-o", str(trace)))
    reader.presses("Escape")
    reader.presses("ctrl+k")
    reader.types("grants for a small agency")
    reader.presses("Return")
    reader.quits()
    calls = trace.read_text(encoding="utf-8")
    assert "AF_UNIX" in calls  # the screen itself: so the trace has seen the program
    assert [line for line in calls.splitlines() if INTERNET.search(line)] == []


def test_where_the_stick_takes_no_notes_the_reader_s_own_folder_does(reader: Reader, stick: Path, home: Path) -> None:
    (stick / "notebook").write_text("a file stands where the folder would be")
    reader.opens()
    reader.presses("Escape")
    reader.presses("ctrl+k")
    reader.types("building a crisis intervention team program")
    reader.presses("Return")
    reader.presses("ctrl+d")
    own = Notebook(home / ".local" / "share" / "Community Partnerships")
    assert len(own.soon_has_a_bookmark()) == 1
    reader.quits()
