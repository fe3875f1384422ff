"""The line at the top: back, forward, home, the name, the search box, the notebook, the text, the menu."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partnerships.shell.look import Look
from partnerships.shell.theme.icons import icon

_NARROW = 900  # below this width at 100 % text the name gives way to the search box


class SearchDoor(QLineEdit):
    """Looks like the search box and opens the search panel as soon as it is used."""

    opened = Signal(str)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the search."""
        self.opened.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab only rests here: typing, Enter or Space opens the search."""
        super().focusInEvent(event)
        self.deselect()


class Header(QFrame):
    """The window's top line."""

    def __init__(
        self, look: Look, actions: dict[str, QAction], title: str, tagline: str, parent: QWidget | None = None
    ):
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Top line"))
        self.back = self._tool(actions["back"])
        self.forward = self._tool(actions["forward"])
        self.home = self._tool(actions["home"])
        self._brand = QLabel(title, self)
        self._brand.setObjectName("brand")
        self._tagline = QLabel(tagline, self)
        self._tagline.setObjectName("small")
        self.search = SearchDoor(self)
        self.search.setObjectName("search")
        self.search.setAccessibleName(self.tr("Search the library"))
        self._key = QLabel(self.tr("Ctrl K"), self.search)
        self._key.setObjectName("key")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.notebook = QPushButton(self.tr("Notebook"), self)
        self.notebook.setProperty("role", "nav")
        self.notebook.setCheckable(True)
        self.notebook.clicked.connect(actions["notebook"].trigger)
        self.text = self._menu_button("text-size", self.tr("Text and look"))
        self.menu = self._menu_button("menu", self.tr("Menu"))
        self._lay_out()
        self.restyle()
        look.changed.connect(self.restyle)

    def _lay_out(self) -> None:
        name = QVBoxLayout()
        name.setSpacing(0)
        name.addWidget(self._brand)
        name.addWidget(self._tagline)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 20, 8)
        layout.setSpacing(4)
        for button in (self.back, self.forward, self.home):
            layout.addWidget(button)
        layout.addSpacing(10)
        layout.addLayout(name)
        layout.addStretch(1)
        layout.addWidget(self.search, 12)
        layout.addStretch(1)
        for widget in (self.notebook, self.text, self.menu):
            layout.addWidget(widget)

    def _tool(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text())
        return button

    def _menu_button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("sign", sign)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def show_place(self, at_home: bool, in_notebook: bool) -> None:
        """Show on the buttons where the window is."""
        for button in (self.back, self.forward, self.home):
            button.setVisible(not at_home or self.back.isEnabled() or self.forward.isEnabled())
        self._tagline.setVisible(at_home and self._fits())
        self.notebook.setChecked(in_notebook)

    def restyle(self) -> None:
        """Draw the icons in the look of now."""
        for button, sign in ((self.back, "back"), (self.forward, "forward"), (self.home, "home")):
            button.defaultAction().setIcon(icon(sign, self._look.theme))
        for button in (self.text, self.menu):
            button.setIcon(icon(str(button.property("sign")), self._look.theme))
        size = QSize(self._look.scaled(18), self._look.scaled(18))
        for button in (self.back, self.forward, self.home, self.text, self.menu):
            button.setIconSize(size)
        self.search.setMaximumWidth(self._look.scaled(600))
        self._show_name()

    def _fits(self) -> bool:
        return self.width() >= self._look.scaled(_NARROW)

    def _show_name(self) -> None:
        self._brand.setVisible(self._fits())
        self._tagline.setVisible(self._tagline.isVisible() and self._fits())
        self._key.adjustSize()
        self._key.move(self.search.width() - self._key.width() - 14, (self.search.height() - self._key.height()) // 2)
        wide = self.search.width() > self._look.scaled(420)
        self._key.setVisible(wide)
        whole = self.tr("Search articles, cases, grants, tools and your notes…")
        self.search.setPlaceholderText(whole if wide else self.tr("Search the library and your notes…"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name gives way where there is no room."""
        super().resizeEvent(event)
        self._show_name()
