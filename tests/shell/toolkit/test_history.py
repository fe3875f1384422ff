"""Undoing: one step for each pause of typing, and nothing is lost on the way back and forth."""

from partnerships.shell.toolkit.sheets.history import PAUSE, Change, History


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def typed(history: History, clock: Clock, field: str, words: str) -> None:
    """Type words letter by letter, quickly."""
    for end in range(1, len(words) + 1):
        clock.now += 0.1
        history.note(Change(field, words[: end - 1], words[:end]), typed=True)


def test_what_is_typed_without_a_pause_is_one_step() -> None:
    clock = Clock()
    history = History(clock)
    typed(history, clock, "aim", "safer calls")
    change = history.undo()
    assert change == Change("aim", "safer calls", "")
    assert not history.can_undo


def test_a_pause_begins_a_new_step() -> None:
    clock = Clock()
    history = History(clock)
    typed(history, clock, "aim", "safer")
    clock.now += PAUSE + 0.1
    history.note(Change("aim", "safer", "safer calls"), typed=True)
    change = history.undo()
    assert change is not None
    assert change.after == "safer"


def test_another_field_begins_a_new_step() -> None:
    clock = Clock()
    history = History(clock)
    typed(history, clock, "aim", "a")
    typed(history, clock, "day", "b")
    assert [step.field for step in (history.undo(), history.undo()) if step] == ["day", "aim"]


def test_ticks_are_steps_of_their_own_however_quick() -> None:
    history = History(Clock())
    for ticks in (("x",), ("x", "y")):
        history.note(Change("choices", ticks[:-1], ticks), typed=False)
    change = history.undo()
    assert change is not None
    assert change.after == ("x",)


def test_what_was_undone_can_be_done_again_until_something_new_is_written() -> None:
    history = History(Clock())
    history.note(Change("aim", "", "a"), typed=False)
    assert history.redo() is None
    history.undo()
    assert history.redo() == Change("aim", "", "a")
    history.undo()
    history.note(Change("day", "", "b"), typed=False)
    assert not history.can_redo


def test_typing_after_undoing_never_joins_the_step_before() -> None:
    clock = Clock()
    history = History(clock)
    typed(history, clock, "aim", "ab")
    history.undo()
    history.redo()
    history.note(Change("aim", "ab", "abc"), typed=True)
    change = history.undo()
    assert change is not None
    assert change.after == "ab"
