"""The serialization styles of parameters, read back (OpenAPI 3.1, Style Values; RFC 6570)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, unquote_plus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .coercion import Coercion

Pair = tuple[str, str]
"""A name and the raw value behind it, still percent-encoded."""

_DELIMITERS = {
    "form": re.compile(","),
    "spaceDelimited": re.compile(r"%20|\+| "),
    "pipeDelimited": re.compile(r"\||%7[Cc]"),
}
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_JSON_MARKS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{},]')


def split_pairs(text: str, separator: str = "&") -> list[Pair]:
    """Return the pairs of a query or form text: names decoded, values raw."""
    pairs: list[Pair] = []
    for part in text.split(separator):
        if part:
            name, _, value = part.partition("=")
            pairs.append((unquote_plus(name, errors="replace"), value))
    return pairs


def plain(text: str) -> str:
    """Decode one value of a query or form, where ``+`` is a space."""
    return unquote_plus(text, errors="replace")


def read_query(
    pairs: Sequence[Pair], name: str, style: str, explode: bool, coercion: Coercion
) -> Any:
    """Return the value of one query, cookie or form parameter.

    Raises:
        KeyError: if it is not there.
    """
    if style == "deepObject":
        return _read_deep(pairs, name, coercion)
    own = [value for key, value in pairs if key == name]
    if coercion.shape == "object" and explode and (not own or name in coercion.properties):
        return _read_exploded(pairs, coercion)
    if not own:
        if any(key.startswith(f"{name}[") for key, _ in pairs):
            return _read_deep(pairs, name, coercion)
        raise KeyError(name)
    if coercion.shape == "array":
        return _read_array(own, style, explode, coercion)
    # An object that is exploded never comes under its own name.
    if coercion.shape == "object" and not (explode and coercion.takes_scalars):
        return _from_list(_split(own[-1], style), coercion)
    if len(own) > 1:  # several values where one is wanted: the schema says what it thinks of that
        return [coercion.scalar(plain(value)) for value in own]
    return coercion.scalar(plain(own[0]))


def read_path(text: str, name: str, style: str, explode: bool, coercion: Coercion) -> Any:
    """Return the value of a path parameter from the raw text of its placeholder."""
    separator = ","
    if style == "label":
        text = text.removeprefix(".")
        separator = "." if explode else ","
    elif style == "matrix":
        return _read_matrix(text, name, explode, coercion)
    return _read_simple(text, separator, explode, coercion, unquote)


def read_header(text: str, explode: bool, coercion: Coercion) -> Any:
    """Return the value of a header; white space around list items does not count."""
    return _read_simple(text, ",", explode, coercion, str.strip)


def _read_simple(
    text: str, separator: str, explode: bool, coercion: Coercion, decode: Callable[[str], str]
) -> Any:
    if coercion.shape == "scalar":
        return coercion.scalar(decode(text))
    pieces = text.split(separator) if text else []
    if len(pieces) > 1 and separator == "," and coercion.nests:
        pieces = _outside_json(text)
    if coercion.shape == "array":
        return [coercion.items.scalar(decode(piece)) for piece in pieces]
    if explode:
        pairs = [piece.partition("=") for piece in pieces]
        return {
            decode(key): coercion.property(decode(key)).scalar(decode(value))
            for key, _, value in pairs
        }
    return _from_list([decode(piece) for piece in pieces], coercion)


def _outside_json(text: str) -> list[str]:
    """Split a text at commas, but not within the JSON text that an object or array in another is."""
    pieces: list[str] = []
    start = depth = 0
    for found in _JSON_MARKS.finditer(text):
        mark = found[0]
        if mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
        elif mark == "," and depth == 0:
            pieces.append(text[start : found.start()])
            start = found.end()
    return [*pieces, text[start:]] if depth == 0 else text.split(",")


def _read_matrix(text: str, name: str, explode: bool, coercion: Coercion) -> Any:
    parts = text.removeprefix(";").split(";")
    if coercion.shape == "object" and explode:
        return _read_simple(",".join(parts), ",", True, coercion, unquote)
    values = [part.partition("=")[2] if part.startswith(f"{name}=") else part for part in parts]
    if coercion.shape == "array" and explode:
        return [coercion.items.scalar(unquote(value)) for value in values]
    return _read_simple(values[0], ",", False, coercion, unquote)


def _read_array(own: list[str], style: str, explode: bool, coercion: Coercion) -> list[Any]:
    if explode or len(own) > 1:
        texts = [plain(value) for value in own]
    elif own[0] == "":
        texts = []
    else:
        texts = _split(own[0], style)
        # Many clients escape the commas too. Where an item cannot hold one, nothing else is meant.
        if len(texts) == 1 and "," in texts[0] and coercion.items.is_closed_text:
            texts = texts[0].split(",")
    return [coercion.items.scalar(text) for text in texts]


def _split(text: str, style: str) -> list[str]:
    delimiter = _DELIMITERS.get(style, _DELIMITERS["form"])
    return [plain(piece) for piece in delimiter.split(text)]


def _read_exploded(pairs: Sequence[Pair], coercion: Coercion) -> dict[str, Any]:
    """Read ``a=1&b=2`` as an object: its declared properties, or everything if it is a map."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key not in coercion.properties and not coercion.takes_others:
            continue
        inner = coercion.property(key)
        if inner.shape == "array":
            found.setdefault(key, []).append(inner.items.scalar(plain(value)))
        else:
            found[key] = inner.scalar(plain(value))
    if not found:
        raise KeyError
    return found


def _read_deep(pairs: Sequence[Pair], name: str, coercion: Coercion) -> Any:
    """Read ``name[a]=1&name[b][c]=2&name[d][]=3``, nested as deep as written."""
    root: dict[str, Any] = {}
    prefix = f"{name}["
    for key, value in pairs:
        if key.startswith(prefix):
            _put(root, _BRACKETS.findall(key[len(name) :]), plain(value))
    if not root:
        raise KeyError(name)
    return coercion.apply(_with_arrays(root, coercion))


def _put(node: dict[str, Any], keys: list[str], value: str) -> None:
    for key in keys[:-1]:
        inner = node.get(key or str(len(node)))
        if not isinstance(inner, dict):
            inner = node[key or str(len(node))] = {}
        node = inner
    last = keys[-1] if keys else ""
    if last == "":
        last = str(len(node))
    if last in node and isinstance(node[last], list):
        node[last].append(value)
    elif last in node and isinstance(node[last], str):
        node[last] = [node[last], value]
    else:
        node[last] = value


def _with_arrays(node: Any, coercion: Coercion) -> Any:
    """Turn ``{"0": a, "1": b}`` into a list where the schema has an array."""
    if isinstance(node, dict):
        if coercion.shape == "array" and all(key.isdigit() for key in node):
            return [_with_arrays(item, coercion.items) for item in node.values()]
        return {key: _with_arrays(item, coercion.property(key)) for key, item in node.items()}
    if isinstance(node, str) and coercion.shape == "array":
        return [node]
    if isinstance(node, list) and coercion.shape != "array":
        return node[-1]
    return node


def _from_list(pieces: list[str], coercion: Coercion) -> Any:
    """Read ``a,1,b,2`` as an object; a text of odd length is none and stays what it is."""
    if len(pieces) % 2:
        return ",".join(pieces)
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    return {key: coercion.property(key).scalar(value) for key, value in pairs}
