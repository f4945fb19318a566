"""Where in a text a JSON pointer points, found only when somebody asks."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from ..diagnostics import Location

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from .document import Document

    # Key -> line, column, and the members of the value.
    _Members: TypeAlias = dict[str, tuple[int, int, "_Members"]]

_SPACE: Final = re.compile(r"[ \t\n\r\ufeff]*")
_BLOCK: Final = 1 << 16
# Values are only skipped; as floats, no integer has too many digits to be read.
_DECODER: Final = json.JSONDecoder(strict=False, parse_int=float)


class Positions:
    """Finds lines and columns in one document; what was found is kept."""

    def __init__(self, document: Document) -> None:
        self._uri = document.uri
        is_json = document.format == "json"
        self._places = _JsonOffsets(document.text) if is_json else _YamlMarks(document.text)

    def locate(self, keys: tuple[str, ...]) -> Location:
        """Return the place of the value at ``keys``, or of the nearest value around it."""
        line, column = self._places.place(keys)
        return Location(self._uri, line, column)


class _JsonOffsets:
    """Navigates JSON text; json's C scanner skips the values that lie before the one looked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        start = self._space(0)
        # Where each container's members begin, for containers that were read through.
        self._members: dict[int, dict[str, tuple[int, int]]] = {}
        self._start = start
        self._line_counts = [0]

    def place(self, keys: tuple[str, ...]) -> tuple[int, int]:
        """Return line and column of the member (its key, in an object) that ``keys`` lead to."""
        shown = value = self._start
        for key in keys:
            members = self._read(value)
            if key not in members:
                break
            shown, value = members[key]
        return self._line(shown), shown - self._text.rfind("\n", 0, shown)

    def _line(self, offset: int) -> int:
        """Count lines up to an offset; whole blocks are counted only once."""
        block, counts = offset // _BLOCK, self._line_counts
        while len(counts) <= block:
            start = (len(counts) - 1) * _BLOCK
            counts.append(counts[-1] + self._text.count("\n", start, start + _BLOCK))
        return counts[block] + self._text.count("\n", block * _BLOCK, offset) + 1

    def _read(self, start: int) -> dict[str, tuple[int, int]]:
        if start not in self._members:
            opening = self._text[start]
            if opening == "{":
                self._members[start] = self._object(start)
            elif opening == "[":
                self._members[start] = self._array(start)
            else:
                return {}
        return self._members[start]

    def _object(self, start: int) -> dict[str, tuple[int, int]]:
        members: dict[str, tuple[int, int]] = {}
        position = self._space(start + 1)
        while self._text[position] == '"':
            key, end = json.decoder.scanstring(self._text, position + 1, False)  # type: ignore[attr-defined]
            value = self._space(self._space(end) + 1)
            members[key] = (position, value)
            position = self._next(value)
        return members

    def _array(self, start: int) -> dict[str, tuple[int, int]]:
        members: dict[str, tuple[int, int]] = {}
        position = self._space(start + 1)
        while self._text[position] != "]":
            members[str(len(members))] = (position, position)
            position = self._next(position)
        return members

    def _next(self, value: int) -> int:
        _, end = _DECODER.raw_decode(self._text, value)
        end = self._space(end)
        return self._space(end + 1) if self._text[end] == "," else end

    def _space(self, position: int) -> int:
        match = _SPACE.match(self._text, position)
        return match.end() if match else position


class _YamlMarks:
    """The places of all nodes of a YAML document, read from its events in one pass."""

    def __init__(self, text: str) -> None:
        self._anchors: dict[str, _Members] = {}
        self._root: _Members = {}
        from .yaml_text import event_parser  # PyYAML: not imported for JSON

        parser = event_parser(text)
        try:
            self._read(parser.get_event)
        finally:
            parser.dispose()

    def place(self, keys: tuple[str, ...]) -> tuple[int, int]:
        """Return line and column of the member (its key, in a mapping) that ``keys`` lead to."""
        line, column, members = 1, 1, self._root
        for key in keys:
            found = _member(members, key)
            if found is None:
                break
            line, column, members = found
        return line, column

    def _read(self, next_event: Callable[[], Any]) -> None:
        """Fill ``_root`` with the first document, as the loader reads it."""
        from yaml import events

        stack: list[tuple[_Members, bool, Any]] = []
        members: _Members = {}
        is_mapping, key = False, None
        while True:
            event = next_event()
            kind = type(event)
            if kind is events.MappingStartEvent or kind is events.SequenceStartEvent:
                stack.append((members, is_mapping, key))
                inner: _Members = {}
                if len(stack) == 1:
                    self._root = inner
                elif is_mapping and key is not None:
                    members[key[0]] = (key[1], key[2], inner)
                    stack[-1] = (members, is_mapping, None)
                elif not is_mapping:
                    mark = event.start_mark
                    members[str(len(members))] = (mark.line + 1, mark.column + 1, inner)
                if event.anchor:
                    self._anchors[event.anchor] = inner
                members, is_mapping, key = inner, kind is events.MappingStartEvent, None
            elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
                members, is_mapping, key = stack.pop()
            elif kind is events.ScalarEvent or kind is events.AliasEvent:
                mark = event.start_mark
                if is_mapping and key is None and kind is events.ScalarEvent:
                    key = (event.value, mark.line + 1, mark.column + 1)
                    continue
                inner = self._anchors.get(event.anchor, {}) if kind is events.AliasEvent else {}
                if is_mapping and key is not None:
                    members[key[0]] = (key[1], key[2], inner)
                    key = None
                else:
                    members[str(len(members))] = (mark.line + 1, mark.column + 1, inner)
            elif kind is events.DocumentEndEvent or kind is events.StreamEndEvent:
                return


def _member(members: _Members, key: str) -> tuple[int, int, _Members] | None:
    """Return a member, also one that comes through a merge key."""
    if key in members or "<<" not in members:
        return members.get(key)
    merged = members["<<"][2]
    if key in merged:
        return merged[key]
    return next((one[2][key] for one in merged.values() if key in one[2]), None)
