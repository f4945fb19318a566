"""A run of the pipeline, or, where the last one left nothing to do, what it would have returned."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .config import Config
from .memory import recall

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .result import Result

DEFAULTS = Config()


def generate(
    spec: str | Path,
    config: Config = DEFAULTS,
    *,
    output: str | Path | None = None,
    check: bool = False,
    progress: Callable[[str], None] | None = None,
    kept: list[object] | None = None,
) -> Result:
    """Generate a package from a document (path, URL or ``-``); write it only to a given ``output``.

    ``progress`` is called with the name of each stage as it begins. With ``check`` the folder is
    compared instead of written. If document, configuration, generator and the files in ``output``
    are as the last run left them, they are only compared: no stage runs, and ``timings`` are empty.

    ``kept`` is for a process that ends with the run: what is put there need not be taken apart.

    Raises:
        DiagnosticError: the document, the configuration or the output folder is at fault.
    """
    memory = None
    output = Path(output) if output is not None else None
    if output is not None:
        if progress:
            progress("compare")
        memory = recall(spec, config, output)
        if memory is not None and (known := memory.unchanged()) is not None:
            return known
    from . import pipeline  # all stages: as expensive to import as the comparison is to make

    with _no_collections():
        return pipeline.generate(
            spec,
            config,
            output=output,
            check=check,
            progress=progress,
            memory=memory,
            kept=kept,
        )


@contextmanager
def _no_collections() -> Iterator[None]:
    """Let nobody look for cycles: a run makes millions of small values that live until it ends."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
