"""Notes and highlights are kept as they were made, and found in a new edition or listed as lost."""

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from partnerships.library.model import Address
from partnerships.notebook import upgrades
from partnerships.notebook.anchoring.selector import select
from partnerships.notebook.marks import new_name
from partnerships.notebook.model import Highlight
from partnerships.notebook.refinding import PageNow, find_again, moved
from partnerships.notebook.store import FILE, Notebook

TEXT = "Volunteer officers took 40 hours of training and answered crisis calls."
WHEN = "2026-11-01T10:00:00+00:00"


def highlight(words: str, page: str = "memphis-cit", note: str = "") -> Highlight:
    start = TEXT.index(words)
    selector = select(TEXT, start, start + len(words))
    return Highlight(new_name(), Address(page, "what"), "Memphis", "yellow", selector, note, "2026.11", WHEN, WHEN)


def test_a_highlight_is_there_after_closing(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    first = notebook.keep_highlight(highlight("crisis calls", note="Ask the academy."))
    second = notebook.keep_highlight(highlight("40 hours of training"))
    notebook.keep_highlight(highlight("officers", page="other"))
    notebook.close()
    again = Notebook(tmp_path)
    assert again.highlights_on("memphis-cit") == (second, first)
    again.keep_highlight(replace(second, color="rose", note="Ours are 24."))
    assert again.highlights_on("memphis-cit")[0].note == "Ours are 24."
    again.remove_highlight(second.id)
    assert again.highlights_on("memphis-cit") == (first,)
    again.close()


def test_a_note_on_a_heading_stands_beside_the_note_on_its_page(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    notebook.write_note(Address("memphis-cit"), "Memphis", "On the whole")
    notebook.write_note(Address("memphis-cit", "what"), "Memphis", "On this part", "What happened")
    assert {(note.address.anchor, note.text, note.heading) for note in notebook.notes()} == {
        ("", "On the whole", ""),
        ("what", "On this part", "What happened"),
    }
    notebook.write_note(Address("memphis-cit", "what"), "Memphis", "  ")
    assert [note.text for note in notebook.notes()] == ["On the whole"]
    notebook.close()


def test_a_mark_that_no_longer_stands_is_listed_with_its_words_and_may_come_back() -> None:
    notebook = Notebook(None)
    mark = notebook.keep_highlight(highlight("crisis calls"))
    assert notebook.pages_to_find("2026.11") == ()
    assert notebook.pages_to_find("2027.05") == ("memphis-cit",)
    notebook.keep_places([moved(mark, None, "", "2027.05")])
    lost = notebook.highlights_on("memphis-cit")[0]
    assert (lost.lost, lost.selector.exact, lost.changed) == ("2027.05", "crisis calls", WHEN)
    assert notebook.pages_to_find("2027.05") == ()
    assert notebook.pages_to_find("2027.11") == ("memphis-cit",)
    notebook.keep_places([moved(lost, (7, 19), "later", "2027.11")])
    back = notebook.highlights_on("memphis-cit")[0]
    assert (back.lost, back.selector.start, back.address.anchor) == ("", 7, "later")
    notebook.close()


def test_a_note_follows_its_heading_but_never_over_another() -> None:
    notebook = Notebook(None)
    one = notebook.write_note(Address("page", "old"), "Page", "Mine", "The heading")
    notebook.write_note(Address("page", "new"), "Page", "Another", "Other heading")
    notebook.keep_places((), [(one, replace(one, address=Address("page", "new")))])
    assert {note.text for note in notebook.notes()} == {"Mine", "Another"}
    notebook.keep_places((), [(one, replace(one, address=Address("page", "newer")))])
    assert {str(note.address) for note in notebook.notes()} == {"page#newer", "page#new"}
    notebook.close()


def test_the_marks_of_a_page_are_found_again_in_a_new_edition() -> None:
    notebook = Notebook(None)
    stands = notebook.keep_highlight(highlight("crisis calls"))
    gone = notebook.keep_highlight(highlight("40 hours of training"))
    notebook.write_note(Address("memphis-cit", "what"), "Memphis", "On a part", "What happened")
    now = PageNow("2027.05", "Officers answered crisis calls.", ())
    assert find_again(notebook, "memphis-cit", now)
    held = {mark.id: mark.lost for mark in notebook.highlights_on("memphis-cit")}
    assert held == {stands.id: "", gone.id: "2027.05"}
    assert [note.lost for note in notebook.notes()] == ["2027.05"]
    assert notebook.counts()["lost"] == 2
    assert not find_again(notebook, "memphis-cit", now)
    notebook.close()


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_notebook_is_upgraded_with_a_copy_kept_and_its_words_can_be_found(
    tmp_path: Path, version: int
) -> None:
    connection = sqlite3.connect(tmp_path / FILE)
    for number, step in enumerate(upgrades._STEPS[:version], 1):
        connection.executescript(f"BEGIN; {step} PRAGMA user_version = {number}; COMMIT;")
    connection.execute(f"PRAGMA application_id = {upgrades.APPLICATION_ID}")
    connection.execute("INSERT INTO note VALUES ('memphis-cit', 'Memphis', 'Ask the academy', ?)", (WHEN,))
    connection.execute(
        "INSERT INTO sheet (tool, name, answers, made, changed) VALUES ('mou-builder', 'Draft', ?, ?, ?)",
        ('{"purpose": "Safer calls", "rows": [["sheriff", "x"]], "hours": 40}', WHEN, WHEN),
    )
    connection.commit()
    connection.close()
    shutil.copy(tmp_path / FILE, tmp_path / "before.sqlite3")

    notebook = Notebook(tmp_path)
    assert notebook.notes()[0].text == "Ask the academy"
    assert notebook.notes()[0].heading == ""
    assert notebook.sheets()[0].answers["purpose"] == "Safer calls"
    uids = notebook._rows("SELECT uid FROM sheet")
    assert len(uids[0][0]) == 32
    copies = list((tmp_path / "backups").glob("*before-upgrade*"))
    assert len(copies) == 1
    kept = sqlite3.connect(copies[0])
    assert kept.execute("PRAGMA user_version").fetchone()[0] == version
    kept.close()
    notebook.close()
