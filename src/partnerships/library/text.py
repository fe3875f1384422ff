"""HTML of ours as plain words."""

import html
import re

_CITE = re.compile(r'<a class="cite"[^>]*>.*?</a>')
_TAG = re.compile(r"<[^>]+>")


def plain(markup: str) -> str:
    """The words of a piece of the library's HTML, without tags and citations."""
    return html.unescape(_TAG.sub("", _CITE.sub("", markup))).strip()
