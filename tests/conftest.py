"""Assembles the package ``twin``: the runtime folders where a generated package has them.

So ``twin._runtime``, ``twin.server._runtime`` and ``twin.mock._runtime`` can be imported by any test.
"""

from __future__ import annotations

import atexit
import shutil
import sys
import tempfile
from pathlib import Path

_TEMPLATES = Path(__file__).parent.parent / "templates" / "python"
_PLACES = {
    "runtime": "_runtime",
    "server_runtime": "server/_runtime",
    "mock_runtime": "mock/_runtime",
}


def _assemble() -> str:
    root = Path(tempfile.mkdtemp(prefix="twin-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    ignored = shutil.ignore_patterns("__pycache__")
    for source, place in _PLACES.items():
        target = root / "twin" / place
        target.parent.mkdir(parents=True, exist_ok=True)
        (target.parent / "__init__.py").touch()
        if (_TEMPLATES / source).is_dir():
            shutil.copytree(_TEMPLATES / source, target, ignore=ignored)
    return str(root)


sys.path.insert(0, _assemble())
