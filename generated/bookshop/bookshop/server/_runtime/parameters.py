"""Reads and judges the parameters of a request."""

from __future__ import annotations

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from .coercion import Coercion
from .exchange import Violation
from .json_text import parse_json
from .operations import is_json, media_range
from .styles import plain, read_header, read_path, read_query, split_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .document import Document
    from .exchange import Request
    from .operations import ParameterSpec
    from .validator import Validator

# OpenAPI 3.1, Parameter Object: header parameters of these names are ignored.
_NOT_PLUS = "%,!#$&'()*/:;=?@[]"
_FORM = "application/x-www-form-urlencoded"
_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
# Clients send these by themselves; another value than a document wants says nothing, as if not there.
_SENT_UNASKED = frozenset({"accept-encoding", "connection"})
_REMEMBERED = 1024  # paths of one operation whose values were found valid
_LASTING = (str, int, float)  # nobody who gets such a value can change it for the next one
_IN_QUERY = frozenset({"query", "querystring"})


@dataclass(frozen=True, slots=True)
class _Reader:
    """How a parameter is read; ``header`` is the name of the field in lower case, if it is one."""

    spec: ParameterSpec
    coercion: Coercion
    validator: Validator
    header: str


class ParameterReader:
    """Everything needed to read the parameters of one operation, prepared once."""

    def __init__(self, document: Document, specs: Sequence[ParameterSpec]) -> None:
        self._readers = tuple(
            _Reader(
                spec,
                Coercion(document, document.schema(spec.schema)),
                document.validator(spec.schema, "request"),
                spec.name.lower() if spec.location == "header" else "",
            )
            for spec in specs
            if not (spec.location == "header" and spec.name.lower() in _IGNORED_HEADERS)
        )
        locations = {reader.spec.location for reader in self._readers}
        self._uses_query = bool(locations & _IN_QUERY)
        self._uses_cookies = "cookie" in locations
        self._uses_path = "path" in locations
        # What there is to read where nothing stands in the query: many operations have many filters.
        self._without_query = tuple(
            reader
            for reader in self._readers
            if reader.spec.required or reader.spec.location not in _IN_QUERY
        )
        others = [one for one in self._without_query if one.spec.location != "path"]
        self._is_path_alone = all(one.header and not one.spec.required for one in others)
        self._optional_headers = frozenset(one.header for one in others if one.header)
        self._known: dict[tuple[str, ...], dict[str, Any]] = {}

    @property
    def demands(self) -> int:
        """How many of them must be there, or in the path must be more than any text."""
        return sum(
            reader.coercion.is_narrow if reader.spec.location == "path" else reader.spec.required
            for reader in self._readers
        )

    def read(
        self, request: Request, placeholders: Mapping[str, str]
    ) -> tuple[dict[str, Any], list[Violation]]:
        """Return the values that are there, by argument, and all violations."""
        text = request.query_string if self._uses_query else ""
        headers = self._optional_headers
        has_headers = headers and not headers.isdisjoint(request.headers.by_name)
        if text or has_headers or not self._is_path_alone:
            return self._read(request, placeholders, text)
        if not self._uses_path:
            return {}, []
        path = tuple(placeholders.values())
        known = self._known.get(path)
        if known is not None:
            return known.copy(), []
        values, violations = self._read(request, placeholders, text)
        if not violations and all(isinstance(value, _LASTING) for value in values.values()):
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[path] = values.copy()
        return values, violations

    def _read(
        self, request: Request, placeholders: Mapping[str, str], text: str
    ) -> tuple[dict[str, Any], list[Violation]]:
        values: dict[str, Any] = {}
        violations: list[Violation] = []
        query = split_pairs(text) if text else []
        cookies = _cookies(request) if self._uses_cookies else []
        fields = request.headers.by_name
        for reader in self._readers if text else self._without_query:
            spec = reader.spec
            if reader.header and reader.header not in fields:
                if spec.required:
                    violations.append(_missing(spec))
                continue
            try:
                value = _read(reader, request, placeholders, query, cookies)
            except KeyError:
                if spec.required:
                    violations.append(_missing(spec))
                continue
            except ValueError as error:
                violations.append(Violation((spec.location, spec.name), str(error), "malformed"))
                continue
            if not reader.validator.is_valid(value):
                found = reader.validator.violations(value, spec.location, spec.name)
                # Where a text or several are allowed, one looks like a list of one.
                if found and _is_alone(value) and reader.validator.is_valid(value[0]):
                    value = value[0]
                elif found:
                    if not (_is_left_empty(spec, value) or _is_sent_unasked(spec, fields)):
                        violations.extend(found)
                    continue
            values[spec.argument] = value
        return values, violations


