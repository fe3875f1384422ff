"""What a person has set. One frozen dataclass; reading and writing walk its fields."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from partnerships.base.files import write_whole

SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 80, 300, 10


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. `text_size` is percent, from 80 to 300."""

    theme: str = "light"
    text_size: int = 100
    reduced_motion: bool = False
    contents_folded: bool = False
    facts_folded: bool = False
    tour_seen: bool = False
    window_width: int = 1366
    window_height: int = 768


def read_settings(file: Path | None) -> Settings:
    """The settings in `file`. A missing or damaged file, or a value of the wrong kind, gives the default."""
    if file is None:
        return Settings()
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(data, dict):
        return Settings()
    defaults = Settings()
    kept: dict[str, Any] = {  # each value has its field's type: checked on the next line
        field.name: data[field.name]
        for field in fields(Settings)
        if type(data.get(field.name)) is type(getattr(defaults, field.name))
    }
    kept["text_size"] = min(LARGEST_TEXT, max(SMALLEST_TEXT, kept.get("text_size", defaults.text_size)))
    return Settings(**kept)


def write_settings(settings: Settings, file: Path | None) -> None:
    """Keep the settings; without a file nothing is kept. Raises PlaceTrouble when it cannot be written."""
    if file is not None:
        write_whole(file, json.dumps(asdict(settings), indent=2).encode())
