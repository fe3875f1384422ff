"""Drawings: moved by mouse and by keys, and what is moved stands in the table behind them."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from partnerships.base.settings import Settings
from partnerships.library.model import Column, Computed, Drawing, DrawingPart, Field, FieldGroup, Range, Tool
from partnerships.notebook.drawings import Bar, Point
from partnerships.notebook.model import Answer
from partnerships.shell.look import Look
from partnerships.shell.toolkit.drawings.box import ChainBox, DrawingBox, GridBox, ScoresBox, StripBox, TriangleBox
from partnerships.shell.toolkit.drawings.grid import GridCanvas
from partnerships.shell.toolkit.drawings.picture import pictures_of
from partnerships.shell.toolkit.drawings.plan import Canvas
from partnerships.shell.toolkit.drawings.strip import StripCanvas
from partnerships.shell.toolkit.form import SheetForm

SCALE = Range(1, 2.9, "Weak", "")
PEOPLE = Field(
    "people",
    "table",
    "People",
    columns=(Column("who", "Who"), Column("interest", "Interest", "scale"), Column("power", "Power", "scale")),
)
PLAN = Field(
    "plan",
    "table",
    "Plan",
    columns=(Column("what", "What"), Column("from", "From", "date"), Column("to", "To", "date")),
)
GRID = Drawing(
    "g",
    "grid",
    "Power and interest",
    "people",
    of=("people.who", "people.interest", "people.power"),
    words=("Monitor", "Inform", "Satisfy", "Closely"),
)
STRIP = Drawing("s", "strip", "The months", "plan", of=("plan.what", "plan.from", "plan.to"), starts="begins")
TRIANGLE = Drawing(
    "t",
    "triangle",
    "The sides",
    "all",
    of=("problem",),
    parts=tuple(DrawingPart(f"Side {n}", ("problem", "problem", f"s{n}"), f"Control {n}") for n in (1, 2, 3)),
)
CHAIN = Drawing(
    "c", "chain", "The model", "all", parts=(DrawingPart("Who", ("people.who",)), DrawingPart("Plan", ("plan.what",)))
)
SCORES = Drawing("r", "scores", "The parts", "all", of=("m1", "m2", "m3"))
TOOL = Tool(
    "t", "T", "", "", "start", 1, 5, (), "2026-11", "", "",
    groups=(
        FieldGroup(
            "all",
            "All",
            (
                Field("problem", "text", "Problem"),
                Field("begins", "date", "Begins"),
                PEOPLE,
                PLAN,
                *(Field(f"s{n}", "scale", f"Strength {n}") for n in (1, 2, 3)),
            ),
        ),
    ),
    computed=tuple(Computed(f"m{n}", f"Part {n}", "mean", (f"s{n}",), decimals=1, ranges=(SCALE,)) for n in (1, 2, 3)),
    drawings=(GRID, STRIP, TRIANGLE, CHAIN, SCORES),
)  # fmt: skip
ANSWERS: dict[str, Answer] = {
    "problem": "Thefts from cars",
    "begins": "2027-01-10",
    "people": (("Ann", "5", "2"), ("Bob", "", "")),
    "plan": (("Draft", "2027-02-01", "2027-03-10"), ("Later", "", "")),
    "s1": 2.0,
}


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    """A look at 100 %."""
    look = Look(Settings(), None)
    look.dress()
    return look


def shown(qtbot: QtBot, look: Look, kind: type[DrawingBox], drawing: Drawing) -> DrawingBox:
    box = kind(TOOL, drawing, look)
    qtbot.addWidget(box)
    box.resize(720, 600)
    box.show_answers(ANSWERS)
    box.show()
    return box


def press(qtbot: QtBot, canvas: Canvas, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(canvas, key)


# --- the grid ----------------------------------------------------------------------------------------


def test_a_mark_is_picked_up_moved_and_put_down_by_keyboard(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, GridBox, GRID)
    said: list[str] = []
    box.said.connect(said.append)
    press(qtbot, box.canvas, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left)
    with qtbot.waitSignal(box.moved) as moved:
        press(qtbot, box.canvas, Qt.Key.Key_Return)
    assert moved.args == ["people", (("Ann", "4", "4"), ("Bob", "", ""))]
    assert said[-1] == "Ann: Interest 4, Power 4."


def test_escape_leaves_a_mark_where_it_was(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, GridBox, GRID)
    with qtbot.assertNotEmitted(box.moved):
        press(qtbot, box.canvas, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Escape)


def test_one_without_points_is_chosen_by_arrow_and_placed(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, GridBox, GRID)
    press(qtbot, box.canvas, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Right)
    with qtbot.waitSignal(box.moved) as moved:
        press(qtbot, box.canvas, Qt.Key.Key_Return)
    assert moved.args[1][1] == ("Bob", "4", "3")


def test_a_mark_is_dragged(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, GridBox, GRID)
    canvas = box.canvas
    assert isinstance(canvas, GridCanvas)
    spot = canvas.plan().spots(canvas.inside())[0]
    field = canvas.plan().field(canvas.inside())
    start = QPoint(round(spot.x()) + 8, round(spot.y()) + 8)
    target = QPoint(round(field.left()) + 18, round(field.top()) + 18)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, target)
    with qtbot.waitSignal(box.moved) as moved:
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=target)
    assert moved.args[1][0] == ("Ann", "1", "5")


def test_the_grid_is_described(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, GridBox, GRID)
    assert box.canvas.accessibleName() == "Power and interest"
    assert box.canvas.accessibleDescription() == "Ann: Interest 5, Power 2. Not placed yet: Bob."


def test_many_in_one_cell_stand_apart(look: Look, qtbot: QtBot) -> None:
    box = shown(qtbot, look, GridBox, GRID)
    canvas = box.canvas
    assert isinstance(canvas, GridCanvas)
    canvas.show_points(tuple(Point(n, f"P{n}", 5, 5) for n in range(6)))
    spots = list(canvas.plan().spots(600).values())
    assert len({(round(spot.x()), round(spot.y())) for spot in spots}) == 6


# --- the strip ---------------------------------------------------------------------------------------


def test_a_bar_is_moved_and_stretched_by_keyboard(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, StripBox, STRIP)
    with qtbot.waitSignal(box.moved) as moved:
        press(qtbot, box.canvas, Qt.Key.Key_Right)
    assert moved.args == ["plan", (("Draft", "2027-03-01", "2027-04-10"), ("Later", "", ""))]
    box.show_answers({**ANSWERS, "plan": moved.args[1]})
    with qtbot.waitSignal(box.moved) as stretched:
        qtbot.keyClick(box.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert stretched.args[1][0] == ("Draft", "2027-03-01", "2027-05-10")


def test_a_task_without_dates_begins_with_an_arrow(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, StripBox, STRIP)
    press(qtbot, box.canvas, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.moved) as moved:
        press(qtbot, box.canvas, Qt.Key.Key_Right)
    assert moved.args[1][1] == ("Later", "2027-01-01", "2027-01-31")


def test_a_bar_is_dragged_and_its_end_pulled(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, StripBox, STRIP)
    canvas = box.canvas
    assert isinstance(canvas, StripCanvas)
    bar, unit = canvas.plan().bar(0, canvas.inside()), canvas.plan().unit_width(canvas.inside())
    grip = QPoint(round(bar.left() + unit / 2) + 8, round(bar.center().y()) + 8)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(canvas, grip + QPoint(round(2 * unit), 0))
    with qtbot.waitSignal(box.moved) as moved:
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=grip)
    assert moved.args[1][0] == ("Draft", "2027-04-01", "2027-05-10")
    end = QPoint(round(bar.right()) - 3 + 8, round(bar.center().y()) + 8)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=end)
    qtbot.mouseMove(canvas, end + QPoint(round(unit), 0))
    with qtbot.waitSignal(box.moved) as pulled:
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    assert pulled.args[1][0] == ("Draft", "2027-02-01", "2027-04-10")


def test_the_strip_is_described_in_months(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, StripBox, STRIP)
    assert box.canvas.accessibleDescription() == "Draft: February 2027 to March 2027. Later: no dates yet."


def test_what_lies_outside_the_strip_does_not_break_it(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, StripBox, STRIP)
    canvas = box.canvas
    assert isinstance(canvas, StripCanvas)
    canvas.show_bars((Bar(0, "Past", -5, -2), Bar(1, "Through", -2, 40), Bar(2, "Future", 20, 22)), date(2027, 1, 1))
    assert canvas.plan().bar(0, 600).isEmpty()
    assert not canvas.plan().bar(1, 600).isEmpty()
    assert not canvas.grab().isNull()


# --- the triangle, the chain, the scores -------------------------------------------------------------


def test_a_side_is_rated_with_a_digit(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, TriangleBox, TRIANGLE)
    press(qtbot, box.canvas, Qt.Key.Key_Right)
    with qtbot.waitSignal(box.moved) as moved:
        press(qtbot, box.canvas, Qt.Key.Key_4)
    assert moved.args == ["s2", 4.0]
    with qtbot.waitSignal(box.asked) as asked:
        press(qtbot, box.canvas, Qt.Key.Key_Return)
    assert asked.args == ["s2"]
    assert "Control 1: Thefts from cars, 2 of 5, weak." in box.canvas.accessibleDescription()


def test_the_chain_is_described_and_leads_to_its_tables(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, ChainBox, CHAIN)
    assert box.canvas.accessibleDescription() == "Who: Ann; Bob. Plan: Draft; Later."
    press(qtbot, box.canvas, Qt.Key.Key_Right)
    with qtbot.waitSignal(box.asked) as asked:
        press(qtbot, box.canvas, Qt.Key.Key_Return)
    assert asked.args == ["plan"]


def test_scores_are_bars_a_radar_or_a_table(qtbot: QtBot, look: Look) -> None:
    box = shown(qtbot, look, ScoresBox, SCORES)
    assert isinstance(box, ScoresBox)
    assert box.canvas.accessibleDescription() == "Part 1: 2.0, Weak. Part 2: –. Part 3: –."
    bars = box.canvas.grab().toImage()
    qtbot.mouseClick(box.view.switch.button("radar"), Qt.MouseButton.LeftButton)
    assert box.canvas.grab().toImage() != bars
    qtbot.mouseClick(box.view.switch.button("table"), Qt.MouseButton.LeftButton)
    assert not box.canvas.isVisible()
    assert [box.view.table.item(0, column).text() for column in range(3)] == ["Part 1", "2.0", "Weak"]


# --- in a form, and out of it ------------------------------------------------------------------------


def test_what_is_moved_in_a_drawing_is_in_the_table_and_told_once(qtbot: QtBot, look: Look) -> None:
    form = SheetForm(look)
    qtbot.addWidget(form)
    form.show_tool(TOOL)
    form.show_answers("", ANSWERS)
    form.resize(800, 600)
    form.show()
    told: list[tuple[str, object]] = []
    form.answered.connect(lambda field, answer, _: told.append((field, answer)))
    grid = next(box for box in form.drawings if isinstance(box, GridBox))
    press(qtbot, grid.canvas, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert told == [("people", (("Ann", "5", "3"), ("Bob", "", "")))]
    assert form.boxes["people"].answer() == told[0][1]


def test_a_form_with_drawings_gives_way_to_another_while_a_drawing_has_the_keyboard(qtbot: QtBot, look: Look) -> None:
    form = SheetForm(look)
    qtbot.addWidget(form)
    for _ in range(3):
        form.show_tool(TOOL)
        form.show_answers("", ANSWERS)
        form.show()
        for box in form.drawings:
            box.canvas.setFocus()
    assert isinstance(form.findChild(QScrollArea), QScrollArea)


def test_drawings_go_out_as_pictures_with_their_words(qtbot: QtBot, look: Look) -> None:
    pictures = pictures_of(TOOL, ANSWERS, look)
    assert set(pictures) == {"people", "plan", "all"}
    (grid,) = pictures["people"]
    assert grid.png.startswith(b"\x89PNG")
    assert grid.words.startswith("Ann: Interest 5")
    assert pictures_of(TOOL, {}, look) == {}, "a blank form has no pictures"
