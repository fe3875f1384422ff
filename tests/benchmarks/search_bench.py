"""How long a key press takes to be answered: ours against SQLite's FTS5 over the same passages, in one run.

    python tests/benchmarks/search_bench.py [EDITION]

EDITION is a compiled library (out/library when there is one). Python's HTML documentation is
measured too where Debian's package python3.11-doc is installed.
"""

import gc
import re
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter

import python_docs

from partnerships.library.edition import Edition
from partnerships.library.model import Record
from partnerships.library.records import records
from partnerships.search.builder import build
from partnerships.search.finder import Finder

LIBRARY = Path(__file__).resolve().parents[2] / "out" / "library"
PASSES = 3
LIBRARY_QUERIES = """
crisis intervention team|cit steering committee|edp calls|mou template|grant for small dept|state:TX crisis
|what do i do when hospital wont take patient|homless outreach|problem solving sara|school resource officer
|de-escalation training|co responder model|16.710|community policing definition|memphis|body worn camera
|neighborhood watch|repeat calls for service|hot spots policing evidence|veterans returning from combat
|officer suicide prevention|tribal grant|matching funds requirement|how do i apply for a cops grant|nofo
|byrne jag|stakeholder map|logic model|opioid overdose|youth diversion|domestic violence|broken windows
|procedural justice|foot patrol experiment|drug market intervention|traffic crashes|limited english
|language access plan|data sharing agreement hipaa|ferpa school records|nami affiliate|peer support
|988 lifeline|mobile crisis team|sequential intercept model|jail diversion|evaluation plan
|survey of residents|advisory board|meeting agenda|press release|in:grants hiring|evidence:controlled
|year:2014..2020 reform|"crisis intervention"|rural sheriff|campus safety|landlord training|graffiti
|sustainability after the grant ends
"""
PYTHON_QUERIES = """
list comprehension|read a file line by line|datetime strftime format|asyncio gather tasks
|dictionary get default|regular expression groups|subprocess run capture output|json dumps indent
|argparse subcommands|context manager protocol|string formatting|import a module dynamically
|unittest mock patch|logging configuration|threading lock|multiprocessing pool|sqlite3 row factory
|pathlib glob|exception chaining|decorator arguments|generator yield from|class inheritance super
|type hints generic|dataclass field default|enum auto|itertools groupby|collections counter
|functools lru cache|sort by key|random choice|socket server|http client request|xml etree parse
|csv dictreader|zip files|tempfile directory|copy deepcopy|garbage collection|memory leak
|c api reference counting|embed python in c|pickle security|hash randomization|unicode normalization
|bytes decode errors|float precision|decimal rounding|fractions|statistics mean|walrus operator
|match statement|what is new in python 3.11|venv create|pip install packages|curses window|tkinter button
|email message attachment|ssl certificate|how do i find the current directory|generater expresion
"""


def main() -> None:
    """Measure both corpora and print a table for each."""
    edition = Path(sys.argv[1]) if len(sys.argv) > 1 else LIBRARY
    if edition.is_dir():
        with Edition(edition) as opened:
            _measure("library", [*records(opened)], opened.synonyms(), _queries(LIBRARY_QUERIES))
    else:
        _say(f"No compiled library in {edition}.")
    if python_docs.FOLDER.is_dir():
        _measure("python docs", [*python_docs.passages()], (), _queries(PYTHON_QUERIES))
    else:
        _say("Python's documentation is not installed (Debian: python3.11-doc).")


def _queries(text: str) -> list[str]:
    return [" ".join(query.split()) for query in text.split("|")]


def _key_presses(queries: Iterable[str]) -> Iterator[str]:
    for query in queries:
        for end in range(1, len(query) + 1):
            yield query[:end]


