"""Settings are kept; a damaged file or a foreign value gives the default."""

from pathlib import Path

import pytest

from partnerships.base.settings import Settings, read_settings, write_settings


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    write_settings(Settings(theme="dark", text_size=150), file)
    assert read_settings(file) == Settings(theme="dark", text_size=150)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"text_size": "big", "theme": 3, "other": 1}'])
def test_what_cannot_be_read_gives_the_defaults(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    assert read_settings(file) == Settings()


@pytest.mark.parametrize(("written", "read"), [(10, 80), (1000, 300), (120, 120)])
def test_the_text_size_stays_between_80_and_300(tmp_path: Path, written: int, read: int) -> None:
    file = tmp_path / "settings.json"
    write_settings(Settings(text_size=written), file)
    assert read_settings(file).text_size == read


def test_without_a_file_nothing_is_kept() -> None:
    write_settings(Settings(theme="dark"), None)
    assert read_settings(None) == Settings()
