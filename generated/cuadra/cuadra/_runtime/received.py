"""Whole responses: with status and headers, read or not yet; downloads that survive a lost connection."""

from __future__ import annotations

import re
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import find_request_id
from .reading import transport_errors

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
    from types import TracebackType
    from typing import Self

    import httpx2

    from .options import Progress

R = TypeVar("R")

_UNREAD = object()


class _Received(Generic[R]):
    """What can be said of a response before its body is read."""

    def __init__(self, response: httpx2.Response, parse: Callable[[httpx2.Response], R]) -> None:
        self.http_response = response
        self._parse = parse
        self._parsed: Any = _UNREAD

    @property
    def status(self) -> int:
        """The status code."""
        return self.http_response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers; names in any case."""
        return self.http_response.headers

    @property
    def request_id(self) -> str | None:
        """The server's id of the request, from the headers that usually carry it."""
        return find_request_id(self.http_response.headers)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status}>"


class RawResponse(_Received[R]):
    """A response with its bytes; :meth:`parse` gives what the method returns otherwise."""

    @property
    def content(self) -> bytes:
        """The body."""
        return self.http_response.content

    @property
    def text(self) -> str:
        """The body as text."""
        return self.http_response.text

    def parse(self) -> R:
        """Returns the decoded body, the same object every time. Raises ``DecodeError``."""
        if self._parsed is _UNREAD:
            self._parsed = self._parse(self.http_response)
        parsed: R = self._parsed
        return parsed


class StreamedResponse(_Received[R]):
    """A response whose body is read when it is asked for. Must be closed."""

    def __init__(
        self,
        response: httpx2.Response,
        parse: Callable[[httpx2.Response], R],
        *,
        reopen: Callable[[Mapping[str, tuple[str, str]], int], httpx2.Response],
        attempts: int,
        is_stream: bool,
    ) -> None:
        super().__init__(response, parse)
        self._reopen = reopen
        self._attempts = attempts
        self._is_stream = is_stream

    def parse(self) -> R:
        """Reads the body and returns it decoded; a stream of events is read by its iterator."""
        if self._parsed is _UNREAD:
            if not self._is_stream:
                self.read()
            self._parsed = self._parse(self.http_response)
        parsed: R = self._parsed
        return parsed

    def read(self) -> bytes:
        """Reads the body. Raises ``APIConnectionError`` where the connection ends too soon."""
        with transport_errors():
            return self.http_response.read()

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yields the body in pieces."""
        with transport_errors():
            yield from self.http_response.iter_bytes(chunk_size)

    def iter_text(self) -> Iterator[str]:
        """Yields the body as text, in pieces."""
        with transport_errors():
            yield from self.http_response.iter_text()

    def iter_lines(self) -> Iterator[str]:
        """Yields the lines of the body, without their ends."""
        with transport_errors():
            yield from self.http_response.iter_lines()

    def save(self, path: str | os.PathLike[str], *, on_progress: Progress | None = None) -> Path:
        """Writes the body to a file, replacing one that is there, and returns its path.

        Where the connection is lost, the rest is asked for (RFC 9110, section 14.2), or everything if
        the server cannot do that or the file has changed, as often in a row as ``max_retries`` says.
        The file appears when it is complete; until then its bytes are in one whose name ends with
        ``.part``. Raises ``APIConnectionError``.
        """
        import httpx2

        download = Download(Path(path), self.http_response, self._attempts, on_progress)
        with download, download.part.open("wb") as file:
            while True:
                try:
                    for chunk in self.http_response.iter_bytes():
                        file.write(chunk)
                        download.add(len(chunk))
                    break
                except httpx2.TransportError as error:
                    headers = download.lost(error)
                    self.http_response.close()
                self.http_response = self._reopen(headers, download.failures)
                file.seek(download.restart(self.http_response))
                file.truncate()
        return download.finish()

    def close(self) -> None:
        """Gives the connection back."""
        self.http_response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class AsyncStreamedResponse(_Received[R]):
    """See :class:`StreamedResponse`."""

    def __init__(
        self,
        response: httpx2.Response,
        parse: Callable[[httpx2.Response], R],
        *,
        reopen: Callable[[Mapping[str, tuple[str, str]], int], Awaitable[httpx2.Response]],
        attempts: int,
        is_stream: bool,
    ) -> None:
        super().__init__(response, parse)
        self._reopen = reopen
        self._attempts = attempts
        self._is_stream = is_stream

    async def parse(self) -> R:
        """Reads the body and returns it decoded; a stream of events is read by its iterator."""
        if self._parsed is _UNREAD:
            if not self._is_stream:
                await self.read()
            self._parsed = self._parse(self.http_response)
        parsed: R = self._parsed
        return parsed

    async def read(self) -> bytes:
        """Reads the body. Raises ``APIConnectionError`` where the connection ends too soon."""
        with transport_errors():
            return await self.http_response.aread()

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Yields the body in pieces."""
        with transport_errors():
            async with aclosing(self.http_response.aiter_bytes(chunk_size)) as chunks:
                async for chunk in chunks:
                    yield chunk

    async def iter_text(self) -> AsyncIterator[str]:
        """Yields the body as text, in pieces."""
        with transport_errors():
            async for text in self.http_response.aiter_text():
                yield text

    async def iter_lines(self) -> AsyncIterator[str]:
        """Yields the lines of the body, without their ends."""
        with transport_errors():
            async for line in self.http_response.aiter_lines():
                yield line

    async def save(
        self, path: str | os.PathLike[str], *, on_progress: Progress | None = None
    ) -> Path:
        """Writes the body to a file; see :meth:`StreamedResponse.save`."""
        import anyio
        import httpx2

        download = Download(Path(path), self.http_response, self._attempts, on_progress)
        with download:
            async with await anyio.open_file(download.part, "wb") as file:
                while True:
                    try:
                        async with aclosing(self.http_response.aiter_bytes()) as chunks:
                            async for chunk in chunks:
                                await file.write(chunk)
                                download.add(len(chunk))
                        break
                    except httpx2.TransportError as error:
                        headers = download.lost(error)
                        await self.http_response.aclose()
                    self.http_response = await self._reopen(headers, download.failures)
                    await file.seek(download.restart(self.http_response))
                    await file.truncate()
        return download.finish()

    async def close(self) -> None:
        """Gives the connection back."""
        await self.http_response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


