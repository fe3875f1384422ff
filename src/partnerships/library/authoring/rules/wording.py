"""How the library reads: short, plain, American, person-first, with every acronym explained."""

import re
from collections.abc import Iterator

from partnerships.library.authoring.rules.found import Found, all_texts, article_text, tool_text
from partnerships.library.authoring.rules.prose import grade, prose, sentences, words
from partnerships.library.authoring.source import Content
from partnerships.library.model import Article

HARDEST = 10.0  # Flesch–Kincaid grade
LONGEST_SENTENCE = 45  # words
LONGEST_PARAGRAPH = 90  # words: about five lines of the reading column

BRITISH = re.compile(
    r"\b(?:programmes?|organisations?|organisational|neighbourhoods?|behaviours?|behavioural|colours?|centres?|defence|"
    r"offences?|licences?|counsell(?:or|ing)s?|labour|favour\w*|honour\w*|prioritis\w+|recognis\w+|analys(?:e|ed|ing))\b"
)
UNKIND = re.compile(
    r"\b(?:commit(?:s|ted|ting)? suicide|(?:failed|successful) suicide|mentally ill|schizophrenics?|addicts?|junkies|"
    r"alcoholics|(?:drug|substance) abusers?|inmates with|ex-cons?|EDPs|crazy|deranged|lunatics?|mental patients?|"
    r"the (?:homeless|disabled)(?! (?:person|people|outreach))|handicapped|wheelchair-bound|illegal aliens?|"
    r"suffer(?:s|ing|ed)? from (?:mental|depress|schizo|PTSD))\b"
)
PRAISE = re.compile(
    r"\b(?:it is important to note|world-class|cutting-edge|groundbreaking|game-?changer)\b", re.IGNORECASE
)

_ACRONYM = re.compile(r"(?<![\w.&/-])([A-Z](?:[A-Z&]{0,4}[A-Z]))(?:s|['’]s)?(?![\w&/-])")
_IN_A_TERM = re.compile(r"[A-Z][A-Z&]+")
# Known to every reader; names that are nothing but letters; Roman numerals.
_EVERYDAY = frozenset(("US", "UK", "DC", "FBI", "CD", "DVD", "PDF", "HTML", "TV", "ID", "DNA", "HIV", "LGBTQ", "NAACP"))
_NAMES = frozenset(
    ("NYU", "MIT", "CBS", "CBC", "RAND", "ICF", "MDRC", "JAMA", "SIL", "REAL", "CARES", "II", "III", "IV", "VI")
)


def too_hard(content: Content) -> Iterator[Found]:
    """Pages that ask for more than ten years of school."""
    for article in content.articles:
        if (needed := grade(article)) > HARDEST:
            yield Found(article.id, f"grade {needed:.1f}")


def long_sentences(content: Content) -> Iterator[Found]:
    """Sentences with too many words."""
    for article in content.articles:
        for unit in prose(article):
            for sentence in sentences(unit.text):
                if (count := len(words(sentence))) > LONGEST_SENTENCE:
                    yield Found(article.id, f"{count} words: {sentence[:70]}…")


def long_paragraphs(content: Content) -> Iterator[Found]:
    """Paragraphs and list items with too many words."""
    for article in content.articles:
        for unit in prose(article):
            if (count := len(words(unit.text))) > LONGEST_PARAGRAPH:
                yield Found(article.id, f"{count} words: {unit.text[:70]}…")


def british(content: Content) -> Iterator[Found]:
    """British spellings."""
    yield from _matches(BRITISH, content)


def unkind(content: Content) -> Iterator[Found]:
    """Words that name a condition in place of a person."""
    yield from _matches(UNKIND, content)


def praise(content: Content) -> Iterator[Found]:
    """Praise, and phrases that announce importance."""
    yield from _matches(PRAISE, content)


def _matches(pattern: re.Pattern[str], content: Content) -> Iterator[Found]:
    for page, text in all_texts(content):
        if match := pattern.search(text):
            yield Found(page, f"“{match[0].strip()}”")


def unexplained(content: Content) -> Iterator[Found]:
    """Acronyms of two to six capitals that are neither in the glossary nor spelled out on their page."""
    forms = (form for term in content.terms for form in (term.term, *term.also))
    known = _EVERYDAY | _NAMES | {held for form in forms for held in _IN_A_TERM.findall(form)}
    texts = [(article.id, f"{article_text(article)}\n{_authority(article)}") for article in content.articles]
    texts += [(tool.id, tool_text(tool)) for tool in content.tools]
    for page, text in texts:
        for acronym in dict.fromkeys(_ACRONYM.findall(text)):
            if acronym not in known and not _spelled_out(acronym, text):
                yield Found(page, acronym)


def _authority(article: Article) -> str:
    return article.program.authority if article.program else ""


def _spelled_out(acronym: str, text: str) -> bool:
    """Whether words whose first letters give the acronym stand anywhere in the text."""
    between = r"[\w’'.-]*\W+(?:(?:of|the|and|for|in|on|to|with|from|at|by)\W+)*"
    letters = between.join(re.escape(letter) for letter in acronym if letter.isalpha())
    return re.search(rf"\b{letters}", text, re.IGNORECASE) is not None
