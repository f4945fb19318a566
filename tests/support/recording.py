"""Clients of a mock whose exchanges are kept, as they went over the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2
from wire import Exchange

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


class _Tee(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """Passes a body on and keeps what passed."""

    def __init__(self, inner: object, kept: bytearray) -> None:
        self._inner = inner
        self._kept = kept

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._inner:  # type: ignore[attr-defined]
            self._kept.extend(chunk)
            yield chunk

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._inner:  # type: ignore[attr-defined]
            self._kept.extend(chunk)
            yield chunk

    def close(self) -> None:
        self._inner.close()  # type: ignore[attr-defined]

    async def aclose(self) -> None:
        await self._inner.aclose()  # type: ignore[attr-defined]


class Recorder(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """A transport around another one; ``exchanges`` holds what went through."""

    def __init__(self, inner: httpx2.BaseTransport | httpx2.AsyncBaseTransport) -> None:
        self._inner = inner
        self._kept: list[tuple[httpx2.Request, httpx2.Response, bytes, bytearray]] = []

    @property
    def exchanges(self) -> list[Exchange]:
        return [
            Exchange(request, response, sent, bytes(received))
            for request, response, sent, received in self._kept
        ]

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        assert isinstance(self._inner, httpx2.BaseTransport)
        sent = request.read()
        return self._keep(request, sent, self._inner.handle_request(request))

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        assert isinstance(self._inner, httpx2.AsyncBaseTransport)
        sent = await request.aread()
        return self._keep(request, sent, await self._inner.handle_async_request(request))

    def _keep(
        self, request: httpx2.Request, sent: bytes, response: httpx2.Response
    ) -> httpx2.Response:
        received = bytearray()
        self._kept.append((request, response, sent, received))
        # A new one: a response may have other ways to its body than its stream.
        return httpx2.Response(
            response.status_code,
            headers=response.headers,
            stream=_Tee(response.stream, received),
            extensions=response.extensions,
            request=request,
        )
