"""From request to response: route, authenticate, read, validate, handle, write.

The steps are a generator that yields what has to be awaited, so the same code serves synchronous and
asynchronous callers without threads or loops of its own.
"""

from __future__ import annotations

import asyncio
import logging
from functools import cached_property
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, NamedTuple

from .bodies import BodyReader
from .exchange import BodyError, HTTPError, Reply, Request, Response
from .operations import read_operation
from .parameters import ParameterReader
from .problems import ErrorWriter, Problem, refusal_status, usual_refusal
from .responses import choose, render
from .router import Found, NotRouted, Router
from .security import Guard

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Mapping

    from .document import Document
    from .operations import OperationSpec
    from .security import Authenticate, Denied
    from .validator import Validator

_log = logging.getLogger(__name__)
_FINISHED = (Response, Reply)


class OutputError(Exception):
    """What a handler returned does not match the document."""


class Call(NamedTuple):
    """A request after everything about it was read and found valid.

    ``arguments`` holds the parameters that were sent, by argument name; ``body`` the decoded body,
    ``media_type`` the document's name for what it came as.
    """

    operation: OperationSpec
    request: Request
    arguments: Mapping[str, Any]
    placeholders: tuple[str, ...]
    body: Any
    has_body: bool
    media_type: str = ""


class Endpoint:
    """One operation with all it takes to serve it; its parts are made at first use."""

    def __init__(self, document: Document, raw: Mapping[str, Any]) -> None:
        self._document = document
        self._raw = raw

    @cached_property
    def operation(self) -> OperationSpec:
        """What the document says about it."""
        return read_operation(self._raw)

    @cached_property
    def parameters(self) -> ParameterReader:
        """Reads its parameters."""
        return ParameterReader(self._document, self.operation.parameters)

    @cached_property
    def body(self) -> BodyReader:
        """Reads its body."""
        return BodyReader(self._document, self.operation)

    @cached_property
    def demands(self) -> int:
        """How much a request needs to be meant for it."""
        return self.parameters.demands + self.body.demands

    def listed(self) -> dict[str, frozenset[str]]:
        """Return the values that the schemas of its path parameters list."""
        return {
            item.name: frozenset(str(one) for one in schema["enum"])
            for item in self.operation.located.get("path", ())
            if item.schema
            and isinstance(
                schema := self._document.resolve(self._document.schema(item.schema)), dict
            )
            and isinstance(schema.get("enum"), list)
        }

    @cached_property
    def guard(self) -> Guard:
        """Checks its credentials."""
        return Guard(self._document.operations.get("security_schemes") or {}, self.operation)


