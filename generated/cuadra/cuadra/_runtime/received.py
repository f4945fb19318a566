"""Whole responses: with status and headers, read or not yet; downloads that survive a lost connection."""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .closing import AsyncClosing, Closing
from .downloads import Download
from .errors import find_request_id
from .reading import transport_errors

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping

    import httpx2

    from .api import Headers
    from .errors import Deviation
    from .options import Progress
    from .typed_headers import TypedHeaders

R = TypeVar("R")

_UNREAD = object()


class _Received(Generic[R]):
    """What can be said of a response before its body is read."""

    def __init__(
        self,
        response: httpx2.Response,
        parse: Callable[[httpx2.Response], R],
        declared: Headers | None,
    ) -> None:
        self.http_response = response
        self._parse = parse
        self._declared = declared
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
    def typed_headers(self) -> TypedHeaders:
        """The headers, those with a declared type in it; ``get_as`` reads one as a type you say."""
        from .typed_headers import TypedHeaders

        return TypedHeaders(self.headers, self._declared, self.status)

    @property
    def request_id(self) -> str | None:
        """The server's id of the request, from the headers that usually carry it."""
        return find_request_id(self.http_response.headers)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status}>"


class RawResponse(_Received[R]):
    """A response with its bytes; :meth:`parse` gives what the method returns otherwise."""

    def __init__(
        self,
        response: httpx2.Response,
        parse: Callable[[httpx2.Response], R],
        judge: Callable[[httpx2.Response], tuple[Deviation, ...]],
        declared: Headers | None = None,
    ) -> None:
        super().__init__(response, parse, declared)
        self._judge = judge
        self._deviations: tuple[Deviation, ...] | None = None

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """Where the body is not as the API's document says; none for a stream."""
        if self._deviations is None:
            self._deviations = self._judge(self.http_response)
        return self._deviations

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


class StreamedResponse(_Received[R], Closing):
    """A response whose body is read when it is asked for. Must be closed."""

    def __init__(
        self,
        response: httpx2.Response,
        parse: Callable[[httpx2.Response], R],
        *,
        reopen: Callable[[Mapping[str, tuple[str, str]], int], httpx2.Response],
        attempts: int,
        is_stream: bool,
        declared: Headers | None = None,
    ) -> None:
        super().__init__(response, parse, declared)
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

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        on_progress: Progress | None = None,
        resume: bool = False,
    ) -> Path:
        """Writes the body to a file, replacing one that is there, and returns its path.

        Where the connection is lost, the rest is asked for (RFC 9110, section 14.2), or everything if
        the server cannot do that or the file has changed, as often in a row as ``max_retries`` says.
        The file appears when it is complete; until then its bytes are in one whose name ends with
        ``.part``. With ``resume`` that one stays when an error ends the download, and the next
        download goes on behind it if it is still the same file. Raises ``APIConnectionError``.
        """
        import httpx2

        download = Download(Path(path), self.http_response, self._attempts, on_progress, resume)
        with download, download.part.open("ab") as file:
            if headers := download.earlier():
                self.http_response.close()
                self.http_response = self._reopen(headers, 0)
                download.restart(self.http_response)
            file.truncate(download.done)
            download.note_version()
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
                file.truncate(download.restart(self.http_response))
                download.note_version()
        return download.finish()

    def close(self) -> None:
        """Gives the connection back."""
        self.http_response.close()


class AsyncStreamedResponse(_Received[R], AsyncClosing):
    """See :class:`StreamedResponse`."""

    def __init__(
        self,
        response: httpx2.Response,
        parse: Callable[[httpx2.Response], R],
        *,
        reopen: Callable[[Mapping[str, tuple[str, str]], int], Awaitable[httpx2.Response]],
        attempts: int,
        is_stream: bool,
        declared: Headers | None = None,
    ) -> None:
        super().__init__(response, parse, declared)
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
        self,
        path: str | os.PathLike[str],
        *,
        on_progress: Progress | None = None,
        resume: bool = False,
    ) -> Path:
        """Writes the body to a file; see :meth:`StreamedResponse.save`."""
        import anyio
        import httpx2

        download = Download(Path(path), self.http_response, self._attempts, on_progress, resume)
        with download:
            async with await anyio.open_file(download.part, "ab") as file:
                if headers := download.earlier():
                    await self.http_response.aclose()
                    self.http_response = await self._reopen(headers, 0)
                    download.restart(self.http_response)
                await file.truncate(download.done)
                download.note_version()
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
                    await file.truncate(download.restart(self.http_response))
                    download.note_version()
        return download.finish()

    async def close(self) -> None:
        """Gives the connection back."""
        await self.http_response.aclose()
