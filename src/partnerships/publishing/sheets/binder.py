"""All sheets of a partnership as one plan: cover, contents with dates, then sheet after sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from partnerships.library.model import Tool
from partnerships.notebook.known import members
from partnerships.notebook.model import Known, Partner, Sheet
from partnerships.publishing.sheets.document import Block, Contents, Document, Facts, Grid, Heading, Words
from partnerships.publishing.sheets.sheet import Pictures, sheet_blocks
from partnerships.publishing.sheets.words import SheetWords


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet of the binder. `line` says when it was changed and whether it is finished."""

    tool: Tool
    sheet: Sheet
    line: str
    pictures: Pictures = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The tool's title, and the sheet's own name where it has one."""
        name = self.sheet.name
        return self.tool.title if name == self.tool.title else f"{self.tool.title}: {name}"


def binder_document(known: Known, parts: Sequence[Part], today: str, words: SheetWords) -> Document:
    """The plan of a partnership; `today` is the day of printing in words."""
    blocks: list[Block] = [*_cover(known, today, words)]
    lines = tuple((str(number), part.title, part.line, f"part-{number}") for number, part in enumerate(parts, 1))
    blocks.append(Contents(words.contents, lines))
    for number, part in enumerate(parts, 1):
        blocks.append(Heading(f"{number} {part.title}", 1, opens_page=True, anchor=f"part-{number}"))
        blocks.append(Words(part.line, "quiet"))
        blocks += sheet_blocks(part.tool, part.sheet.answers, words, part.pictures)
    return Document(known.name, words.language, tuple(blocks))


def _cover(known: Known, today: str, words: SheetWords) -> Sequence[Block]:
    facts = (
        (words.agency, known.agency),
        (words.coordinator, _called(known.coordinator)),
        (words.area, known.area),
        (words.problem, known.problem),
        (words.purpose, known.purpose),
        (words.aims, known.aims),
        (words.printed, today),
    )
    cover: list[Block] = [Heading(known.name, 1), Words(words.plan, "lead")]
    cover.append(Facts("", tuple((name, value) for name, value in facts if value)))
    partners = members(known)
    if partners:
        heads = (words.person[2], words.person[0], words.person[1], words.person[3], words.person[4])
        rows = tuple((p.organization, p.person, p.role, p.phone, p.email) for p in partners)
        cover += [Heading(words.partners, 2), Grid("", heads, rows)]
    return cover


def _called(partner: Partner) -> str:
    return ", ".join(filter(None, (partner.person, partner.role, partner.phone, partner.email)))
