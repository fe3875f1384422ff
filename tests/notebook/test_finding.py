"""Everything with words is found as one types, and the index is in step with every change."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerships.library.model import Address
from partnerships.notebook.finding import COUNTED, Wanted
from partnerships.notebook.model import Known
from partnerships.notebook.store import Notebook
from tests.notebook.test_marks import highlight

WORDS = st.sampled_from(["", "crisis", "Ünïcode naïve", 'say "yes" AND no', "O'Neil * NEAR(", "(police)", "40 hours"])


@pytest.fixture
def notebook() -> Notebook:
    """A notebook in memory with something of each kind."""
    notebook = Notebook(None)
    notebook.add_bookmark(Address("memphis-cit"), "Memphis: the first team")
    notebook.write_note(Address("memphis-cit"), "Memphis", "Ask the academy about training")
    notebook.keep_highlight(highlight("40 hours of training", note="Ours are 24"))
    notebook.keep_highlight(replace(highlight("crisis calls"), color="green"))
    notebook.add_sheet("mou-builder", "Draft", {"purpose": "Safer training", "rows": (("Sheriff Ortiz", "x"),)})
    notebook.add_partnership(Known("Riverside", area="County training ground"))
    notebook.add_feedback("Memphis", "The hours of training are wrong", "A reader")
    return notebook


def kinds(notebook: Notebook, wanted: Wanted) -> list[str]:
    return [entry.kind for entry in notebook.find(wanted).entries]


def test_a_word_is_found_in_every_kind_the_newest_first(notebook: Notebook) -> None:
    assert kinds(notebook, Wanted("training")) == ["feedback", "partnership", "sheet", "highlight", "note"]
    assert len(kinds(notebook, Wanted())) == 7


def test_the_last_word_may_be_only_begun_and_accents_do_not_matter(notebook: Notebook) -> None:
    notebook.write_note(Address("a"), "A", "Meet at the Café Olé")
    assert kinds(notebook, Wanted("cafe ol")) == ["note"]
    assert kinds(notebook, Wanted("ca ole")) == []
    assert kinds(notebook, Wanted("sheriff ort")) == ["sheet"]


def test_a_search_is_narrowed_by_kind_color_notes_and_what_was_lost(notebook: Notebook) -> None:
    assert kinds(notebook, Wanted("training", kinds=("sheet", "note"))) == ["sheet", "note"]
    found = notebook.find(Wanted(color="green")).entries
    assert [entry.quote for entry in found] == ["crisis calls"]
    assert kinds(notebook, Wanted(noted=True)) == ["highlight", "note"]
    assert kinds(notebook, Wanted(lost=True)) == []
    notebook.keep_highlight(replace(highlight("officers"), lost="2027.05"))
    found = notebook.find(Wanted(lost=True)).entries
    assert [(entry.quote, entry.lost) for entry in found] == [("officers", True)]
    assert notebook.counts() == {
        "bookmark": 1, "note": 1, "highlight": 3, "sheet": 1, "partnership": 1, "feedback": 1, "noted": 2, "lost": 1
    }  # fmt: skip


def test_words_that_narrow_are_not_words_that_are_found(notebook: Notebook) -> None:
    assert kinds(notebook, Wanted("highlight")) == []
    assert kinds(notebook, Wanted("green")) == []


@pytest.mark.parametrize("typed", ['"', "*", "AND", "a OR b", "NEAR(", "title:", "-", "(", "☃", "'; DROP TABLE note"])
def test_nothing_typed_is_taken_for_the_language_of_the_index(notebook: Notebook, typed: str) -> None:
    notebook.find(Wanted(typed))
    assert len(notebook.notes()) == 1


def test_what_was_marked_is_gathered_page_by_page(notebook: Notebook) -> None:
    notebook.write_note(Address("memphis-cit", "what"), "Memphis", "On a part", "What happened")
    notebook.keep_highlight(replace(highlight("officers", page="austin"), title="Austin"))
    austin, memphis = notebook.marked_pages()
    assert (austin.title, [mark.selector.exact for mark in austin.highlights]) == ("Austin", ["officers"])
    assert [note.heading for note in memphis.notes] == ["", "What happened"]
    assert [mark.selector.exact for mark in memphis.highlights] == ["40 hours of training", "crisis calls"]
    (only,) = notebook.marked_pages(Wanted(color="green"))
    assert ([mark.color for mark in only.highlights], only.notes) == (["green"], ())


def test_a_sheet_in_the_bin_is_not_found_until_it_is_restored(notebook: Notebook) -> None:
    sheet = notebook.sheets()[0]
    notebook.bin_sheet(sheet.id)
    assert kinds(notebook, Wanted("sheriff")) == []
    notebook.restore_sheet(sheet.id)
    assert kinds(notebook, Wanted("sheriff")) == ["sheet"]


def test_many_are_counted_only_so_far() -> None:
    notebook = Notebook(None)
    for number in range(COUNTED + 20):
        notebook.write_note(Address("page", f"h{number}"), "Page", f"crisis {number}")
    found = notebook.find(Wanted("crisis"), limit=10)
    assert len(found.entries) == 10
    assert found.entries[0].text == f"crisis {COUNTED + 19}"
    assert found.total == COUNTED + 1
    notebook.close()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3), WORDS), max_size=25))
def test_the_index_is_in_step_with_every_change(steps: list[tuple[int, int, str]]) -> None:
    notebook = Notebook(None)
    marks = [highlight(words) for words in ("officers", "training", "calls", "took")]
    for what, number, words in steps:
        sheets = [*notebook.sheets(), *notebook.bin()]
        sheet = sheets[number] if number < len(sheets) else None
        match what:
            case 0:
                notebook.add_bookmark(Address(f"page-{number}"), words)
            case 1:
                notebook.remove_bookmark(Address(f"page-{number}"))
            case 2:
                notebook.write_note(Address("page", f"h{number}"), "Page", words, "Heading")
            case 3:
                notebook.keep_highlight(replace(marks[number], note=words, lost="2027.05" if number == 1 else ""))
            case 4:
                notebook.remove_highlight(marks[number].id)
            case 5:
                notebook.add_sheet("tool", words, {"a": words})
            case 6 if sheet:
                notebook.save_sheet(replace(sheet, answers={"b": (words, words)}))
            case 7 if sheet:
                notebook.bin_sheet(sheet.id)
            case 8 if sheet:
                notebook.remove_sheet(sheet.id)
            case 9:
                notebook.save_partnership(replace(notebook.add_partnership(Known("P")), known=Known(words)))
    connection: sqlite3.Connection = notebook._connection
    connection.execute("INSERT INTO entry_words (entry_words, rank) VALUES ('integrity-check', 1)")
    held = {(kind, key) for kind, key in connection.execute("SELECT kind, key FROM entry")}
    assert held == {
        *(("bookmark", str(mark.address)) for mark in notebook.state().bookmarks),
        *(("note", str(note.address)) for note in notebook.notes()),
        *(("highlight", name) for (name,) in connection.execute("SELECT id FROM highlight")),
        *(("sheet", str(sheet.id)) for sheet in notebook.sheets()),
        *(("partnership", str(held.id)) for held in notebook.partnerships()),
    }
    for note in notebook.notes():
        assert notebook._rows("SELECT text FROM entry WHERE kind = 'note' AND key = ?", str(note.address)) == [
            (f"Heading\x1f{note.text}",)
        ]
    notebook.close()
