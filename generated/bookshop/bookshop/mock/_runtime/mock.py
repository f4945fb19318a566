"""The mock as its user sees it: state, credentials, failures on order, and the calls it got."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

from ...server._runtime import (
    App,
    Call,
    Dispatcher,
    Document,
    ErrorWriter,
    HandlerTable,
    Reply,
    Request,
    Response,
)
from .backend import Backend
from .behaviour import Behaviour
from .engine import Engine
from .extending import Records
from .faults import Faults
from .journal import Journal
from .response_headers import HeaderFiller
from .samples import Sampler
from .store import MemoryStore
from .tokens import Tokens
from .transport import AsyncMockTransport, MockTransport

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from ...server._runtime.handlers import Types
    from ...server._runtime.operations import OperationSpec
    from .extending import Extension
    from .store import Store

F = TypeVar("F", bound=Callable[..., Any])


@cache
def load_package(folder: Path) -> tuple[Document, Behaviour]:
    """Read what a mock of the generated package in ``folder`` is made of; all its mocks share it."""
    return Document.load(folder / "server"), Behaviour.load(folder / "mock" / "behaviour.json")


class MockServer:
    """A mock of one API; the generated ``Mock`` adds its client classes.

    Args:
        document: the document and its prepared operations.
        behaviour: what was inferred of it.
        seed: makes ids and samples; the same seed gives the same ones.
        token: the credential that is valid for every scheme.
        auth: whether credentials are checked at all.
        store: where records are kept; in memory by default.
        clock: tells the time of changes.
        types: argument types for handlers, as for the server stubs.
    """

    def __init__(
        self,
        document: Document,
        behaviour: Behaviour,
        *,
        seed: int = 0,
        token: str = "mock-token",  # noqa: S107 - the documented credential of the mock, no secret
        auth: bool = True,
        store: Store | None = None,
        clock: Callable[[], datetime] | None = None,
        types: Types | None = None,
    ) -> None:
        self.document = document
        self.token = token
        self.calls = Journal()
        self.store: Store = store or MemoryStore()
        self._faults = Faults()
        self._handlers: dict[str, Callable[..., Any]] = {}
        self._table = HandlerTable({}, types)
        sampler = Sampler(document, seed)
        schemes: Mapping[str, Any] = document.operations.get("security_schemes") or {}
        self._tokens = Tokens(token, schemes, sampler.random("tokens"))
        backend = Backend.make(document, behaviour, self.store, sampler, clock or _now)
        self._engine = Engine(backend)
        self.records = Records(backend.store)
        self.dispatcher = Dispatcher(
            document,
            self._handle,
            authenticate=self._tokens.check,
            check_security=auth,
            errors=ErrorWriter(document, lambda pointer: sampler.sample(pointer, "error")),
            check_responses=True,
            before=self._before,
            after=HeaderFiller(sampler),
        )
        self.app = App(self.dispatcher)
        self._snapshot = self.store.snapshot()

    def transport(self) -> MockTransport:
        """Return a transport that leads an ``httpx2.Client`` here."""
        return MockTransport(self.dispatcher)

    def async_transport(self) -> AsyncMockTransport:
        """Return a transport that leads an ``httpx2.AsyncClient`` here."""
        return AsyncMockTransport(self.dispatcher)

    def fail(
        self,
        call: str,
        *,
        status: int = 500,
        times: int = 1,
        body: Any = None,
        retry_after: float | None = None,
    ) -> None:
        """Let the next ``times`` calls of an operation (``datasets.create``) fail with ``status``.

        Raises:
            KeyError: if there is no such operation.
        """
        self._require(call)
        self._faults.add(call, status=status, times=times, body=body, retry_after=retry_after)

    def handler(self, call: str) -> Callable[[F], F]:
        """Return a decorator: the function answers the operation, typed like the endpoint stubs.

        Raises:
            KeyError: if there is no such operation.
        """
        self._require(call)

        def register(function: F) -> F:
            self._handlers[call] = function
            return function

        return register

    def extend(self, call: str) -> Callable[[Extension], Extension]:
        """Return a decorator: the function answers the operation, given the mock's own answer.

        It is called with the request as it was read and a function that gives that answer, and
        changes records, if it does. A :meth:`handler` of the same operation comes before it.

        Raises:
            KeyError: if there is no such operation.
        """
        self._require(call)

        def register(extension: Extension) -> Extension:
            self._engine.extend(call, extension)
            return extension

        return register

    def load_behaviour(self, package: str) -> None:
        """Have the hand-written ``behaviour.py`` of a package, if there is one, extend this mock.

        Raises:
            AttributeError: if it has no function ``register``.
        """
        name = f"{package}.behaviour"
        if find_spec(name) is not None:
            import_module(name).register(self)

    def reset(self) -> None:
        """Go back to the state the mock began with; handlers stay."""
        self.store.restore(self._snapshot)
        self.calls.clear()
        self._faults.clear()
        self._engine.reset()

    def snapshot(self) -> dict[str, Any]:
        """Return all records as JSON values, for :meth:`restore`."""
        return self.store.snapshot()

    def restore(self, snapshot: dict[str, Any]) -> None:
        """Replace all records."""
        self.store.restore(snapshot)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.reset()

    def _require(self, call: str) -> None:
        if call not in self.dispatcher.endpoints:
            known = ", ".join(sorted(self.dispatcher.endpoints)[:8])
            raise KeyError(f"there is no operation {call!r}; there are {known}, ...")

    def _before(self, request: Request, operation: OperationSpec | None) -> Response | Reply | None:
        call = operation.call if operation else ""
        self.calls.record(call, request)
        self._faults.strike(call)
        return self._tokens.answer(request) if operation is None else None

    def _handle(self, call: Call) -> Any:
        function = self._handlers.get(call.operation.call)
        if function is not None:
            return self._table.invoke(function, call)
        return self._engine(call)


def _now() -> datetime:
    return datetime.now(UTC)
