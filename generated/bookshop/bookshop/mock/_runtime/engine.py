"""Answers every operation of the API by its role, from the records of the mock."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...server._runtime import HTTPError, Reply, Response
from ...server._runtime.dispatch import OutputError
from ...server._runtime.responses import choose, render, write_plain
from . import one_record, several_records
from .answers import path_values
from .jobs import started
from .leading import Redirects
from .prefer import prefer, read_preference
from .repeating import KEY, SAFE, Repeats
from .replying import as_wished, sampled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...server._runtime import Call
    from .backend import Backend
    from .behaviour import Resource, Role
    from .extending import Extension, Filter
    from .store import Record
    from .transitions import Transitions

    Action = Callable[[Backend, Call, Role, Resource], Any]

_ROLES: Mapping[str, Action] = {
    "list": several_records.list_records,
    "create": one_record.create,
    "upload": one_record.create,
    "get": one_record.get,
    "update": one_record.update,
    "replace": one_record.replace,
    "delete": one_record.delete,
    "batch_create": several_records.batch_create,
    "batch_update": several_records.batch_update,
    "replace_all": several_records.replace_all,
    "action": one_record.act,
    "copy": one_record.copy,
}

_log = logging.getLogger(__name__)
_MOST_ANSWERS = 4  # kept of one record: clients may ask for it in any number of ways


@dataclass(frozen=True, slots=True)
class _Plan:
    """How an operation is answered.

    Args:
        role: its role.
        resource: what it is about.
        action: what is done with the records of the resource.
        reads: the resource whose record a call tells, if nothing but path and record decide how.
        writes: whether the store may be changed; also by noting that a record was read.
        is_safe: whether its method changes nothing, so that it may be repeated.
        succeeds: whether a success is declared; else answers may have to lead elsewhere.
        streams: whether a success may be a stream.
    """

    role: Role
    resource: Resource | None
    action: Action | None
    reads: Resource | None
    writes: bool
    is_safe: bool
    succeeds: bool
    streams: bool


class Engine:
    """The handler of all operations.

    Args:
        backend: what they are answered from.
        judge: refuses an answer that its schema does not accept.
        strict_keys: whether idempotency keys are guarded where the document does not say so.
    """

    def __init__(
        self, backend: Backend, judge: Callable[[Any, str], None], *, strict_keys: bool = False
    ) -> None:
        self._backend = backend
        self._judge = judge
        self._plans: dict[str, _Plan] = {}
        self._repeats = Repeats(backend.store, is_strict=strict_keys)
        self._redirects = Redirects(backend)
        self._extensions: dict[str, Extension] = {}

    def __call__(self, call: Call) -> Any:
        """Answer a call; raises ``HTTPError`` for what the API would refuse."""
        plan = self._plans.get(call.operation.call) or self._plan(call)
        try:
            return self._served(call, plan)
        except HTTPError as error:
            if error.status != 404 or not self._admits(call, plan.resource):
                raise
            return self._served(call, plan)

    def _admits(self, call: Call, resource: Resource | None) -> bool:
        """Make the record of the caller, where the path names who the credential belongs to: an account."""
        identity = call.request.identity
        if resource is None or not isinstance(identity, str) or not call.placeholders:
            return False
        path = path_values(call)
        if path[:1] != [identity]:  # most often: then no transaction has to be begun
            return False
        with self._backend.store.transaction():
            return self._backend.collections.admit(resource, path, identity)

    def _served(self, call: Call, plan: _Plan) -> Any:
        fields = call.request.headers.by_name
        if "prefer" in fields and (wanted := read_preference(fields["prefer"])):
            preferred = prefer(call, wanted, self._backend.document, self._backend.sampler)
            return self._redirects(call, preferred)
        with self._backend.store.transaction(writes=plan.writes):
            if KEY in fields and not plan.is_safe and self._repeats.concern(call):
                return self._repeats.once(call, lambda: self._extended(call, plan))
            if call.operation.call in self._extensions:
                return self._extended(call, plan)
            # The answer is written here where no extension has a say in it.
            if plan.reads is not None and len(call.arguments) == len(call.placeholders):
                return self._told(call, plan, one_record.found(self._backend, call, plan.reads))
            return self._written(call, self._answer(call, plan))

    @property
    def transitions(self) -> Transitions:
        """How the status of records moves on."""
        return self._backend.collections.transitions

    def filter(self, call: str, function: Filter) -> None:
        """Let a function say which records a list shows."""
        self._backend.filters[call] = function

    def extend(self, call: str, extension: Extension) -> None:
        """Let a function answer an operation, with the answer of this engine at hand."""
        self._extensions[call] = extension

    def copy_extensions(self, other: Engine) -> None:
        """Take over what another engine was told, except of operations that were spoken of here."""
        self._extensions = {**other._extensions, **self._extensions}
        for call, function in other._backend.filters.items():
            self._backend.filters.setdefault(call, function)
        self.transitions.copy(other.transitions)

    def _extended(self, call: Call, plan: _Plan) -> Any:
        """Return what an extension makes of the answer, or else the answer, before it is written."""
        extension = self._extensions.get(call.operation.call)
        if extension is not None:
            return extension(call, lambda: self._valid(call, self._answer(call, plan)))
        return self._valid(call, self._answer(call, plan))

    def _written(self, call: Call, result: Any) -> Response:
        """Write a result, which is judged on the way; where it is refused, :meth:`_valid` has another."""
        if isinstance(result, Response):
            return result
        accept = call.request.headers.by_name.get("accept", "")
        operation = call.operation
        try:
            # Nothing has changed since what was judged when it was made.
            exact = self._backend.shaper.exact
            plain = write_plain(operation, result, accept, self._judge, exact)
            return plain or render(choose(operation, result, accept), self._judge)
        except OutputError:
            chosen = choose(call.operation, self._valid(call, result), accept)
            return render(chosen, self._lenient_judge(call))

    def _lenient_judge(self, call: Call) -> Callable[[Any, str], None] | None:
        """Return what judges an answer again: nothing where the document leaves no valid one."""
        pointer = self._backend.answers.success(call).schema
        sample = self._backend.sampler.sample(pointer, call.operation.call) if pointer else None
        if not pointer or self._backend.shaper.is_valid(sample, pointer):
            return self._judge
        _log.warning("%s: no value is valid under %s", call.operation.call, pointer)
        return None

    def _told(self, call: Call, plan: _Plan, record: Record) -> Response:
        """Tell a record as the last time, if it has not changed: judged and written once."""
        accept = call.request.headers.by_name.get("accept", "")
        key = call.operation.call, accept
        known = record.answers.get(key)
        if known is None:
            known = self._written(call, self._answer(call, plan))
            if len(record.answers) < _MOST_ANSWERS:
                record.answers[key] = known
        return Response(known.status, [*known.headers], known.body)

    def _plan(self, call: Call) -> _Plan:
        """Return how the operation of a call is answered, worked out once."""
        operation = call.operation
        role = self._backend.behaviour.role(operation.call)
        resource = self._backend.behaviour.resources.get(role.resource)
        is_steady = resource is not None and not resource.states and not operation.streams
        counts = role.role == "get" and resource is not None and bool(resource.states)
        is_safe = operation.method in SAFE
        plan = self._plans[operation.call] = _Plan(
            role,
            resource,
            _ROLES.get(role.role) if resource is not None else None,
            reads=resource if role.role == "get" and is_steady else None,
            writes=counts or not is_safe,
            is_safe=is_safe,
            succeeds=bool(operation.successes()),
            streams=bool(operation.streams),
        )
        return plan

    def _valid(self, call: Call, result: Any) -> Any:
        """Return the result, or a sample where the document has no room for it (``maxItems: 1``)."""
        answer = self._backend.answers.success(call)
        if not (
            isinstance(result, Reply) and isinstance(result.body, (dict, list)) and answer.schema
        ):
            return result
        shaper = self._backend.shaper
        if shaper.is_valid(result.body, answer.schema):
            return result
        sample = self._backend.sampler.sample(answer.schema, call.operation.call)
        if not shaper.is_valid(sample, answer.schema):
            return result
        return Reply(sample, result.status, result.headers, result.media_type)

    def _answer(self, call: Call, plan: _Plan) -> Any:
        action, resource = plan.action, plan.resource
        if action is not None and resource is not None:
            reply = action(self._backend, call, plan.role, resource)
            if plan.streams:
                reply = as_wished(self._backend, call, reply)
        else:
            reply = self._of_no_record(call, plan.role, resource)
        if plan.role.starts:
            reply = started(self._backend, plan.role, reply)
        return reply if plan.succeeds else self._redirects(call, reply)

    def _of_no_record(self, call: Call, role: Role, resource: Resource | None) -> Any:
        """Answer an operation that is about no record of a collection."""
        if role.role == "singleton":
            return one_record.singleton(self._backend, call, resource)
        if role.role != "page":
            return sampled(self._backend, call, {})
        is_read = call.operation.method == "GET"  # else the body only asks, and is not kept
        found = (
            one_record.singleton(self._backend, call, resource)
            if is_read
            else sampled(self._backend, call, {})
        )
        return several_records.page_of_samples(self._backend, call, role, found)
