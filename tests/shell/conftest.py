"""The small library is compiled and indexed once for all tests of the shell; the application speaks as it ships."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from partnerships.shell.plurals import install_plurals
from partnerships.shell.theme.theme import STYLE, load_fonts
from partnerships.shell.tidying import Tidying
from tests.helpers.driving import whole_library


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small library with its index."""
    return whole_library(tmp_path_factory.mktemp("edition") / "library")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What pytest-qt makes the application with: the style that ships."""
    return ["tests", *STYLE]


@pytest.fixture(scope="session", autouse=True)
def _as_shipped(qapp: QApplication) -> None:
    Tidying(qapp)
    install_plurals(qapp)
    load_fonts()


@pytest.fixture(autouse=True)
def _tidy() -> Iterator[None]:
    """What a test leaves behind goes before the next one begins."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
