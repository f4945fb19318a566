"""The journal of several processes that answer as one mock."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from ...server._runtime import Headers
from .journal import MOST_BYTES, Journal, Recorded

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from io import FileIO
    from pathlib import Path

    from ...server._runtime import Request, Response

_CLEARED: Final = "cleared"


class SharedJournal(Journal):
    """The requests that any process answered, in the order of the answers.

    Each process writes what it answered to files of its own in one folder, a line for each request and before
    the answer goes out; whoever asks reads the files of all. A file that is full is followed by another, and
    the one before it goes away.

    Args:
        folder: where the files are.
        marks: tells all processes when the journal was cleared.
        limit: how many requests are remembered at most.
    """

    def __init__(self, folder: Path, marks: MutableMapping[str, int], limit: int) -> None:
        super().__init__(limit=limit)
        self._folder = folder
        self._marks = marks
        # Not the number of the process: another one may have had it before.
        self._name = secrets.token_hex(8)
        self._seen: dict[str, _Followed] = {}
        self._written = 0  # requests
        self._generation = 0
        self._left = 0  # requests that the present file has room for
        self._room = 0  # bytes that it has room for
        self._last = 0  # when the last request was written
        self._file: FileIO | None = None

    def __call__(self, call: str = "", *, since: int = 0) -> list[Recorded]:
        """Return the requests to one operation, or all; only such as were answered."""
        with self._lock:
            found = self._read()
        return [one for one in found if one.number > since and (not call or one.call == call)]

    def clear(self) -> None:
        """Forget all; the numbers go on."""
        self._marks[_CLEARED] = time.monotonic_ns()

    def close(self) -> None:
        """Write no more."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _keep(self, recorded: Recorded) -> None:
        """Do nothing: it is kept when it was answered."""

    def finish(self, request: Request, response: Response) -> None:
        """Keep a request with how it was answered."""
        super().finish(request, response)
        if request.record is not None:
            self._write(request.record)

    def _write(self, recorded: Recorded) -> None:
        with self._lock:
            # The clock is the same for all processes of the machine, and never goes back.
            stamp = self._last = max(time.monotonic_ns(), self._last)
            line = json.dumps([stamp, *_values(recorded)]).encode() + b"\n"
            if not self._left or len(line) > self._room:
                self._begin_file(stamp)
            self._left -= 1
            self._room -= len(line)
            self._written += 1
            if self._file is not None:
                self._file.write(line)

    def _begin_file(self, stamp: int) -> None:
        """Begin a file; it says first how many requests came before and until when."""
        self.close()
        self._path(self._generation - 1).unlink(missing_ok=True)
        self._generation += 1
        self._file = self._path(self._generation).open("ab", buffering=0)
        self._file.write(json.dumps([self._written, stamp]).encode() + b"\n")
        self._left, self._room = self.limit, MOST_BYTES // 2

    def _path(self, generation: int) -> Path:
        return self._folder / f"{self._name}.{generation}"

    def _read(self) -> list[Recorded]:
        """Return what all processes remember, with the numbers it has among all requests."""
        paths = sorted(self._folder.iterdir(), key=lambda path: int(path.suffix[1:]))
        self._seen = {path.name: self._seen.get(path.name) or _Followed(path) for path in paths}
        by_process: dict[str, list[_Followed]] = {}
        for followed in self._seen.values():
            if followed.read():
                by_process.setdefault(followed.path.stem, []).append(followed)
        # Of the requests before this moment, some process has forgotten some.
        firsts = [files[0] for files in by_process.values()]
        horizon = max((one.since for one in firsts if one.before), default=0)
        before = sum(one.before for one in firsts)
        stamped = sorted(
            (one for files in by_process.values() for file in files for one in file.requests),
            key=lambda one: one[0],
        )
        cleared = self._marks.get(_CLEARED, 0)
        found = []
        for number, (stamp, recorded) in enumerate(stamped, before + 1):
            if stamp >= horizon and stamp > cleared:
                recorded.number = number
                found.append(recorded)
        return found[-self.limit :]


@dataclass(slots=True)
class _Followed:
    """A file of some process, as far as it was read.

    ``before`` is how many requests of the process came before it, ``since`` when it began.
    """

    path: Path
    before: int = 0
    since: int = 0
    requests: list[tuple[int, Recorded]] = field(default_factory=list)
    _at: int = 0

    def read(self) -> bool:
        """Read the lines that were added; false if the file was never read and is gone."""
        try:
            with self.path.open("rb") as file:
                file.seek(self._at)
                whole, end, _ = file.read().rpartition(b"\n")
        except FileNotFoundError:
            return self._at > 0
        for line in whole.split(b"\n") if end else ():
            said = json.loads(line)
            if self._at == 0:
                self.before, self.since = said
            else:
                self.requests.append((said[0], _recorded(said[1:])))
            self._at += len(line) + 1
        return self._at > 0


def _values(one: Recorded) -> list[Any]:
    headers, body = one.headers.items(), one.body.decode("latin-1")
    return [
        one.call,
        one.method,
        one.path,
        one.query_string,
        headers,
        body,
        one.time,
        one.status,
        one.seconds,
    ]


def _recorded(values: list[Any]) -> Recorded:
    call, method, path, query, headers, body, moment, status, seconds = values
    fields = Headers((name, value) for name, value in headers)
    content = body.encode("latin-1")
    return Recorded(0, call, method, path, query, fields, content, moment, status, seconds)
