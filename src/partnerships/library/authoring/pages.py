"""One page of prose: front matter and Markdown in, an `Article` out."""

import math
from pathlib import Path

import msgspec

from partnerships.library.authoring import schema
from partnerships.library.authoring.gathering import Gathering, check_cited
from partnerships.library.authoring.numbering import keep_gone, number
from partnerships.library.authoring.writing import Block, Part, Writer, plain_inline, split_front
from partnerships.library.authoring.yaml_file import Lines
from partnerships.library.model import Article, CaseFacts, Passage, ProgramFacts

WORDS_A_MINUTE = 230
_PROGRAM_TEXTS = (
    "pays_for_words",
    "typical_award",
    "match_words",
    "period",
    "opens",
    "apply_at",
    "contact",
    "status_words",
)


def read_page(file: Path, gathering: Gathering) -> None:
    """Read one page into the gathering. Raises ContentTrouble for the first fault."""
    front_text, body, body_line = split_front(file.read_text(encoding="utf-8"), file)
    front, facts, lines = schema.read_front(front_text, file)
    gathering.check_group(front.section, front.group, file, lines["$.group"])
    gathering.check_topics(front.topics, file, lines["$.topics"])
    writer = Writer(file, tuple(source.key for source in front.sources))
    lead = writer.inline(front.summary, lines["$.summary"])
    facts = _render_facts(facts, writer, lines)
    parts = writer.parts(body, body_line)
    check_cited(writer, front.sources, lines)
    gathering.claim(front.id, file, lines["$.id"])
    gathering.articles.append(_article(front, lead, facts, parts, gathering))
    gathering.note_links(writer)
    gathering.note_names(front.related, file, lines.get("$.related", 1))
    gathering.note_names(front.tools, file, lines.get("$.tools", 1))


def _article(
    front: schema.Front,
    lead: str,
    facts: CaseFacts | ProgramFacts | None,
    parts: tuple[Part, ...],
    gathering: Gathering,
) -> Article:
    return Article(
        id=front.id,
        kind=front.kind,
        section=front.section,
        group=front.group,
        order=front.order,
        title=front.title,
        summary=plain_inline(front.summary),
        lead=lead,
        topics=front.topics,
        as_of=front.as_of,
        minutes=_minutes(parts, front.summary),
        sources=front.sources,
        related=front.related,
        tools=front.tools,
        passages=_passages(front.id, parts, gathering),
        case=facts if isinstance(facts, CaseFacts) else None,
        program=facts if isinstance(facts, ProgramFacts) else None,
        guide=front.guide,
    )


def _render_facts(
    facts: CaseFacts | ProgramFacts | None, writer: Writer, lines: Lines
) -> CaseFacts | ProgramFacts | None:
    """Program texts as HTML; a case's one-line texts as plain words, since lists show them."""
    if isinstance(facts, ProgramFacts):
        texts = {name: writer.inline(getattr(facts, name), lines[f"$.{name}"]) for name in _PROGRAM_TEXTS}
        return msgspec.structs.replace(facts, **texts)
    if isinstance(facts, CaseFacts):
        writer.found.cited.update(measure.source for measure in facts.measures)
        for name in ("problem", "verdict"):
            writer.inline(getattr(facts, name), lines[f"$.{name}"])
        return msgspec.structs.replace(facts, problem=plain_inline(facts.problem), verdict=plain_inline(facts.verdict))
    return None


def _passages(page: str, parts: tuple[Part, ...], gathering: Gathering) -> tuple[Passage, ...]:
    texts = [block.text for part in parts for block in part.blocks if block.text]
    old = gathering.old_ledger.get(page, ())
    rows = number(texts, old)
    gathering.ledger[page] = keep_gone(rows, old)
    numbers = iter([held for held, _ in rows])
    passages = []
    for part in parts:
        if not part.heading and not part.blocks:
            continue
        held = [next(numbers) if block.text else 0 for block in part.blocks]
        html = "\n".join(_with_number(block, place) for block, place in zip(part.blocks, held, strict=True))
        text = "\n".join(block.text for block in part.blocks if block.text)
        passages.append(
            Passage(part.anchor, part.heading, part.level, html, text, tuple(place for place in held if place))
        )
    return tuple(passages)


def _with_number(block: Block, held: int) -> str:
    """The block with its number's anchor inside its first paragraph, so that it makes no line of its own."""
    if not held:
        return block.html
    anchor = f'<a name="p{held}"></a>'
    start = block.html.find(">") + 1
    if block.html.startswith("<p>"):
        return block.html[:start] + anchor + block.html[start:]
    return f"{anchor}{block.html}"


def _minutes(parts: tuple[Part, ...], summary: str) -> int:
    words = len(summary.split()) + sum(len(block.text.split()) for part in parts for block in part.blocks)
    return max(1, math.ceil(words / WORDS_A_MINUTE))
