"""Finds the operation of a request: a trie over path segments, concrete ones before templated ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import parse_qsl, quote, unquote, unquote_plus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Listed = Mapping[str, frozenset[str]]
    """The values that the schema of a placeholder lists, by its name."""

T = TypeVar("T")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_REMEMBERED = 1024  # paths that were found, with what they led to
_SIMPLE, _RESERVED = "([^/]+?)", "(.+?)"


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A target with the raw, still percent-encoded text of each placeholder.

    ``others`` are targets that the request could mean as well, by what the path says; ``standing``
    counts the conditions of the path that the request meets; ``is_alone``: neither was looked at.
    """

    target: T
    placeholders: dict[str, str]
    others: tuple[Found[T], ...] = ()
    standing: int = field(default=0, compare=False)
    is_alone: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class NotRouted:
    """No target: 405 when ``allow`` names other methods of the path, else 404."""

    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Conditions:
    """What a path says behind its ``?`` or ``#``.

    ``needed`` must be in the query or the headers; ``hints`` are names of a fragment, which is never
    sent; ``captures`` are query parameters with the placeholder that stands for their value.
    """

    needed: tuple[tuple[str, str], ...] = ()
    hints: tuple[str, ...] = ()
    captures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    """One operation at a leaf: what the request must hold, and the placeholders' names."""

    conditions: _Conditions
    names: tuple[str, ...]
    target: T
    listed: Callable[[], Listed]

    def lists(self, values: tuple[str, ...], hiding: tuple[str, ...]) -> bool:
        """Whether all values are listed that a more concrete path spells out (it has ``hiding``)."""
        listed, left = self.listed(), list(hiding)
        for name, value in zip(self.names, values, strict=True):
            if left and left[0] == value:
                left.pop(0)
            elif unquote(value) not in listed.get(name, ()):
                return False
        return True


@dataclass(frozen=True, slots=True)
class _Template(Generic[T]):
    """A templated segment; a reserved one (``{+path}``) takes slashes, so several segments."""

    pattern: re.Pattern[str]
    node: _Node[T]
    takes_slashes: bool


@dataclass(slots=True)
class _Node(Generic[T]):
    """A place in the trie.

    ``is_open``: it ends with a reserved placeholder, which takes the rest of any path; ``is_spelled``: it
    ends with a text of its own.
    """

    literals: dict[str, _Node[T]] = field(default_factory=dict)
    templates: dict[str, _Template[T]] = field(default_factory=dict)
    methods: dict[str, list[_Entry[T]]] = field(default_factory=dict)
    is_open: bool = False
    is_spelled: bool = False


class Router(Generic[T]):
    """Maps method and path to a target.

    Args:
        prefixes: paths of the server URLs; a request may come with or without one of them.
    """

    def __init__(self, prefixes: Sequence[str] = ()) -> None:
        self._root: _Node[T] = _Node()
        self._known: dict[tuple[str, str], Found[T]] = {}
        cleaned = {prefix.rstrip("/") for prefix in prefixes} - {""}
        self._prefixes = tuple(
            re.compile(_expression(prefix)[0] + r"(?=/|$)")
            for prefix in sorted(cleaned, key=len, reverse=True)
        )

    def add(self, method: str, path: str, target: T, listed: Callable[[], Listed] = dict) -> None:
        """Register ``target``; a query or fragment in ``path`` becomes a condition on the request.

        ``listed`` is asked only where the values that schemas list tell what a path means: where two
        placeholders touch, and where a more concrete path does not have the method.
        """
        plain, mark, rest = _split_path(path)
        conditions = _conditions(rest, is_fragment=mark == "#")
        self._insert(method, plain, conditions, target, listed)
        if mark:  # clients that take the whole text for a path escape the mark
            self._insert(method, path, _Conditions(), target, listed)

    def find(
        self,
        method: str,
        path: str,
        query: str = "",
        header: Callable[[str], str] | None = None,
    ) -> Found[T] | NotRouted:
        """Return the target of a request, whose ``path`` is still percent-encoded."""
        known = self._known.get((method, path))
        if known is not None:
            return known
        found = self._search(method, path, query, header)
        # Of all places, only a path that one target has to itself means the same whatever else is asked.
        if isinstance(found, Found) and found.is_alone:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[method, path] = found
        return found

    def _search(
        self, method: str, path: str, query: str, header: Callable[[str], str] | None
    ) -> Found[T] | NotRouted:
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
        self,
        method: str,
        path: str,
        conditions: _Conditions,
        target: T,
        listed: Callable[[], Listed],
    ) -> None:
        node = self._root
        names: list[str] = []
        for segment in _segments(path):
            if "{" in segment and _PLACEHOLDER.search(segment):
                expression, found = _expression(segment, listed() if "}{" in segment else {})
                names.extend(found)
                if expression not in node.templates:
                    pattern, inner = re.compile(expression), _Node[T]()
                    inner.is_open = expression.endswith(_RESERVED)
                    inner.is_spelled = not segment.endswith("}")
                    template = _Template(pattern, inner, _RESERVED in expression)
                    node.templates[expression] = template
                    node.templates = dict(sorted(node.templates.items(), key=_by_specificity))
                node = node.templates[expression].node
            else:
                node = node.literals.setdefault(unquote(segment), _Node(is_spelled=bool(segment)))
        entries = node.methods.setdefault(method, [])
        entries.append(_Entry(conditions, tuple(names), target, listed))

    def _find(
        self, method: str, path: str, query: str, header: Callable[[str], str] | None
    ) -> Found[T] | NotRouted:
        segments = _segments(path)
        toggled = segments[:-1] if segments and segments[-1] == "" else [*segments, ""]
        allow: dict[str, None] = {}
        hiding: tuple[str, ...] | None = None
        is_spelled = False
        for variant in (segments, toggled):
            for node, values in _walk(self._root, variant, 0, ()):
                wanted = "GET" if method == "HEAD" and "HEAD" not in node.methods else method
                entries = node.methods.get(wanted) or _in_other_case(node.methods, wanted)
                is_taken_in = is_spelled and node.is_open
                if hiding is not None and (is_taken_in or len(values) > len(hiding)):
                    # A more concrete path hides it (OpenAPI 3.1, Paths Object), unless it lists that path.
                    # A name such as `{+name}` takes in all others; one that ends in a word is no name.
                    if not any(entry.lists(values, hiding) for entry in entries or ()):
                        continue
                else:
                    hiding, is_spelled = values, is_spelled or node.is_spelled
                if entries is not None:
                    return _found(entries, values, query, header)
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


