"""How a download to a file goes on where it broke off (RFC 9110, section 14)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .errors import APIConnectionError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    import httpx2

    from .options import Progress


class Download:
    """How far a download is, and how it goes on after a failure. As a context manager it removes the
    unfinished file when an error ends it, unless a later download is to ``resume`` it.

    What version the unfinished file is of stands beside it, in a file whose name ends with
    ``.part-version``.
    """

    def __init__(
        self,
        path: Path,
        response: httpx2.Response,
        attempts: int,
        progress: Progress | None,
        resume: bool = False,
    ) -> None:
        self.path = path
        self.part = path.with_name(f"{path.name}.part")
        self.failures = 0
        self.done = 0
        self._version = path.with_name(f"{path.name}.part-version")
        self._resume = resume
        self._attempts = attempts
        self._progress = progress
        self._describe(response)

    def _describe(self, response: httpx2.Response) -> None:
        length = response.headers.get("content-length", "")
        encoded = "content-encoding" in response.headers
        self._total = int(length) if length.isdecimal() and not encoded else None
        self._validator = "" if encoded else _validator(response.headers)

    def earlier(self) -> dict[str, tuple[str, str]]:
        """Returns the headers that ask for what an earlier download lacks, none where it is of no use."""
        if not self._resume or not self._validator:
            return {}
        size = self.part.stat().st_size
        known = self._version.read_text("utf-8") if self._version.is_file() else ""
        if known != self._validator or not 0 < size < (self._total or 0):
            return {}
        self.done = size
        return self._rest()

    def add(self, size: int) -> None:
        """Notes that so many bytes more have been written."""
        self.done += size
        self.failures = 0
        if self._progress is not None:
            self._progress(self.done, self._total)

    def lost(self, error: Exception) -> dict[str, tuple[str, str]]:
        """Returns the headers that ask for the rest. Raises ``APIConnectionError`` at the end."""
        from .exchange import connection_error

        if self.failures >= self._attempts:
            why = f"max_retries is {self._attempts}"
            raise connection_error(error, retries=self.failures, why=why) from error
        self.failures += 1
        return self._rest() if self.done and self._validator else {}

    def _rest(self) -> dict[str, tuple[str, str]]:
        return {
            "range": ("Range", f"bytes={self.done}-"),
            "if-range": ("If-Range", self._validator),
        }

    def restart(self, response: httpx2.Response) -> int:
        """Returns where in the file the body of another response begins."""
        if response.status_code == 206:
            found = re.match(r"bytes (\d+)-", response.headers.get("content-range", ""))
            if found is None or int(found[1]) > self.done:
                raise APIConnectionError(
                    "the server sent another part of the file than it was asked for"
                )
            self.done = int(found[1])
        else:
            self.done = 0
            self._describe(response)
        return self.done

    def note_version(self) -> None:
        """Notes of what version the unfinished file is, once it holds nothing of another one.

        To be called before anything is added to it: a process that is killed in between must not leave a
        note that lies.
        """
        if self._resume and self._validator:
            self._version.write_text(self._validator, "utf-8")
        else:
            self._version.unlink(missing_ok=True)

    def finish(self) -> Path:
        """Gives the complete file its name."""
        self.part.replace(self.path)
        self._version.unlink(missing_ok=True)
        return self.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None and not (self._resume and self._validator):
            self.part.unlink(missing_ok=True)
            self._version.unlink(missing_ok=True)


def _validator(headers: Mapping[str, str]) -> str:
    """Returns what ``If-Range`` needs to name this version (RFC 9110, section 13.1.5), or nothing."""
    tag = headers.get("etag", "")
    return tag if tag and not tag.startswith("W/") else headers.get("last-modified", "")
