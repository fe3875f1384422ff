"""How fast a copy goes and how long it still takes, told calmly: from the last few seconds, in round numbers."""

from collections import deque

_WINDOW = 6.0  # seconds that are looked back on


class Pace:
    """Fed with the bytes done so far; answers in bytes a second and in seconds."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def see(self, moment: float, done: int) -> None:
        """At this moment (in seconds, of any clock that only goes on) so many bytes were done."""
        self._seen.append((moment, done))
        while len(self._seen) > 2 and moment - self._seen[1][0] >= _WINDOW:
            self._seen.popleft()

    @property
    def speed(self) -> float:
        """Bytes a second; 0 until something can be said."""
        if len(self._seen) < 2:
            return 0.0
        (start, before), (end, after) = self._seen[0], self._seen[-1]
        return max(0.0, (after - before) / (end - start)) if end > start else 0.0

    def left(self, total: int) -> float | None:
        """Seconds until `total` bytes are done; None until something can be said."""
        if not self._seen or self.speed <= 0:
            return None
        return max(0, total - self._seen[-1][1]) / self.speed