def _found(
    entries: list[_Entry[T]],
    values: tuple[str, ...],
    query: str,
    header: Callable[[str], str] | None,
) -> Found[T]:
    """Return the entries that the request may mean, the one that fits best with the others in it."""
    if len(entries) == 1 and not entries[0].conditions.captures:
        entry = entries[0]
        return Found(entry.target, dict(zip(entry.names, values, strict=True)), is_alone=True)
    raw = _raw_pairs(query)
    given = set(parse_qsl(query, keep_blank_values=True))
    names = {name for name, _ in given}

    def meets(name: str, value: str) -> bool:
        if (name, value) in given or (not value and name in names):
            return True
        return header is not None and bool(value) and header(name) == value

    ranked = []
    for entry in entries:
        wanted = entry.conditions
        met = sum(meets(*one) for one in wanted.needed)
        hinted = sum(name in names for name in wanted.hints)
        captured = sum(name in names for name, _ in wanted.captures)
        missing = len(wanted.needed) - met + len(wanted.captures) - captured
        ranked.append((missing, met + hinted, captured, entry))
    # Where none has all that its path asks for, the one that lacks least answers.
    least = min(missing for missing, _, _, _ in ranked)
    # A value that the path spells out says more than one that it leaves open.
    possible = sorted(
        (item for item in ranked if item[0] == least), key=lambda item: (-item[1], -item[2])
    )
    found = [
        Found(entry.target, _placeholders(entry, values, raw), (), 2 * met + captured)
        for _, met, captured, entry in possible
    ]
    return replace(found[0], others=tuple(found[1:]))


def _placeholders(entry: _Entry[T], values: tuple[str, ...], raw: dict[str, str]) -> dict[str, str]:
    captured = {
        placeholder: raw[name] for name, placeholder in entry.conditions.captures if name in raw
    }
    return {**dict(zip(entry.names, values, strict=True)), **captured}


def _raw_pairs(query: str) -> dict[str, str]:
    """Return the pairs of a query, the values still percent-encoded, as they are in a path."""
    pairs = (part.partition("=") for part in query.split("&"))
    return {unquote_plus(name): value.replace("+", "%20") for name, _, value in pairs if name}


def _split_path(path: str) -> tuple[str, str, str]:
    for mark in "?#":
        plain, found, rest = path.partition(mark)
        if found:
            return plain, found, rest
    return path, "", ""


def _conditions(rest: str, *, is_fragment: bool) -> _Conditions:
    query, _, fragment = ("", "", rest) if is_fragment else rest.partition("#")
    needed: list[tuple[str, str]] = []
    captures: list[tuple[str, str]] = []
    for name, value in parse_qsl(query, keep_blank_values=True):
        placeholder = _PLACEHOLDER.fullmatch(value)
        if placeholder:
            captures.append((name, placeholder[1]))
        elif "{" not in value:
            needed.append((name, value))
    named = parse_qsl(fragment, keep_blank_values=True)
    needed += [(name, value) for name, value in named if value and "{" not in value]
    hints = tuple(name for name, value in named if not value)
    return _Conditions(tuple(needed), hints, tuple(captures))


def _segments(path: str) -> list[str]:
    return path.split("/")[1:] if path.startswith("/") else path.split("/")


def _expression(segment: str, listed: Listed | None = None) -> tuple[str, list[str]]:
    """Return a regular expression for a templated segment, and the names in it."""
    parts = _PLACEHOLDER.split(segment)
    pieces = [
        re.escape(part) if index % 2 == 0 else _placeholder(part, listed or {})
        for index, part in enumerate(parts)
    ]
    return "".join(pieces), parts[1::2]


def _placeholder(name: str, listed: Listed) -> str:
    if name.startswith("+"):
        return _RESERVED
    spelled = {text for one in listed.get(name, ()) for text in (one, quote(one, safe=""))}
    values = sorted(spelled, key=lambda one: (-len(one), one))
    return f"({'|'.join(map(re.escape, values))})" if values else _SIMPLE


def _by_specificity(item: tuple[str, object]) -> tuple[int, int, int]:
    """Order templates: more literal text first, then more placeholders."""
    expression = item[0]
    simple, reserved = expression.count(_SIMPLE), expression.count(_RESERVED)
    variable = simple * len(_SIMPLE) + reserved * len(_RESERVED)
    return reserved, variable - len(expression), -simple


def _in_other_case(methods: dict[str, list[_Entry[T]]], wanted: str) -> list[_Entry[T]] | None:
    """Return the entries of a method that servers may have spelled in capitals, as ASGI asks of them."""
    return next((found for name, found in methods.items() if name.upper() == wanted.upper()), None)


def _with_implied(methods: dict[str, None]) -> tuple[str, ...]:
    if not methods:
        return ()
    implied = [name for name in ("HEAD",) if "GET" in methods and name not in methods]
    return (*methods, *implied, *(["OPTIONS"] if "OPTIONS" not in methods else []))
