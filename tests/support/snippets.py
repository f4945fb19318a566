"""The snippets of a generated ``reference.md``, and how they are run against the generated mock."""

from __future__ import annotations

import contextlib
import io
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FILES = ("report.pdf", "photo.png", "speech.mp3", "clip.mp4", "notes.txt")
_SECTION = re.compile(r"^### `client\.(?P<call>[\w.]+)\(.*?(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def snippets(reference: str) -> Iterator[tuple[str, str]]:
    """Yield each operation of a reference, as it is called, with its snippet (empty: it has none)."""
    for section in _SECTION.finditer(reference):
        code = _CODE.search(section.group())
        yield section["call"], code[1] if code else ""


def run_snippet(code: str, client: Any, folder: Path) -> None:
    """Run a snippet in ``folder``, where there are files to upload; what it prints is dropped."""
    for name in _FILES:
        (folder / name).write_bytes(b"content")
    with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
        exec(  # noqa: S102 - code that the test has just generated
            compile(code, "reference.md", "exec"), {"client": client, "__name__": "__main__"}
        )


def faults_of(project: Path, mock: Any, folder: Path) -> dict[str, str]:
    """Run all snippets of a project; return what was raised, by call.

    What a snippet asks for need not be there: where the mock knows no such record, it is told to make
    an answer up, which it does for each page anew.
    """
    found: dict[str, str] = {}
    text = (project / "reference.md").read_text(encoding="utf-8")
    folder.mkdir(exist_ok=True)
    for call, code in snippets(text):
        fault = _fault(code, mock.client(max_retries=0), folder) if code else "no snippet"
        if fault.startswith(("NotFoundError", "ConflictError", "APIStatusError: 404")):
            inventive = mock.client(default_headers={"Prefer": "dynamic=true"}, max_retries=0)
            fault = _fault(code, inventive, folder)
            if fault.startswith("PaginationError"):
                fault = ""
        if fault:
            found[call] = fault
    return found


def _fault(code: str, client: Any, folder: Path) -> str:
    try:
        run_snippet(code, client, folder)
    except Exception as error:  # noqa: BLE001 - whatever a snippet raises is a finding
        return f"{type(error).__name__}: {str(error)[:300]}"
    return ""