class Download:
    """How far a download is, and how it goes on after a failure. As a context manager it removes the
    unfinished file when an error ends it.
    """

    def __init__(
        self, path: Path, response: httpx2.Response, attempts: int, progress: Progress | None
    ) -> None:
        self.path = path
        self.part = path.with_name(path.name + ".part")
        self.failures = 0
        self._attempts = attempts
        self._progress = progress
        self._done = 0
        self._describe(response)

    def _describe(self, response: httpx2.Response) -> None:
        length = response.headers.get("content-length", "")
        encoded = "content-encoding" in response.headers
        self._total = int(length) if length.isdecimal() and not encoded else None
        self._validator = "" if encoded else _validator(response.headers)

    def add(self, size: int) -> None:
        """Notes that so many bytes more have been written."""
        self._done += size
        self.failures = 0
        if self._progress is not None:
            self._progress(self._done, self._total)

    def lost(self, error: Exception) -> dict[str, tuple[str, str]]:
        """Returns the headers that ask for the rest. Raises ``APIConnectionError`` at the end."""
        from .exchange import connection_error

        if self.failures >= self._attempts:
            why = f"max_retries is {self._attempts}"
            raise connection_error(error, retries=self.failures, why=why) from error
        self.failures += 1
        if not self._done or not self._validator:
            return {}
        return {
            "range": ("Range", f"bytes={self._done}-"),
            "if-range": ("If-Range", self._validator),
        }

    def restart(self, response: httpx2.Response) -> int:
        """Returns where in the file the body of another response begins."""
        found = re.match(r"bytes (\d+)-", response.headers.get("content-range", ""))
        if response.status_code == 206 and found is not None and int(found[1]) <= self._done:
            self._done = int(found[1])
        else:
            self._done = 0
            self._describe(response)
        return self._done

    def finish(self) -> Path:
        """Gives the complete file its name."""
        self.part.replace(self.path)
        return self.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            self.part.unlink(missing_ok=True)


def _validator(headers: Mapping[str, str]) -> str:
    """Returns what ``If-Range`` needs to name this version (RFC 9110, section 13.1.5), or nothing."""
    tag = headers.get("etag", "")
    return tag if tag and not tag.startswith("W/") else headers.get("last-modified", "")
