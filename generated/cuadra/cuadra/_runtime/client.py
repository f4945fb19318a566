"""The synchronous client: carries out blocking what the shared logic asks for."""

from __future__ import annotations

import inspect
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import finalize

from .closing import Closing
from .config import ClientConfig
from .effects import Close, Invoke, Obtain, Read, Send, Sleep
from .omission import Omit, omit
from .verbs import Verbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Self

    import httpx2

    from .api import Api
    from .auth import Credential
    from .contents import Content
    from .effects import Effect, Steps
    from .exchange import RequestBuilder
    from .operations import EventOperation, Events, Operation, PageOperation, SwitchOperation
    from .options import Headers, RequestHook, ResponseHook, Timeout
    from .pages import Page
    from .request import Arguments, Call
    from .streams import Stream
    from .whole import RawMethods

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

    def __iter__(self) -> Iterator[bytes]:
        return self._content.chunks()


class _Pool:
    """The transport, made at first use unless it was given; shared by derived clients."""

    def __init__(self, http: httpx2.Client | None) -> None:
        self._given = http
        self._lock = Lock()
        self._builder: RequestBuilder | None = None
        self._finalizer: finalize[Any, Any] | None = None
        self.http: httpx2.Client | None = http

    def open(self) -> httpx2.Client:
        """Returns the transport, and makes it if there is none."""
        with self._lock:
            if self.http is None:
                from .transport import new_client

                self.http = new_client()
                self._finalizer = finalize(self, self.http.close)
            return self.http

    @property
    def builder(self) -> RequestBuilder:
        """What builds requests."""
        if self._builder is None:
            from .exchange import RequestBuilder

            self._builder = RequestBuilder(self.open(), _Upload)
        return self._builder

    def close(self) -> None:
        """Closes the transport unless it was given."""
        if self._given is None and self.http is not None:
            if self._finalizer is not None:
                self._finalizer.detach()
            self.http.close()


class SyncClient(Closing, Verbs):
    """Base of the generated ``Client``; see there for the arguments."""

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
        http_client: httpx2.Client | None = None,
        strict: bool = False,
        on_request: RequestHook | None = None,
        on_response: ResponseHook | None = None,
    ) -> None:
        own_timeout = False
        if http_client is not None:
            from .transport import check_sync, has_own_timeout

            check_sync(http_client)
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
        """``get``, ``post`` and the like, giving ``RawResponse``; :func:`raw` does so with types."""
        from .views import View
        from .whole import RawMethods

        return RawMethods(View.of(self, unread=False))

    @property
    def with_streaming_response(self) -> RawMethods:
        """``get``, ``post`` and the like, giving ``StreamedResponse``; see :func:`streamed`."""
        from .views import View
        from .whole import RawMethods

        return RawMethods(View.of(self, unread=True))

    def call(self, operation: Operation[R], arguments: Arguments) -> R:
        """Sends a request and returns the decoded body."""
        body, _ = self.call_with_response(operation, arguments)
        return body

    def call_with_response(
        self, operation: Operation[R], arguments: Arguments
    ) -> tuple[R, httpx2.Response]:
        """Sends a request and returns the decoded body and the response it was in."""
        from .calls import decode
        from .request import prepare

        response = self._send(prepare(self._config, operation, arguments))
        return decode(self._config, operation, response), response

    def paginate(self, operation: PageOperation[I, B], arguments: Arguments) -> Page[I, B]:
        """Fetches a page."""
        from .pages import Page

        return Page(self, operation, arguments)

    def stream(self, operation: EventOperation[E], arguments: Arguments) -> Stream[E]:
        """Sends a request and returns the stream of events it is answered with."""
        from .request import prepare

        call = prepare(self._config, operation, arguments, streamed=True)
        return self._stream(operation.events, call, self._open(call))

    def _open(self, call: Call) -> httpx2.Response:
        """Sends a call that must be answered with a stream."""
        from .calls import check_stream

        response = self._send(call)
        try:
            check_stream(response)
        except BaseException:
            response.close()
            raise
        return response

    def _stream(self, events: Events, call: Call, response: httpx2.Response) -> Stream[Any]:
        from .calls import asked_events, continued
        from .streams import Stream

        def reopen(last_event_id: str, wait: float) -> httpx2.Response:
            self._perform(Sleep(wait))
            return self._open(continued(call, last_event_id))

        return Stream(
            response,
            asked_events(events, call),
            strict=self._config.strict,
            owner=self,
            reconnects=call.reconnects,
            reopen=reopen if call.resumable else None,
        )

    def call_or_stream(
        self, operation: SwitchOperation[R, E], arguments: Arguments, *, stream: bool
    ) -> R | Stream[E]:
        """Sends a request and returns a stream or the body, as the response is."""
        from .calls import decode
        from .request import prepare
        from .transport import is_stream

        call = prepare(self._config, operation, arguments, streamed=stream)
        response = self._send(call)
        if stream and is_stream(response):
            return self._stream(operation.events, call, response)
        self._perform(Read(response))
        return decode(self._config, operation, response)

    def _send(self, call: Call) -> httpx2.Response:
        from .exchange import exchange

        return self._run(exchange(self._config, call, self._pool.builder))

    def _run(self, steps: Steps[T]) -> T:
        """Carries out the effects of ``steps`` one after the other and returns their result."""
        try:
            effect = next(steps)
            while True:
                try:
                    result = self._perform(effect)
                except Exception as error:  # noqa: BLE001 - the steps decide what it means
                    effect = steps.throw(error)
                else:
                    effect = steps.send(result)
        except StopIteration as stop:
            value: T = stop.value
            return value

    def _perform(self, effect: Effect) -> Any:
        match effect:
            case Send():
                return self._http.send(
                    effect.request, stream=not effect.read, follow_redirects=False
                )
            case Read():
                return effect.response.read()
            case Close():
                return effect.response.close()
            case Sleep():
                return sleep(effect.seconds)
            case Obtain():
                return self._obtain(effect)
            case Invoke():
                return _invoke(effect.function)

    def _obtain(self, effect: Obtain) -> str:
        from .deadlines import limited

        provider, deadline = effect.provider, effect.deadline
        if token := provider.current(effect.stale):
            return token
        steps = limited(provider.fetch(), effect.timeout, deadline)
        if not provider.shared:
            return self._run(steps)
        if not provider.lock.acquire(timeout=-1 if deadline is None else max(deadline.left, 0)):
            assert deadline is not None  # noqa: S101 - without one, it is waited for
            raise deadline.error()
        try:
            return provider.current(effect.stale) or self._run(steps)
        finally:
            provider.lock.release()

    @property
    def _http(self) -> httpx2.Client:
        return self._pool.http or self._pool.open()

    def close(self) -> None:
        """Closes the connections, also those of derived clients; a given ``http_client`` stays open."""
        self._pool.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._config.api.title}>"


def _invoke(function: Any) -> Any:
    result = function()
    if inspect.isawaitable(result):
        if inspect.iscoroutine(result):
            result.close()
        raise TypeError("an asynchronous token function needs the asynchronous client")
    return result
