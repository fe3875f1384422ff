"""The program has nothing to speak to a network with."""

import ast
import socket
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).resolve().parents[1] / "src" / "partnerships").rglob("*.py"))
SPEAKERS = {
    *("socket", "ssl", "http", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "asyncio"),
    *("urllib.request", "requests", "httpx", "aiohttp", "PySide6.QtNetwork", "PySide6.QtWebSockets"),
}


def test_the_guard_of_the_tests_refuses_an_internet_socket(opened_to_the_internet: list[str]) -> None:
    with pytest.raises(PermissionError):
        socket.socket(socket.AF_INET)
    with pytest.raises(PermissionError):
        socket.getaddrinfo("localhost", 80)
    assert len(opened_to_the_internet) == 2
    opened_to_the_internet.clear()


def imported(source: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{each.name}" for each in node.names}
    return names


def test_no_module_imports_what_speaks_to_a_network() -> None:
    assert SOURCES
    found = {
        f"{source.name}: {name}"
        for source in SOURCES
        for name in imported(source)
        if any(name == speaker or name.startswith(speaker + ".") for speaker in SPEAKERS)
    }
    assert found == set()
