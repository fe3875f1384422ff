"""A side panel that folds away to a narrow edge with one button, and comes back as wide as it was."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from partnerships.shell.parts.drawn import text_scale
from partnerships.shell.theme.icons import icon
from partnerships.shell.theme.theme import Theme


class FoldingSide(QFrame):
    """Holds one widget. `edge` is the side on which the page lies; `folded` says that it was folded or opened."""

    folded = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        content: QWidget,
        title: str,
        edge: str = "right",
        width: int = 272,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._edge = edge
        self._width = width
        self._is_folded = False
        self.setProperty("role", "side")
        self.setProperty("edge", edge)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.content = content
        self.button = QToolButton()
        self.button.clicked.connect(self.turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(0)
        beside = Qt.AlignmentFlag.AlignRight if edge == "right" else Qt.AlignmentFlag.AlignLeft
        layout.addWidget(self.button, 0, beside | Qt.AlignmentFlag.AlignTop)
        layout.addWidget(content, 1)
        self._dress()

    @property
    def is_folded(self) -> bool:
        """Whether only the edge is seen."""
        return self._is_folded

    def turn(self) -> None:
        """Fold what is open, open what is folded."""
        self.fold(not self._is_folded)

    def fold(self, folded: bool) -> None:
        """Fold or open; the focus does not get lost with what disappears."""
        if folded == self._is_folded:
            return
        if folded and self.content.isAncestorOf(self.focusWidget() or self):
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_folded = folded
        self.content.setVisible(not folded)
        self._dress()
        self.updateGeometry()
        self.folded.emit(folded)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self._theme = theme
        self._dress()

    def sizeHint(self) -> QSize:
        edge = self.button.sizeHint().width() + 12
        return QSize(edge if self._is_folded else round(self._width * text_scale(self)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 80)

    def _dress(self) -> None:
        points_left = (self._edge == "right") != self._is_folded
        self.button.setIcon(icon("fold-left" if points_left else "fold-right", self._theme, "quiet"))
        self.button.setIconSize(QSize(20, 20) * text_scale(self))
        words = self.tr("Show {title}") if self._is_folded else self.tr("Hide {title}")
        self.button.setAccessibleName(words.format(title=self._title))
        self.button.setToolTip(words.format(title=self._title))
