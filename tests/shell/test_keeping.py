"""What a person keeps is saved in the background, tried again after trouble, and there on the next start."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.notebook.finding import Found, Wanted
from partnerships.notebook.model import Known, Partnership, Sheet
from partnerships.notebook.store import Notebook
from partnerships.shell.jobs import Lane
from partnerships.shell.keeping import Keeper
from tests.notebook.test_marks import highlight


def keeper_in(folder: Path | None) -> Keeper:
    return Keeper(Notebook(folder), Lane("notebook"))


def test_a_bookmark_is_seen_at_once_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    with qtbot.waitSignals([keeper.changed, keeper.saved]):
        keeper.bookmark(Address("a", "part"), "A", True)
    assert keeper.is_bookmarked(Address("a"))
    keeper.close()
    again = keeper_in(tmp_path)
    assert [mark.title for mark in again.state.bookmarks] == ["A"]
    again.close()


def test_a_full_disk_is_said_and_saved_when_there_is_room(qtbot: QtBot, tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    keeper = Keeper(notebook, Lane("notebook"))
    pages = notebook._connection.execute("PRAGMA page_count").fetchone()[0]
    notebook._connection.execute(f"PRAGMA max_page_count = {pages}")
    with qtbot.waitSignal(keeper.failed) as failed:
        keeper.write_note(Address("a"), "A", "x" * 500_000)
    assert "full" in failed.args[0]
    assert keeper.note_on("a") is not None
    notebook._connection.execute("PRAGMA max_page_count = 1000000")
    with qtbot.waitSignal(keeper.saved):
        keeper.try_again()
    keeper.close()
    again = keeper_in(tmp_path)
    note = again.note_on("a")
    assert note is not None
    assert len(note.text) == 500_000
    again.close()


def test_nothing_older_replaces_what_was_written_after_it(qtbot: QtBot, tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    keeper = Keeper(notebook, Lane("notebook"))
    pages = notebook._connection.execute("PRAGMA page_count").fetchone()[0]
    notebook._connection.execute(f"PRAGMA max_page_count = {pages}")
    with qtbot.waitSignal(keeper.failed):
        keeper.write_note(Address("a"), "A", "long " * 100_000)
    keeper.write_note(Address("a"), "A", "short")  # there is room for this one
    assert keeper.unsaved == 2
    qtbot.waitUntil(lambda: keeper._running is None)
    notebook._connection.execute("PRAGMA max_page_count = 1000000")
    with qtbot.waitSignal(keeper.saved):
        keeper.try_again()
    assert keeper.unsaved == 0
    keeper.close()
    again = keeper_in(tmp_path)
    assert [note.text for note in again.state.notes] == ["short"]
    again.close()


def test_a_disk_that_stays_full_is_said_once(qtbot: QtBot, tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    keeper = Keeper(notebook, Lane("notebook"))
    said: list[str] = []
    keeper.failed.connect(said.append)
    pages = notebook._connection.execute("PRAGMA page_count").fetchone()[0]
    notebook._connection.execute(f"PRAGMA max_page_count = {pages}")
    with qtbot.waitSignal(keeper.failed):
        keeper.write_note(Address("a"), "A", "long " * 100_000)
    for _ in range(3):
        keeper.try_again()
        qtbot.waitUntil(lambda: keeper._running is None)
    assert len(said) == 1
    assert keeper.close() == 1


def test_highlights_are_read_page_by_page_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    assert keeper.marks.on("memphis-cit") == ()
    with qtbot.waitSignal(keeper.saved):
        mark = keeper.marks.keep(highlight("crisis calls"))  # before the page's own were read
    assert keeper.marks.on("memphis-cit") == (mark,)
    keeper.marks.keep(replace(mark, color="rose"))
    keeper.close()
    again = keeper_in(tmp_path)
    with qtbot.waitSignal(again.marks.changed):
        assert again.marks.on("memphis-cit") == ()
    assert [held.color for held in again.marks.on("memphis-cit")] == ["rose"]
    again.marks.remove(again.marks.on("memphis-cit")[0])
    assert again.marks.on("memphis-cit") == ()
    again.close()


def test_the_notebook_is_searched_in_the_background(qtbot: QtBot) -> None:
    keeper = keeper_in(None)
    keeper.write_note(Address("a"), "A", "Ask the academy")
    found: list[Found] = []
    counts: list[dict[str, int]] = []
    keeper.ask(lambda notebook: notebook.find(Wanted("never asked")), found.append, newest=True)
    keeper.ask(lambda notebook: notebook.find(Wanted("acad")), found.append, newest=True)
    keeper.ask(lambda notebook: notebook.counts(), counts.append)
    qtbot.waitUntil(lambda: bool(counts))
    assert [entry.text for entry in found[-1].entries] == ["Ask the academy"]
    assert counts[0]["note"] == 1
    keeper.close()


def test_closing_waits_for_what_is_being_saved(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    for number in range(20):
        keeper.bookmark(Address(f"page-{number}"), f"Page {number}", True)
    keeper.close()
    again = keeper_in(tmp_path)
    assert len(again.state.bookmarks) == 20
    again.close()


def test_without_a_place_to_write_everything_works_until_quitting(qtbot: QtBot) -> None:
    keeper = keeper_in(None)
    with qtbot.waitSignal(keeper.saved):
        keeper.order("vital-partners", True)
    assert keeper.state.order_list == ("vital-partners",)
    keeper.close()


def test_a_sheet_begun_on_a_full_disk_is_made_when_there_is_room(qtbot: QtBot, tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    keeper = Keeper(notebook, Lane("notebook"))
    pages = notebook._connection.execute("PRAGMA page_count").fetchone()[0]
    notebook._connection.execute(f"PRAGMA max_page_count = {pages}")
    begun: list[Sheet] = []
    with qtbot.waitSignal(keeper.failed):
        keeper.add_sheet("mou-builder", "Draft", {"purpose": "x" * 500_000}, begun.append)
    assert begun == []
    notebook._connection.execute("PRAGMA max_page_count = 1000000")
    with qtbot.waitSignal(keeper.saved):
        keeper.try_again()
    assert [sheet.name for sheet in begun] == ["Draft"]
    keeper.close()


def test_a_deleted_sheet_is_in_the_bin_at_once_and_restored_in_its_place(qtbot: QtBot) -> None:
    keeper = keeper_in(None)
    for name in ("First", "Second"):
        with qtbot.waitSignal(keeper.saved):
            keeper.add_sheet("mou-builder", name, {}, lambda _: None)
    first = keeper.state.sheets[1]
    keeper.remove_sheet(first)
    assert [sheet.name for sheet in keeper.state.sheets] == ["Second"]
    assert [sheet.name for sheet in keeper.state.bin] == ["First"]
    assert keeper.restore_sheet(first.id) == first
    assert {sheet.name for sheet in keeper.state.sheets} == {"First", "Second"}
    assert keeper.state.bin == ()
    keeper.close()


def test_a_partnership_is_kept_changed_and_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    named: list[Partnership] = []
    with qtbot.waitSignal(keeper.saved):
        keeper.add_partnership(Known("Riverside"), named.append)
    keeper.choose_partnership(named[0].id)
    keeper.save_partnership(replace(named[0], known=Known("Riverside", area="The whole county")))
    keeper.close()
    again = keeper_in(tmp_path)
    chosen = again.partnership(again.state.partnership)
    assert chosen is not None
    assert chosen.known.area == "The whole county"
    again.close()
