import subprocess
import sys

_ASK = """
import sys
import partnerships.search.builder, partnerships.search.finder
print(sorted({"ssl", "socket", "http.client", "urllib.request", "email"} & set(sys.modules)))
"""


def test_the_engine_brings_no_network_code() -> None:
    asked = subprocess.run([sys.executable, "-c", _ASK], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "[]"
