"""How text becomes words: the one place, for the index and for what is typed.

A token is a word as it stands in a text. Its *form* is the word without case, accents and
apostrophes; its *stem* is what all forms of a word share, American or British. A token may also
have *extras*: other forms under which it is found, such as "coresponder" for "co-responder" and
"6250000" for "$6.25 million".
"""

import re
import unicodedata
from functools import lru_cache

Token = tuple[str, int, int, tuple[str, ...]]
"""Form, first and last position in the text, extras. A plain tuple, as there are millions."""

_TOKEN = re.compile(
    r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?"  # U.S.C.
    r"|[^\W\d_][^\W_]*(?:[\u0300-\u036f\u00ad]+[^\W_]*|['’ʼ][^\W_]+)*"  # crisis, officer's, e0207659
    r"|\d+(?:[.,]\d+)*[^\W\d_]*"  # 16.710, 6,250,000, 21st, 125k
    r"|%"
)
_HYPHENS = frozenset("-\u2010\u2011_")
_JOINED_AT_MOST = 4
_MULTIPLES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SHORT_MULTIPLES = {"k": 1_000, "m": 1_000_000, "mm": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000}
_LONG_NUMBER = 16
_LONGEST = 64
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_MARKS_IN_WORDS = re.compile(r"[\u0300-\u036f\u00ad'’ʼ]")
_ACRONYM_PLURAL = re.compile(r"[A-Z]{2,}s")
_LETTERS_THEN_DIGITS = re.compile(r"([^\W\d_]+)(\d{2,})")
_DIGITS_THEN_LETTERS = re.compile(r"(\d+(?:\.\d+)?)([^\W\d_]+)")

STOP_WORDS = frozenset({
    "a", "about", "all", "also", "am", "an", "and", "any", "anyone", "anything", "are", "as", "at", "be",
    "because", "been", "but", "by", "can", "cannot", "cant", "could", "did", "do", "does", "doing", "dont",
    "even", "ever", "everyone", "for", "from", "get", "gets", "getting", "goes", "going", "got", "had", "has",
    "have", "having", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "isnt",
    "it", "its", "just", "let", "lets", "me", "more", "most", "much", "my", "need", "no", "not", "now", "of",
    "on", "or", "our", "ours", "out", "over", "shall", "she", "should", "so", "some", "somebody", "someone",
    "something", "still", "such", "than", "that", "the", "their", "theirs", "them", "then", "there", "these",
    "they", "this", "those", "to", "too", "up", "us", "very", "was", "we", "went", "were", "what", "when",
    "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "without", "wont",
    "would", "you", "your", "yours",
})  # fmt: skip
"""Words that carry no subject: dropped from a question, unless it has no others."""


def tokens(text: str) -> list[Token]:
    """The words of a text, in order."""
    found: list[Token] = []
    run = 0  # where the present chain of hyphenated words begins
    end_before = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        form, extras = _shape(match[0])
        if not form:
            continue
        if found:
            if start - end_before != 1 or text[end_before] not in _HYPHENS:
                if len(found) - run > 1:
                    _join(found, run)
                run = len(found)
            if form in _MULTIPLES:
                _multiply(found, _MULTIPLES[form])
        found.append((form, start, end, extras))
        end_before = end
    if len(found) - run > 1:
        _join(found, run)
    return found


