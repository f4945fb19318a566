"""Reads parameters and bodies off the wire as OpenAPI's styles describe them (3.1, 4.8.12).

It knows nothing of how the generated client writes them.
"""

from __future__ import annotations

import contextlib
import email
import email.policy
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, unquote_plus

from openapi_schemas import Schemas, View, escape

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MISSING = object()
_SEPARATORS = {"spaceDelimited": ("%20", "+", " "), "pipeDelimited": ("%7C", "%7c", "|")}
Pairs = list[tuple[str, str]]


class Reader:
    """Turns texts into the JSON values that schemas describe."""

    def __init__(self, schemas: Schemas, view: View = "readOnly") -> None:
        self._schemas = schemas
        self._view = view

    def scalar(self, text: str, pointer: str | None) -> Any:
        """Return the value a text stands for: a valid one, else by type, else the text."""
        if pointer is None:
            return text
        candidates = _candidates(text, self._schemas.types(pointer))
        for value in candidates:
            if self._schemas.is_valid(value, pointer, self._view):
                return value
        return candidates[0] if candidates else text

    def array(self, texts: list[str], pointer: str | None) -> list[Any]:
        """Return an array of the values that texts stand for."""
        return [
            self.scalar(
                text, pointer and self._schemas.child(pointer, f"prefixItems/{index}", "items")
            )
            for index, text in enumerate(texts)
        ]

    def member(self, pointer: str | None, name: str) -> str | None:
        """Return the schema of a property."""
        if pointer is None:
            return None
        return self._schemas.child(pointer, f"properties/{escape(name)}", "additionalProperties")

    def object(self, texts: Mapping[str, str], pointer: str | None) -> dict[str, Any]:
        """Return an object of the values that texts stand for."""
        return {name: self.scalar(text, self.member(pointer, name)) for name, text in texts.items()}

    def shape(self, pointer: str | None) -> str:
        """Say which of ``array``, ``object`` or ``scalar`` a schema describes."""
        types = self._schemas.types(pointer) if pointer else set()
        for kind in ("array", "object"):
            if kind in types and not types & {"string", "integer", "number", "boolean"}:
                return kind
        return "array" if "array" in types else "scalar"

    def delimited(self, raw: str, pointer: str | None, separators: tuple[str, ...]) -> Any:
        """Read one raw text: items or alternating names and values between separators."""
        shape = self.shape(pointer)
        if shape == "scalar":
            return self.scalar(unquote(raw), pointer)
        pieces = _split(raw, separators)
        if pointer and self._nests(pointer):
            pieces = _whole(pieces)
        if shape == "array":
            value = self.array(pieces, pointer)
            if pointer and not self._schemas.is_valid(value, pointer, self._view):
                other = self.scalar(unquote(raw), pointer)  # a union with a scalar in it
                return other if self._schemas.is_valid(other, pointer, self._view) else value
            return value
        return self.object(dict(zip(pieces[::2], pieces[1::2], strict=False)), pointer)

    def _nests(self, pointer: str) -> bool:
        """Say whether the items of an array are objects or arrays."""
        items = self._schemas.child(pointer, "items")
        return self.shape(items) != "scalar"

    def simple(self, raw: str, pointer: str | None, *, explode: bool) -> Any:
        """Read style ``simple``: ``a,b`` or, exploded objects, ``x=1,y=2``."""
        if explode and self.shape(pointer) == "object":
            return self.object(dict(_assignments(raw, ",")), pointer)
        return self.delimited(raw, pointer, (",",))

    def query(
        self,
        name: str,
        pointer: str | None,
        raw: Pairs,
        style: str,
        *,
        explode: bool,
        others: Collection[str] | None = None,
    ) -> Any:
        """Read a parameter of undecoded pairs of a query or form; ``MISSING`` if it is not there.

        ``others``: the names of other parameters, where what has no name may belong to a map.
        """
        if style == "deepObject" and (found := self._deep(name, pointer, raw)) is not MISSING:
            return found
        explode = explode or style == "deepObject"  # a scalar, for which that style has no form
        shape = self.shape(pointer)
        if explode and shape == "object":
            return MISSING if style == "deepObject" else self._exploded(pointer, raw, others)
        found = [value for key, value in raw if unquote_plus(key) == name]
        if not found:
            return MISSING
        if shape == "array" and (explode or len(found) > 1):
            texts_found = [unquote_plus(value) for value in found]
            value = self.array(texts_found, pointer)
            if len(found) == 1 and pointer and not self._schemas.is_valid(value, pointer):
                return self.scalar(texts_found[0], pointer)
            return value
        if shape == "scalar":
            return self.scalar(unquote_plus(found[0]), pointer)
        return self.delimited(found[0].replace("+", "%20"), pointer, _SEPARATORS.get(style, (",",)))

    def _exploded(self, pointer: str | None, raw: Pairs, others: Collection[str] | None) -> Any:
        """Read an object whose properties are pairs of their own."""
        is_map = others is not None and bool(pointer) and not self._schemas.names(str(pointer))
        texts: dict[str, list[str]] = {}
        for key, value in raw:
            texts.setdefault(unquote_plus(key), []).append(unquote_plus(value))
        known = {key: self._typed(texts[key], self.member(pointer, key)) for key in texts}
        own = {
            key: value
            for key, value in known.items()
            if (is_map and key not in (others or ())) or self._is_own(pointer, key)
        }
        return own or MISSING

    def _is_own(self, pointer: str | None, name: str) -> bool:
        return bool(pointer and self._schemas.child(pointer, f"properties/{escape(name)}"))

    def _deep(self, name: str, pointer: str | None, raw: Pairs) -> Any:
        tree: dict[str, Any] = {}
        for key, text in raw:
            plain = unquote_plus(key)
            if plain.startswith(f"{name}[") and plain.endswith("]"):
                tokens = plain[len(name) + 1 : -1].split("][")
                node = tree
                for token in tokens[:-1]:
                    node = node.setdefault(token, {})
                node.setdefault(tokens[-1], []).append(unquote_plus(text))
        return self._typed(tree, pointer) if tree else MISSING

    def _typed(self, node: Any, pointer: str | None) -> Any:
        if isinstance(node, dict):
            if pointer and self.shape(pointer) == "array":
                items = [node[key] for key in node]
                where = self._schemas.child(pointer, "items")
                return [self._typed(item, where) for item in items]
            return {
                key: self._typed(value, self.member(pointer, key)) for key, value in node.items()
            }
        if pointer and self.shape(pointer) == "array":
            return self.array(node, pointer)
        return self.scalar(node[0], pointer)

    def form(self, content: bytes, pointer: str | None, encoding: Mapping[str, Any]) -> Any:
        """Read ``application/x-www-form-urlencoded``."""
        raw = raw_pairs(content.decode())
        result: dict[str, Any] = {}
        for key, _ in raw:
            name = unquote_plus(key).partition("[")[0]
            if not (pointer and self._is_own(pointer, name)):
                name = unquote_plus(key)
            if name in result:
                continue
            how = encoding.get(name) or {}
            style, where = how.get("style", ""), self.member(pointer, name)
            if not style and self.shape(where) == "object":
                value = next(unquote_plus(text) for one, text in raw if unquote_plus(one) == name)
                result[name] = json.loads(value)
                continue
            style = style or "form"
            value = self.query(name, where, raw, style, explode=how.get("explode", style == "form"))
            result[name] = unquote_plus(dict(raw)[key]) if value is MISSING else value
        return result

    def multipart(self, content: bytes, content_type: str, pointer: str | None) -> Any:
        """Read ``multipart/form-data``."""
        head = f"Content-Type: {content_type}\r\n\r\n".encode()
        message = email.message_from_bytes(head + content, policy=email.policy.HTTP)
        found: dict[str, list[Any]] = {}
        for part in message.iter_parts():  # type: ignore[attr-defined]  # of the policy's message class
            name = str(part.get_param("name", header="content-disposition"))
            found.setdefault(name, []).append(part)
        result: dict[str, Any] = {}
        for name, parts in found.items():
            where = self.member(pointer, name)
            if self.shape(where) == "array" and (len(parts) > 1 or not _is_json(parts[0])):
                items = where and self._schemas.child(where, "items")
                result[name] = [self._part(part, items) for part in parts]
            else:
                result[name] = self._part(parts[0], where)
        return result

    def _part(self, part: Any, pointer: str | None) -> Any:
        data = part.get_payload(decode=True) or b""
        if _is_json(part):
            return json.loads(data)
        text = data.decode("utf-8", "replace")
        return text if part.get_filename() else self.scalar(text, pointer)


