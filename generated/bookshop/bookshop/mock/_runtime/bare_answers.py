"""Answers where the document describes no JSON: nothing, text, or bytes, as declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...server._runtime import Reply
from .answers import status_of

if TYPE_CHECKING:
    from ...server._runtime import Call
    from ...server._runtime.operations import MediaSpec
    from .backend import Backend


def bare(backend: Backend, call: Call, status: int) -> Reply:
    """Return the first declared content of a status: what the document shows, or else a sample of its schema."""
    for response in call.operation.successes():
        if status_of(response) == status and response.content:
            media = response.content[0]
            place = f"{call.operation.pointer}/responses/{response.status}/content"
            return Reply(_content(backend, call, media, place), status, {}, media.name)
    return Reply(None, status)


def _content(backend: Backend, call: Call, media: MediaSpec, place: str) -> Any:
    token = media.name.replace("~", "~0").replace("/", "~1")
    shown = backend.examples.beside(f"{place}/{token}")
    if media.is_json:
        return {} if shown is None else shown
    value = backend.sampler.sample(media.schema, call.operation.call) if media.schema else ""
    if media.is_multipart and isinstance(value, list):
        return value
    known = shown if isinstance(shown, str) else value
    text = known if isinstance(known, str) and known else "sample"
    is_text = media.name.startswith("text/") or "xml" in media.name
    return text if is_text else text.encode()
