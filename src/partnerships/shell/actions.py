"""The table of actions: what can be done, its words, its keys and where it stands in the menu. Each once."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. `keys` are the first and further shortcuts, in Qt's portable text."""

    id: str
    words: str
    menu: str
    keys: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words in the language of the window."""
        return QCoreApplication.translate("Actions", self.words)


def _row(id_: str, words: object, menu: str, *keys: str) -> ActionRow:
    return ActionRow(id_, str(words), menu, keys)


ACTIONS: tuple[ActionRow, ...] = (
    _row("home", QT_TRANSLATE_NOOP("Actions", "Home"), "go", "Alt+Home"),
    _row("back", QT_TRANSLATE_NOOP("Actions", "Back"), "go", "Alt+Left"),
    _row("forward", QT_TRANSLATE_NOOP("Actions", "Forward"), "go", "Alt+Right"),
    _row("introduction", QT_TRANSLATE_NOOP("Actions", "Introduction"), "go", "Ctrl+1"),
    _row("grants", QT_TRANSLATE_NOOP("Actions", "Grants"), "go", "Ctrl+2"),
    _row("cases", QT_TRANSLATE_NOOP("Actions", "Case Studies"), "go", "Ctrl+3"),
    _row("toolkit", QT_TRANSLATE_NOOP("Actions", "Toolkit"), "go", "Ctrl+4"),
    _row("desk", QT_TRANSLATE_NOOP("Actions", "Library desk"), "go", "Ctrl+5"),
    _row("notebook", QT_TRANSLATE_NOOP("Actions", "Notebook"), "go", "Ctrl+6"),
    _row("history", QT_TRANSLATE_NOOP("Actions", "History"), "go", "Ctrl+H"),
    _row("search", QT_TRANSLATE_NOOP("Actions", "Search the library"), "read", "Ctrl+K", "/"),
    _row("find", QT_TRANSLATE_NOOP("Actions", "Find in this page"), "read", "Ctrl+F"),
    _row("next-mark", QT_TRANSLATE_NOOP("Actions", "Next match"), "read", "F3"),
    _row("previous-mark", QT_TRANSLATE_NOOP("Actions", "Previous match"), "read", "Shift+F3"),
    _row("bookmark", QT_TRANSLATE_NOOP("Actions", "Bookmark this page"), "read", "Ctrl+D"),
    _row("note", QT_TRANSLATE_NOOP("Actions", "Write a note on this page"), "read", "Ctrl+Shift+N"),
    _row("highlight", QT_TRANSLATE_NOOP("Actions", "Highlight what is selected"), "mark", "Ctrl+E"),
    _row("note-here", QT_TRANSLATE_NOOP("Actions", "Write a note here"), "mark", "Ctrl+M"),
    _row("mark-yellow", QT_TRANSLATE_NOOP("Actions", "Highlight: Yellow"), "mark", "Alt+1"),
    _row("mark-green", QT_TRANSLATE_NOOP("Actions", "Highlight: Green"), "mark", "Alt+2"),
    _row("mark-blue", QT_TRANSLATE_NOOP("Actions", "Highlight: Blue"), "mark", "Alt+3"),
    _row("mark-rose", QT_TRANSLATE_NOOP("Actions", "Highlight: Rose"), "mark", "Alt+4"),
    _row("next-highlight", QT_TRANSLATE_NOOP("Actions", "Next highlight"), "mark", "F8"),
    _row("previous-highlight", QT_TRANSLATE_NOOP("Actions", "Previous highlight"), "mark", "Shift+F8"),
    _row("caret", QT_TRANSLATE_NOOP("Actions", "Select with the keyboard"), "mark", "F7"),
    _row("quote", QT_TRANSLATE_NOOP("Actions", "Copy with citation"), "read", "Ctrl+Shift+C"),
    _row("print", QT_TRANSLATE_NOOP("Actions", "Print…"), "read", "Ctrl+P"),
    _row("pdf", QT_TRANSLATE_NOOP("Actions", "Save as PDF for paper…"), "read", "Ctrl+Shift+S"),
    _row("larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), "look", "Ctrl++", "Ctrl+="),
    _row("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "look", "Ctrl+-"),
    _row("normal", QT_TRANSLATE_NOOP("Actions", "Text at 100 %"), "look", "Ctrl+0"),
    _row("light", QT_TRANSLATE_NOOP("Actions", "Light"), "look"),
    _row("dark", QT_TRANSLATE_NOOP("Actions", "Dark"), "look"),
    _row("high-contrast", QT_TRANSLATE_NOOP("Actions", "High contrast"), "look"),
    _row("less-motion", QT_TRANSLATE_NOOP("Actions", "Less motion"), "look"),
    _row("full-screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), "look", "F11"),
    _row("feedback", QT_TRANSLATE_NOOP("Actions", "Tell the makers…"), "help"),
    _row("tour", QT_TRANSLATE_NOOP("Actions", "Take the tour"), "help"),
    _row("shortcuts", QT_TRANSLATE_NOOP("Actions", "Keys"), "help", "F1"),
    _row("copy", QT_TRANSLATE_NOOP("Actions", "Copy to USB…"), "help"),
    _row("verify", QT_TRANSLATE_NOOP("Actions", "Check this copy"), "help"),
    _row("about", QT_TRANSLATE_NOOP("Actions", "About"), "help"),
    _row("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "help", "Ctrl+Q"),
)

MENUS: tuple[tuple[str, str], ...] = (
    ("go", str(QT_TRANSLATE_NOOP("Actions", "Go"))),
    ("read", str(QT_TRANSLATE_NOOP("Actions", "This page"))),
    ("mark", str(QT_TRANSLATE_NOOP("Actions", "Highlights and notes"))),
    ("look", str(QT_TRANSLATE_NOOP("Actions", "Look"))),
    ("help", str(QT_TRANSLATE_NOOP("Actions", "Help"))),
)
