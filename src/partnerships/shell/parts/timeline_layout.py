"""How events are set out on a timeline: in lanes, in rows without collisions, with ticks at round years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from partnerships.library.model import Event
from partnerships.shell.parts.moments import LANES, moment

_TICK_STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Frame:
    """The room there is, in pixels: time runs from `left` to `right`, lanes from `top`, each `lane` high."""

    left: float
    right: float
    top: float
    lane: float
    row: float  # height of one row of a lane
    air: float  # above the first row of a lane, and between labels of one row


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one event stands. Without room for its words it sits on the lane's upper edge, and `label` is 0 wide."""

    number: int
    x: float
    until: float
    y: float
    label_x: float
    label: float

    @property
    def has_label(self) -> bool:
        """Whether its words are shown."""
        return self.label > 0


@dataclass(frozen=True, slots=True)
class Span:
    """The years in view."""

    first: float
    last: float

    @property
    def length(self) -> float:
        """How many years are in view."""
        return self.last - self.first

    def x(self, year: float, frame: Frame) -> float:
        """The pixel of a point in time."""
        return frame.left + (year - self.first) / self.length * (frame.right - frame.left)

    def zoomed(self, factor: float, about: float, outer: "Span") -> "Span":
        """Closer by `factor` about a point in time, never beyond `outer`, never closer than two years."""
        length = min(outer.length, max(2.0, self.length / factor))
        share = (about - self.first) / self.length
        return Span(about - share * length, about + (1 - share) * length).inside(outer)

    def moved(self, years: float, outer: "Span") -> "Span":
        """The same length, moved, within `outer`."""
        return Span(self.first + years, self.last + years).inside(outer)

    def inside(self, outer: "Span") -> "Span":
        """The same length, moved into `outer`."""
        if self.length >= outer.length:
            return outer
        shift = max(0.0, outer.first - self.first) - max(0.0, self.last - outer.last)
        return Span(self.first + shift, self.last + shift)


def whole_span(events: Sequence[Event]) -> Span:
    """All years that the events cover, with a margin."""
    moments = [moment(event.date) for event in events] + [moment(event.until) for event in events if event.until]
    if not moments:
        return Span(1950, 2030)
    margin = min(3.0, max(1.0, (max(moments) - min(moments)) * 0.03))
    return Span(min(moments) - margin, max(moments) + margin)


def first_span(events: Sequence[Event]) -> Span:
    """The years to show at first: those in which nearly all events lie."""
    whole = whole_span(events)
    moments = sorted(moment(event.date) for event in events)
    if len(moments) < 12:
        return whole
    early = moments[len(moments) // 10]
    return Span(max(whole.first, early - 2), whole.last)


def ticks(span: Span, frame: Frame, least: float) -> list[int]:
    """Round years at least `least` pixels apart."""
    pixels = (frame.right - frame.left) / span.length
    step = next((step for step in _TICK_STEPS if step * pixels >= least), _TICK_STEPS[-1])
    first = int(-(-span.first // step) * step)
    return list(range(first, int(span.last) + 1, step))


def set_out(
    events: Sequence[Event], span: Span, frame: Frame, width_of: Callable[[str], float], widest: float
) -> list[Placed]:
    """Give every event in view its place. Labels of one lane never overlap; events are taken in order of time.

    A label is at most `widest` at first; where a row has room left, it grows to its full width.
    """
    count = max(1, int((frame.lane - frame.air) / frame.row))
    rows: dict[tuple[str, int], list[Placed]] = {(lane, row): [] for lane in LANES for row in range(count)}
    unlabeled = []
    for number, event in sorted(enumerate(events), key=lambda pair: moment(pair[1].date)):
        x, until = span.x(moment(event.date), frame), span.x(moment(event.until or event.date), frame)
        if until < frame.left or x > frame.right:
            continue
        lane_top = frame.top + LANES.index(event.lane) * frame.lane
        wanted = min(width_of(event.title), widest)
        for row in range(count):
            y = lane_top + frame.air + (row + 0.5) * frame.row
            used = _right_end(rows[event.lane, row][-1]) + frame.air if rows[event.lane, row] else frame.left
            placed = _beside(Placed(number, x, until, y, 0.0, 0.0), wanted, used, frame)
            if placed is not None:
                rows[event.lane, row].append(placed)
                break
        else:
            unlabeled.append(Placed(number, x, until, lane_top + frame.air / 2, 0.0, 0.0))
    grown = [_grown(row, frame, [width_of(events[placed.number].title) for placed in row]) for row in rows.values()]
    return sorted((placed for row in [*grown, unlabeled] for placed in row), key=lambda placed: placed.number)


def _beside(mark: Placed, wanted: float, used: float, frame: Frame) -> Placed | None:
    """A mark with its label to the right, or at the right edge to the left, if the row is free from `used` on."""
    gap = frame.row * 0.5
    left = max(mark.x, frame.left) - gap
    if left + gap < used and used > frame.left:
        return None
    label_x = max(min(mark.until, frame.right), mark.x, frame.left) + gap
    if frame.right - label_x >= wanted:
        return replace(mark, label_x=label_x, label=wanted)
    if left - wanted >= used:
        return replace(mark, label_x=left - wanted, label=wanted)
    if frame.right - label_x >= frame.row * 4:
        return replace(mark, label_x=label_x, label=frame.right - label_x)
    return None


def _right_end(placed: Placed) -> float:
    return max(placed.label_x + placed.label, placed.until, placed.x)


def _grown(row: Sequence[Placed], frame: Frame, widths: Sequence[float]) -> list[Placed]:
    """The row with labels as wide as their words, as far as there is room before the next one."""
    grown = []
    for place, (placed, width) in enumerate(zip(row, widths, strict=True)):
        end = frame.right
        if place + 1 < len(row):
            after = row[place + 1]
            end = min(after.label_x, after.x) - frame.row * 0.5 - frame.air
        room = max(placed.label, end - placed.label_x) if placed.label_x > placed.x else placed.label
        grown.append(replace(placed, label=min(width, room)))
    return grown
