"""Answers that are given again: a request repeated under its ``Idempotency-Key``."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Any

from ...server._runtime import FileUpload, HTTPError, Reply
from .store import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...server._runtime import Call
    from .store import Store

_REMEMBERED = 10_000  # keys; the oldest is forgotten first
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "QUERY"})
"""Methods that change nothing (RFC 9110, section 9.2.1; QUERY by its draft)."""
_PLACE = ("$repeats",)
KEY = "idempotency-key"
"""The header field that names a request."""


class Repeats:
    """The first answers to requests that have a key, per caller and operation.

    Args:
        store: keeps them.
        is_strict: whether keys are guarded also where the document has no 409.
    """

    def __init__(self, store: Store, *, is_strict: bool = False) -> None:
        self._store = store
        self._is_strict = is_strict

    def concern(self, call: Call) -> bool:
        """Whether a request that may change something has a key."""
        return bool(call.request.headers.get(KEY))

    def once(self, call: Call, answer: Callable[[], Any]) -> Any:
        """Return the answer to a request that has a key, the first one where it came before.

        Streams are never kept, nor are refusals: to ask again is right.

        Raises:
            HTTPError: 409 if the key was used for another request. Where the document has no 409, nothing
                says that keys are guarded: the request is answered as a new one.
        """
        key = call.request.headers.get(KEY)
        place = json.dumps(
            [str(call.request.identity), call.operation.call, call.request.path, key]
        )
        known = self._store.get(_PLACE, place)
        print_of_this = _fingerprint(call)
        if known is not None:
            if known.data["request"] == print_of_this:
                return _read(known.data)
            if self._is_strict or call.operation.declares(409):
                detail = "This Idempotency-Key was used for another request."
                raise HTTPError(409, detail=detail, code="idempotency_conflict")
        result = answer()
        reply = result if isinstance(result, Reply) else Reply(result)
        if isinstance(reply.body, (dict, list, str, bytes, type(None))):
            self._store.forget(_PLACE, place)
            self._store.put(_PLACE, place, Record({"request": print_of_this, **_written(reply)}))
            self._store.trim(_PLACE, _REMEMBERED)
        return reply


def _written(reply: Reply) -> dict[str, Any]:
    body, form = reply.body, "json"
    if isinstance(body, bytes):
        body, form = base64.b64encode(body).decode(), "base64"
    return {
        "form": form,
        "body": body,
        "status": reply.status,
        "headers": dict(reply.headers),
        "media_type": reply.media_type,
    }


def _read(known: dict[str, Any]) -> Reply:
    body = base64.b64decode(known["body"]) if known["form"] == "base64" else known["body"]
    return Reply(body, known["status"], known["headers"], known["media_type"])


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
