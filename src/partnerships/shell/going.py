"""Where the window has been: a line of addresses that can be walked back and forward."""

from dataclasses import dataclass, field

from partnerships.library.model import Address

HOME = Address("home")
_KEPT = 200


@dataclass(slots=True)
class Trail:
    """The addresses of this session. Going somewhere new forgets what was ahead."""

    visited: list[Address] = field(default_factory=lambda: [HOME])
    place: int = 0

    @property
    def here(self) -> Address:
        """Where the window is."""
        return self.visited[self.place]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self.place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether a place was left by going back."""
        return self.place < len(self.visited) - 1

    def go(self, address: Address) -> None:
        """Go somewhere; going where the window already is adds nothing."""
        if address == self.here:
            return
        del self.visited[self.place + 1 :]
        self.visited.append(address)
        del self.visited[: max(0, len(self.visited) - _KEPT)]
        self.place = len(self.visited) - 1

    def back(self) -> Address:
        """Go to the place before this one; stays at the first."""
        self.place = max(0, self.place - 1)
        return self.here

    def forward(self) -> Address:
        """Go to the place after this one; stays at the last."""
        self.place = min(len(self.visited) - 1, self.place + 1)
        return self.here
