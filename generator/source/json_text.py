"""JSON text to data, with what a strict reader would object to reported as warnings."""

from __future__ import annotations

import json
import math
import re
import sys
from typing import TYPE_CHECKING, Any

from ..diagnostics import Diagnostic, Location, Severity
from .json_duplicates import find_duplicate_keys
from .limits import too_deep

if TYPE_CHECKING:
    from ..diagnostics import Diagnostics

_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}$")


def read_json(text: str, uri: str, diagnostics: Diagnostics) -> Any:
    """Parse JSON (RFC 8259); raw control characters in strings are allowed.

    The last of duplicate keys wins, ``NaN`` and ``Infinity`` become null, unpaired surrogates become
    U+FFFD: each with a warning.

    Raises:
        json.JSONDecodeError: the text is not JSON.
        SourceError: it nests too deeply.
    """
    reader = _Reader(text, uri, diagnostics)
    if "\\ud" in text or "\\uD" in text:
        text = reader.without_lone_surrogates()
    decoder = json.JSONDecoder(
        object_pairs_hook=reader.members,
        parse_float=reader.number,
        parse_constant=reader.constant,
        strict=False,
    )
    try:
        return decoder.decode(text)
    except RecursionError:
        raise too_deep(uri) from None
    except json.JSONDecodeError:
        raise
    except ValueError:
        # Python refuses to convert integers of thousands of digits.
        decoder = json.JSONDecoder(
            object_pairs_hook=reader.members,
            parse_float=reader.number,
            parse_int=reader.integer,
            parse_constant=reader.constant,
            strict=False,
        )
        return decoder.decode(text)


class _Reader:
    """The decoder's hooks."""

    def __init__(self, text: str, uri: str, diagnostics: Diagnostics) -> None:
        self._text = text
        self._uri = uri
        self._diagnostics = diagnostics
        self._has_duplicates = False

    def members(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """Make an object; equal lengths prove that no key came twice."""
        members = dict(pairs)
        if len(members) != len(pairs):
            self._report_duplicates()
        return members

    def number(self, literal: str) -> float:
        """Make a number that fits a double."""
        value = float(literal)
        if math.isinf(value):
            self._warn("number-too-large", f"{literal[:40]} exceeds a double; the largest is used")
            return math.copysign(sys.float_info.max, value)
        return value

    def integer(self, literal: str) -> int | float:
        """Make an integer, or a number where Python refuses to read that many digits."""
        try:
            return int(literal)
        except ValueError:
            return self.number(literal)

    def constant(self, literal: str) -> None:
        """Replace what JSON has no word for."""
        self._warn("not-a-json-number", f"{literal} is not a JSON value; null is used instead")

    def without_lone_surrogates(self) -> str:
        """Return the text with each unpaired surrogate escape replaced (RFC 8259 section 8.2)."""
        return _ESCAPE.sub(self._pair_or_replacement, self._text)

    def _pair_or_replacement(self, match: re.Match[str]) -> str:
        escape = match[0]
        if len(escape) == 6 and _SURROGATE.match(escape):
            self._warn(
                "lone-surrogate",
                f"{escape} is half a character; U+FFFD is used instead",
                match.start(),
            )
            return "\\ufffd"
        return escape

    def _report_duplicates(self) -> None:
        """Find all duplicate keys once, in a second and slower reading."""
        if not self._has_duplicates:
            self._has_duplicates = True
            for pointer, key, offset in find_duplicate_keys(self._text):
                message = f"the key {key!r} occurs twice; the last one is used"
                self._warn("duplicate-key", message, offset, pointer)

    def _warn(self, code: str, message: str, offset: int | None = None, pointer: str = "#") -> None:
        location = Location(self._uri)
        if offset is not None:
            line = self._text.count("\n", 0, offset) + 1
            location = Location(self._uri, line, offset - self._text.rfind("\n", 0, offset))
        hint = "Correct the document; other tools may read it differently."
        self._diagnostics.add(Diagnostic(code, Severity.WARNING, pointer, message, hint, location))
