"""Where answers lead to: the ``Location`` of a new record, and of a redirect."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from ...server._runtime import Reply
from ...server._runtime.router import Found, Router
from .control import LANDING, is_taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...server._runtime import Call
    from .backend import Backend

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
"""The statuses that send a client elsewhere (RFC 9110, section 15.4)."""

_UNRESERVED = re.compile(r"[\w.~-]+", re.ASCII)
_IN_SEGMENT = "!$&'()*+,;=:@"  # and what is never escaped (RFC 3986, section 3.3)


def to_record(backend: Backend, call: Call, status: int, above: str, key: str) -> dict[str, str]:
    """Return the header that tells where a new record is found (RFC 9110, section 15.3.2): below a path.

    It is sent with 201, and where the document declares it. Where that asks for another form, such as an
    absolute URI, it has that.
    """
    pointer = _declared(call, status)
    if status != 201 and pointer is None:
        return {}
    segment = key if _UNRESERVED.fullmatch(key) else quote(key, safe=_IN_SEGMENT)
    path = f"{above.rstrip('/')}/{segment}"
    if not pointer:
        return {"location": path}
    fitting = (one for one in _spellings(call, path) if _is_valid(backend, one, pointer))
    return {"location": next(fitting, path)}


class Redirects:
    """Gives redirects a place to lead to.

    Args:
        backend: what the API answers from.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def __call__(self, call: Call, reply: Any) -> Any:
        """Return a reply with the ``Location`` that a redirect needs, if it has none.

        That is the declared sample where this API answers there. Else it is a place of the mock's own: a real
        server may lead to another host, where no client of a mock is to go.
        """
        if not isinstance(reply, Reply) or reply.status not in REDIRECTS:
            return reply
        place = None if _is_located(reply) else self._place(call, reply.status)
        return replace(reply, headers={**reply.headers, "location": place}) if place else reply

    def _place(self, call: Call, status: int) -> str | None:
        pointer = _declared(call, status)
        sample = self._backend.sampler.sample(pointer, "location") if pointer else None
        known = sample if isinstance(sample, str) else None
        if known and known.startswith("/") and self._is_readable(known):
            return known
        if is_taken(self._backend.document):
            return known
        places = _spellings(call, f"{LANDING}{call.request.path}", shortened=False)
        return next((one for one in places if _is_valid(self._backend, one, pointer)), known)

    def _is_readable(self, reference: str) -> bool:
        """Whether a GET of this API is at a place."""
        path, _, query = reference.partition("#")[0].partition("?")
        return isinstance(self._reads.find("GET", path, query), Found)

    @cached_property
    def _reads(self) -> Router[None]:
        operations = self._backend.document.operations
        router: Router[None] = Router(operations.get("servers") or ())
        for raw in operations["operations"]:
            router.add(raw["method"], raw["path"], None)
        return router


def _declared(call: Call, status: int) -> str | None:
    """Return the schema that a response declares of its ``Location``, empty for any; else ``None``."""
    declared = call.operation.response(status)
    if declared is None or not declared.headers:
        return None
    headers = declared.headers
    return next((spec.schema for name, spec in headers.items() if name.lower() == "location"), None)


def _is_located(reply: Reply) -> bool:
    return any(name.lower() == "location" for name in reply.headers)


def _is_valid(backend: Backend, place: str, pointer: str | None) -> bool:
    return not pointer or backend.sampler.is_valid(place, pointer)


def _spellings(call: Call, path: str, *, shortened: bool = True) -> Iterator[str]:
    """Yield the ways to tell a place, the usual one first; without its first segments if nothing else fits."""
    yield path
    host = call.request.headers.get("host")
    if host:
        yield f"http://{host}{path}"
    while shortened and (path := path[1:]) and "/" in path:
        path = path[path.index("/") :]
        yield path
