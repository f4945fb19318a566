"""Finds the operation of a request: a trie over path segments, concrete ones before templated ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import parse_qsl, unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_SIMPLE, _RESERVED = "([^/]+?)", "(.+?)"


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A target with the raw, still percent-encoded text of each placeholder."""

    target: T
    placeholders: dict[str, str]


@dataclass(frozen=True, slots=True)
class NotRouted:
    """No target: 405 when ``allow`` names other methods of the path, else 404."""

    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    """One operation at a leaf: what the query or headers must hold, and the placeholders' names."""

    conditions: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    target: T


@dataclass(frozen=True, slots=True)
class _Template(Generic[T]):
    """A templated segment; a reserved one (``{+path}``) takes slashes, so several segments."""

    pattern: re.Pattern[str]
    node: _Node[T]
    takes_slashes: bool


@dataclass(slots=True)
class _Node(Generic[T]):
    literals: dict[str, _Node[T]] = field(default_factory=dict)
    templates: dict[str, _Template[T]] = field(default_factory=dict)
    methods: dict[str, list[_Entry[T]]] = field(default_factory=dict)


class Router(Generic[T]):
    """Maps method and path to a target.

    Args:
        prefixes: paths of the server URLs; a request may come with or without one of them.
    """

    def __init__(self, prefixes: Sequence[str] = ()) -> None:
        self._root: _Node[T] = _Node()
        cleaned = {prefix.rstrip("/") for prefix in prefixes} - {""}
        self._prefixes = tuple(
            re.compile(_expression(prefix)[0] + r"(?=/|$)")
            for prefix in sorted(cleaned, key=len, reverse=True)
        )

    def add(self, method: str, path: str, target: T) -> None:
        """Register ``target``; a query or fragment in ``path`` becomes a condition on the request."""
        plain, mark, rest = _split_path(path)
        self._insert(method.upper(), plain, _conditions(rest), target)
        if mark:  # clients that take the whole text for a path escape the mark
            self._insert(method.upper(), path, (), target)

    def find(
        self,
        method: str,
        path: str,
        query: str = "",
        header: Callable[[str], str] | None = None,
    ) -> Found[T] | NotRouted:
        """Return the target of a request, whose ``path`` is still percent-encoded."""
        first = self._find(method, path, query, header)
        if isinstance(first, Found):
            return first
        for prefix in self._prefixes:
            match = prefix.match(path)
            if match:
                second = self._find(method, path[match.end() :] or "/", query, header)
                if isinstance(second, Found) or (second.allow and not first.allow):
                    return second
        return first

    def _insert(
        self, method: str, path: str, conditions: tuple[tuple[str, str], ...], target: T
    ) -> None:
        node = self._root
        names: list[str] = []
        for segment in _segments(path):
            if "{" in segment and _PLACEHOLDER.search(segment):
                expression, found = _expression(segment)
                names.extend(found)
                if expression not in node.templates:
                    pattern, inner = re.compile(expression), _Node[T]()
                    template = _Template(pattern, inner, _RESERVED in expression)
                    node.templates[expression] = template
                    node.templates = dict(sorted(node.templates.items(), key=_by_specificity))
                node = node.templates[expression].node
            else:
                node = node.literals.setdefault(unquote(segment), _Node())
        entries = node.methods.setdefault(method, [])
        entries.append(_Entry(conditions, tuple(names), target))
        entries.sort(key=lambda entry: -len(entry.conditions))

    def _find(
        self, method: str, path: str, query: str, header: Callable[[str], str] | None
    ) -> Found[T] | NotRouted:
        segments = _segments(path)
        toggled = segments[:-1] if segments and segments[-1] == "" else [*segments, ""]
        allow: dict[str, None] = {}
        fewest: int | None = None
        for variant in (segments, toggled):
            for node, values in _walk(self._root, variant, 0, ()):
                if fewest is not None and len(values) > fewest:
                    continue  # a more concrete path hides it (OpenAPI 3.1, Paths Object)
                fewest = len(values)
                wanted = "GET" if method == "HEAD" and "HEAD" not in node.methods else method
                entries = node.methods.get(wanted)
                if entries is not None:
                    entry = _choose(entries, query, header)
                    return Found(entry.target, dict(zip(entry.names, values, strict=True)))
                allow.update(dict.fromkeys(node.methods))
            if allow:
                break
        return NotRouted(_with_implied(allow))


def _walk(
    node: _Node[T], segments: list[str], index: int, values: tuple[str, ...]
) -> Iterator[tuple[_Node[T], tuple[str, ...]]]:
    if index == len(segments):
        if node.methods:
            yield node, values
        return
    segment = segments[index]
    literal = node.literals.get(segment if "%" not in segment else unquote(segment))
    if literal is not None:
        yield from _walk(literal, segments, index + 1, values)
    for template in node.templates.values():
        last = len(segments) if template.takes_slashes else index + 1
        for end in range(index + 1, last + 1):
            match = template.pattern.fullmatch("/".join(segments[index:end]))
            if match:
                yield from _walk(template.node, segments, end, values + match.groups())


def _choose(entries: list[_Entry[T]], query: str, header: Callable[[str], str] | None) -> _Entry[T]:
    """Return the entry whose conditions hold; the last, with the fewest, when none does."""
    if len(entries) == 1:
        return entries[0]
    given = set(parse_qsl(query, keep_blank_values=True))
    names = {name for name, _ in given}
    for entry in entries:
        if all(
            (name, value) in given
            or (not value and name in names)
            or (header is not None and value and header(name) == value)
            for name, value in entry.conditions
        ):
            return entry
    return entries[-1]


def _split_path(path: str) -> tuple[str, str, str]:
    for mark in "?#":
        plain, found, rest = path.partition(mark)
        if found:
            return plain, found, rest
    return path, "", ""


def _conditions(rest: str) -> tuple[tuple[str, str], ...]:
    pairs = parse_qsl(rest.replace("#", "&"), keep_blank_values=True)
    return tuple((name, value) for name, value in pairs if "{" not in value)


def _segments(path: str) -> list[str]:
    return path.split("/")[1:] if path.startswith("/") else path.split("/")


def _expression(segment: str) -> tuple[str, list[str]]:
    """Return a regular expression for a templated segment, and the names in it."""
    parts = _PLACEHOLDER.split(segment)
    pieces = [
        re.escape(part) if index % 2 == 0 else _RESERVED if part.startswith("+") else _SIMPLE
        for index, part in enumerate(parts)
    ]
    return "".join(pieces), parts[1::2]


def _by_specificity(item: tuple[str, object]) -> tuple[int, int, int]:
    """Order templates: more literal text first, then more placeholders."""
    expression = item[0]
    simple, reserved = expression.count(_SIMPLE), expression.count(_RESERVED)
    variable = simple * len(_SIMPLE) + reserved * len(_RESERVED)
    return reserved, variable - len(expression), -simple


def _with_implied(methods: dict[str, None]) -> tuple[str, ...]:
    if not methods:
        return ()
    implied = [name for name in ("HEAD",) if "GET" in methods and name not in methods]
    return (*methods, *implied, *(["OPTIONS"] if "OPTIONS" not in methods else []))