def _is_left_empty(spec: ParameterSpec, value: Any) -> bool:
    """Whether a parameter came without a value where that is allowed (``allowEmptyValue``), as if not there."""
    return spec.allows_empty and not spec.required and value in ("", [""])


def _is_sent_unasked(spec: ParameterSpec, fields: Mapping[str, str]) -> bool:
    """Whether a field is one that clients send by themselves, as they send it.

    That is a product with its version, or languages by preference (RFC 9110, sections 10.1.5 and 12.5.4). One
    language is what somebody chose.
    """
    header = spec.name.lower() if spec.location == "header" and not spec.required else ""
    match header:
        case "accept-language":
            return fields[header] == "*" or ";q=" in fields[header]
        case "user-agent":
            return "/" in fields[header]
        case _:
            return header in _SENT_UNASKED


def _is_alone(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 1


def _read(
    reader: _Reader,
    request: Request,
    placeholders: Mapping[str, str],
    query: list[tuple[str, str]],
    cookies: list[tuple[str, str]],
) -> Any:
    spec = reader.spec
    if spec.location == "querystring" and media_range(spec.content) in ("", _FORM):
        return read_query(query, "", "form", True, reader.coercion)
    if spec.content:
        return _read_content(spec, _raw_text(spec, request, placeholders, query, cookies))
    match spec.location:
        case "path":
            text = placeholders[spec.name]
            return read_path(text, spec.name, spec.style, spec.explode, reader.coercion)
        case "query":
            return read_query(query, spec.name, spec.style, spec.explode, reader.coercion)
        case "header":
            return read_header(request.headers.get(spec.name), spec.explode, reader.coercion)
        case _:
            # OpenAPI 3.2: in the style `cookie` nothing is percent-encoded, nor a plus a space in any.
            escaped = "" if spec.style == "cookie" else _NOT_PLUS
            pairs = [(name, quote(value, safe=escaped)) for name, value in cookies]
            return read_query(pairs, spec.name, "form", spec.explode, reader.coercion)


def _raw_text(
    spec: ParameterSpec,
    request: Request,
    placeholders: Mapping[str, str],
    query: list[tuple[str, str]],
    cookies: list[tuple[str, str]],
) -> str:
    match spec.location:
        case "path":
            return plain(placeholders[spec.name].replace("+", "%2B"))
        case "header":
            return request.headers.get(spec.name)
        case "querystring":
            if not request.query_string:
                raise KeyError(spec.name)
            return plain(request.query_string)
        case location:
            if location == "cookie":
                return unquote(dict(cookies)[spec.name], errors="replace")
            return plain(dict(query)[spec.name])


def _read_content(spec: ParameterSpec, text: str) -> Any:
    return parse_json(text) if is_json(spec.content) else text


def _missing(spec: ParameterSpec) -> Violation:
    return Violation((spec.location, spec.name), f"{spec.name} is required", "missing")


def _cookies(request: Request) -> list[tuple[str, str]]:
    """Return the cookies (RFC 6265, section 4.2.1): pairs parted by semicolons."""
    text = request.headers.get("cookie")
    pairs = [part.strip().partition("=") for part in text.split(";")]
    return [(name, _unquoted(value)) for name, _, value in pairs if name]


def _unquoted(value: str) -> str:
    if not value.startswith('"'):
        return value
    try:
        return SimpleCookie(f"x={value}")["x"].value
    except (CookieError, KeyError):
        return value
