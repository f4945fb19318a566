"""Answers every operation of the API by its role, from the records of the mock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...server._runtime import Reply
from . import one_record, several_records
from .prefer import prefer, read_preference
from .repeating import SAFE, Repeats
from .replying import sampled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...server._runtime import Call
    from .backend import Backend
    from .behaviour import Resource, Role
    from .extending import Extension, Filter
    from .transitions import Transitions

_ROLES: Mapping[str, Callable[[Backend, Call, Role, Resource], Any]] = {
    "list": several_records.list_records,
    "create": one_record.create,
    "upload": one_record.create,
    "get": one_record.get,
    "update": one_record.update,
    "replace": one_record.replace,
    "delete": one_record.delete,
    "batch_create": several_records.batch_create,
    "batch_update": several_records.batch_update,
    "action": one_record.act,
    "copy": one_record.copy,
}


class Engine:
    """The handler of all operations.

    Args:
        backend: what they are answered from.
        strict_keys: whether idempotency keys are guarded where the document does not say so.
    """

    def __init__(self, backend: Backend, *, strict_keys: bool = False) -> None:
        self._backend = backend
        self._repeats = Repeats(backend.store, is_strict=strict_keys)
        self._extensions: dict[str, Extension] = {}

    def __call__(self, call: Call) -> Any:
        """Answer a call; raises ``HTTPError`` for what the API would refuse."""
        wanted = read_preference(call.request.headers.get("prefer"))
        if wanted:
            return prefer(call, wanted, self._backend.document, self._backend.sampler)
        writes = call.operation.method not in SAFE
        with self._backend.store.transaction(writes=writes):
            return self._repeats.once(call, lambda: self._extended(call))

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

    def _extended(self, call: Call) -> Any:
        extension = self._extensions.get(call.operation.call)
        if extension is None:
            return self._valid(call, self._answer(call))
        return extension(call, lambda: self._valid(call, self._answer(call)))

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

    def _answer(self, call: Call) -> Any:
        role = self._backend.behaviour.role(call.operation.call)
        resource = self._backend.behaviour.resources.get(role.resource)
        action = _ROLES.get(role.role)
        if action is not None and resource is not None:
            return action(self._backend, call, role, resource)
        if role.role in ("singleton", "page"):
            found = one_record.singleton(self._backend, call, resource)
            if role.role == "singleton":
                return found
            return several_records.page_of_samples(self._backend, call, role, found)
        return sampled(self._backend, call, {})
