"""``twinspec mock``: generates a package into the user's cache, once per document, and serves it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from .cache import cache_folder, program_digest
from .pipeline import generate, write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .config import Config
    from .result import Result

_STAMP = "made-from.json"


def prepare(
    spec: str, config: Config, progress: Callable[[str], None] | None = None
) -> tuple[Path, str, Result | None]:
    """Return a folder with the generated package, the package's name, and the run if there was one.

    A document of local files that are unchanged is not generated again. Several processes may do
    this at once: each writes a folder of its own, and the first that is done gives it its name.

    Raises:
        DiagnosticError: the document or the configuration is at fault.
    """
    cache = cache_folder("mocks") or Path(tempfile.mkdtemp(prefix="twinspec-mocks-"))
    path = Path(spec)
    if path.is_file():
        for folder in sorted(cache.glob(f"{_key(path, config)}-*")):
            if package := _fresh(folder):
                return folder, package, None
    result = generate(spec, config, progress=progress)
    if not result.ok:
        return cache, result.package, result
    return _store(cache, path, config, result), result.package, result


def serve(folder: Path, package: str, arguments: Sequence[str]) -> int:
    """Run ``python -m <package>.mock`` in the folder; return its exit code.

    Where the system can, the server takes the place of this process, so that signals reach it.
    """
    command = [sys.executable, "-m", f"{package}.mock", *arguments]
    if os.name == "posix":
        os.chdir(folder)
        os.execv(sys.executable, command)  # noqa: S606 -- no shell is what we want
    with subprocess.Popen(command, cwd=folder) as server:  # noqa: S603
        while True:
            with suppress(KeyboardInterrupt):  # Ctrl-C reached the server as well: it ends itself
                return server.wait()


def _store(cache: Path, path: Path, config: Config, result: Result) -> Path:
    key = _key(path, config) if path.is_file() else _hash(result.sources)
    final = cache / f"{key}-{_hash(result.sources)[:16]}"
    staging = Path(tempfile.mkdtemp(prefix="making-", dir=cache))
    made = staging / "mock"
    write(result.files, made)
    absolute = {str(Path(name).absolute()): digest for name, digest in result.sources}
    stamp = {"package": result.package, "sources": absolute}
    (made / _STAMP).write_text(json.dumps(stamp), "utf-8")
    try:
        made.rename(final)
    except OSError:  # another process was quicker, or an earlier run made the same
        if _fresh(final) is None:
            raise
    shutil.rmtree(staging, ignore_errors=True)
    return final


def _fresh(folder: Path) -> str | None:
    """Return the package of a cached folder if every document it was made from is unchanged."""
    try:
        stamp = json.loads((folder / _STAMP).read_text("utf-8"))
        same = all(_digest(Path(name)) == digest for name, digest in stamp["sources"].items())
    except (OSError, ValueError, KeyError):
        return None
    return str(stamp["package"]) if same else None


def _key(path: Path, config: Config) -> str:
    """Return what a document, hand-written behaviour beside it, a configuration and we are known by."""
    behaviour = path.with_name("behaviour.py")
    beside = _digest(behaviour) if behaviour.is_file() else ""
    return _hash([program_digest(), _digest(path), beside, asdict(config)])[:32]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
