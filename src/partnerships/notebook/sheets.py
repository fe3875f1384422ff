"""The part of the notebook that holds sheets, their bin, and partnerships."""

import json
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from partnerships.notebook.model import Answer, Known, Partner, Partnership, Sheet

BIN_DAYS = 30


class SheetShelf:
    """What the notebook can do with sheets and partnerships; the notebook brings the file."""

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:  # SQLite's cells are of any type
        raise NotImplementedError

    def _write(self, query: str, *values: object) -> int:
        raise NotImplementedError

    def _write_all(self, *statements: tuple[object, ...]) -> int:
        raise NotImplementedError

    def _moment(self) -> datetime:
        raise NotImplementedError

    def _time(self, fine: bool = False) -> str:
        return self._moment().isoformat(timespec="microseconds" if fine else "seconds")

    # --- sheets ----------------------------------------------------------------------------------

    def sheets(self) -> tuple[Sheet, ...]:
        """All sheets but those in the bin, the last changed first."""
        return self._sheets("binned = '' ORDER BY changed DESC, id DESC")

    def bin(self) -> tuple[Sheet, ...]:
        """The sheets in the bin, the last deleted first."""
        return self._sheets("binned != '' ORDER BY binned DESC, id DESC")

    def _sheets(self, wanted: str) -> tuple[Sheet, ...]:
        columns = "id, tool, name, answers, made, changed, finished, partnership, binned"
        return tuple(_sheet(row) for row in self._rows(f"SELECT {columns} FROM sheet WHERE {wanted}"))

    def add_sheet(
        self, tool: str, name: str, answers: dict[str, Answer] | None = None, partnership: int | None = None
    ) -> Sheet:
        """Start a sheet of a tool."""
        made = self._time()
        number = self._write(
            "INSERT INTO sheet (tool, name, answers, made, changed, partnership) VALUES (?, ?, ?, ?, ?, ?)",
            tool,
            name,
            json.dumps(answers or {}, ensure_ascii=False),
            made,
            made,
            partnership,
        )
        return Sheet(number, tool, name, dict(answers or {}), made, made, partnership=partnership)

    def save_sheet(self, sheet: Sheet) -> Sheet:
        """Keep a sheet's name, answers, partnership and whether it is finished."""
        changed = self._time()
        self._write(
            "UPDATE sheet SET name = ?, answers = ?, finished = ?, partnership = ?, changed = ? WHERE id = ?",
            sheet.name,
            json.dumps(sheet.answers, ensure_ascii=False),
            int(sheet.finished),
            sheet.partnership,
            changed,
            sheet.id,
        )
        return replace(sheet, changed=changed)

    def bin_sheet(self, number: int) -> None:
        """Put a sheet into the bin; it is taken away for good after thirty days."""
        self._write("UPDATE sheet SET binned = ? WHERE id = ?", self._time(), number)

    def restore_sheet(self, number: int) -> None:
        """Take a sheet out of the bin, as it was."""
        self._write("UPDATE sheet SET binned = '' WHERE id = ?", number)

    def remove_sheet(self, number: int) -> None:
        """Take a sheet away for good."""
        self._write("DELETE FROM sheet WHERE id = ?", number)

    def empty_bin(self) -> None:
        """Take everything in the bin away for good."""
        self._write("DELETE FROM sheet WHERE binned != ''")

    def clear_bin(self) -> None:
        """Take away for good what has been in the bin for more than thirty days."""
        oldest = (self._moment() - timedelta(days=BIN_DAYS)).isoformat(timespec="seconds")
        self._write("DELETE FROM sheet WHERE binned != '' AND binned < ?", oldest)

    # --- partnerships ----------------------------------------------------------------------------

    def partnerships(self) -> tuple[Partnership, ...]:
        """All partnerships, in the order in which they were named."""
        return tuple(
            _partnership(number, json.loads(facts), made, changed)
            for number, facts, made, changed in self._rows(
                "SELECT id, facts, made, changed FROM partnership ORDER BY id"
            )
        )

    def add_partnership(self, known: Known) -> Partnership:
        """Keep a partnership."""
        made = self._time()
        facts = _facts(known)
        number = self._write("INSERT INTO partnership (facts, made, changed) VALUES (?, ?, ?)", facts, made, made)
        return Partnership(number, known, made, made)

    def save_partnership(self, partnership: Partnership) -> Partnership:
        """Keep what is known of a partnership now."""
        changed = self._time()
        facts = _facts(partnership.known, partnership.given)
        self._write("UPDATE partnership SET facts = ?, changed = ? WHERE id = ?", facts, changed, partnership.id)
        return replace(partnership, changed=changed)

    def remove_partnership(self, number: int) -> None:
        """Let a partnership go; its sheets stay and belong to none."""
        self._write_all(
            ("UPDATE sheet SET partnership = NULL WHERE partnership = ?", number),
            ("DELETE FROM current WHERE part = 'partnership' AND value = ?", str(number)),
            ("DELETE FROM partnership WHERE id = ?", number),
        )

    def current_partnership(self) -> int | None:
        """The partnership in work."""
        rows = self._rows("SELECT value FROM current WHERE part = 'partnership'")
        return int(rows[0][0]) if rows else None

    def choose_partnership(self, number: int | None) -> None:
        """Keep which partnership is in work, if one is."""
        if number is None:
            self._write("DELETE FROM current WHERE part = 'partnership'")
        else:
            self._write("INSERT OR REPLACE INTO current VALUES ('partnership', ?)", str(number))


def _sheet(row: tuple[Any, ...]) -> Sheet:  # one row of the table sheet
    number, tool, name, answers, made, changed, finished, partnership, binned = row
    loaded = {key: _frozen(value) for key, value in json.loads(answers).items()}
    return Sheet(number, tool, name, loaded, made, changed, bool(finished), partnership, binned)


def _facts(known: Known, given: Known | None = None) -> str:
    """What is known as it is written; what the sheets were told stands in it under its own name."""
    return json.dumps(asdict(known) | ({"given": asdict(given)} if given else {}), ensure_ascii=False)


def _partnership(number: int, facts: dict[str, Any], made: str, changed: str) -> Partnership:
    given = facts.pop("given", None)
    return Partnership(number, _known(facts), made, changed, _known(given) if given else None)


def _known(facts: dict[str, Any]) -> Known:  # as `asdict` wrote it
    partners = tuple(Partner(**partner) for partner in facts.pop("partners", ()))
    coordinator = Partner(**facts.pop("coordinator", {"organization": ""}))
    return Known(partners=partners, coordinator=coordinator, **facts)


def _frozen(value: Any) -> Answer:  # JSON gives lists where answers are tuples
    if isinstance(value, list):
        return tuple(tuple(item) if isinstance(item, list) else item for item in value)
    return value  # type: ignore[no-any-return]  # what json gives is one of the kinds of Answer
