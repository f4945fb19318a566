"""Texts for examples that look like what a field's name, format or pattern asks for."""

from __future__ import annotations

import importlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ...analyze.words import split_words

if TYPE_CHECKING:
    from ...ir.schemas import StringConstraints

_UUID = "550e8400-e29b-41d4-a716-446655440000"
_MOMENT = "2025-01-06T09:00:00Z"
_FORMATS = {
    "date-time": _MOMENT,
    "date": _MOMENT[:10],
    "time": "09:00:00Z",
    "duration": "PT15M",
    "uuid": _UUID,
    "guid": _UUID,
    "email": "ada@example.com",
    "idn-email": "ada@example.com",
    "hostname": "atlas.example.com",
    "idn-hostname": "atlas.example.com",
    "ipv4": "192.0.2.10",
    "ipv6": "2001:db8::10",
    "uri": "https://example.com/atlas",
    "url": "https://example.com/atlas",
    "iri": "https://example.com/atlas",
    "uri-reference": "/atlas",
    "iri-reference": "/atlas",
    "uri-template": "/atlas/{id}",
    "json-pointer": "/atlas",
    "relative-json-pointer": "0",
    "regex": "^atlas$",
    "byte": "aGVsbG8=",
    "base64": "aGVsbG8=",
    "base64url": "aGVsbG8=",
    "int64": "1",
    "int32": "1",
}


def _same(text: str, names: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), text)


# By the last word of a name.
_WORDS = {
    **_same("Hello!", "message content text body comment note prompt input"),
    **_same("A short description.", "description summary details about bio"),
    **_same("Atlas", "name title label subject topic"),
    **_same("ada@example.com", "email mail"),
    **_same("https://example.com/atlas", "url uri href link website webhook callback"),
    **_same("ada", "username login owner user author assignee org organization account handle"),
    **_same("atlas", "repo repository project slug query q search term keyword"),
    **_same("main", "branch ref base head"),
    **_same("docs/guide.md", "path"),
    **_same("6dcb09b5b57875f334f61aebed695e2e4193db5e", "sha commit"),
    **_same("report.pdf", "filename file"),
    **_same("v1.0.0", "tag release"),
    **_same("1.0.0", "version"),
    **_same("en", "language lang locale"),
    **_same("USD", "currency"),
    **_same("PT", "country"),
    **_same("Lisbon", "city"),
    **_same("UTC", "timezone tz"),
    **_same("2f6f4f", "color colour"),
    **_same("+351210000000", "phone mobile fax"),
    **_same("correct horse battery staple", "password passphrase"),
    **_same("text/plain", "mimetype"),
    **_same(_MOMENT, "at timestamp"),
    **_same("2025-01-06", "date day"),
    **_same("192.0.2.10", "ip"),
    **_same("active", "status state"),
    **_same("user", "role"),
    **_same("Be brief.", "instructions instruction"),
    **_same("default", "type kind category mode group"),
}
_MADE_OF_TWO = {"first name": "Ada", "last name": "Lovelace", "file name": "report.pdf"}
_IDS = frozenset({"id", "ids", "uid", "key", "token", "code", "secret", "cursor"})


def text_for(name: str, format_name: str, limits: StringConstraints, *, stem: str = "") -> str:
    """Return a text for a field.

    It is made for the field's name, but for that of its format, if there is one, or for its pattern.
    ``stem`` is what an ``id`` without any other word identifies (``pet``).
    """
    text = _FORMATS.get(format_name.lower(), "")
    if not text and limits.pattern is not None:
        text = matching(limits.pattern, limits.min_length or 0) or ""
        return text or _by_name(name, stem)
    text = text or _by_name(name, stem)
    if limits.min_length and len(text) < limits.min_length:
        text = (text * (min(limits.min_length, 4096) // max(len(text), 1) + 1))[: limits.min_length]
    return text[: limits.max_length] if limits.max_length else text


@lru_cache(maxsize=4096)
def _by_name(name: str, stem: str) -> str:
    words = split_words(name)
    if not words:
        return "text"
    last = words[-1]
    pair = " ".join(words[-2:])
    if pair in _MADE_OF_TWO:
        return _MADE_OF_TWO[pair]
    if last in _IDS:
        subject = words[-2] if len(words) > 1 else stem if last == "id" else last
        return f"{subject}_123" if subject else "123"
    if last in _WORDS:
        return _WORDS[last]
    if last.endswith("s") and last[:-1] in _WORDS:
        return _WORDS[last[:-1]]
    return last if len(last) > 1 else "text"


# Patterns

# The parser of `re` is not public but has kept its form since Python 3.3. A pattern that it does not
# understand (ECMA-262 has more) gives no text. No pattern of a document is ever run here: one that
# backtracks could take for ever.
_parser: Any = importlib.import_module("re._parser")
_CATEGORIES = {
    "CATEGORY_DIGIT": "1",
    "CATEGORY_WORD": "a",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_NOT_WORD": "-",
}
_LONGEST = 512


@lru_cache(maxsize=4096)
def matching(pattern: str, shortest: int = 0) -> str | None:
    """Return a text that a regular expression should match, ``None`` where none could be made."""
    python = re.sub(r"\(\?<([A-Za-z]\w*)>", r"(?P<\1>", pattern)
    python = re.sub(r"\\p\{[^}]*\}", "a", python)
    try:
        text = _text_of(_parser.parse(python), shortest)
    except (re.error, RecursionError, OverflowError):
        return None
    return text if 0 < len(text) <= _LONGEST else None


def _text_of(parsed: Any, shortest: int) -> str:
    text = ""
    for operation, argument in parsed:
        text += _piece(str(operation), argument, shortest)
        if len(text) > _LONGEST:
            raise OverflowError
    return text


def _piece(operation: str, argument: Any, shortest: int) -> str:
    match operation:
        case "LITERAL":
            return chr(argument)
        case "NOT_LITERAL":
            return "a" if argument != ord("a") else "b"
        case "ANY":
            return "a"
        case "IN":
            return _member(argument)
        case "BRANCH":
            return _text_of(argument[1][0], shortest)
        case "SUBPATTERN":
            return _text_of(argument[-1], shortest)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = argument
            times = min(int(most), max(int(least), shortest or 1, 1), _LONGEST)
            # What may be left out altogether, is.
            return _text_of(inner, 0) * (times if least or int(most) > 1 else 0)
        case _:
            return ""


def _member(choices: Any) -> str:
    """Return one character of a class: a letter before a digit before anything else."""
    if choices and str(choices[0][0]) == "NEGATE":
        refused = {argument for kind, argument in choices if str(kind) == "LITERAL"}
        return next(letter for letter in "abcdefgh1-_" if ord(letter) not in refused)
    found = []
    for kind, argument in choices:
        match str(kind):
            case "LITERAL":
                found.append(chr(argument))
            case "RANGE":
                found.append(chr(argument[0]))
            case _:
                found.append(_CATEGORIES.get(str(argument), "a"))
    return min(found, key=lambda one: (not one.islower(), not one.isalpha(), not one.isdigit()))
