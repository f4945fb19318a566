"""What a path template says: its place, its segments, their words."""

from __future__ import annotations

import re
from functools import cache

from ..frozen import dataclass
from .words import split_words

# What stands before the first resource of a path and names none.
_PREFIX = re.compile(
    r"^(?:v\d+(?:[._-]?\d+)*(?:(?:alpha|beta|rc|preview)\d*)?|api|apis|rest|\d+(?:\.\d+)*)$",
    re.IGNORECASE,
)
_VERSION = re.compile(r"^v?\{[^{}]*version[^{}]*\}$", re.IGNORECASE)
_BEHIND = re.compile(r"[?#]")
_PARAMETER = re.compile(r"\{([^{}]*)\}")
_FORMAT = re.compile(r"(?<=.)[./](json|xml)$")
_SUFFIX = re.compile(r"\.(?:json|xml|\{format\}|\{_format\})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of a path: its words, and whether it is a parameter."""

    words: tuple[str, ...]
    is_parameter: bool


def path_segments(path: str) -> tuple[Segment, ...]:
    """Return the segments that mean something: no ``api``, no versions, no file extension.

    A segment with text and parameters (``{id}:cancel``, ``report-{day}``) gives one of each. What a
    path says behind ``?`` or ``#`` comes last: ``/queue?action=send`` is ``send`` of ``queue``.
    """
    plain, *behind = _BEHIND.split(path, maxsplit=1)
    plain = _SUFFIX.sub("", plain)
    segments: list[Segment] = []
    for text in plain.split("/"):
        in_prefix = all(one.is_parameter for one in segments)
        if in_prefix and (_PREFIX.match(text) or _VERSION.match(text)):
            continue
        segments.extend(_pieces(text))
    for text in re.split("[?#&]", behind[0]) if behind else ():
        value = text.partition("=")[2] or text
        if "{" not in value and not value.isdecimal():
            segments.extend(_pieces(value))
    return tuple(segments)


@cache
def _pieces(text: str) -> tuple[Segment, ...]:
    pieces: list[Segment] = []
    for at, piece in enumerate(_PARAMETER.split(text)):
        # `/users.list` is `list` of `users`.
        parts = map(split_words, [piece] if at % 2 else piece.split("."))
        pieces.extend(Segment(words, at % 2 == 1) for words in parts if words)
    return tuple(pieces)


@cache
def bare_path(path: str) -> str:
    """Return a path without query, fragment and the end that names a format: ``/{id}.json``."""
    return _FORMAT.sub("", path.partition("?")[0].partition("#")[0].rstrip("/"))


@cache
def nouns(path: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each segment of a path that has no parameter."""
    parts = bare_path(path).split("/")
    return tuple(split_words(part) for part in parts if part and "{" not in part)
