"""What a document prescribes for a request, as text: the expectations of the generated tests.

It is written from the specifications (OpenAPI 3.1, "Style Values"; RFC 6570; RFC 7578) and shares
nothing with the runtime that it judges. Where they leave a case open (objects inside of lists, empty
lists, reserved characters), there is nothing to expect: ``None``.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from ...analyze.responses import is_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...ir.operations import Parameter
    from ...ir.values import JsonValue

_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]+\Z")  # RFC 3986, section 2.3
_FIELD_VALUE = re.compile(r"[!-~](?:[ -~]*[!-~])?\Z")  # RFC 9110, section 5.5, printable part
_SEPARATORS = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}
BOUNDARY = "boundary"


def query(parameter: Parameter, value: JsonValue) -> list[str] | None:
    """Return the ``name=value`` pairs of a query parameter."""
    if parameter.content_type:
        return _content(parameter, value)
    if parameter.style == "deepObject":
        if not isinstance(value, dict) or not value:
            return None
        members = [(name, _encoded(item, parameter)) for name, item in value.items()]
        return _all(
            None if text is None else f"{_escape(parameter.name)}%5B{_escape(name)}%5D={text}"
            for name, text in members
        )
    name = _escape(parameter.name)
    if isinstance(value, list | dict):
        texts = _flat(value, parameter, pair="=" if parameter.explode else None)
        if not texts:
            return None
        if not parameter.explode:
            separator = _SEPARATORS.get(parameter.style)
            return [f"{name}={separator.join(texts)}"] if separator else None
        return texts if isinstance(value, dict) else [f"{name}={text}" for text in texts]
    text = _encoded(value, parameter)
    return None if text is None else [f"{name}={text}"]


def path(parameter: Parameter, value: JsonValue) -> str | None:
    """Return what stands for ``{name}`` in a path."""
    if parameter.content_type:
        return None
    name = _escape(parameter.name)
    if isinstance(value, list | dict):
        if isinstance(value, dict) and parameter.style == "matrix" and parameter.explode:
            pairs = _flat(value, parameter, pair="=")
            return "".join(f";{pair}" for pair in pairs) if pairs else None
        texts = _flat(value, parameter, pair="=" if parameter.explode else None)
        if not texts:
            return None
        if parameter.style == "matrix":
            each = f";{name}="
            return each + (each if parameter.explode else ",").join(texts)
        if parameter.style == "label":
            return "." + ("." if parameter.explode else ",").join(texts)
        return ",".join(texts)
    text = _encoded(value, parameter)
    if not text or text in {".", ".."}:
        return None
    return {"matrix": f";{name}={text}", "label": f".{text}"}.get(parameter.style, text)


def header(parameter: Parameter, value: JsonValue) -> str | None:
    """Return the value of a header, which nothing is encoded in."""
    if parameter.content_type:
        text = json_text(value) if is_json(parameter.content_type) else None
    elif isinstance(value, dict):
        pairs = [(name, _scalar(item)) for name, item in value.items()]
        sign = "=" if parameter.explode else ","
        members = _all(None if item is None else f"{name}{sign}{item}" for name, item in pairs)
        text = ",".join(members) if members else None
    elif isinstance(value, list):
        items = _all(map(_scalar, value))
        text = ",".join(items) if items else None
    else:
        text = _scalar(value)
    return text if text and _FIELD_VALUE.match(text) else None


def cookie(parameter: Parameter, value: JsonValue) -> str | None:
    """Return the ``name=value`` of a cookie that holds one scalar."""
    text = _scalar(value)
    if text is None or parameter.content_type or not _UNRESERVED.match(text + parameter.name):
        return None
    return f"{parameter.name}={text}"


def json_text(value: JsonValue) -> str:
    """Return compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def form(fields: Iterable[tuple[str, JsonValue]]) -> list[tuple[str, str]] | None:
    """Return the pairs of a form, decoded; lists give a pair for each item."""
    pairs: list[tuple[str, str]] = []
    for name, value in fields:
        texts = _all(map(_scalar, value if isinstance(value, list) else [value]))
        if not texts:
            return None
        pairs.extend((name, text) for text in texts)
    return pairs


def part(name: str, value: JsonValue) -> str | None:
    """Return the parts of a multipart body for a field that is no file; lists give several."""
    parts = []
    for item in value if isinstance(value, list) else [value]:
        lines = [f'Content-Disposition: form-data; name="{name}"']
        text = _scalar(item)
        if text is None:
            if not isinstance(item, dict) or not item:
                return None
            lines.append("Content-Type: application/json")
            text = json_text(item)
        parts.append(_part(lines, text))
    return "".join(parts) if parts and _is_quotable(name) else None


def file_part(name: str, filename: str, media_type: str, content: str) -> str | None:
    """Return the part of a file."""
    disposition = f'Content-Disposition: form-data; name="{name}"; filename="{filename}"'
    text = _part([disposition, f"Content-Type: {media_type}"], content)
    return text if _is_quotable(name) else None


def _part(lines: list[str], text: str) -> str:
    head = "".join(f"{line}\r\n" for line in lines)
    return f"--{BOUNDARY}\r\n{head}\r\n{text}\r\n"


def _is_quotable(name: str) -> bool:
    return _FIELD_VALUE.match(name) is not None and not {'"', "\\"} & {*name}


def _content(parameter: Parameter, value: JsonValue) -> list[str] | None:
    if not is_json(parameter.content_type):
        return None
    return [f"{_escape(parameter.name)}={_escape(json_text(value))}"]


def _flat(
    value: list[JsonValue] | dict[str, JsonValue], parameter: Parameter, *, pair: str | None
) -> list[str] | None:
    """Return the texts of a list or object; members of an object are pairs, or alternate."""
    if isinstance(value, list):
        return _all(_encoded(item, parameter) for item in value)
    texts: list[str | None] = []
    for name, item in value.items():
        text = _encoded(item, parameter)
        if pair is None:
            texts += [_escape(name), text]
        else:
            texts.append(None if text is None else f"{_escape(name)}{pair}{text}")
    return _all(texts)


def _all(texts: Iterable[str | None]) -> list[str] | None:
    """Return the texts, or ``None`` if there is none for one of them."""
    found: list[str] = []
    for text in texts:
        if text is None:
            return None
        found.append(text)
    return found


def _encoded(value: JsonValue, parameter: Parameter) -> str | None:
    text = _scalar(value)
    if text is None or (parameter.allow_reserved and not _UNRESERVED.match(text)):
        return None
    return _escape(text)


def _scalar(value: JsonValue) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value or None
    return json.dumps(value) if isinstance(value, int | float) else None


def _escape(text: str) -> str:
    return quote(text, safe="")
