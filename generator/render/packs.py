"""Where the built-in templates are, and the runtime folders that are copied as they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..files import GeneratedFile

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE = Path(__file__).parent.parent
_SUFFIXES = frozenset({".py", ".html"})


@cache
def built_in(target: str = "python") -> Path:
    """Return the folder of a target's templates: of the installed package, or of the checkout.

    Raises:
        FileNotFoundError: the installation is broken, there are none.
    """
    for templates in (_PACKAGE / "_templates", _PACKAGE.parent / "templates"):
        if (folder := templates / target).is_dir():
            return folder
    raise FileNotFoundError(f"no templates for {target} beside {_PACKAGE}")


def runtime_files(
    runtimes: Iterable[tuple[str, str]], pack: Path | None = None
) -> tuple[GeneratedFile, ...]:
    """Read the files of each (folder of the pack, output folder), sorted, text unchanged.

    Raises:
        FileNotFoundError: a folder does not exist.
    """
    pack = pack or built_in()
    files = []
    for folder, destination in runtimes:
        source = pack / folder
        if not source.is_dir():
            raise FileNotFoundError(f"no runtime folder {source}")
        found = (path for path in source.rglob("*") if path.suffix in _SUFFIXES)
        for path in sorted(found, key=lambda path: path.as_posix()):
            name = path.relative_to(source).as_posix()
            files.append(GeneratedFile(f"{destination}/{name}", path.read_text("utf-8")))
    return tuple(files)
