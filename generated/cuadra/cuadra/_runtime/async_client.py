"""The asynchronous client: carries out awaiting what the shared logic asks for, on asyncio or trio."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, TypeVar

from .closing import AsyncClosing
from .config import ClientConfig
from .effects import Close, Invoke, Obtain, Read, Send, Sleep
from .omission import Omit, omit
from .verbs import AsyncVerbs

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from typing import Self

    import httpx2

    from .api import Api
    from .auth import Credential
    from .contents import Content
    from .effects import Effect, Steps
    from .exchange import RequestBuilder
    from .operations import EventOperation, Events, Operation, PageOperation, SwitchOperation
    from .options import Headers, RequestHook, ResponseHook, Timeout
    from .pages import AsyncPage
    from .request import Arguments, Call
    from .streams import AsyncStream
    from .whole import AsyncStreamedMethods, RawMethods

T = TypeVar("T")
R = TypeVar("R")
E = TypeVar("E")
I = TypeVar("I")  # noqa: E741 - the item of a page
B = TypeVar("B")


class _Upload:
    """A body as the iterable that ``httpx2`` takes; iterating it again begins anew."""

    __slots__ = ("_content",)

    def __init__(self, content: Content) -> None:
        self._content = content

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._content.achunks()


class _Pool:
    """The transport, made at first use unless it was given; shared by derived clients."""

    def __init__(self, http: httpx2.AsyncClient | None) -> None:
        self._given = http
        self._builder: RequestBuilder | None = None
        self.http: httpx2.AsyncClient | None = http

    def open(self) -> httpx2.AsyncClient:
        """Returns the transport, and makes it if there is none."""
        if self.http is None:
            from .transport import new_async_client

            self.http = new_async_client()
        return self.http

    @property
    def builder(self) -> RequestBuilder:
        """What builds requests."""
        if self._builder is None:
            from .exchange import RequestBuilder

            self._builder = RequestBuilder(self.open(), _Upload)
        return self._builder

    async def close(self) -> None:
        """Closes the transport unless it was given."""
        if self._given is None and self.http is not None:
            await self.http.aclose()


class AsyncBaseClient(AsyncClosing, AsyncVerbs):
    """Base of the generated ``AsyncClient``; see there for the arguments."""

    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, Credential] | None = None,
        base_url: str | None = None,
        timeout: Timeout | Omit = omit,
        total_timeout: float | None = None,
        max_retries: int = 2,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx2.AsyncClient | None = None,
        strict: bool = False,
        on_request: RequestHook | None = None,
        on_response: ResponseHook | None = None,
    ) -> None:
        own_timeout = False
        if http_client is not None:
            from .transport import check_async, has_own_timeout

            check_async(http_client)
            own_timeout = has_own_timeout(http_client)
        self._config = ClientConfig.create(
            api,
            credentials=credentials,
            base_url=base_url,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            strict=strict,
            on_request=on_request,
            on_response=on_response,
            transport_timeout=own_timeout,
        )
        self._pool = _Pool(http_client)

    @property
    def config(self) -> ClientConfig:
        """The settings, which cannot be changed; see :meth:`with_options`."""
        return self._config

    def with_options(
        self,
        *,
        base_url: str | Omit = omit,
        timeout: Timeout | Omit = omit,
        max_retries: int | Omit = omit,
        default_headers: Headers | Omit = omit,
        default_query: Mapping[str, object] | Omit = omit,
        strict: bool | Omit = omit,
        total_timeout: float | Omit | None = omit,
        on_request: RequestHook | Omit = omit,
        on_response: ResponseHook | Omit = omit,
    ) -> Self:
        """Returns another client with other settings and the same connections.

        Headers, query parameters and hooks are added to those there are; ``omit`` as a header's
        value removes it. ``total_timeout`` limits the seconds of a whole call, its retries included.
        This client stays as it is.
        """
        other = object.__new__(type(self))
        other._pool = self._pool
        other._config = self._config.derive(
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            strict=strict,
            total_timeout=total_timeout,
            on_request=on_request,
            on_response=on_response,
        )
        return other

    @property
    def with_raw_response(self) -> RawMethods:
        """``get``, ``post`` and the like, giving ``RawResponse``; :func:`async_raw` does so with types."""
        from .views import AsyncView
        from .whole import RawMethods

        return RawMethods(AsyncView.of(self, unread=False))

    @property
    def with_streaming_response(self) -> AsyncStreamedMethods:
        """``get``, ``post`` and the like, giving ``AsyncStreamedResponse``; see :func:`async_streamed`."""
        from .views import AsyncView
        from .whole import AsyncStreamedMethods

        return AsyncStreamedMethods(AsyncView.of(self, unread=True))

    async def call(self, operation: Operation[R], arguments: Arguments) -> R:
        """Sends a request and returns the decoded body."""
        body, _ = await self.call_with_response(operation, arguments)
        return body

    async def call_with_response(
        self, operation: Operation[R], arguments: Arguments
    ) -> tuple[R, httpx2.Response]:
        """Sends a request and returns the decoded body and the response it was in."""
        from .calls import decode
        from .request import prepare

        response = await self._send(prepare(self._config, operation, arguments))
        return decode(self._config, operation, response), response

    def paginate(self, operation: PageOperation[I, B], arguments: Arguments) -> AsyncPage[I, B]:
        """Returns a page that is fetched when it is awaited or iterated."""
        from .pages import AsyncPage

        return AsyncPage(self, operation, arguments)

    async def stream(self, operation: EventOperation[E], arguments: Arguments) -> AsyncStream[E]:
        """Sends a request and returns the stream of events it is answered with."""
        from .request import prepare

        call = prepare(self._config, operation, arguments, streamed=True)
        return self._stream(operation.events, call, await self._open(call))

    async def _open(self, call: Call) -> httpx2.Response:
        """Sends a call that must be answered with a stream."""
        from .calls import check_stream

        response = await self._send(call)
        try:
            check_stream(response)
        except BaseException:
            await response.aclose()
            raise
        return response

    def _stream(self, events: Events, call: Call, response: httpx2.Response) -> AsyncStream[Any]:
        from .calls import asked_events, continued
        from .streams import AsyncStream

        async def reopen(last_event_id: str, wait: float) -> httpx2.Response:
            await self._perform(Sleep(wait))
            return await self._open(continued(call, last_event_id))

        return AsyncStream(
            response,
            asked_events(events, call),
            strict=self._config.strict,
            owner=self,
            reconnects=call.reconnects,
            reopen=reopen if call.resumable else None,
        )

    async def call_or_stream(
        self, operation: SwitchOperation[R, E], arguments: Arguments, *, stream: bool
    ) -> R | AsyncStream[E]:
        """Sends a request and returns a stream or the body, as the response is."""
        from .calls import decode
        from .request import prepare
        from .transport import is_stream

        call = prepare(self._config, operation, arguments, streamed=stream)
        response = await self._send(call)
        if stream and is_stream(response):
            return self._stream(operation.events, call, response)
        await self._perform(Read(response))
        return decode(self._config, operation, response)

    async def _send(self, call: Call) -> httpx2.Response:
        from .exchange import exchange

        return await self._run(exchange(self._config, call, self._pool.builder))

    async def _run(self, steps: Steps[T]) -> T:
        """Carries out the effects of ``steps`` one after the other and returns their result."""
        try:
            effect = next(steps)
            while True:
                try:
                    result = await self._perform(effect)
                except Exception as error:  # noqa: BLE001 - the steps decide what it means
                    effect = steps.throw(error)
                else:
                    effect = steps.send(result)
        except StopIteration as stop:
            value: T = stop.value
            return value

    async def _perform(self, effect: Effect) -> Any:
        match effect:
            case Send():
                return await self._http.send(
                    effect.request, stream=not effect.read, follow_redirects=False
                )
            case Read():
                return await effect.response.aread()
            case Close():
                return await effect.response.aclose()
            case Sleep():
                from anyio import sleep

                return await sleep(effect.seconds)
            case Obtain():
                return await self._obtain(effect)
            case Invoke():
                return await _invoke(effect.function)

    async def _obtain(self, effect: Obtain) -> str:
        if token := effect.provider.current(effect.stale):
            return token
        if effect.deadline is None:
            return await self._fetch(effect)
        from anyio import move_on_after

        with move_on_after(effect.deadline.left):
            return await self._fetch(effect)
        raise effect.deadline.error()

    async def _fetch(self, effect: Obtain) -> str:
        from .deadlines import limited

        provider = effect.provider
        steps = limited(provider.fetch(), effect.timeout, effect.deadline)
        if not provider.shared:
            return await self._run(steps)
        async with provider.async_lock:
            if token := provider.current(effect.stale):
                return token
            return await self._run(steps)

    @property
    def _http(self) -> httpx2.AsyncClient:
        return self._pool.open()

    async def close(self) -> None:
        """Closes the connections, also those of derived clients; a given ``http_client`` stays open."""
        await self._pool.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._config.api.title}>"


async def _invoke(function: Any) -> Any:
    result = function()
    return await result if inspect.isawaitable(result) else result
