"""Jobs that an operation starts: what its answer tells of them is kept, so that a client can follow them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...server._runtime import Reply
from .members import set_path, value_at, without

if TYPE_CHECKING:
    from .backend import Backend
    from .behaviour import Role


def started(backend: Backend, role: Role, reply: Any) -> Any:
    """Return a reply in which each job is a new record of its resource."""
    if not isinstance(reply, Reply) or not isinstance(reply.body, dict):
        return reply
    body = dict(reply.body)
    for place, name in role.starts.items():
        told = value_at(body, place) if place else body
        if isinstance(told, list):
            set_path(body, place, [_kept(backend, name, row) for row in told])
        elif place and told is not None:
            set_path(body, place, _kept(backend, name, told))
        elif not place:
            body = _kept(backend, name, body)
    return Reply(body, reply.status, reply.headers, reply.media_type)


def _kept(backend: Backend, name: str, told: Any) -> Any:
    """Return what is told of a job as it is of the record that is made of it."""
    resource = backend.behaviour.resources[name]
    if not isinstance(told, dict):
        return told
    values = without(told, resource.id_field)
    _, record = backend.collections.add(resource, (name,), values, strict=False)
    return {key: record.data.get(key, value) for key, value in told.items()}
