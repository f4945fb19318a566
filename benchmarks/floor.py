"""What no generator in Python can go below: reading and parsing a document, formatting and writing.

The bytes are those that a run has made. What the run takes beyond this is the generator's own.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from .measure import PYTHON, ROOT, Row, Usage, median, run, scratch

if TYPE_CHECKING:
    from typing import Final

_MEMORY = Path("/dev/shm")  # noqa: S108 -- a memory file system; the folder made in it is private
_SCRIPT: Final = """
import json, os, subprocess, sys
from pathlib import Path
from ruff import find_ruff_bin
document, packed, scratch, out = sys.argv[1:]
content = Path(document).read_bytes()
if document.endswith(".json"):
    json.loads(content)
else:
    import yaml
    yaml.load(content, yaml.CSafeLoader)
files = json.loads(Path(packed).read_bytes())
for root in (scratch, out):
    for folder in {os.path.dirname(name) for name in files}:
        os.makedirs(f"{root}/{folder}", exist_ok=True)
    for name, text in files.items():
        if root is out or name.endswith(".py"):
            with open(f"{root}/{name}", "wb", buffering=0) as file:
                file.write(text.encode())
    if root is scratch:
        command = [find_ruff_bin(), "format", "--isolated", "--no-cache", "--quiet", root]
        subprocess.run(command, check=True)
"""


def floor(document: Path, times: int) -> Row:
    """Measure the floor of one document."""
    command = [PYTHON, "-m", "generator", "generate", str(document), "--quiet"]
    folder = scratch()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=_memory()) as memory:
        made = folder / "made"
        run([*command, "-o", str(made), "--package", "generated_api"])
        texts = {
            path.relative_to(made).as_posix(): path.read_text("utf-8")
            for path in made.rglob("*")
            if path.is_file()
        }
        packed = folder / "packed.json"
        packed.write_text(json.dumps(texts), "utf-8")

        def once(number: int) -> Usage | None:
            places = (f"{memory}/{number}", f"{folder}/{number}")
            return run([PYTHON, "-c", _SCRIPT, str(document), str(packed), *places], ROOT)

        return Row("floor: read, parse, format, write", median(once, times))


def _memory() -> str | None:
    return str(_MEMORY) if _MEMORY.is_dir() else None
