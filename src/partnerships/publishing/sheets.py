"""A sheet, or the blank of a tool, as HTML for paper: questions, answers, results."""

import html

from partnerships.library.model import Field, Range, Tool
from partnerships.notebook.model import Answer
from partnerships.notebook.results import Answers, is_answered, outcomes
from partnerships.publishing.words import SheetWords

_BLANK = "&nbsp;" * 3 + "_" * 56


def sheet_html(tool: Tool, name: str, answers: Answers, words: SheetWords) -> str:
    """The whole sheet. Without answers it is a form to fill in by hand."""
    pieces = [f"<h1>{html.escape(tool.title)}</h1>", f'<p class="lead">{html.escape(tool.purpose)}</p>']
    pieces.append(f'<p class="byline">{html.escape(name or words.blank)}</p>')
    for group in tool.groups:
        pieces.append(f"<h2>{html.escape(group.title)}</h2>")
        pieces += [_field(field, answers.get(field.id), words) for field in group.fields]
    if answers and tool.computed:
        pieces.append(f"<h2>{html.escape(words.results)}</h2>")
        pieces += [_outcome(outcome.computed.label, outcome.text, outcome.range) for outcome in outcomes(tool, answers)]
        pieces.append(f'<p class="byline">{tool.validity}</p>')
    return "\n".join(pieces)


def _outcome(label: str, text: str, found: Range | None) -> str:
    meaning = f": {html.escape(found.label)}. {html.escape(found.meaning)}" if found else ""
    return f"<p><strong>{html.escape(label)}: {html.escape(text)}</strong>{meaning}</p>"


def _field(field: Field, answer: Answer, words: SheetWords) -> str:
    if field.kind == "check":
        return f"<p>{'☑' if answer is True else '☐'} {html.escape(field.label)}</p>"
    question = f"<p><strong>{html.escape(field.label)}</strong></p>"
    if field.kind == "table":
        return question + _table(field, answer)
    if field.kind in ("choice", "choices"):
        chosen = set(answer) if isinstance(answer, tuple) else {answer}
        marks = "&nbsp;&nbsp; ".join(
            f"{'☑' if choice.id in chosen else '☐'} {html.escape(choice.label)}" for choice in field.choices
        )
        return f"{question}<p>{marks}</p>"
    if field.kind == "scale":
        marks = "&nbsp;&nbsp; ".join(f"{'●' if answer == number else '○'} {number}" for number in range(1, 6))
        return f"{question}<p>{html.escape(field.low)} &nbsp; {marks} &nbsp; {html.escape(field.high)}</p>"
    if field.kind in ("person", "signature"):
        return question + _parts(words.person if field.kind == "person" else words.signature, answer)
    if not is_answered(field, answer):
        return question + f"<p>{_BLANK}</p>" * (3 if field.kind == "long-text" else 1)
    return question + f"<p>{html.escape(str(answer)).replace(chr(10), '<br/>')}</p>"


def _parts(names: tuple[str, ...], answer: Answer) -> str:
    held = [str(part) for part in answer] if isinstance(answer, tuple) else []
    rows = "".join(
        f'<tr><td class="label" width="30%">{html.escape(name)}</td>'
        f"<td>{html.escape(held[place]) if place < len(held) and held[place] else _BLANK}</td></tr>"
        for place, name in enumerate(names)
    )
    return f'<table class="facts" width="100%">{rows}</table>'


def _table(field: Field, answer: Answer) -> str:
    head = "".join(f"<th>{html.escape(column.label)}</th>" for column in field.columns)
    rows = [row for row in answer if isinstance(row, tuple)] if isinstance(answer, tuple) else []
    rows = rows or [("",) * len(field.columns)] * max(3, field.rows)
    body = "".join(
        f"<tr>{''.join(_cell(field, place, row) for place in range(len(field.columns)))}</tr>" for row in rows
    )
    return f'<table class="grid" width="100%" border="1" cellspacing="0" cellpadding="5"><tr>{head}</tr>{body}</table>'


def _cell(field: Field, place: int, row: tuple[str, ...]) -> str:
    text = row[place] if place < len(row) else ""
    column = field.columns[place]
    if column.kind == "check":
        text = "☑" if text else "☐"
    labels = {choice.id: choice.label for choice in column.choices}
    return f"<td>{html.escape(labels.get(text, text)) or '&nbsp;'}</td>"
