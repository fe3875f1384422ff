"""The first painted window has loaded only what it shows: search, parsers and writers come when they are asked for."""

import json
import subprocess
import sys
from pathlib import Path

LATE = {"whoosh", "rapidfuzz", "docx", "mammoth", "markdown_it", "yaml", "segno", "lxml", "multiprocessing", "socket"}
OPEN_AND_LIST = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from partnerships.base.places import find_places
from partnerships.base.settings import read_settings
from partnerships.shell.app import make_application, make_window
from partnerships.shell.look import Look

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, application.quit)
        return False

places = find_places(Path(sys.argv[1]), Path(sys.argv[2]))
application = make_application(sys.argv[:1])
look = Look(read_settings(places.settings), places.settings)
look.dress()
window = make_window(places, look)
first = FirstPaint()
window.installEventFilter(first)
window.show()
application.exec()
loaded = sorted({name.split(".")[0] for name in sys.modules})
window.close()
print(json.dumps(loaded))
"""


def test_after_the_first_paint_nothing_heavy_is_loaded(bundled_library: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPEN_AND_LIST, str(bundled_library), str(tmp_path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert answer.returncode == 0, answer.stderr
    loaded = set(json.loads(answer.stdout))
    assert "PySide6" in loaded
    assert loaded & LATE == set()
