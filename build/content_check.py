"""Checks the content and says what it holds; `dev.py check content` calls it inside the virtual environment.

    python build/content_check.py content [--brief]

Ends with code 1 when a rule finds something. The grade of every page goes to out/reading-ease.txt.
"""

import argparse
from collections import Counter
from pathlib import Path

from partnerships.library.authoring.rules.book import Figures, check, figures
from partnerships.library.authoring.rules.found import Found
from partnerships.library.authoring.rules.wording import HARDEST
from partnerships.library.authoring.source import faults, read_content

OUT = Path(__file__).resolve().parent.parent / "out"
_SHOWN = 10  # of the hardest pages


def report(content: Path, brief: bool) -> int:
    """Print the figures and what each rule finds; gives the number of errors."""
    if found := faults(content):
        for fault in found:
            print(f"  {fault}")
        return len(found)
    read = read_content(content)
    held = figures(read)
    by_rule = check(read)
    _keep_grades(held)
    if not brief:
        _print_figures(held)
        print("Rules")
        print("  ok    figures cited, sources used, links lead somewhere, pictures have words (the compiler)")
    for rule, places in by_rule.items():
        _print_rule(rule, places, brief)
    if brief:
        print(f"  {_total(held.words):,} words, median grade {held.median_grade:.1f}, {held.citations:,} citations")
    return sum(map(len, by_rule.values()))


def _print_figures(held: Figures) -> None:
    print("The library")
    print("  " + " · ".join(f"{count} {kind}" for kind, count in held.counts))
    print(f"  {_total(held.words):,} words: " + ", ".join(f"{count:,} in {where}" for where, count in held.words))
    print(f"  {held.citations:,} citations of {held.sources:,} sources")
    print(f"  longest sentence {held.longest_sentence[1]} words ({held.longest_sentence[0]}); ", end="")
    print(f"longest paragraph {held.longest_paragraph[1]} words ({held.longest_paragraph[0]})")
    print("Reading ease (Flesch–Kincaid grade; each page in out/reading-ease.txt)")
    print(f"  median {held.median_grade:.1f}; pages by grade: " + ", ".join(_spread(held)))
    over = [f"{page} {value:.1f}" for page, value in held.grades if value > HARDEST]
    print(f"  over {HARDEST:.0f}: " + (", ".join(over) or "none"))
    print("  hardest: " + ", ".join(f"{page} {value:.1f}" for page, value in held.grades[:_SHOWN]))


def _spread(held: Figures) -> list[str]:
    counted = Counter(int(value) for _, value in held.grades)
    return [f"{grade}: {counted[grade]}" for grade in sorted(counted)]


def _total(words: tuple[tuple[str, int], ...]) -> int:
    return sum(count for _, count in words)


def _print_rule(rule: str, places: tuple[Found, ...], brief: bool) -> None:
    if places:
        print(f"  FOUND {rule}: {len(places)}")
        for place in places:
            print(f"          {place}")
    elif not brief:
        print(f"  ok    {rule}")


def _keep_grades(held: Figures) -> None:
    OUT.mkdir(exist_ok=True)
    lines = [f"{value:5.1f}  {page}\n" for page, value in held.grades]
    (OUT / "reading-ease.txt").write_text("".join(lines), encoding="utf-8")


def main() -> int:
    """Check what the command line names."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("content", type=Path)
    words.add_argument("--brief", action="store_true", help="only what is found, and one line of figures")
    asked = words.parse_args()
    errors = report(asked.content, asked.brief)
    print("1 error." if errors == 1 else f"{errors} errors.")
    return 1 if errors else 0


if __name__ == "__main__":
    raise SystemExit(main())
