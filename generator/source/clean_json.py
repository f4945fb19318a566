"""The quick way to read JSON to which nobody could object: two thirds of the time of `json_text`."""

from __future__ import annotations

import marshal
from typing import Any, Final

import jiter

# How the interpreter's own format writes infinity, after one byte that tells it is a float.
_INFINITIES: Final = (marshal.dumps(float("inf"))[1:], marshal.dumps(float("-inf"))[1:])


def read_clean_json(content: bytes) -> Any:
    """Parse JSON (RFC 8259) in UTF-8; ``None`` for what `json_text` had something to say about.

    That is what is no JSON, nests deeper than ``MAX_DEPTH``, or has raw control characters, duplicate keys,
    unpaired surrogates, or numbers that no double holds.
    """
    try:
        data = jiter.from_json(content, allow_inf_nan=False, catch_duplicate_keys=True)
    except ValueError:
        return None
    return None if _may_have_infinity(data) else data


def read_promising_json(content: bytes) -> Any:
    """Parse what looks like JSON as `read_clean_json` does, but without looking for what only that finds.

    That takes half the time. ``None`` for what is no clean JSON in any case; what is returned counts only
    once `read_clean_json` has had nothing to say, in another process perhaps.
    """
    try:
        return jiter.from_json(content, allow_inf_nan=False)
    except ValueError:
        return None


def _may_have_infinity(data: Any) -> bool:
    """Say whether a number was too large; false means for certain that none was.

    The parser makes infinity of those and says nothing. To look for it in a copy of the data that is
    made by the interpreter takes a third of the time of a walk.
    """
    copy = marshal.dumps(data)
    return any(infinity in copy for infinity in _INFINITIES)
