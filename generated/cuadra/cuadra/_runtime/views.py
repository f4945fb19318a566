"""Clients with the settings and connections of another one, whose calls give whole responses."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from random import random
from typing import TYPE_CHECKING, Any, cast

from .async_client import AsyncBaseClient
from .calls import decode, deviations
from .client import SyncClient
from .effects import Sleep
from .pages import AsyncPage, Page
from .received import AsyncStreamedResponse, RawResponse, StreamedResponse
from .request import prepare
from .retries import backoff
from .transport import is_stream

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self

    import httpx2

    from .errors import Deviation
    from .operations import Operation
    from .request import Arguments, Call

# The methods return other types than those they replace: responses around them. Who gets a view knows
# that (`raw`, `streamed`), and the resources only hand on what they get.


class View(SyncClient):
    """A synchronous client that gives ``RawResponse``, or ``StreamedResponse`` if ``unread``."""

    _real: SyncClient
    _unread: bool

    @classmethod
    def of(cls, client: SyncClient, *, unread: bool) -> Self:
        """Returns the view of a client."""
        view = object.__new__(cls)
        vars(view).update(vars(client), _real=client, _unread=unread)
        return view

    def call(self, operation: Operation[Any], arguments: Arguments) -> Any:
        """Sends a request."""
        return self._receive(operation, arguments, partial(decode, self._config, operation))

    def paginate(self, operation: Any, arguments: Arguments) -> Any:
        """Fetches a page."""

        def page(response: httpx2.Response) -> Any:
            client = _FirstPage(self._real, response)
            return Page(cast("SyncClient", client), operation, arguments)

        return self._receive(operation, arguments, page)

    def stream(self, operation: Any, arguments: Arguments) -> Any:
        """Sends a request that is answered with a stream."""
        call = prepare(self._config, operation, arguments, streamed=True)
        return self._whole(
            call, self._open(call), partial(self._stream, operation.events, call), is_stream=True
        )

    def call_or_stream(self, operation: Any, arguments: Arguments, *, stream: bool) -> Any:
        """Sends a request that is answered with a body or a stream."""
        if not stream:
            return self.call(operation, arguments)
        call = prepare(self._config, operation, arguments, streamed=True)
        response = self._send(call)
        if is_stream(response):
            parse = partial(self._stream, operation.events, call)
            return self._whole(call, response, parse, is_stream=True)
        if not self._unread:
            response.read()
        return self._whole(call, response, partial(decode, self._config, operation))

    def _receive(
        self,
        operation: Operation[Any],
        arguments: Arguments,
        parse: Callable[[httpx2.Response], Any],
    ) -> Any:
        call = prepare(self._config, operation, arguments)
        call.streamed = self._unread
        return self._whole(call, self._send(call), parse)

    def _whole(
        self,
        call: Call,
        response: httpx2.Response,
        parse: Callable[[httpx2.Response], Any],
        *,
        is_stream: bool = False,
    ) -> Any:
        if not self._unread:
            judge = _no_deviations if is_stream else partial(deviations, call.operation)
            return RawResponse(response, parse, judge, call.operation.headers)

        def reopen(headers: Mapping[str, tuple[str, str]], failures: int) -> httpx2.Response:
            if failures:
                self._perform(Sleep(backoff(failures - 1, random)))
            return self._send(replace(call, headers={**call.headers, **headers}))

        return StreamedResponse(
            response,
            parse,
            reopen=reopen,
            attempts=_attempts(call),
            is_stream=is_stream,
            declared=call.operation.headers,
        )


class AsyncView(AsyncBaseClient):
    """The asynchronous :class:`View`."""

    _real: AsyncBaseClient
    _unread: bool

    @classmethod
    def of(cls, client: AsyncBaseClient, *, unread: bool) -> Self:
        """Returns the view of a client."""
        view = object.__new__(cls)
        vars(view).update(vars(client), _real=client, _unread=unread)
        return view

    async def call(self, operation: Operation[Any], arguments: Arguments) -> Any:
        """Sends a request."""
        return await self._receive(operation, arguments, partial(decode, self._config, operation))

    def paginate(self, operation: Any, arguments: Arguments) -> Any:
        """Fetches a page when awaited."""

        def page(response: httpx2.Response) -> Any:
            client = _AsyncFirstPage(self._real, response)
            return _at_once(AsyncPage(cast("AsyncBaseClient", client), operation, arguments))

        return self._receive(operation, arguments, page)

    async def stream(self, operation: Any, arguments: Arguments) -> Any:
        """Sends a request that is answered with a stream."""
        call = prepare(self._config, operation, arguments, streamed=True)
        parse = partial(self._stream, operation.events, call)
        return self._whole(call, await self._open(call), parse, is_stream=True)

    async def call_or_stream(self, operation: Any, arguments: Arguments, *, stream: bool) -> Any:
        """Sends a request that is answered with a body or a stream."""
        if not stream:
            return await self.call(operation, arguments)
        call = prepare(self._config, operation, arguments, streamed=True)
        response = await self._send(call)
        if is_stream(response):
            parse = partial(self._stream, operation.events, call)
            return self._whole(call, response, parse, is_stream=True)
        if not self._unread:
            await response.aread()
        return self._whole(call, response, partial(decode, self._config, operation))

    async def _receive(
        self,
        operation: Operation[Any],
        arguments: Arguments,
        parse: Callable[[httpx2.Response], Any],
    ) -> Any:
        call = prepare(self._config, operation, arguments)
        call.streamed = self._unread
        return self._whole(call, await self._send(call), parse)

    def _whole(
        self,
        call: Call,
        response: httpx2.Response,
        parse: Callable[[httpx2.Response], Any],
        *,
        is_stream: bool = False,
    ) -> Any:
        if not self._unread:
            judge = _no_deviations if is_stream else partial(deviations, call.operation)
            return RawResponse(response, parse, judge, call.operation.headers)

        async def reopen(headers: Mapping[str, tuple[str, str]], failures: int) -> httpx2.Response:
            if failures:
                await self._perform(Sleep(backoff(failures - 1, random)))
            return await self._send(replace(call, headers={**call.headers, **headers}))

        return AsyncStreamedResponse(
            response,
            parse,
            reopen=reopen,
            attempts=_attempts(call),
            is_stream=is_stream,
            declared=call.operation.headers,
        )


def _no_deviations(response: httpx2.Response) -> tuple[Deviation, ...]:
    return ()


def _attempts(call: Call) -> int:
    """How often in a row a body may be asked for again: only where that has no effect."""
    return call.max_retries if call.method == "GET" else 0


class _FirstPage:
    """What a page takes for a client: the page that is there, then the real client's."""

    def __init__(self, client: SyncClient, response: httpx2.Response) -> None:
        self._client = client
        self._response: httpx2.Response | None = response
        self.config = client.config

    def call_with_response(
        self, operation: Operation[Any], arguments: Arguments
    ) -> tuple[Any, httpx2.Response]:
        """Returns the body of the page and the response it was in."""
        response, self._response = self._response, None
        if response is None:
            return self._client.call_with_response(operation, arguments)
        return decode(self.config, operation, response), response


class _AsyncFirstPage:
    """See :class:`_FirstPage`."""

    def __init__(self, client: AsyncBaseClient, response: httpx2.Response) -> None:
        self._client = client
        self._response: httpx2.Response | None = response
        self.config = client.config

    async def call_with_response(
        self, operation: Operation[Any], arguments: Arguments
    ) -> tuple[Any, httpx2.Response]:
        """Returns the body of the page and the response it was in."""
        response, self._response = self._response, None
        if response is None:
            return await self._client.call_with_response(operation, arguments)
        return decode(self.config, operation, response), response


def _at_once(page: AsyncPage[Any, Any]) -> AsyncPage[Any, Any]:
    """Awaits a page whose body is there, which waits for nothing."""
    try:
        next(page.__await__())
    except StopIteration as stop:
        loaded: AsyncPage[Any, Any] = stop.value
        return loaded
    raise RuntimeError("the page was not there")
