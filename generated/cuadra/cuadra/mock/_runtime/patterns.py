"""Texts that match a regular expression, for the constructs that APIs use."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

# The parser of `re` is not public but has kept its form since Python 3.3; where it does not understand
# a pattern (ECMA-262 has more), no text is made, and the result is always checked against the pattern.
_parser: Any = importlib.import_module("re._parser")
_MOST_REPEATS = 8
_WORDS = "abcdefghijklmnopqrstuvwxyz0123456789"
_CATEGORIES = {
    "CATEGORY_DIGIT": "0123456789",
    "CATEGORY_WORD": _WORDS,
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_DIGIT": "abcdef",
    "CATEGORY_NOT_SPACE": _WORDS,
    "CATEGORY_NOT_WORD": "-",
}


def match_pattern(pattern: str, random: Random, shortest: int = 0) -> str | None:
    """Return a text that matches, of at least ``shortest`` characters if possible; ``None`` for none."""
    python = re.sub(r"\(\?<([A-Za-z]\w*)>", r"(?P<\1>", pattern)
    python = re.sub(r"\\p\{[^}]*\}", "a", python)
    try:
        expression = re.compile(python)
        parsed = _parser.parse(python)
    except (re.error, RecursionError, OverflowError):
        return None
    for extra in (0, shortest, shortest * 2):
        text = _generate(parsed, random, extra)
        if len(text) >= shortest and expression.search(text):
            return text
    return None


def _generate(parsed: Any, random: Random, extra: int) -> str:
    return "".join(
        _piece(str(operation), argument, random, extra) for operation, argument in parsed
    )


def _piece(operation: str, argument: Any, random: Random, extra: int) -> str:
    match operation:
        case "LITERAL":
            return chr(argument)
        case "NOT_LITERAL":
            return "a" if argument != ord("a") else "b"
        case "ANY":
            return random.choice(_WORDS)
        case "IN":
            return _one_of(argument, random)
        case "BRANCH":
            return _generate(random.choice(argument[1]), random, extra)
        case "SUBPATTERN":
            return _generate(argument[3], random, extra)
        case "ATOMIC_GROUP":
            return _generate(argument, random, extra)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            low, high, inner = argument
            most = min(int(high), max(low, _MOST_REPEATS if extra == 0 else extra))
            count = random.randint(low, most) if extra == 0 else max(low, most)
            return "".join(_generate(inner, random, extra) for _ in range(count))
        case _:
            return ""  # positions and assertions hold by luck or not; the caller checks


def _one_of(members: Any, random: Random) -> str:
    negated = False
    choices: list[str] = []
    for operation, argument in members:
        match str(operation):
            case "NEGATE":
                negated = True
            case "LITERAL":
                choices.append(chr(argument))
            case "RANGE":
                low, high = argument
                choices.extend(chr(code) for code in range(low, min(high, low + 128) + 1))
            case "CATEGORY":
                choices.extend(_CATEGORIES.get(str(argument), "a"))
            case _:
                continue
    if negated:
        choices = [letter for letter in _WORDS + "-_ " if letter not in choices] or ["~"]
    return random.choice(choices) if choices else ""
