"""Results with a switch: as bars, as a radar, as a table."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partnerships.notebook.drawings import Score
from partnerships.shell.look import Look
from partnerships.shell.parts.switch import Switch
from partnerships.shell.toolkit.drawings.scores import ScoresCanvas
from partnerships.shell.toolkit.fit_table import FitTable


class ScoresView(QWidget):
    """Shows results in the way that a person chose; the table has the same words as the picture."""

    def __init__(self, canvas: ScoresCanvas, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = canvas
        tr = QCoreApplication.translate
        choices = (
            ("bars", tr("Drawing", "Bars")),
            ("radar", tr("Drawing", "Radar")),
            ("table", tr("Drawing", "Table")),
        )
        self.switch = Switch(tr("Drawing", "How the results are shown"), choices)
        self.switch.switched.connect(self.show_as)
        self.table = FitTable(look, canvas.accessibleName(), (3, 2.4, 2.4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.switch)
        layout.addWidget(canvas)
        layout.addWidget(self.table)
        self.show_as("bars")

    def show_as(self, way: str) -> None:
        """Show bars, a radar or a table."""
        self.switch.show_choice(way)
        self.canvas.as_radar = way == "radar"
        self.canvas.tell()
        self.canvas.setVisible(way != "table")
        self.table.setVisible(way == "table")

    def show_scores(
        self, now: tuple[Score, ...], before: tuple[Score, ...] = (), names: tuple[str, str] = ("", "")
    ) -> None:
        """Show results, and those of an earlier day beside them."""
        self.canvas.show_scores(now, before, names)
        tr = QCoreApplication.translate
        label = tr("Drawing", "Result")
        if before:
            rows = [(n.label, b.text, n.text) for b, n in zip(before, now, strict=True)]
            self.table.show_rows((label, *names), rows)
        else:
            rows = [(score.label, score.text, score.range.label if score.range else "") for score in now]
            self.table.show_rows((label, tr("Drawing", "Value"), tr("Drawing", "Meaning")), rows)
