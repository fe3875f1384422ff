"""A drawing in a form: its title, the picture, the keys that move it. What is moved goes into the table behind it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from partnerships.library.model import Drawing, Tool
from partnerships.notebook.drawings import (
    Bar,
    Point,
    bars,
    links,
    points,
    scores,
    sides,
    strip_start,
    table_of,
    with_bar,
    with_point,
)
from partnerships.notebook.results import Answers
from partnerships.shell.look import Look
from partnerships.shell.toolkit.drawings.chain import ChainCanvas
from partnerships.shell.toolkit.drawings.grid import GridCanvas
from partnerships.shell.toolkit.drawings.plan import Canvas
from partnerships.shell.toolkit.drawings.scores import ScoresCanvas
from partnerships.shell.toolkit.drawings.scores_view import ScoresView
from partnerships.shell.toolkit.drawings.strip import StripCanvas
from partnerships.shell.toolkit.drawings.triangle import TriangleCanvas


class DrawingBox(QWidget):
    """Base of all drawings. `moved` carries a field and its new answer, `asked` a field to go to, `said` words."""

    moved = Signal(str, object)
    asked = Signal(str)
    said = Signal(str)

    def __init__(self, tool: Tool, drawing: Drawing, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool, self.drawing, self.look = tool, drawing, look
        self.answers: Answers = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 4)
        layout.setSpacing(4)
        title = QLabel(drawing.title)
        title.setObjectName("heading3")
        title.setWordWrap(True)
        layout.addWidget(title)
        for words in filter(None, (drawing.help, self.hint_words())):
            label = QLabel(words)
            label.setObjectName("quiet")
            label.setWordWrap(True)
            layout.addWidget(label)
        self.canvas: Canvas = self.make()
        self.canvas.said.connect(self.said)
        shown = self.shown()
        self.draw()  # before anyone asks how high it is
        layout.addWidget(shown)
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.canvas.show_theme(self.look.theme)

    def hint_words(self) -> str:
        """How it is moved by keyboard."""
        return ""

    def make(self) -> Canvas:
        """The picture."""
        raise NotImplementedError

    def shown(self) -> QWidget:
        """The picture, with what belongs around it."""
        return self.canvas

    def show_answers(self, answers: Answers) -> None:
        """Draw these answers."""
        self.answers = answers
        self.draw()

    def draw(self) -> None:
        """Draw the answers of now."""
        raise NotImplementedError


class GridBox(DrawingBox):
    """Rows of a table between two scales."""

    def hint_words(self) -> str:
        return self.tr(
            "Drag a mark, or use the keyboard: arrows choose one, Enter picks it up, arrows move it, "
            "Enter puts it down. The table has the same."
        )

    def make(self) -> Canvas:
        field = next(f for g in self.tool.groups for f in g.fields if f.id == table_of(self.drawing))
        labels = {f"{field.id}.{column.id}": column.label for column in field.columns}
        axes = (labels[self.drawing.of[1]], labels[self.drawing.of[2]])
        canvas = GridCanvas(self.look.theme, self.drawing.title, axes, self.drawing.words)
        canvas.moved.connect(self._moved)
        return canvas

    def draw(self) -> None:
        assert isinstance(self.canvas, GridCanvas)
        self.canvas.show_points(points(self.tool, self.drawing, self.answers))

    def _moved(self, point: Point) -> None:
        self.moved.emit(table_of(self.drawing), with_point(self.tool, self.drawing, self.answers, point))


class StripBox(DrawingBox):
    """Rows of a table between two dates."""

    def hint_words(self) -> str:
        return self.tr(
            "Drag a bar or its end, or use the keyboard: up and down choose one, left and right move it, "
            "with Shift its end. The table has the same."
        )

    def make(self) -> Canvas:
        canvas = StripCanvas(self.look.theme, self.drawing.title, self.drawing)
        canvas.moved.connect(self._moved)
        return canvas

    def _start(self) -> date:
        return strip_start(self.drawing, self.answers, date.today())

    def draw(self) -> None:
        assert isinstance(self.canvas, StripCanvas)
        start = self._start()
        self.canvas.show_bars(bars(self.tool, self.drawing, self.answers, start), start)

    def _moved(self, bar: Bar) -> None:
        rows = with_bar(self.tool, self.drawing, self.answers, self._start(), bar)
        self.moved.emit(table_of(self.drawing), rows)


class TriangleBox(DrawingBox):
    """The three sides of a problem."""

    def hint_words(self) -> str:
        return self.tr("Keyboard: arrows choose a side, 1 to 5 rate its control, Enter goes to the question.")

    def make(self) -> Canvas:
        canvas = TriangleCanvas(self.look.theme, self.drawing.title)
        canvas.rated.connect(lambda field, strength: self.moved.emit(field, float(strength)))
        canvas.asked.connect(self.asked)
        return canvas

    def draw(self) -> None:
        assert isinstance(self.canvas, TriangleCanvas)
        problem = str(self.answers.get(self.drawing.of[0]) or "")
        self.canvas.show_sides(problem, sides(self.drawing, self.answers))


class ChainBox(DrawingBox):
    """A logic model."""

    def hint_words(self) -> str:
        return self.tr("Drawn from the tables. Keyboard: arrows go from link to link, Enter goes to its table.")

    def make(self) -> Canvas:
        canvas = ChainCanvas(self.look.theme, self.drawing.title)
        canvas.asked.connect(self.asked)
        return canvas

    def draw(self) -> None:
        assert isinstance(self.canvas, ChainCanvas)
        self.canvas.show_links(links(self.tool, self.drawing, self.answers))


class ScoresBox(DrawingBox):
    """Results as bars, a radar or a table."""

    def make(self) -> Canvas:
        canvas = ScoresCanvas(self.look.theme, self.drawing.title, (self.drawing.low, self.drawing.high))
        self.view = ScoresView(canvas, self.look)
        return canvas

    def shown(self) -> QWidget:
        return self.view

    def draw(self) -> None:
        self.view.show_scores(scores(self.tool, self.drawing, self.answers))


KINDS: dict[str, type[DrawingBox]] = {
    "grid": GridBox,
    "strip": StripBox,
    "triangle": TriangleBox,
    "chain": ChainBox,
    "scores": ScoresBox,
}
