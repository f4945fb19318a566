"""Bytes to upload, from memory, disk, open files or iterators, read in chunks and never all at once."""

from __future__ import annotations

import inspect
import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

CHUNK_SIZE = 64 * 1024


class AsyncReadable(Protocol):
    """A file object whose ``read`` is awaited, such as ``anyio``'s."""

    def read(self, size: int = ..., /) -> Awaitable[bytes]:
        """Returns the next bytes, none at the end."""
        ...


FileContent: TypeAlias = "bytes | os.PathLike[str] | IO[bytes] | AsyncReadable"


class Content:
    """Bytes that can be read in chunks; ``length`` is ``None`` where it is not known beforehand.

    ``rewindable`` says whether they can be read a second time (for a retry or a redirect).
    """

    length: int | None = None
    rewindable: bool = True

    def chunks(self) -> Iterator[bytes]:
        """Reads from the start."""
        raise NotImplementedError

    async def achunks(self) -> AsyncIterator[bytes]:
        """Reads from the start without blocking the event loop."""
        for chunk in self.chunks():
            yield chunk


class BytesContent(Content):
    """Bytes in memory."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.length = len(data)

    def chunks(self) -> Iterator[bytes]:
        """Yields the bytes at once."""
        yield self._data


class PathContent(Content):
    """A file on disk, opened whenever it is read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.length = path.stat().st_size

    def chunks(self) -> Iterator[bytes]:
        """Reads the file."""
        with self._path.open("rb") as file:
            while chunk := file.read(CHUNK_SIZE):
                yield chunk

    async def achunks(self) -> AsyncIterator[bytes]:
        """Reads the file in a worker thread."""
        import anyio

        async with await anyio.open_file(self._path, "rb") as file:
            while chunk := await file.read(CHUNK_SIZE):
                yield chunk


class FileObjectContent(Content):
    """An open file, read from where it stands now."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._async = inspect.iscoroutinefunction(file.read)
        self._start = _position(file)
        self._used = False
        self.rewindable = self._start is not None
        self.length = _remaining(file, self._start)

    def _begin(self) -> None:
        if self._start is not None:
            self._file.seek(self._start)
        elif self._used:
            raise _spent()
        self._used = True

    def chunks(self) -> Iterator[bytes]:
        """Reads on; the second time from the same place again."""
        if self._async:
            raise TypeError("an asynchronous file can only be sent by the asynchronous client")
        self._begin()
        while chunk := self._file.read(CHUNK_SIZE):
            yield _binary(chunk)

    async def achunks(self) -> AsyncIterator[bytes]:
        """Reads like :meth:`chunks`, in a worker thread unless the file is asynchronous itself."""
        from anyio import to_thread

        read: Callable[[int], Any] = self._file.read
        if self._async:
            if self._used:
                raise _spent()
            self._used = True
            while chunk := await read(CHUNK_SIZE):
                yield _binary(chunk)
            return
        await to_thread.run_sync(self._begin)
        while chunk := await to_thread.run_sync(read, CHUNK_SIZE):
            yield _binary(chunk)


class IteratorContent(Content):
    """An iterable of bytes, synchronous or not; only lists and tuples can be read again."""

    def __init__(self, source: Iterable[bytes] | AsyncIterable[bytes]) -> None:
        self._source = source
        self._used = False
        self.rewindable = isinstance(source, list | tuple)

    def _begin(self) -> None:
        if self._used and not self.rewindable:
            raise _spent()
        self._used = True

    def chunks(self) -> Iterator[bytes]:
        """Yields what the iterable does."""
        if not isinstance(self._source, Iterable):
            raise TypeError("an asynchronous iterator can only be sent by the asynchronous client")
        self._begin()
        yield from self._source

    async def achunks(self) -> AsyncIterator[bytes]:
        """Yields what the iterable does."""
        self._begin()
        if isinstance(self._source, AsyncIterable):
            async for chunk in self._source:
                yield chunk
        else:
            for chunk in self._source:
                yield chunk


def content_of(value: object) -> Content | None:
    """Returns how to read a file or other bytes, or ``None`` for a value that is neither.

    A ``str`` is not a path here: it would be too easy to send a file by accident.
    """
    if isinstance(value, bytes | bytearray | memoryview):
        return BytesContent(bytes(value))
    if isinstance(value, os.PathLike):
        return PathContent(Path(value))
    if callable(getattr(value, "read", None)):
        return FileObjectContent(value)
    return None


def _position(file: Any) -> int | None:
    if inspect.iscoroutinefunction(getattr(file, "seek", None)):
        return None
    try:
        return int(file.tell()) if file.seekable() else None
    except (AttributeError, OSError):
        return None


def _remaining(file: Any, start: int | None) -> int | None:
    if start is None:
        return None
    end = file.seek(0, os.SEEK_END)
    file.seek(start)
    # Text files count characters differently; reading one fails with a clear message anyway.
    return int(end) - start if isinstance(end, int) else None


def _binary(chunk: object) -> bytes:
    if not isinstance(chunk, bytes):
        raise TypeError("the file must be opened in binary mode ('rb')")
    return chunk


def _spent() -> Exception:
    import httpx2

    return httpx2.StreamConsumed()
