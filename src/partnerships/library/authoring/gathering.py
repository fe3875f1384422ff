"""What is gathered while content files are read, and the checks that need all of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from partnerships.base.errors import ContentTrouble
from partnerships.library.authoring.numbering import Ledger
from partnerships.library.authoring.writing import Link, Writer
from partnerships.library.authoring.yaml_file import Lines
from partnerships.library.model import (
    About,
    Article,
    Entry,
    Event,
    Guide,
    HelpLine,
    ReadingPath,
    Source,
    Term,
    Tool,
)

_PREFIXES = ("term:", "entry:", "event:", "guide:")


@dataclass(slots=True)
class Gathering:
    """Everything read so far; addresses are claimed once and links are checked at the end."""

    content: Path
    about: About
    old_ledger: Ledger
    ledger: Ledger = field(default_factory=dict)
    articles: list[Article] = field(default_factory=list)
    guides: list[Guide] = field(default_factory=list)
    tools: list[Tool] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    help_lines: list[HelpLine] = field(default_factory=list)
    paths: list[ReadingPath] = field(default_factory=list)
    desk_sources: dict[str, tuple[Source, ...]] = field(default_factory=dict)
    links: list[tuple[Path, Link]] = field(default_factory=list)
    homes: dict[str, tuple[Path, int]] = field(default_factory=dict)
    troubles: list[ContentTrouble] = field(default_factory=list)

    def claim(self, name: str, file: Path, line: int) -> None:
        """Note where `name` is defined. Raises ContentTrouble when it was defined before."""
        if name in self.homes:
            other, at = self.homes[name]
            raise ContentTrouble(file, line, f"“{name}” is already the id in {other}:{at}.", "Choose another id.")
        self.homes[name] = (file, line)

    def note_links(self, writer: Writer) -> None:
        """Note the links and pictures that a text holds."""
        self.links.extend((writer.file, link) for link in (*writer.found.links, *writer.found.images))

    def note_names(self, names: Iterable[str], file: Path, line: int, prefix: str = "") -> None:
        """Note ids that front matter or a row points to."""
        self.links.extend((file, Link(prefix + name, line)) for name in names)

    def check_topics(self, topics: tuple[str, ...], file: Path, line: int) -> None:
        """Refuse a topic that library.yaml does not know."""
        known = {topic.id for topic in self.about.topics}
        for topic in topics:
            if topic not in known:
                remedy = "Use one of library.yaml's, or add it there."
                raise ContentTrouble(file, line, f"“{topic}” is not a topic.", remedy)

    def check_group(self, section: str, group: str, file: Path, line: int) -> None:
        """Refuse a group that its section does not have."""
        groups: dict[str, set[str]] = {info.id: {known.id for known in info.groups} for info in self.about.sections}
        if group not in groups.get(section, set()):
            remedy = "Use one of library.yaml's, or add it there."
            raise ContentTrouble(file, line, f"“{group}” is not a group of “{section}”.", remedy)

    def check_links(self) -> None:
        """Add a trouble for each link, related page, tool and picture that does not exist."""
        anchors = {
            article.id: {passage.anchor for passage in article.passages}
            | {f"p{number}" for passage in article.passages for number in passage.paragraphs}
            for article in self.articles
        }
        for file, link in self.links:
            if what := self._fault(link.target, anchors):
                self.troubles.append(ContentTrouble(file, link.line, what, "Correct it, or write what it points to."))

    def _fault(self, target: str, anchors: dict[str, set[str]]) -> str:
        if target.startswith(("https://", "http://")):
            return ""
        if target.startswith("images/"):
            return "" if (self.content / target).is_file() else f"the picture {target} does not exist."
        if target.startswith(_PREFIXES):
            return "" if target in self.homes else f"“{target}” leads nowhere."
        page, _, anchor = target.partition("#")
        if page not in self.homes:
            return f"“{target}” leads nowhere."
        if anchor and anchor not in anchors.get(page, set()):
            return f"the page “{page}” has no heading “#{anchor}”."
        return ""

    def check_guides(self) -> None:
        """Add a trouble for each chapter whose guide does not exist."""
        guides = {guide.id for guide in self.guides}
        for article in self.articles:
            if article.guide and article.guide not in guides:
                file, line = self.homes[article.id]
                what = f"the guide “{article.guide}” does not exist."
                self.troubles.append(ContentTrouble(file, line, what, "Write content/guides/<id>.yaml."))


def check_cited(writer: Writer, sources: tuple[Source, ...], lines: Lines) -> None:
    """Refuse a source that nothing on the page cites."""
    for place, source in enumerate(sources):
        if source.key not in writer.found.cited:
            line = lines.get(f"$.sources[{place}]", 1)
            raise ContentTrouble(
                writer.file, line, f"the source “{source.key}” is cited nowhere.", "Cite it or take it out."
            )