def forms(text: str) -> tuple[str, ...]:
    """The forms of the words of a short text, in order."""
    return tuple(token[0] for token in tokens(text))


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a short text, in order."""
    return tuple(stem(token[0]) for token in tokens(text))


def end_of(text: str, start: int) -> int:
    """Where the word ends that begins at a position."""
    match = _TOKEN.match(text, start)
    return match.end() if match else start


def fold(text: str) -> str:
    """A text in lower case, without accents, its words a single space apart: for comparing titles."""
    return " ".join(forms(text))


def _join(found: list[Token], run: int) -> None:
    """Let the first word of a hyphenated chain also be found as the chain written in one word."""
    chain = [token[0] for token in found[run:]]
    if len(chain) <= _JOINED_AT_MOST:
        form, start, end, extras = found[run]
        found[run] = (form, start, end, (*extras, "".join(chain)))


def _multiply(found: list[Token], factor: int) -> None:
    """Let "6.25" before "million" also be found as 6250000."""
    form, start, end, extras = found[-1]
    if len(form) < _LONG_NUMBER and form.replace(".", "", 1).isdecimal():
        found[-1] = (form, start, end, (*extras, _times(form, factor)))


def _times(number: str, factor: int) -> str:
    return str(round(float(number) * factor))


@lru_cache(maxsize=1 << 16)
def _shape(surface: str) -> tuple[str, tuple[str, ...]]:
    """The form of one word as written, and the extras that lie in the word itself."""
    surface = surface[:_LONGEST]
    if surface == "%":
        return "percent", ()
    if _ACRONYM_PLURAL.fullmatch(surface):
        return surface[:-1].lower(), ()
    if surface[1:2] == "." and not surface[0].isdigit():
        return _plain(surface.replace(".", "")), ()
    form = _plain(surface)
    if not form or form.isalpha():
        return form, ()
    if "," in form:
        form = form.replace(",", "") if _THOUSANDS.match(form) else form.replace(",", ".")
    if match := _LETTERS_THEN_DIGITS.fullmatch(form):
        return form, (match[2],)
    if match := _DIGITS_THEN_LETTERS.fullmatch(form):
        number, letters = match.groups()
        if letters in _SHORT_MULTIPLES and len(number) < _LONG_NUMBER:
            return form, (_times(number, _SHORT_MULTIPLES[letters]),)
    return form, ()


def _plain(surface: str) -> str:
    """Lower case, without accents, apostrophes or a possessive s."""
    text = surface.casefold() if surface.isascii() else _unaccented(surface)
    if len(text) > 3 and text[-1] == "s" and text[-2] in "'’ʼ":
        text = text[:-2]
    return text if text.isalnum() else _MARKS_IN_WORDS.sub("", text)


def _unaccented(surface: str) -> str:
    text = unicodedata.normalize("NFKD", surface.casefold())
    return "".join(letter for letter in text if not unicodedata.combining(letter))


# ---- stems -------------------------------------------------------------------------------------
#
# A light stemmer of our own. Porter's puts "community" with "communication" and "officer" with
# "office", which this library must tell apart. Stems are keys and are never shown, so they need
# not be words; what matters is that the forms of one word share one, and that two words do not.

_IRREGULAR = {
    "analyse": "analys", "analysed": "analys", "analyses": "analys", "analysing": "analys", "analysis": "analys",
    "analyze": "analys", "analyzed": "analys", "analyzes": "analys", "analyzing": "analys",
    "children": "child", "crises": "crisis", "criteria": "criterion", "data": "data", "evening": "evening",
    "feet": "foot", "halves": "half", "hundred": "hundred", "knives": "knife", "lives": "life", "men": "man",
    "people": "person", "policemen": "policeman", "policewomen": "policewoman", "proved": "prove", "proven": "prove",
    "response": "respond", "responses": "respond",
    "theses": "thesis", "thieves": "thief", "united": "united", "used": "use", "uses": "use", "using": "use",
    "wives": "wife", "women": "woman",
}  # fmt: skip
_BRITISH = (
    (re.compile(r"^(arm|behavi|col|endeav|fav|harb|hon|hum|lab|neighb|od|ranc|rum|savi|tum|val|vap|vig)our"), r"\1or"),
    (re.compile(r"^(cent|fib|lit|lust|met|sab|theat|calib)re(s|d)?$"), r"\1er\2"),
    (re.compile(r"^(def|off|pret|lic)ence(s?)$"), r"\1ense\2"),
    (re.compile(r"^practis"), "practic"),
    (re.compile(r"(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"^(counse|jewe|labe|mode|trave|cance)ll(?=[eio])"), r"\1l"),
    (re.compile(r"logue(s?)$"), r"log\1"),
    (re.compile(r"^(judg|acknowledg|ag)e(?=ment|ing)"), r"\1"),
    (re.compile(r"^paed"), "ped"),
    (re.compile(r"^(enrol|fulfil|instal)(?=ment)"), r"\1l"),
    (re.compile(r"^grey"), "gray"),
    (re.compile(r"^(cheque)(s?)$"), r"check\2"),
    (re.compile(r"^kerb"), "curb"),
)
_VOWEL = re.compile(r"[aeiouy]")
_SHORT = re.compile(r"[^aeiou][aeiouy][^aeiouwxy]")  # hop, car, rid: the e of hoped, caring, riding is missing
_NOT_MENT = frozenset({"department", "departments", "apartment", "apartments"})


@lru_cache(maxsize=1 << 16)
def stem(form: str) -> str:
    """What all forms of a word share: "policing" and "police", "organised" and "organize"."""
    if len(form) <= 3 or not form.isascii() or not form.isalpha():
        return form
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    for pattern, change in _BRITISH:
        form = pattern.sub(change, form)
    form = _without_ending(_singular(form))
    if len(form) > 4 and form[-1] == "e":
        form = form[:-1]
    if len(form) > 3 and form[-1] == form[-2] and form[-1] not in "aeiou":
        form = form[:-1]
    return form


def _singular(form: str) -> str:
    if form[-1] != "s" or form[-2:] in ("ss", "us", "is") or len(form) <= 3:
        return form
    if form.endswith("ies"):
        return form[:-3] + "y" if len(form) > 4 else form[:-1]
    if form.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return form[:-2]
    return form[:-1]


def _without_ending(form: str) -> str:
    if form.endswith(("ingly", "edly")):
        form = form[:-2]
    if len(form) >= 9 and form.endswith(("ness", "ship")):
        form = form[:-4]
    if form.endswith("ied") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("ing"):
        return _verb(form, 3)
    if form.endswith("ed") and not form.endswith("eed"):
        return _verb(form, 2)
    if form.endswith("ment") and len(form) >= 10 and form not in _NOT_MENT:
        return form[:-4]
    if form.endswith("ization"):
        return form[:-5]
    if form.endswith(("tion", "sion")) and len(form) >= 8:
        return form[:-3]
    if form.endswith("ly") and len(form) >= 6:
        return form[:-2]
    return form


def _verb(form: str, ending: int) -> str:
    """A verb without "ing" or "ed", if a verb is left."""
    rest = form[:-ending]
    if len(rest) < 3 or not _VOWEL.search(rest):
        return form
    return rest + "e" if len(rest) == 3 and _SHORT.fullmatch(rest) else rest
