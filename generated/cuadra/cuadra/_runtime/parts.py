"""Multipart responses: parts that have positions (RFC 2046, section 5.1; OpenAPI 3.2)."""

from __future__ import annotations

import re
from email.message import Message
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from .binary import BinaryResponse
from .decoding import decoder_for
from .errors import DecodeError, Deviation
from .media import essence, is_json, is_text
from .type_forms import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import httpx2


class ReceivedPart(NamedTuple):
    """One part as it came; ``headers`` has lower-case names."""

    headers: Mapping[str, str]
    content: bytes


def decode_parts(
    tp: Any, response: httpx2.Response, *, strict: bool
) -> list[Any] | tuple[Any, ...]:
    """Returns the parts of a body in the types of a list or tuple.

    JSON is decoded and text is ``str``; anything else is a ``BinaryResponse`` with the headers of its
    part. Raises ``DecodeError`` for a body that does not follow its boundary, or JSON that is none.
    """
    content_type = response.headers.get("content-type", "")
    try:
        parts = list(read_parts(response.content, content_type))
    except ValueError as error:
        raise DecodeError(f"the body is no {essence(content_type)}: {error}") from None
    form = bare(tp)
    types = get_args(form)
    is_tuple = get_origin(form) is tuple
    values: list[Any] = []
    for position, part in enumerate(parts):
        kind = types[min(position, len(types) - 1)] if types else Any
        try:
            values.append(_value(part, kind, response.status_code, strict=strict))
        except DecodeError as error:
            raise _placed(error, position) from None
    if is_tuple and len(values) == len(types):
        return tuple(values)
    if is_tuple and strict:
        raise DecodeError(f"{len(values)} parts came where {len(types)} are declared")
    return values


def _placed(error: DecodeError, position: int) -> DecodeError:
    deviations = tuple(Deviation((position, *one.path), one.message) for one in error.deviations)
    message = f"part {position}: {error}"
    return DecodeError(message, path=(position, *error.path), deviations=deviations)


def _value(part: ReceivedPart, tp: Any, status: int, *, strict: bool) -> Any:
    content_type = part.headers.get("content-type", "")
    kind = essence(content_type)
    if bare(tp) is BinaryResponse:
        return BinaryResponse(part.content, part.headers, status)
    if is_json(kind):
        return decoder_for(tp).from_json(part.content, strict=strict)
    if not kind and bare(tp) is not str:
        try:  # nothing says that it is text, and a text is not what is declared
            return decoder_for(tp).from_json(part.content, strict=strict)
        except DecodeError:
            pass
    if not kind or is_text(kind):
        return part.content.decode(_charset(content_type), "replace")
    return BinaryResponse(part.content, part.headers, status)


def read_parts(body: bytes, content_type: str) -> Iterator[ReceivedPart]:
    """Yields the parts of a body. Raises ``ValueError`` if there is no boundary, or no end."""
    boundary = _parameter(content_type, "boundary")
    if not boundary:
        raise ValueError("its Content-Type has no boundary")
    # Lines that go on behind the boundary belong to a multipart body within a part.
    name = re.escape(boundary.encode("latin-1", "replace"))
    pieces = re.split(rb"\r\n--" + name + rb"(?:(--)|[ \t]*(?=\r\n|\Z))", b"\r\n" + body)
    for end, section in zip(pieces[1::2], pieces[2::2], strict=True):
        if end:
            return
        yield _part(section.removeprefix(b"\r\n"))
    raise ValueError("the closing boundary is missing")


def _part(section: bytes) -> ReceivedPart:
    if section.startswith(b"\r\n"):
        return ReceivedPart({}, section[2:])
    head, _, content = section.partition(b"\r\n\r\n")
    lines = head.replace(b"\r\n ", b" ").replace(b"\r\n\t", b" ").decode("utf-8", "replace")
    pairs = (line.partition(":") for line in lines.split("\r\n"))
    return ReceivedPart({name.strip().lower(): value.strip() for name, _, value in pairs}, content)


def _charset(content_type: str) -> str:
    name = _parameter(content_type, "charset") or "utf-8"
    try:
        "".encode(name)
    except LookupError:
        return "utf-8"
    return name


def _parameter(content_type: str, name: str) -> str:
    message = Message()
    message["content-type"] = content_type
    found = message.get_param(name, "")
    return found if isinstance(found, str) else ""
