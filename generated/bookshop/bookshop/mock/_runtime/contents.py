"""Contents of uploaded files: what was sent is what is downloaded."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

from ...server._runtime import FileUpload, Reply, Response
from ...server._runtime.operations import is_json
from ...server._runtime.responses import quality
from .answers import status_of
from .store import Record

if TYPE_CHECKING:
    from ...server._runtime import Call
    from .backend import Backend
    from .store import Key

_COLLECTION = "$contents"
_LARGEST = 16 << 20  # bytes; of a larger file only what is told of it is kept
_ANY = "application/octet-stream"


def keep(backend: Backend, call: Call, collection: Key, key: str) -> None:
    """Keep the file of a request beside the record that was made of it."""
    file = None if is_json(call.media_type) else _sent(call)
    if file is not None and len(file.data) <= _LARGEST:
        kind = file.content_type or _ANY
        data = {"data": b64encode(file.data).decode("ascii"), "type": kind}
        backend.store.put((_COLLECTION, *collection), key, Record(data))


def forget(backend: Backend, collection: Key, key: str) -> None:
    """Let go of the file of a record that is deleted."""
    place = (_COLLECTION, *collection)
    if backend.store.get(place, key) is not None:
        backend.store.forget(place, key)


def kept(backend: Backend, call: Call, collection: Key, key: str) -> Reply | Response | None:
    """Return the file of a record, where an operation answers with files and one was sent.

    A document may tell files as JSON texts. They are sent so, unless the client takes no JSON.
    """
    record = backend.store.get((_COLLECTION, *collection), key)
    if record is None:
        return None
    data, kind = b64decode(record.data["data"]), str(record.data["type"])
    bare = [("content-type", kind), ("content-length", str(len(data)))]
    for response in call.operation.successes():
        if not response.content and response.status == "200":
            return Response(200, bare, data)
        declared = [media for media in response.content if not media.is_stream]
        raw = [media.name for media in declared if not media.is_json]
        if raw:
            exact = [name for name in raw if "*" not in name]
            name = kind if kind in raw or not exact else exact[0]
            return Reply(data, status_of(response), {}, name)
        accept = call.request.headers.get("accept")
        texts = [one for one in declared if backend.shaper.is_valid("a text", one.schema)]
        if texts and accept and not quality(accept, texts[0].name):
            return Response(status_of(response), bare, data)
        if texts:
            return Reply(data.decode("utf-8", "replace"), status_of(response))
    return None


def _sent(call: Call) -> FileUpload | None:
    body: Any = call.body
    if isinstance(body, FileUpload):
        return body
    if isinstance(body, bytes):
        return FileUpload("", call.request.headers.get("content-type"), body)
    parts = body.values() if isinstance(body, dict) else body if isinstance(body, list) else ()
    return next((one for one in parts if isinstance(one, FileUpload)), None)
