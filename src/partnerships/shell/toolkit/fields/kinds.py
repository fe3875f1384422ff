"""Which widget each kind of field has."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from partnerships.library.model import Field
from partnerships.shell.look import Look
from partnerships.shell.toolkit.fields.box import AnswerBox
from partnerships.shell.toolkit.fields.chosen import CheckAnswer, ChoiceAnswer, ChoicesAnswer, ScaleAnswer
from partnerships.shell.toolkit.fields.table import TableBox
from partnerships.shell.toolkit.fields.written import DateAnswer, LongTextAnswer, PartsAnswer, TextAnswer

KINDS: dict[str, Callable[[Field, Look, QWidget], AnswerBox]] = {
    "text": TextAnswer,
    "number": TextAnswer,
    "money": TextAnswer,
    "long-text": LongTextAnswer,
    "date": DateAnswer,
    "choice": ChoiceAnswer,
    "choices": ChoicesAnswer,
    "check": CheckAnswer,
    "scale": ScaleAnswer,
    "person": PartsAnswer,
    "signature": PartsAnswer,
    "table": TableBox,
}