def raw_pairs(text: str) -> Pairs:
    """Return names and values of a query string, not decoded."""
    pairs = (piece.partition("=") for piece in text.split("&") if piece)
    return [(name, value) for name, _, value in pairs]


def cookies(header: str) -> Pairs:
    """Return names and values of a ``Cookie`` header."""
    return [(name.strip(), value) for name, value in _assignments(header, ";")]


def decoded(text: str) -> dict[str, str]:
    """Return the fields of a form."""
    return dict(parse_qsl(text, keep_blank_values=True))


def _assignments(text: str, separator: str) -> Pairs:
    pieces = (piece.partition("=") for piece in text.split(separator) if piece.strip())
    return [(unquote(name), unquote(value)) for name, _, value in pieces]


def _split(raw: str, separators: tuple[str, ...]) -> list[str]:
    for separator in separators[1:]:
        raw = raw.replace(separator, separators[0])
    return [unquote(piece) for piece in raw.split(separators[0])]


def _whole(pieces: list[str]) -> list[str]:
    """Put JSON texts together again that were split at commas of their own."""
    result: list[str] = []
    while pieces:
        for end in range(1, len(pieces) + 1):
            text = ",".join(pieces[:end])
            if not text.startswith(("{", "[")) or _is_json_text(text):
                break
        else:
            end = 1
        result.append(",".join(pieces[:end]))
        pieces = pieces[end:]
    return result


def _is_json_text(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _candidates(text: str, types: set[str]) -> list[Any]:
    found: list[Any] = []
    if "boolean" in types and text in {"true", "false"}:
        found.append(text == "true")
    if "null" in types and text in {"", "null"}:
        found.append(None)
    if types & {"integer", "number"}:
        for read in (int, float):
            try:
                found.append(read(text))
                break
            except ValueError:
                continue
    if types & {"object", "array"} and text[:1] in {"{", "["}:
        with contextlib.suppress(ValueError):
            found.append(json.loads(text))
    if not types:
        found += [text, *_candidates(text, {"boolean", "number"})]
    return [*found, text]


def _is_json(part: Any) -> bool:
    kind = part.get_content_type()
    return bool(kind == "application/json" or kind.endswith("+json"))
