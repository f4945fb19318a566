"""YAML text to JSON data, by the core schema of YAML 1.2 (section 10.3).

Values are built straight from libyaml's events: four times faster than PyYAML's constructors, and
nothing in a document can choose a Python type.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, Final

import yaml
from yaml import events

from ..diagnostics import Diagnostic, Location, Severity
from . import pointers
from .document import fault
from .limits import MAX_DEPTH, MAX_VALUES, too_deep

if TYPE_CHECKING:
    from ..diagnostics import Diagnostics

_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS: Final = {
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER: Final = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_TAG: Final = "tag:yaml.org,2002:"
_MERGE: Final = object()


def read_yaml(text: str, uri: str, diagnostics: Diagnostics) -> Any:
    """Parse the first YAML document of ``text``; all keys become strings as they are written.

    Merge keys (``<<``) are applied. Duplicate keys (the last wins), further documents and ``.nan``
    (null) are reported as warnings.

    Raises:
        SourceError: the text is broken, or its aliases expand beyond all measure.
    """
    try:
        return _Builder(uri, diagnostics).build(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(filter(None, (error.context, error.problem)))
        raise fault(
            uri,
            "broken-yaml",
            f"broken YAML: {problem}",
            "Correct the text at this place; often the indentation or a missing quote.",
            line=mark.line + 1 if mark else None,
            column=mark.column + 1 if mark else None,
        ) from None
    except yaml.YAMLError as error:
        raise fault(
            uri,
            "broken-yaml",
            f"broken YAML: {str(error).splitlines()[0]}",
            "Remove control characters; save the document as UTF-8.",
        ) from None


def event_parser(text: str) -> Any:
    """Return a parser whose ``get_event`` yields YAML events; libyaml's, where it was built in."""
    return yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)


