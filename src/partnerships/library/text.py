"""HTML of ours as plain words."""

import html
import re

_CITE = re.compile(r'<a class="cite"[^>]*>.*?</a>')
_END = re.compile(r"</(?:p|li|td|th)>\s*")
_TAG = re.compile(r"<[^>]+>")


def plain(markup: str) -> str:
    """The words of a piece of the library's HTML in one line, without tags and citations."""
    return html.unescape(_TAG.sub("", _END.sub(" ", _CITE.sub("", markup)))).strip()
