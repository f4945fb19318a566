"""The mock as its user sees it: state, credentials, failures on order, and the calls it got."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

from ...server._runtime import (
    Call,
    Document,
    ErrorWriter,
    HandlerTable,
    Reply,
    Request,
    Response,
)
from ...server._runtime.dispatch import judge_of
from .backend import Backend
from .behaviour import Behaviour
from .caller_store import CallerStore
from .clock import Clock
from .control import PREFIX, Control
from .cross_origin import preflight
from .delivering import FaultyApp, FaultyDispatcher
from .dispatching import KeepingDispatcher
from .engine import Engine
from .extending import Records
from .fault_orders import FaultOrders
from .injection import UNTOUCHED, Faults
from .journal import Journal
from .near_misses import NearMiss, candidates
from .own_links import OwnLinks
from .prefer import prefer_effects
from .response_headers import HeaderFiller
from .samples import Sampler
from .schema_values import sample_of
from .store import MemoryStore
from .tokens import DEFAULT_OWNER, Tokens
from .transitions import Transition, following
from .transport import AsyncMockTransport, MockTransport

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from ...server._runtime.handlers import Types
    from ...server._runtime.operations import OperationSpec
    from .behaviour import Resource
    from .extending import Extension, Filter
    from .store import Store
    from .transitions import Progress

F = TypeVar("F", bound=Callable[..., Any])


@cache
def load_package(folder: Path) -> tuple[Document, Behaviour]:
    """Read what a mock of the generated package in ``folder`` is made of; all its mocks share it."""
    return Document.load(folder / "server"), Behaviour.load(folder / "mock" / "behaviour.json")


class MockDispatcher(KeepingDispatcher, FaultyDispatcher):
    """Answers requests, lets faults strike, and waits for the state file."""


class MockServer(FaultOrders):
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
        per_caller: whether each owner of a token has records of its own; else all see the same ones.
        strict_keys: whether an ``Idempotency-Key`` that comes with another request is refused (409) also where
            the document declares no 409; else that is a new request.
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
        per_caller: bool = False,
        strict_keys: bool = False,
    ) -> None:
        self._options: dict[str, Any] = {
            "seed": seed,
            "token": token,
            "auth": auth,
            "clock": clock,
            "types": types,
            "per_caller": per_caller,
            "strict_keys": strict_keys,
        }
        self._behaviours: list[str] = []
        self.document = document
        self.behaviour = behaviour
        self._seed = seed
        self.token = token
        self.calls = Journal()
        self.store: Store = store or MemoryStore()
        self.clock = Clock(clock)
        self._handlers: dict[str, Callable[..., Any]] = {}
        self._table = HandlerTable({}, types)
        sampler = Sampler(document, seed)
        schemes: Mapping[str, Any] = document.operations.get("security_schemes") or {}
        self.tokens = Tokens(
            token,
            schemes,
            lambda number: sampler.random("tokens", number),
            self.store,
            self.clock.seconds,
        )
        self.faults = Faults(
            lambda number: sampler.random("faults", number), self.clock.seconds, self.tokens.caller
        )
        self._callers = CallerStore(self.store) if per_caller else None
        records = self._callers or self.store
        backend = Backend.make(document, behaviour, records, sampler, self.clock)
        self._links = OwnLinks(document)
        self._engine = Engine(backend, judge_of(document), strict_keys=strict_keys)
        self.records = Records(backend.store, behaviour, backend.collections)
        self.dispatcher = MockDispatcher(
            document,
            self._handle,
            authenticate=self.tokens.check,
            check_security=auth,
            errors=ErrorWriter(document, lambda pointer: sampler.sample(pointer, "error")),
            check_responses=True,
            before=self._before,
            after=HeaderFiller(sampler, behaviour.roles),
            finished=self.calls.finish,
        )
        self.control = Control(self)
        self.app = FaultyApp(self.dispatcher)
        self._snapshot = self.store.snapshot()

    def transport(self) -> MockTransport:
        """Return a transport that leads an ``httpx2.Client`` here."""
        return MockTransport(self.dispatcher)

    def async_transport(self) -> AsyncMockTransport:
        """Return a transport that leads an ``httpx2.AsyncClient`` here."""
        return AsyncMockTransport(self.dispatcher)

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

    def filter(self, call: str) -> Callable[[Filter], Filter]:
        """Return a decorator: the function says which records a list shows, beside what is inferred.

        It is called with the request as it was read and the data of one record.

        Raises:
            KeyError: if there is no such operation.
        """
        self._require(call)

        def register(function: Filter) -> Filter:
            self._engine.filter(call, function)
            return function

        return register

    def acting_for(self, owner: str) -> AbstractContextManager[None]:
        """Return a context in which :attr:`records` are those of an owner, where each has its own.

        Raises:
            ValueError: if the mock was not made with ``per_caller``.
        """
        if self._callers is None:
            raise ValueError(
                "all callers have the same records; make the mock with per_caller=True"
            )
        return self._callers.acting_for(owner)

    def set_transition(
        self, resource: str, *, by: Progress = "reads", reads: int = 1, seconds: float = 0.0
    ) -> None:
        """Say how the status of a resource's records moves on: with every so many reads, with time, by hand.

        Raises:
            KeyError: if there is no such resource with a life cycle.
        """
        self._staged(resource)
        self._engine.transitions.set(resource, Transition(by, reads, seconds))

    def advance(self, resource: str, *path: str, to: str = "") -> dict[str, Any]:
        """Move the status of a record to the next state, or to any other; return the record.

        Raises:
            KeyError: if there is no such resource with a life cycle.
            LookupError: if there is no such record.
        """
        staged = self._staged(resource)
        record = self.records.get(resource, *path)
        if record is None:
            raise LookupError(f"no {resource} at {'/'.join(path)}")
        state = to or following(staged, record)
        self._engine.transitions.begin((resource, *path), state)
        return self.records.update(resource, *path, values={staged.status: state})

    def sample(self, schema: Any, *key: object) -> Any:
        """Return a valid value of any JSON Schema; the same key gives the same value.

        Raises:
            ValueError: if it is none.
        """
        return sample_of(schema, self._seed, *key)

    def load_behaviour(self, package: str) -> None:
        """Have the hand-written ``behaviour.py`` of a package, if there is one, extend this mock.

        Raises:
            AttributeError: if it has no function ``register``.
        """
        name = f"{package}.behaviour"
        if find_spec(name) is not None:
            import_module(name).register(self)
            self._behaviours.append(package)

    def near_misses(self) -> list[NearMiss]:
        """Return the requests that reached no operation, with those they may have been meant for."""
        operations = self.document.operations["operations"]
        return [
            NearMiss(one, candidates(operations, one.method, one.path))
            for one in self.calls()
            if not one.call and one.status in (404, 405)
        ]

    def not_called(self) -> list[str]:
        """Return the operations that nothing called, in the order of the document."""
        called = self.calls.counts()
        return [call for call in self.dispatcher.endpoints if call not in called]

    def fork(self) -> Self:
        """Return another mock with the same records, handlers and options; neither sees the other.

        Its records are in memory, its journal is empty, and no failures are ordered.
        """
        made = object.__new__(type(self))
        MockServer.__init__(made, self.document, self.behaviour, **self._options)
        for package in self._behaviours:
            made.load_behaviour(package)
        made._handlers.update(self._handlers)
        made._engine.copy_extensions(self._engine)
        made.tokens.copy(self.tokens)
        made.store.restore(self.store.snapshot())
        made.mark()
        return made

    def mark(self, snapshot: dict[str, Any] | None = None) -> None:
        """Make the present state, or a snapshot, the one that :meth:`reset` goes back to."""
        self._snapshot = self.store.snapshot() if snapshot is None else snapshot

    def reset(self) -> None:
        """Go back to the state the mock began with; handlers stay."""
        self.restore(self._snapshot)
        self.calls.clear()
        self.faults.clear()
        self.clock.reset()

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

    def _staged(self, name: str) -> Resource:
        resource = self.behaviour.resources.get(name)
        if resource is None or not resource.states:
            known = [one.name for one in self.behaviour.resources.values() if one.states]
            raise KeyError(f"{name!r} has no life cycle; those with one are {known}")
        return resource

    def _require(self, call: str) -> None:
        if call not in self.dispatcher.endpoints:
            known = ", ".join(sorted(self.dispatcher.endpoints)[:8])
            raise KeyError(f"there is no operation {call!r}; there are {known}, ...")

    def _before(self, request: Request, operation: OperationSpec | None) -> Response | Reply | None:
        if request.path.startswith(PREFIX) and (own := self.control.answer(request)):
            return own
        self.calls.record(operation.call if operation else "", request)
        if operation is None:
            request.effects = UNTOUCHED
            return preflight(request) or self.tokens.answer(request)
        request.effects, error = self.faults.strike(operation, request)
        if "prefer" in request.headers.by_name:
            prefer_effects(request)
        if error is not None:
            raise error
        return None

    def _handle(self, call: Call) -> Any:
        function = self._handlers.get(call.operation.call)
        if function is not None:
            return self._table.invoke(function, call)
        if self._callers is None:
            return self._links(call, self._engine(call))
        owner = str(call.request.identity or "")
        with self._callers.acting_for("" if owner == DEFAULT_OWNER else owner):
            return self._links(call, self._engine(call))
