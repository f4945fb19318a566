"""Regular expressions of other dialects than the one of the engine that judges by them."""

from __future__ import annotations

import re

import jsonschema_rs

# An escape, or what stands in brackets: there `-` behind a class is itself to most engines.
_SPELLED = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]", re.DOTALL)
_HYPHEN = re.compile(r"(\\[wWdDsS])-(?!\])")


def readable_pattern(pattern: str) -> str | None:
    """Return a pattern as the engine reads it, or nothing where it cannot.

    It lacks ``\\Z``, the end in Perl and Python, and wants ``-`` behind a class escaped.
    """
    for spelled in (pattern, _SPELLED.sub(_respelled, pattern)):
        try:
            jsonschema_rs.Draft202012Validator({"pattern": spelled})
        except (ValueError, jsonschema_rs.ReferencingError):
            continue
        return spelled
    return None


def _respelled(found: re.Match[str]) -> str:
    text = found[0]
    return _HYPHEN.sub(r"\1\\-", text) if text.startswith("[") else text.replace(r"\Z", r"\z")
