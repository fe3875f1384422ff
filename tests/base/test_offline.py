"""The program refuses the network, whatever asks for it."""

import subprocess
import sys

import pytest

TRY = """
import socket
from partnerships.base.offline import refuse_network
refuse_network()
socket.socketpair() if hasattr(socket, "AF_UNIX") else None
{attempt}
"""


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "socket.getaddrinfo('example.org', 80)",
        "socket.create_connection(('127.0.0.1', 9))",
        "__import__('urllib.request').request.urlopen('https://example.org')",
    ],
)
def test_every_way_out_is_refused(attempt: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", TRY.format(attempt=attempt)], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "opens no connection to any network" in ended.stderr


def test_the_program_refuses_from_its_first_line() -> None:
    code = (
        "import socket\nfrom partnerships.main import main\nmain(['show'])\n"
        "try:\n    socket.socket(socket.AF_INET)\nexcept PermissionError:\n    print('refused')\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "refused" in ended.stdout
