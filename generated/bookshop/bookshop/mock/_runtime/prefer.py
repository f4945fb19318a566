"""What a single request asks of the mock by its ``Prefer`` header (RFC 7240).

``code=404, example=name, dynamic=true`` are Prism's; ``delay=1.5`` (seconds), ``connection=dropped`` and
``connection=truncated`` order a fault for this request alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...server._runtime import HTTPError, Reply
from .injection import UNTOUCHED, Effects
from .replying import wants_stream

if TYPE_CHECKING:
    from ...server._runtime import Call, Document, Request
    from ...server._runtime.operations import MediaSpec, ResponseSpec
    from .samples import Sampler

_SECONDS = re.compile(r"[0-9]+(\.[0-9]+)?")
_LONGEST_DELAY = 300.0  # seconds
_PREFERENCE = re.compile(r'([\w-]+)\s*=\s*("[^"]*"|[^,;\s]*)')


@dataclass(frozen=True, slots=True)
class Preference:
    """What a client prefers; empty where it says nothing."""

    code: int = 0
    example: str = ""
    dynamic: bool = False

    def __bool__(self) -> bool:
        return bool(self.code or self.example or self.dynamic)


def read_preference(header: str) -> Preference:
    """Return the preferences of a ``Prefer`` header that concern a mock."""
    if not header:
        return _NOTHING
    found = {name.lower(): value.strip('"') for name, value in _PREFERENCE.findall(header)}
    code = found.get("code", "")
    return Preference(
        int(code) if code.isdecimal() and len(code) == 3 else 0,
        found.get("example", ""),
        found.get("dynamic", "") == "true",
    )


_NOTHING = Preference()


def prefer_effects(request: Request) -> None:
    """Let the answer to a request suffer what its header asks for."""
    header = request.headers.get("prefer")
    if not header or not isinstance(request.effects, Effects):
        return
    if request.effects is UNTOUCHED:
        request.effects = Effects()
    found = {name.lower(): value.strip('"') for name, value in _PREFERENCE.findall(header)}
    delay = _SECONDS.fullmatch(found.get("delay", ""))
    if delay is not None:
        request.effects.delay += min(float(delay[0]), _LONGEST_DELAY)
    match found.get("connection"):
        case "dropped":
            request.effects.dropped = True
        case "truncated":
            request.effects.truncated_after = 0


def prefer(call: Call, wanted: Preference, document: Document, sampler: Sampler) -> Reply:
    """Return the preferred response, made of the document alone.

    Raises:
        HTTPError: with the preferred status, if it is one of an error; 404 for an example or a status
            that the operation does not declare.
    """
    operation = call.operation
    if wanted.code:
        declared = operation.response(wanted.code)
        if declared is None:
            raise HTTPError(404, detail=f"{operation.call} declares no response {wanted.code}.")
        status = wanted.code
    else:
        found = operation.successes()
        if not found:
            raise HTTPError(404, detail=f"{operation.call} declares no success.")
        declared = found[0]
        status = int(declared.status) if declared.status.isdigit() else 200
    media = _media(declared, streamed=wants_stream(call))
    if media is None:
        return Reply(None, status)
    if wanted.example:
        return Reply(
            _example(call, declared, media, wanted.example, document), status, {}, media.name
        )
    if status >= 400 and not wanted.dynamic:
        raise HTTPError(status, detail="Asked for by the Prefer header.")
    value = sampler.sample(media.schema, operation.call, status, rich=True)
    if media.is_stream:
        return Reply(iter([sampler.sample(media.items, operation.call)]), status, {}, media.name)
    return Reply(value, status, {}, media.name)


def _media(declared: ResponseSpec, *, streamed: bool) -> MediaSpec | None:
    ranked = sorted(declared.content, key=lambda one: (one.is_stream != streamed, not one.is_json))
    return ranked[0] if ranked else None


def _example(
    call: Call, declared: ResponseSpec, media: MediaSpec, name: str, document: Document
) -> Any:
    place = f"{call.operation.pointer}/responses/{declared.status}/content"
    token = media.name.replace("~", "~0").replace("/", "~1")
    try:
        examples = document.follow(f"{place}/{token}/examples")
    except KeyError:
        examples = {}
    example = document.resolve(examples.get(name)) if isinstance(examples, dict) else None
    if not isinstance(example, dict) or "value" not in example:
        raise HTTPError(404, detail=f"{call.operation.call} has no example {name!r}.")
    return example["value"]
