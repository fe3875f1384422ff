"""Where a place stands on the map of the United States: Albers' equal-area conic, Alaska, Hawaii and Puerto Rico inset.

The map is 975 units wide and 610 high. `us-states.txt` holds the outlines in tenths of a unit.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MAP_WIDTH = 975.0
MAP_HEIGHT = 610.0

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Albers:
    """Albers' equal-area conic (Snyder, USGS Professional Paper 1395, section 14), on a sphere.

    Angles in degrees; `x` and `y` are where the center stands on the map.
    """

    meridian: float
    latitude: float
    south: float
    north: float
    scale: float
    x: float
    y: float

    def place(self, latitude: float, longitude: float) -> Point:
        """The point of the map for a place, x to the right and y downward."""
        first, second = math.sin(math.radians(self.south)), math.sin(math.radians(self.north))
        n = (first + second) / 2
        c = 1 - first * first + 2 * n * first
        turn = (longitude - self.meridian + 540) % 360 - 180
        theta = n * math.radians(turn)
        rho = math.sqrt(c - 2 * n * math.sin(math.radians(latitude))) / n
        rho_0 = math.sqrt(c - 2 * n * math.sin(math.radians(self.latitude))) / n
        return self.x + self.scale * rho * math.sin(theta), self.y - self.scale * (rho_0 - rho * math.cos(theta))


LOWER_48 = Albers(-96.0, 38.7, 29.5, 45.5, 1300, 495.0, 300.0)
ALASKA = Albers(-152.0, 61.5, 55.0, 65.0, 400, 150.0, 516.0)
HAWAII = Albers(-157.4, 20.6, 8.0, 18.0, 1300, 308.0, 560.0)
PUERTO_RICO = Albers(-66.45, 18.2, 8.0, 18.0, 1300, 905.0, 570.0)


def region_of(latitude: float, longitude: float) -> Albers | None:
    """The part of the map that a place in the United States stands in; nothing for the far territories."""
    if latitude > 50 and (longitude < -129 or longitude > 170):
        return ALASKA
    if 18 <= latitude <= 23 and -161 <= longitude <= -154:
        return HAWAII
    if 17.5 <= latitude <= 18.7 and -67.5 <= longitude <= -65:
        return PUERTO_RICO
    if 24 <= latitude <= 50 and -125.5 <= longitude <= -66.5:
        return LOWER_48
    return None


def place(latitude: float, longitude: float) -> Point | None:
    """The point of the map for a place in the United States, or nothing when it lies beyond the map."""
    region = region_of(latitude, longitude)
    return region.place(latitude, longitude) if region else None


@cache
def state_outlines() -> Mapping[str, tuple[Ring, ...]]:
    """The rings of every state by its two letters, in units of the map."""
    arcs: list[list[Point]] = []
    states: dict[str, tuple[Ring, ...]] = {}
    for line in (Path(__file__).parent / "us-states.txt").read_text(encoding="ascii").splitlines():
        if line.startswith("#") or not line:
            continue
        code, _, rest = line.partition(" ")
        if code == "a":
            arcs.append(_arc([int(number) for number in rest.split()]))
        else:
            states[code] = tuple(_ring(arcs, ring) for ring in rest.split("|"))
    return states


def _arc(steps: list[int]) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / 10, y / 10))
    return points


def _ring(arcs: list[list[Point]], numbers: str) -> Ring:
    """A ring of arcs; a number below zero is the arc of its complement, walked backward."""
    points: list[Point] = []
    for number in map(int, numbers.split()):
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)
