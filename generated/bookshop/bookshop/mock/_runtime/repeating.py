"""Answers that are given again: a request repeated under its ``Idempotency-Key``."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from ...server._runtime import FileUpload, HTTPError, Reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...server._runtime import Call

_REMEMBERED = 10_000  # keys; the oldest is forgotten first
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "QUERY"})


class Repeats:
    """The first answers to requests that have a key, per caller and operation."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], tuple[str, Reply]] = {}

    def clear(self) -> None:
        """Forget all answers."""
        self._known.clear()

    def once(self, call: Call, answer: Callable[[], Any]) -> Any:
        """Return the answer, the one of the first time for a request that was answered before.

        Streams are never kept, nor are refusals: to ask again is right.

        Raises:
            HTTPError: 409 if the key was used for another request. Where the document has no 409, nothing
                says that keys are guarded: the request is answered as a new one.
        """
        key = call.request.headers.get("idempotency-key")
        if not key or call.operation.method in _SAFE:
            return answer()
        place = (str(call.request.identity), call.operation.call, call.request.path, key)
        known = self._known.get(place)
        print_of_this = _fingerprint(call)
        if known is not None:
            if known[0] == print_of_this:
                return known[1]
            if call.operation.declares(409):
                detail = "This Idempotency-Key was used for another request."
                raise HTTPError(409, detail=detail, code="idempotency_conflict")
        result = answer()
        reply = result if isinstance(result, Reply) else Reply(result)
        if isinstance(reply.body, (dict, list, str, bytes, type(None))):
            self._known.pop(place, None)
            self._known[place] = (print_of_this, reply)
            if len(self._known) > _REMEMBERED:
                del self._known[next(iter(self._known))]
        return reply


def _fingerprint(call: Call) -> str:
    """Tell requests apart by what they say: a form that is sent again has other boundaries."""
    said = json.dumps([call.arguments, call.body], sort_keys=True, default=_told)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _told(value: Any) -> Any:
    if isinstance(value, FileUpload):
        return [value.filename, value.content_type, hashlib.sha256(value.data).hexdigest()]
    if isinstance(value, (bytes, bytearray)):
        return hashlib.sha256(value).hexdigest()
    return repr(value)
