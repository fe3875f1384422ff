import subprocess
import sys

_ASK = """
import sys
import partnerships.search.hits, partnerships.search.query, partnerships.search.snippet
print(sorted(name for name in sys.modules if name.startswith(("whoosh", "rapidfuzz"))))
"""


def test_hits_are_known_without_loading_the_engine() -> None:
    asked = subprocess.run([sys.executable, "-c", _ASK], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "[]"