class _Builder:
    """Builds one value from the event stream, without recursion."""

    def __init__(self, uri: str, diagnostics: Diagnostics) -> None:
        self._uri = uri
        self._diagnostics = diagnostics
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._values = 0
        self._unplaced: list[tuple[str, str, Location]] = []

    def build(self, text: str) -> Any:
        """Read the first document."""
        parser = event_parser(text)
        try:
            return self._document(parser)
        finally:
            parser.dispose()

    def _document(self, parser: Any) -> Any:
        next_event = parser.get_event
        # Per open container: the container, the key waiting for its value, its anchor, values before it.
        stack: list[tuple[Any, Any, str | None, int]] = []
        container: Any = None
        key: Any = None
        anchor: str | None = None
        before = 0
        result: Any = None
        while True:
            event = next_event()
            kind = type(event)
            if kind is events.ScalarEvent:
                self._values += 1
                if type(container) is dict and key is None:
                    key = _MERGE if _is_merge(event) else event.value
                    if key in container:
                        self._warn_duplicate(key, event)
                        self._place_warnings(stack, container, key)
                    continue
                value = self._scalar(event)
                if event.anchor:
                    self._anchors[event.anchor] = (value, 1)
                if self._unplaced:
                    self._place_warnings(stack, container, key)
            elif kind is events.MappingStartEvent or kind is events.SequenceStartEvent:
                self._values += 1
                stack.append((container, key, anchor, before))
                if len(stack) > MAX_DEPTH:  # At once: libyaml takes quadratic time to go on.
                    raise too_deep(self._uri)
                container = {} if kind is events.MappingStartEvent else []
                key, anchor, before = None, event.anchor, self._values
                continue
            elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
                value = container
                if type(value) is dict and _MERGE in value:
                    value = self._merged(value, event)
                if anchor:
                    self._anchors[anchor] = (value, self._values - before + 1)
                container, key, anchor, before = stack.pop()
                if self._unplaced:
                    self._place_warnings(stack, container, key)
            elif kind is events.AliasEvent:
                value = self._alias(event)
            elif kind is events.DocumentEndEvent:
                self._check_end(next_event())
                return result
            elif kind is events.StreamEndEvent:
                return None  # Nothing but comments.
            else:
                continue
            if type(container) is list:
                container.append(value)
            elif container is None:
                result = value
            elif key is None:
                key = value if isinstance(value, str) else self._complex_key(value, event)
                if key in container:
                    self._warn_duplicate(key, event)
                self._place_warnings(stack, container, key)
            else:
                container[key] = value
                key = None

    def _scalar(self, event: Any) -> Any:
        tag = event.tag
        if tag is not None and tag.startswith(_TAG):
            name = tag[len(_TAG) :]
            return str(event.value) if name == "str" else self._plain(event.value, event)
        if event.style or not event.implicit[0]:
            return event.value
        return self._plain(event.value, event)

    def _plain(self, text: str, event: Any) -> Any:
        if text in _NULLS:
            return None
        if text in _BOOLEANS:
            return _BOOLEANS[text]
        if text[0] not in "-+.0123456789":
            return text
        if _INTEGER.fullmatch(text):
            return self._integer(text)
        if _FLOAT.fullmatch(text):
            value = float(text)
            return text if math.isinf(value) else value
        if _NOT_FINITE.fullmatch(text):
            self._warn("not-a-json-number", f"{text} has no JSON value; null is used", event)
            return None
        return text

    def _integer(self, text: str) -> int | str:
        try:
            return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
        except ValueError:
            # Python refuses to convert integers of thousands of digits.
            return text

    def _alias(self, event: Any) -> Any:
        if event.anchor not in self._anchors:
            raise fault(
                self._uri,
                "broken-yaml",
                f"broken YAML: the alias *{event.anchor} stands inside its own anchor, or has none",
                "Use $ref for recursion.",
                line=event.start_mark.line + 1,
                column=event.start_mark.column + 1,
            )
        value, size = self._anchors[event.anchor]
        self._values += size
        if self._values > MAX_VALUES:
            raise fault(
                self._uri,
                "document-too-large",
                f"the YAML aliases expand to more than {MAX_VALUES:,} values",
                "Use $ref instead of aliases.",
                line=event.start_mark.line + 1,
                column=event.start_mark.column + 1,
            )
        return value

    def _merged(self, mapping: dict[Any, Any], event: Any) -> dict[str, Any]:
        """Apply the merge key: own keys first, then each source in order."""
        sources = mapping.pop(_MERGE)
        merged: dict[str, Any] = {}
        for source in reversed(sources if isinstance(sources, list) else [sources]):
            if isinstance(source, dict):
                merged.update(source)
            else:
                self._warn("broken-merge", "a merge key needs a mapping; it was ignored", event)
        merged.update(mapping)
        return merged

    def _complex_key(self, value: Any, event: Any) -> str:
        text = json.dumps(value)
        self._warn("complex-key", f"the key {text[:60]} is no string; its JSON text is used", event)
        return text

    def _warn_duplicate(self, key: Any, event: Any) -> None:
        name = "<<" if key is _MERGE else key
        self._warn("duplicate-key", f"the key {name!r} occurs twice; the last one is used", event)

    def _check_end(self, event: Any) -> None:
        if type(event) is not events.StreamEndEvent:
            self._warn(
                "several-documents", "only the first YAML document of the file is used", event
            )
            self._place_warnings([], None, None)

    def _warn(self, code: str, message: str, event: Any) -> None:
        mark = event.start_mark
        location = Location(self._uri, mark.line + 1, mark.column + 1)
        self._unplaced.append((code, message, location))

    def _place_warnings(
        self, stack: list[tuple[Any, Any, str | None, int]], container: Any, key: Any
    ) -> None:
        """Report what was found at ``key`` of ``container``, the innermost of those that are open."""
        ways = [(outer, its_key) for outer, its_key, _, _ in stack] + [(container, key)]
        pointer = pointers.from_keys(
            len(outer) if isinstance(outer, list) else "<<" if its_key is _MERGE else its_key
            for outer, its_key in ways
            if isinstance(outer, list) or its_key is not None
        )
        hint = "Correct the document; other tools may read it differently."
        for code, message, location in self._unplaced:
            found = Diagnostic(code, Severity.WARNING, pointer, message, hint, location)
            self._diagnostics.add(found)
        self._unplaced.clear()


def _is_merge(event: Any) -> bool:
    return event.value == "<<" and not event.style and event.tag is None
