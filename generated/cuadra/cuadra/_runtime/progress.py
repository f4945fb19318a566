"""Bodies that tell how far they are, and bodies that must come in time."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, cast

import httpx2

from .contents import CHUNK_SIZE, BytesContent, Content

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Iterator

    from .deadlines import Deadline
    from .options import Progress


class ReportedContent(Content):
    """A body to upload that reports what has been read of it; a retry begins at 0 again."""

    def __init__(self, content: bytes | Content, report: Progress) -> None:
        self._content = BytesContent(content) if isinstance(content, bytes) else content
        self._report = report
        self.length = self._content.length
        self.rewindable = self._content.rewindable

    def chunks(self) -> Iterator[bytes]:
        """Reads from the start."""
        done = 0
        for chunk in self._content.chunks():
            for piece in _pieces(chunk):
                yield piece
                done += len(piece)
                self._report(done, self.length)

    async def achunks(self) -> AsyncIterator[bytes]:
        """Reads from the start without blocking the event loop."""
        done = 0
        async for chunk in self._content.achunks():
            for piece in _pieces(chunk):
                yield piece
                done += len(piece)
                self._report(done, self.length)


def _pieces(chunk: bytes) -> Iterator[bytes]:
    if len(chunk) <= CHUNK_SIZE:
        yield chunk
        return
    for start in range(0, len(chunk), CHUNK_SIZE):
        yield chunk[start : start + CHUNK_SIZE]


class BoundedStream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The body of a response, which is given up when the deadline has passed."""

    def __init__(self, response: httpx2.Response, deadline: Deadline) -> None:
        self._stream = response.stream
        self._deadline = deadline

    def _late(self) -> bool:
        return self._deadline.left <= 0

    def _error(self) -> httpx2.ReadTimeout:
        return httpx2.ReadTimeout(f"the total timeout of {self._deadline.total:g} s has passed")

    def __iter__(self) -> Iterator[bytes]:
        assert isinstance(self._stream, httpx2.SyncByteStream)  # noqa: S101 - the client is sync
        for chunk in self._stream:
            if self._late():
                self._stream.close()
                raise self._error()
            yield chunk

    async def __aiter__(self) -> AsyncIterator[bytes]:
        assert isinstance(self._stream, httpx2.AsyncByteStream)  # noqa: S101 - the client is async
        pieces = cast("AsyncGenerator[bytes, None]", aiter(self._stream))  # as httpx2 makes it
        async with aclosing(pieces):
            async for chunk in pieces:
                if self._late():
                    await self._stream.aclose()
                    raise self._error()
                yield chunk

    def close(self) -> None:
        """Closes the body."""
        if isinstance(self._stream, httpx2.SyncByteStream):
            self._stream.close()

    async def aclose(self) -> None:
        """Closes the body."""
        if isinstance(self._stream, httpx2.AsyncByteStream):
            await self._stream.aclose()
