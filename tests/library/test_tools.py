"""A tool that says something impossible is refused, with the line and what to do."""

from pathlib import Path

import pytest

from partnerships.base.errors import ContentTrouble
from partnerships.library.authoring.schema import read_tool

TOOL = """id: map
title: Map
purpose: "See who is there."
who: "The partners."
group: start
order: 10
minutes: 10
topics: [partnerships]
as_of: "2026-06"
why: "Why."
validity: "A worksheet."
groups:
  - id: people
    title: People
    fields:
      - {id: begins, kind: date, label: "Begins"}
      - {id: area, kind: text, label: "Area", from_partnership: area}
      - id: rows
        kind: table
        from_partnership: partners
        label: "Rows"
        columns:
          - {id: who, label: "Who", from_partnership: organization}
          - {id: power, label: "Power", kind: scale}
          - {id: interest, label: "Interest", kind: scale}
          - {id: from, label: "From", kind: date}
          - {id: to, label: "To", kind: date}
      - {id: a, kind: scale, label: "A"}
      - {id: b, kind: scale, label: "B"}
      - {id: c, kind: scale, label: "C"}
computed:
  - {id: a-mean, label: "A", kind: mean, of: [a]}
  - {id: b-mean, label: "B", kind: mean, of: [b]}
  - {id: c-mean, label: "C", kind: mean, of: [c]}
drawings:
  - {id: grid, kind: grid, title: "Grid", after: rows, of: [rows.who, rows.interest, rows.power]}
  - {id: strip, kind: strip, title: "Strip", after: rows, of: [rows.who, rows.from, rows.to], starts: begins}
  - {id: scores, kind: scores, title: "Scores", after: people, of: [a-mean, b-mean, c-mean]}
  - id: chain
    kind: chain
    title: "Chain"
    after: people
    parts:
      - {label: "Who", of: [rows.who]}
      - {label: "Where", of: [area]}
  - id: sides
    kind: triangle
    title: "Sides"
    after: people
    of: [area]
    parts:
      - {label: "One", beside: "Handler", of: [area, area, a]}
      - {label: "Two", beside: "Guardian", of: [area, area, b]}
      - {label: "Three", beside: "Manager", of: [area, area, c]}
"""


def read(folder: Path, text: str) -> None:
    file = folder / "map.yaml"
    file.write_text(text, encoding="utf-8")
    read_tool(file)


def test_a_tool_with_every_drawing_is_read(tmp_path: Path) -> None:
    read(tmp_path, TOOL)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("label: \"Area\", from_partnership: area", "label: \"Area\", from_partnership: county", "county"),
        ("kind: date, label: \"Begins\"", "kind: date, from_partnership: area, label: \"Begins\"", "cannot begin with"),
        (", from_partnership: organization", "", "on one side only"),
        ("of: [rows.who, rows.interest, rows.power]", "of: [rows.who, rows.interest, rows.might]", "rows.might"),
        ("of: [rows.who, rows.interest, rows.power]", "of: [rows.who, rows.interest, rows.from]", "kind scale"),
        ("of: [rows.who, rows.from, rows.to]", "of: [rows.who, rows.from]", "kind date"),
        ("starts: begins", "starts: area", "“area”, which is not there"),
        ("after: rows, of: [rows.who, rows.interest", "after: nowhere, of: [rows.who, rows.interest", "nowhere"),
        ("of: [a-mean, b-mean, c-mean]", "of: [a-mean, b-mean]", "fewer than three"),
        ("      - {label: \"Where\", of: [area]}\n", "", "two links"),
        ("of: [area, area, b]", "of: [area, b]", "three sides"),
        ("kind: scores, title", "kind: pie, title", "pie"),
        ("id: strip, kind", "id: grid, kind", "stands twice"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_refused(tmp_path: Path, old: str, new: str, what: str) -> None:
    assert TOOL.count(old) == 1
    with pytest.raises(ContentTrouble) as trouble:
        read(tmp_path, TOOL.replace(old, new))
    assert what in str(trouble.value)
    assert f"map.yaml:{trouble.value.line}:" in str(trouble.value)
