"""Partnerships: named once, begun with in every sheet, changed once for all, printed as one plan."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.notebook.model import Answer, Known, Partner, Partnership, Sheet
from partnerships.shell.toolkit.panel import ToolkitPanel
from partnerships.shell.toolkit.partnerships.updating import UpdateDialog

RIVERSIDE = Known("Riverside", "Police", partners=(Partner("NAMI"), Partner("Clinic")), aims="Safer calls")


@pytest.fixture
def riverside(qtbot: QtBot, panel: ToolkitPanel) -> Partnership:
    """A partnership that is in work."""
    with qtbot.waitSignal(panel.partnerships.control.named) as named:
        panel.partnerships.control.begin(RIVERSIDE)
    assert isinstance(named.args[0], Partnership)
    return named.args[0]


def keep(qtbot: QtBot, panel: ToolkitPanel, name: str, answers: dict[str, Answer], partnership: int | None) -> Sheet:
    made: list[Sheet] = []
    with qtbot.waitSignal(panel.keeper.saved):
        panel.keeper.add_sheet("meeting-sheet", name, answers, made.append, partnership)
    return made[0]


def choose(panel: ToolkitPanel, name: str) -> None:
    """Choose in the bar as a person does."""
    chooser = panel.bar.chooser
    chooser.setCurrentIndex(chooser.findText(name))
    chooser.activated.emit(chooser.currentIndex())


def detail(panel: ToolkitPanel, field: str) -> QLineEdit:
    line = panel.partnerships.details.boxes[field].findChild(QLineEdit)
    assert line is not None
    return line


def test_a_partnership_is_named_by_typing_and_kept(qtbot: QtBot, panel: ToolkitPanel) -> None:
    choose(panel, "Name a partnership…")
    assert panel.partnerships.details.isVisible()
    with qtbot.waitSignal(panel.partnerships.control.named):
        qtbot.keyClicks(detail(panel, "name"), "East Side")
    qtbot.keyClicks(detail(panel, "area"), "The east district")
    qtbot.waitUntil(lambda: [p.known.area for p in panel.keeper.state.partnerships] == ["The east district"])
    assert panel.bar.chooser.currentText() == "East Side"
    assert len(panel.keeper.state.partnerships) == 1


def test_without_a_name_nothing_is_kept(qtbot: QtBot, panel: ToolkitPanel) -> None:
    choose(panel, "Name a partnership…")
    qtbot.keyClicks(detail(panel, "area"), "The east district")
    panel.open(Address("section:toolkit"))
    assert panel.keeper.state.partnerships == ()


def test_a_new_sheet_begins_with_what_is_known_and_belongs_to_the_partnership(
    qtbot: QtBot, panel: ToolkitPanel, riverside: Partnership
) -> None:
    panel.open(Address("meeting-sheet"))
    assert panel.form.boxes["aim"].answer() == "Safer calls"
    assert panel.form.boxes["names"].answer() == (("Police", "", ""), ("NAMI", "", ""), ("Clinic", "", ""))
    assert panel.keeper.state.sheets == (), "only shown so far"
    notes = panel.form.boxes["notes"].findChild(QPlainTextEdit)
    assert notes is not None
    with qtbot.waitSignal(panel.keeper.saved):
        qtbot.keyClicks(notes, "Agreed.")
    sheet = panel.keeper.state.sheets[0]
    assert sheet.partnership == riverside.id
    assert sheet.answers["aim"] == "Safer calls"


def test_partnerships_stand_side_by_side(qtbot: QtBot, panel: ToolkitPanel, riverside: Partnership) -> None:
    keep(qtbot, panel, "Ours", {"aim": "a"}, riverside.id)
    with qtbot.waitSignal(panel.partnerships.control.named):
        panel.partnerships.control.begin(Known("Schools", aims="Calm schools"))
    panel.open(Address("meeting-sheet"))
    assert panel.form.boxes["aim"].answer() == "Calm schools", "a sheet of the schools is begun"
    choose(panel, "Riverside")
    assert panel.form.name.text() == "Ours"
    choose(panel, "All sheets")
    assert panel.form.name.text() == "Ours"
    assert any("Riverside" in panel.list.row(n).line for n in range(panel.list.model().rowCount()))


def test_a_sheet_of_another_partnership_brings_its_own_into_work(
    qtbot: QtBot, panel: ToolkitPanel, riverside: Partnership
) -> None:
    ours = keep(qtbot, panel, "Ours", {}, riverside.id)
    with qtbot.waitSignal(panel.partnerships.control.named):
        panel.partnerships.control.begin(Known("Schools"))
    panel.open(Address("meeting-sheet", f"sheet-{ours.id}"))
    assert panel.bar.chooser.currentText() == "Riverside"


def change_aims(qtbot: QtBot, panel: ToolkitPanel) -> UpdateDialog:
    """Change the aims on the details page and press Done."""
    qtbot.mouseClick(panel.bar.details, Qt.MouseButton.LeftButton)
    box = panel.partnerships.details.boxes["aims"].findChild(QPlainTextEdit)
    assert box is not None
    box.selectAll()
    qtbot.keyClicks(box, "Fewer arrests")
    qtbot.mouseClick(panel.partnerships.details.done, Qt.MouseButton.LeftButton)
    dialog = panel.findChild(UpdateDialog)
    assert dialog is not None
    return dialog


def press(dialog: UpdateDialog, words: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()


def test_changing_it_once_updates_the_ticked_sheets_and_no_others(
    qtbot: QtBot, panel: ToolkitPanel, riverside: Partnership
) -> None:
    open_ = keep(qtbot, panel, "Open", {"aim": "Safer calls"}, riverside.id)
    unticked = keep(qtbot, panel, "Unticked", {"aim": "Safer calls"}, riverside.id)
    by_hand = keep(qtbot, panel, "By hand", {"aim": "Something else"}, riverside.id)
    done = keep(qtbot, panel, "Done", {"aim": "Safer calls"}, riverside.id)
    panel.keeper.save_sheet(replace(done, finished=True))
    dialog = change_aims(qtbot, panel)
    assert {tick.text() for tick in dialog.ticks} >= {"Meeting sheet: Open", "Meeting sheet: Unticked"}
    assert "Meeting sheet: Done" not in {tick.text() for tick in dialog.ticks}
    next(tick for tick in dialog.ticks if "Unticked" in tick.text()).click()
    press(dialog, "Update the ticked sheets")
    aims = {sheet.id: sheet.answers["aim"] for sheet in panel.keeper.state.sheets}
    assert aims[open_.id] == "Fewer arrests"
    assert aims[unticked.id] == "Safer calls"
    assert aims[by_hand.id] == "Something else"
    assert aims[done.id] == "Safer calls"
    assert not panel.bar.update_.isVisible(), "it was decided"


def test_leaving_the_sheets_alone_is_remembered(qtbot: QtBot, panel: ToolkitPanel, riverside: Partnership) -> None:
    keep(qtbot, panel, "Open", {"aim": "Safer calls"}, riverside.id)
    press(change_aims(qtbot, panel), "Leave them as they are")
    assert panel.keeper.state.sheets[0].answers["aim"] == "Safer calls"
    assert panel.partnerships.control.offers() == ()


def test_an_offer_not_yet_decided_waits_in_the_bar(qtbot: QtBot, panel: ToolkitPanel, riverside: Partnership) -> None:
    keep(qtbot, panel, "Open", {"aim": "Safer calls"}, riverside.id)
    panel.partnerships.control.change(riverside.id, replace(RIVERSIDE, aims="Fewer arrests"))
    assert panel.bar.update_.text() == "Update 1 open sheet…"
    qtbot.mouseClick(panel.bar.update_, Qt.MouseButton.LeftButton)
    dialog = panel.findChild(UpdateDialog)
    assert dialog is not None
    press(dialog, "Update the ticked sheets")
    assert panel.keeper.state.sheets[0].answers["aim"] == "Fewer arrests"


def test_the_sheet_on_screen_is_updated_there_and_can_be_undone(
    qtbot: QtBot, panel: ToolkitPanel, riverside: Partnership
) -> None:
    sheet = keep(qtbot, panel, "Open", {"aim": "Safer calls"}, riverside.id)
    panel.open(Address("meeting-sheet", f"sheet-{sheet.id}"))
    panel.partnerships.control.change(riverside.id, replace(RIVERSIDE, partners=(), aims="Fewer arrests"))
    panel.partnerships.offer()
    dialog = panel.findChild(UpdateDialog)
    assert dialog is not None
    press(dialog, "Update the ticked sheets")
    assert panel.form.boxes["aim"].answer() == "Fewer arrests"
    panel.work.undo()
    panel.work.undo()
    assert panel.form.boxes["aim"].answer() == "Safer calls"


def test_a_sheet_can_be_given_to_a_partnership_and_its_gaps_are_filled(
    qtbot: QtBot, panel: ToolkitPanel, riverside: Partnership
) -> None:
    panel.keeper.choose_partnership(None)
    sheet = keep(qtbot, panel, "Loose", {"names": (("Ann", "", ""),)}, None)
    panel.open(Address("meeting-sheet", f"sheet-{sheet.id}"))
    belongs = panel.side.belongs
    belongs.setCurrentIndex(belongs.findText("Riverside"))
    belongs.activated.emit(belongs.currentIndex())
    assert panel.form.boxes["aim"].answer() == "Safer calls"
    assert panel.form.boxes["names"].answer() == (("Ann", "", ""),), "what was written stays"
    qtbot.waitUntil(lambda: panel.keeper.state.sheets[0].partnership == riverside.id)


def test_the_binder_is_one_plan_with_cover_contents_and_dates(
    qtbot: QtBot, panel: ToolkitPanel, riverside: Partnership
) -> None:
    keep(qtbot, panel, "Kickoff", {"aim": "a"}, riverside.id)
    keep(qtbot, panel, "Second", {"aim": "b"}, riverside.id)
    keep(qtbot, panel, "Not ours", {"aim": "c"}, None)
    qtbot.mouseClick(panel.bar.binder, Qt.MouseButton.LeftButton)
    binder = panel.partnerships.binder
    assert len(binder.ticks) == 2
    with qtbot.waitSignal(panel.print_wanted):
        qtbot.mouseClick(binder.print, Qt.MouseButton.LeftButton)
    plan = panel.print_html()
    for words in ("Riverside", "Partnership plan", "Contents", "1 Meeting sheet: Kickoff", "in work, changed", "NAMI"):
        assert words in plan
    assert plan.count("page-break-before") == 2
    assert "Not ours" not in plan
    binder.ticks[1].click()
    assert "Second" not in panel.print_html()
    binder.ticks[0].click()
    assert not binder.print.isEnabled()


def test_a_partnership_is_let_go_after_a_yes_and_its_sheets_stay(
    qtbot: QtBot, panel: ToolkitPanel, riverside: Partnership
) -> None:
    keep(qtbot, panel, "Kickoff", {}, riverside.id)
    panel.open(Address("section:toolkit", "partnership"))
    qtbot.mouseClick(panel.partnerships.details.remove, Qt.MouseButton.LeftButton)
    question = panel.findChild(QMessageBox)
    assert question is not None
    next(button for button in question.buttons() if button.text() == "Let it go").click()
    assert panel.keeper.state.partnerships == ()
    assert [sheet.partnership for sheet in panel.keeper.state.sheets] == [None]
    assert panel.bar.chooser.currentText() == "All sheets"