def _measure(name: str, passages: Sequence[Record], same: Sequence[Sequence[str]], queries: Sequence[str]) -> None:
    presses = [*_key_presses(queries)]
    size = sum(len(record.body) for record in passages) / 1e6
    _say(
        f"\n{name}: {len(passages)} passages, {size:.1f} MB of text, {len(queries)} queries, {len(presses)} key presses"
    )
    with tempfile.TemporaryDirectory(prefix="search-bench-") as scratch:
        folder = Path(scratch) / "index"
        built = _time(lambda: [*build(passages, same, folder)])
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        opened = [_time(lambda: Finder(folder)) for _ in range(5)]
        _say(f"  built in {built:.2f} s, {size:.1f} MB, opened in {1000 * min(opened):.1f} ms (best of 5)")
        plain, prefixed = Path(scratch) / "plain.sqlite3", Path(scratch) / "prefixed.sqlite3"
        made = [_time(lambda: _fts5(passages, plain, "")), _time(lambda: _fts5(passages, prefixed, "prefix='1 2 3',"))]
        _say(f"  FTS5 built in {made[0]:.2f} s, with prefix indexes in {made[1]:.2f} s")
        taken = _passes(
            {
                "ours": lambda: Finder(folder).find,
                "FTS5": lambda: _asking(plain),
                "FTS5 with prefix indexes": lambda: _asking(prefixed),
            },
            presses,
        )
    p99 = {engine: _tell(engine, times, presses) for engine, times in taken.items()}
    told = ", ".join(f"{p99['ours'] / theirs:.2f} × {engine}" for engine, theirs in p99.items() if engine != "ours")
    _say(f"  our p99: {told}")


def _passes(
    engines: Mapping[str, Callable[[], Callable[[str], object]]], presses: Sequence[str]
) -> dict[str, list[float]]:
    """For each engine the milliseconds of each key press: the best of passes in turn, each on an engine just opened."""
    taken = {name: [float("inf")] * len(presses) for name in engines}
    for _ in range(PASSES):
        for name, open_engine in engines.items():
            find = open_engine()
            gc.collect()
            for number, typed in enumerate(presses):
                began = perf_counter()
                find(typed)
                taken[name][number] = min(taken[name][number], (perf_counter() - began) * 1000)
    return taken


def _tell(name: str, times: Sequence[float], presses: Sequence[str]) -> float:
    """Print the percentiles of the key presses; gives the 99th."""
    took = sorted(zip(times, presses, strict=True))
    p50, p95, p99 = (took[min(len(took) - 1, round(len(took) * share))][0] for share in (0.5, 0.95, 0.99))
    slowest = ", ".join(f"{typed!r} {ms:.1f}" for ms, typed in took[:-4:-1])
    _say(f"  {name:24} p50 {p50:5.2f}  p95 {p95:5.2f}  p99 {p99:5.2f}  most {took[-1][0]:5.2f} ms   ({slowest})")
    return p99


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _time(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _fts5(passages: Sequence[Record], file: Path, options: str) -> None:
    table = sqlite3.connect(file)
    table.execute(
        f"CREATE VIRTUAL TABLE passage USING fts5(title, heading, summary, body, terms, {options}"
        " tokenize='porter unicode61')"
    )
    rows = ((r.title, r.heading, r.summary, r.body, " ".join(r.terms)) for r in passages)
    table.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?)", rows)
    table.execute("INSERT INTO passage(passage) VALUES ('optimize')")
    table.commit()
    table.close()


def _asking(file: Path) -> Callable[[str], list[tuple[int]]]:
    """FTS5 asked as we are: all words, the last one unfinished. It gives numbers of rows; we give whole hits."""
    table = sqlite3.connect(file)

    def ask(typed: str) -> list[tuple[int]]:
        words = re.findall(r"\w+", typed)
        if not words:
            return []
        match = " ".join(f'"{word}"' for word in words) + ("*" if typed[-1] != " " else "")
        return table.execute(
            "SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY bm25(passage, 5, 3.5, 1.5, 1, 1) LIMIT 20",
            (match,),
        ).fetchall()

    return ask


if __name__ == "__main__":
    main()
