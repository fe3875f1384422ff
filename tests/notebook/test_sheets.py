"""Sheets and partnerships in the notebook: nothing goes before its time, and what is known stays known."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from partnerships.notebook import upgrades
from partnerships.notebook.model import Known, Partner
from partnerships.notebook.store import FILE, Notebook

RIVERSIDE = Known(
    "Riverside crisis partnership",
    agency="Riverside Police Department",
    coordinator=Partner("Riverside Police Department", "A. Sample", "Sergeant", "555-0100", "a@example.org"),
    partners=(Partner("NAMI Riverside", "B. Sample", "Program director"), Partner("River Clinic")),
    area="The city and two counties",
    aims="Safer calls",
)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def test_a_deleted_sheet_waits_in_the_bin_and_comes_back_as_it_was(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    sheet = notebook.add_sheet("health-check", "Spring", {"trust-1": 4.0})
    notebook.bin_sheet(sheet.id)
    assert notebook.sheets() == ()
    assert [held.answers for held in notebook.bin()] == [{"trust-1": 4.0}]
    notebook.restore_sheet(sheet.id)
    assert notebook.sheets() == (sheet,)
    assert notebook.bin() == ()
    notebook.close()


def test_the_bin_keeps_thirty_days_and_no_longer(tmp_path: Path) -> None:
    clock = Clock()
    notebook = Notebook(tmp_path, clock)
    gone, kept = notebook.add_sheet("a", "Gone"), notebook.add_sheet("a", "In use")
    notebook.bin_sheet(gone.id)
    notebook.close()

    clock.now += timedelta(days=29)
    again = Notebook(tmp_path, clock)
    assert [sheet.name for sheet in again.bin()] == ["Gone"]
    again.close()

    clock.now += timedelta(days=2)
    later = Notebook(tmp_path, clock)
    assert later.bin() == ()
    assert [sheet.id for sheet in later.sheets()] == [kept.id]
    later.close()


def test_the_bin_can_be_emptied_and_nothing_else_goes(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    first, second = notebook.add_sheet("a", "First"), notebook.add_sheet("a", "Second")
    notebook.bin_sheet(first.id)
    notebook.empty_bin()
    assert notebook.bin() == ()
    assert notebook.sheets() == (second,)
    notebook.close()


def test_partnerships_and_their_sheets_are_there_after_closing(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    riverside = notebook.add_partnership(RIVERSIDE)
    other = notebook.add_partnership(Known("School partnership"))
    sheet = notebook.add_sheet("mou-builder", "Draft", {}, riverside.id)
    notebook.choose_partnership(riverside.id)
    notebook.close()

    again = Notebook(tmp_path)
    state = again.state()
    assert state.partnerships == (riverside, other)
    assert state.partnerships[0].known == RIVERSIDE
    assert state.partnership == riverside.id
    assert state.sheets == (sheet,)
    again.close()


def test_what_the_sheets_were_told_last_is_kept_until_they_are_told_again(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    riverside = notebook.add_partnership(RIVERSIDE)
    wider = replace(RIVERSIDE, area="Three counties")
    notebook.save_partnership(replace(riverside, known=wider, given=RIVERSIDE))
    notebook.close()
    again = Notebook(tmp_path)
    held = again.partnerships()[0]
    assert (held.known, held.given) == (wider, RIVERSIDE)
    again.save_partnership(replace(held, given=None))
    assert again.partnerships()[0].given is None
    again.close()


def test_a_partnership_that_goes_leaves_its_sheets(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    riverside = notebook.add_partnership(RIVERSIDE)
    notebook.add_sheet("mou-builder", "Draft", {"purpose": "kept"}, riverside.id)
    notebook.choose_partnership(riverside.id)
    notebook.remove_partnership(riverside.id)
    assert notebook.state().partnerships == ()
    assert notebook.state().partnership is None
    assert [(sheet.partnership, sheet.answers) for sheet in notebook.sheets()] == [(None, {"purpose": "kept"})]
    notebook.close()


def test_a_notebook_of_the_first_release_is_brought_up_to_date_with_its_sheets(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE)
    connection.executescript(upgrades._STEPS[0])
    connection.execute(f"PRAGMA application_id = {upgrades.APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.execute(
        "INSERT INTO sheet (tool, name, answers, made, changed) VALUES ('a', 'Old', '{\"x\": 1.0}', '2026', '2026')"
    )
    connection.commit()
    connection.close()

    notebook = Notebook(tmp_path)
    assert [(sheet.name, sheet.answers, sheet.partnership, sheet.binned) for sheet in notebook.sheets()] == [
        ("Old", {"x": 1.0}, None, "")
    ]
    assert list((tmp_path / "backups").glob("*before-upgrade*"))
    notebook.close()