class Dispatcher:
    """Serves the operations of a document.

    Args:
        document: the document and its prepared operations.
        handle: answers a valid call; may return an awaitable. Raises ``HTTPError`` and
            ``NotImplementedError`` for 501.
        authenticate: checks credentials; without it, secured operations are refused.
        check_security: whether credentials are asked for at all.
        errors: writes error responses.
        check_responses: whether to validate what goes out; a fault becomes a 500 that tells it.
        before: sees every request first and may answer it instead.
        after: sees every response of an operation and may add header fields to it, except of those that
            ``before`` gave.
        finished: sees every request with its response, last of all.
    """

    def __init__(
        self,
        document: Document,
        handle: Callable[[Call], Any],
        *,
        authenticate: Authenticate | None = None,
        check_security: bool = True,
        errors: ErrorWriter | None = None,
        check_responses: bool = False,
        before: Callable[[Request, OperationSpec | None], Any] | None = None,
        after: Callable[[OperationSpec, Response], None] | None = None,
        finished: Callable[[Request, Response], None] | None = None,
    ) -> None:
        self.document = document
        self.errors = errors or ErrorWriter(document)
        self._refusal = usual_refusal(document)
        self._handle = handle
        self._authenticate = authenticate
        self._check_security = check_security
        self._judge = judge_of(document) if check_responses else None
        self._before = before
        self._after = after
        self.finished = finished
        self._router: Router[Endpoint] = Router(document.operations.get("servers") or ())
        self.endpoints: dict[str, Endpoint] = {}
        for raw in document.operations["operations"]:
            endpoint = self.endpoints[raw["call"]] = Endpoint(document, raw)
            self._router.add(raw["method"], raw["path"], endpoint, endpoint.listed)

    def handle(self, request: Request) -> Response:
        """Answer a request synchronously; an asynchronous handler gets a loop of its own.

        Raises:
            RuntimeError: if a handler is asynchronous and a loop is running in this thread already.
        """
        steps = self._steps(request)
        try:
            awaitable = next(steps)
            while True:
                try:
                    value = asyncio.run(_settle(awaitable))
                except Exception as error:  # noqa: BLE001 - for the step that waits
                    awaitable = steps.throw(error)
                else:
                    awaitable = steps.send(value)
        except StopIteration as finished:
            response: Response = finished.value
            return response

    async def handle_async(self, request: Request) -> Response:
        """Answer a request."""
        found = self.start(request)
        return found if isinstance(found, Response) else await found

    def start(self, request: Request) -> Response | Awaitable[Response]:
        """Answer a request, at once where nothing has to be awaited; it is called where a loop is running."""
        steps = self._steps(request)
        try:
            awaitable = next(steps)
        except StopIteration as finished:
            response: Response = finished.value
            return response
        return _go_on(steps, awaitable)

    def _steps(self, request: Request) -> Generator[Awaitable[Any], Any, Response]:
        found = self._router.find(
            request.method, request.path, request.query_string, request.headers.get
        )
        endpoint: Endpoint | None = None
        operation: OperationSpec | None = None
        early: Any = None
        if isinstance(found, Found):
            if found.others:
                found = self._tell_apart(found, request)
            endpoint = found.target
            operation = endpoint.operation
            request.call = operation.call
        try:
            if self._before is not None:
                early = self._before(request, operation)
            if early is not None or endpoint is None or isinstance(found, NotRouted):
                response = self._unserved(request, found, operation, early)
            else:
                denied: Denied | None = None
                if self._check_security:
                    denied = yield from endpoint.guard.check(request, self._authenticate)
                call = denied or self._read(endpoint, request, found.placeholders)
                if isinstance(call, Call):
                    response = self._handle(call)
                else:
                    response = self._refused(endpoint.operation, call)
                if type(response) not in _FINISHED and isawaitable(response):
                    response = yield response
                if not isinstance(response, Response):
                    response = self._write(operation, response, request)
        except Exception as error:  # noqa: BLE001 - whatever happens, there is an answer
            response = self._failed(request, operation, error)
        if operation is not None and self._after is not None and early is None:
            self._after(operation, response)
        if self.finished is not None:
            self.finished(request, response)
        return response

    def _tell_apart(self, found: Found[Endpoint], request: Request) -> Found[Endpoint]:
        """Choose between operations whose paths mean the same: the first that takes the request.

        The one that demands most is asked first, else it could never be reached.
        """
        candidates = sorted(
            (found, *found.others), key=lambda one: (-one.standing, -one.target.demands)
        )
        for one in candidates:
            if isinstance(self._read(one.target, request, one.placeholders), Call):
                return one
        return found

    def _unserved(
        self,
        request: Request,
        found: Found[Endpoint] | NotRouted,
        operation: OperationSpec | None,
        early: Any,
    ) -> Response:
        """Answer for an operation, or where there is none."""
        if isinstance(early, Response):
            return early
        if early is None and isinstance(found, NotRouted):
            return self._not_routed(request, found.allow)
        return self._write(operation, early, request)

    def _failed(
        self, request: Request, operation: OperationSpec | None, error: Exception
    ) -> Response:
        """Answer where something was raised."""
        if isinstance(error, HTTPError):
            return self._from_error(operation, error)
        if isinstance(error, NotImplementedError):
            detail = f"{request.call} is not implemented by this server."
            return self.errors.write(operation, Problem(501, detail))
        if isinstance(error, OutputError):
            _log.error("%s", error)
            return self.errors.write(None, Problem(500, str(error)))
        _log.error("%s %s failed", request.method, request.path, exc_info=error)
        problem = Problem(500, "The server failed; its log tells why.")
        return self.errors.write(operation, problem)

    def _refused(self, operation: OperationSpec, why: Denied | Problem) -> Response:
        """Say why the handler of an operation is not called."""
        if isinstance(why, Problem):
            return self.errors.write(operation, why)
        headers = {"www-authenticate": ", ".join(why.challenges)} if why.challenges else {}
        return self.errors.write(operation, Problem(why.status, why.detail, headers=headers))

    def _read(
        self, endpoint: Endpoint, request: Request, placeholders: Mapping[str, str]
    ) -> Call | Problem:
        operation = endpoint.operation
        arguments, violations = endpoint.parameters.read(request, placeholders)
        status, body, has_body, media_type = 422, None, False, ""
        if operation.body is not None:
            try:
                body, has_body, media_type = endpoint.body.read(request)
            except BodyError as error:
                violations.extend(error.violations)
                status = error.status
        if violations:
            detail = "; ".join(map(str, violations[:5]))
            chosen = refusal_status(operation, status, self._refusal)
            return Problem(chosen, detail, violations, "invalid_request")
        return Call(operation, request, arguments, tuple(placeholders), body, has_body, media_type)

    def _write(self, operation: OperationSpec | None, result: Any, request: Request) -> Response:
        if operation is None:
            raise OutputError("only a finished Response can answer a path that is no operation")
        chosen = choose(operation, result, request.headers.by_name.get("accept", ""))
        return render(chosen, self._judge)

    def _not_routed(self, request: Request, allow: tuple[str, ...]) -> Response:
        if not allow:
            return self.errors.write(None, Problem(404, f"There is nothing at {request.path}."))
        headers = {"allow": ", ".join(allow)}
        if request.method == "OPTIONS":
            return Response(204, list(headers.items()))
        detail = f"{request.method} is not possible here, only {headers['allow']}."
        return self.errors.write(None, Problem(405, detail, headers=headers))

    def _from_error(self, operation: OperationSpec | None, error: HTTPError) -> Response:
        if error.body is None or operation is None:
            detail = error.detail or Problem(error.status, "").title
            problem = Problem(error.status, detail, error.violations, error.code, error.headers)
            return self.errors.write(operation, problem)
        reply = Reply(error.body, error.status, error.headers)
        return render(choose(operation, reply, ""))


def judge_of(document: Document) -> Callable[[Any, str], None]:
    """Return a function that raises :class:`OutputError` for a response that a schema refuses."""

    known: dict[str, Validator] = {}

    def refuse_invalid(value: Any, pointer: str) -> None:
        validator = known.get(pointer)
        if validator is None:
            validator = known[pointer] = document.validator(pointer, "response")
        if validator.is_valid(value):
            return
        found = validator.violations(value)
        if found:
            told = "; ".join(map(str, found[:5]))
            raise OutputError(f"the response does not match its own schema {pointer}: {told}")

    return refuse_invalid


async def _go_on(
    steps: Generator[Awaitable[Any], Any, Response], awaitable: Awaitable[Any]
) -> Response:
    """Take the rest of the steps, of which the first one has to be awaited."""
    try:
        while True:
            try:
                value = await awaitable
            except Exception as error:  # noqa: BLE001 - for the step that waits
                awaitable = steps.throw(error)
            else:
                awaitable = steps.send(value)
    except StopIteration as finished:
        response: Response = finished.value
        return response


async def _settle(awaitable: Awaitable[Any]) -> Any:
    return await awaitable
