"""What a person relies on: nothing kept is lost, and what goes wrong is said."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from partnerships.base.errors import NotebookTrouble
from partnerships.library.model import Address
from partnerships.notebook.store import FILE, Notebook
from partnerships.notebook.upgrades import NEWEST


def test_everything_kept_is_there_after_closing(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    notebook.add_bookmark(Address("memphis-cit", "the-problem"), "Memphis")
    notebook.keep_place(Address("memphis-cit"), "Memphis", 0.4)
    notebook.mark_read("definitions", True)
    notebook.write_note(Address("memphis-cit"), "Memphis", "Ask the academy.")
    sheet = notebook.add_sheet("mou-builder", "First draft", {"purpose": "Safer calls", "members": (("a", "b"),)})
    notebook.order("vital-partners", True)
    notebook.keep_search("crisis team")
    notebook.add_feedback("memphis-cit", "A date is wrong.", "")
    notebook.close()

    again = Notebook(tmp_path)
    state = again.state()
    assert state.bookmarks[0].address == Address("memphis-cit", "the-problem")
    assert state.places[0].share == 0.4
    assert state.read == {"definitions"}
    assert state.notes[0].text == "Ask the academy."
    assert state.sheets == (sheet,)
    assert state.order_list == ("vital-partners",)
    assert state.searches == ("crisis team",)
    assert state.feedback[0].text == "A date is wrong."
    again.close()


def test_without_a_folder_the_notebook_works_in_memory() -> None:
    notebook = Notebook(None)
    notebook.add_bookmark(Address("a"), "A")
    assert notebook.opening.health == "memory"
    assert len(notebook.state().bookmarks) == 1
    notebook.close()


def test_a_killed_program_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from partnerships.notebook.store import Notebook\n"
        "notebook = Notebook(Path(sys.argv[1]))\n"
        "notebook.add_sheet('mou-builder', 'Draft', {'purpose': 'kept'})\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    notebook = Notebook(tmp_path)
    assert notebook.opening.health == "good"
    assert notebook.sheets()[0].answers == {"purpose": "kept"}
    notebook.close()


def test_a_damaged_file_is_set_aside_and_the_newest_backup_used(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    notebook.add_bookmark(Address("a"), "A")
    notebook.close()
    Notebook(tmp_path).close()  # opening a good notebook makes its backup
    file = tmp_path / FILE
    file.write_bytes(b"nonsense" * 1000)

    again = Notebook(tmp_path)
    assert again.opening.health == "restored"
    assert "set aside" in again.opening.notice
    assert (tmp_path / again.opening.kept_aside[0]).read_bytes().startswith(b"nonsense")
    assert again.state().bookmarks[0].title == "A"
    again.close()


def test_a_damaged_file_without_backup_is_kept_beside_a_new_one(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"nonsense" * 1000)
    notebook = Notebook(tmp_path)
    assert notebook.opening.health == "set-aside"
    assert (tmp_path / notebook.opening.kept_aside[0]).exists()
    notebook.add_bookmark(Address("a"), "A")
    notebook.close()


def test_a_second_window_reads_but_does_not_write(tmp_path: Path) -> None:
    first = Notebook(tmp_path)
    first.add_bookmark(Address("a"), "A")
    second = Notebook(tmp_path)
    assert second.opening.health == "read-only"
    assert second.state().bookmarks[0].title == "A"
    with pytest.raises(NotebookTrouble, match="only be read"):
        second.add_bookmark(Address("b"), "B")
    first.add_bookmark(Address("c"), "C")
    second.close()
    first.close()


def test_a_newer_notebook_is_refused_and_left_alone(tmp_path: Path) -> None:
    Notebook(tmp_path).close()
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(NotebookTrouble, match="newer version"):
        Notebook(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    notebook.add_sheet("mou-builder", "Draft", {"purpose": "kept"})
    pages = notebook._connection.execute("PRAGMA page_count").fetchone()[0]
    notebook._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotebookTrouble, match="full"):
        notebook.add_sheet("mou-builder", "Long", {"purpose": "x" * 1_000_000})
    assert [sheet.name for sheet in notebook.sheets()] == ["Draft"]
    notebook._connection.execute("PRAGMA max_page_count = 1000000")
    notebook.add_sheet("mou-builder", "Long", {"purpose": "x" * 1_000_000})
    assert len(notebook.sheets()) == 2
    notebook.close()


def test_only_five_backups_are_kept(tmp_path: Path) -> None:
    from datetime import UTC, datetime, timedelta

    start = datetime(2026, 11, 1, tzinfo=UTC)
    for day in range(9):
        Notebook(tmp_path, now=lambda day=day: start + timedelta(days=day)).close()  # type: ignore[misc]
    assert len(list((tmp_path / "backups").iterdir())) == 5
