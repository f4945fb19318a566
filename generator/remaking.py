"""``twinspec mock --reload``: generates again whenever the document changes, under the running mock."""

from __future__ import annotations

import gc
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .diagnostics import DiagnosticError
from .pipeline import generate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .config import Config
    from .diagnostics import Diagnostic
    from .result import Result

_PERIOD = 0.3  # seconds between two looks at the files


def serve(
    spec: str,
    config: Config,
    arguments: Sequence[str],
    tell: Callable[[Sequence[Diagnostic]], None],
) -> int:
    """Serve a mock of a local document until it is interrupted; return the server's exit code.

    The package is in a folder of its own, and the server watches that. A document that cannot be
    generated from is told of, and the mock stays as it was.

    Args:
        spec: the document's path.
        config: how to generate.
        arguments: those of ``python -m <package>.mock``.
        tell: shows messages.

    Raises:
        DiagnosticError: the document or the configuration is at fault from the start.
    """
    with tempfile.TemporaryDirectory(prefix="twinspec-mock-") as name:
        folder = Path(name)
        result = generate(spec, config, output=folder)
        tell(result.diagnostics)
        if not result.ok:
            return 1
        config = replace(config, package=result.package)  # another title does not move it
        command = [sys.executable, "-m", f"{result.package}.mock", "--reload", *arguments]
        with subprocess.Popen(command, cwd=folder) as server, _forwarding_to(server):  # noqa: S603
            watched = _files(spec, result)
            before = _times(watched)
            while (code := _ended(server)) is None:
                now = _times(watched)
                if now == before:
                    continue
                before = now
                try:
                    result = generate(spec, config, output=folder)
                except DiagnosticError as error:
                    tell((error.diagnostic,))
                    continue
                tell(result.diagnostics)
                gc.collect()  # a command that ends soon does without, and turned it off
                watched = _files(spec, result)
                before = {**_times(watched), **before}
            return code


def _ended(server: subprocess.Popen[bytes]) -> int | None:
    """Wait a moment; return the exit code of a server that ended in it."""
    try:
        return server.wait(_PERIOD)
    except subprocess.TimeoutExpired:
        return None


def _files(spec: str, result: Result) -> list[Path]:
    """Return the files of the document, and hand-written behaviour that is or may come to be beside it."""
    return [*(Path(name) for name, _ in result.sources), Path(spec).with_name("behaviour.py")]


def _times(paths: Iterable[Path]) -> dict[Path, int]:
    found: dict[Path, int] = {}
    for path in paths:
        try:
            found[path] = path.stat().st_mtime_ns
        except OSError:
            found[path] = 0  # not there; that is told when it is read
    return found


@contextmanager
def _forwarding_to(server: subprocess.Popen[bytes]) -> Iterator[None]:
    """Hand signals that stop this process on to the server, which ends in order."""
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = {kind: signal.signal(kind, lambda got, _: server.send_signal(got)) for kind in kinds}
    try:
        yield
    finally:
        if server.poll() is None:
            server.terminate()
        for kind, handler in before.items():
            signal.signal(kind, handler)
