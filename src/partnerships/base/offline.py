"""No network, ever: an audit hook refuses every internet socket and every name look-up in this process."""

import sys

_INTERNET = (2, 10, 23, 30)  # AF_INET, and AF_INET6 on Linux, Windows and macOS: `socket` itself is not loaded
_LOOK_UPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")


def refuse_network() -> None:
    """Refuse from now on. Cannot be taken back; code that tries gets a PermissionError."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _LOOK_UPS or (event == "socket.__new__" and len(arguments) > 1 and arguments[1] in _INTERNET):
        raise PermissionError("This program opens no connection to any network.")
