"""Words to identifiers: splitting, casing, reserved words, collisions.

Python identifiers are made here and nowhere else. ``reserved.txt`` holds the words that cannot be
used in some position.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from functools import lru_cache
from pathlib import Path


def _read_reserved() -> dict[str, frozenset[str]]:
    """Read ``reserved.txt``: ``[section]`` lines, then words; ``#`` begins a comment."""
    sections: dict[str, set[str]] = {}
    current: set[str] = set()
    text = Path(__file__).with_name("reserved.txt").read_text(encoding="utf-8")
    for raw in text.splitlines():
        line = raw.partition("#")[0].strip()
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), set())
        else:
            current.update(line.split())
    return {section: frozenset(words) for section, words in sections.items()}


_RESERVED = _read_reserved()

# `match`, `case`, `type` and `_` are keywords only by position: good names.
KEYWORDS: frozenset[str] = frozenset(keyword.kwlist)
"""What can never be an identifier."""

FIELD_NAMES: frozenset[str] = KEYWORDS | _RESERVED["builtin-types"] | _RESERVED["model-attributes"]
"""What a field of a model cannot be called: attributes of the base class, types that annotations use."""

CLASS_NAMES: frozenset[str] = KEYWORDS | _RESERVED["class-names"]
"""What a model cannot be called: names that the modules of models import, and built-in classes."""

MODULE_NAMES: frozenset[str] = KEYWORDS | _RESERVED["module-names"]
"""What a module cannot be called: keywords and the device names of Windows."""

MODEL_MODULE_NAMES: frozenset[str] = MODULE_NAMES | _RESERVED["model-package"]
"""What a module of models cannot be called either: a module is a name of its package, once imported."""

MAX_LENGTH = 80
"""How long a name can be, so that it has room on a line of its own."""

_WORD = re.compile(
    r"""
    OAuth [0-9]*                         # one word, whatever its letters say
    | [A-Z]+ [0-9]* s (?![a-z])          # an acronym in the plural: IDs, URLs
    | [A-Z]+ (?![a-z]) [0-9]*            # an acronym: HTTP, but not the S of Server
    | [A-Z]? [a-z]+ [0-9]*               # Server, file2
    | [0-9]+ [a-z]*
    | [^\W_A-Za-z0-9]+                   # letters without case
    """,
    re.VERBOSE,
)
_ALPHANUMERIC = re.compile(r"[^\W_]")
_APOSTROPHE = re.compile("(?<=[A-Za-z])['\u2019](?=[a-z])")
# Signs that tell names apart and would otherwise vanish; elsewhere signs only separate words.
_SIGNS = {
    "+": "plus",
    "-": "minus",
    "*": "star",
    "@": "at",
    "$": "dollar",
    "#": "hash",
    "%": "percent",
    "&": "and",
    "<": "lt",
    ">": "gt",
    "=": "eq",
    "!": "not",
    "_": "underscore",
    ".": "dot",
    "/": "slash",
    "~": "tilde",
}
# What snake_case would leave as it is.
_SNAKE = re.compile(rf"(?!.{{{MAX_LENGTH + 1}}})[a-z]+(?:_[a-z]+)*\Z")


def _plain(text: str) -> str:
    """Return ``text`` without accents, in compatibility forms, and without what no identifier may hold."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    kept = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    folded = unicodedata.normalize("NFKC", kept)
    return "".join(
        character if character.isascii() or f"_{character}".isidentifier() else " "
        for character in folded
    )


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    plain = _APOSTROPHE.sub("", _plain(text))
    if not _ALPHANUMERIC.search(plain):
        return tuple(_SIGNS[character] for character in plain[:8] if character in _SIGNS)
    # A sign before the first letter tells "+1" and "-1" apart; inside a text signs are separators.
    head = plain.lstrip()
    signs = [_SIGNS[head[0]]] if head[:1] in {"+", "-"} and head[1:2].isdigit() else []
    found = (part for part in _split(plain) if part.isidentifier() or part[:1].isdigit())
    return (*signs, *(word.lower() for word in found))


def _split(text: str) -> list[str]:
    if text.islower() and text.isascii() and text.isalpha():
        return [text]
    if not text.isascii():
        # Cased letters beyond ASCII split like ASCII ones at lower-to-upper changes.
        text = "".join(
            (
                f" {character}"
                if index and character.isupper() and text[index - 1].islower()
                else character
            )
            for index, character in enumerate(text)
        )
        return [word for chunk in re.findall(r"[^\W_]+", text) for word in _split_mixed(chunk)]
    return _WORD.findall(text)


def _split_mixed(chunk: str) -> list[str]:
    return _WORD.findall(chunk) if chunk.isascii() else [chunk]


def words(text: str) -> list[str]:
    """Split a name into lower-case words: ``listFiles`` -> list, files; ``HTTPServer`` -> http, server.

    Everything that is no letter or digit separates; a text of signs only yields the names of the
    signs, and may yield nothing.
    """
    return list(_words(text))


@lru_cache(maxsize=65536)
def snake_case(text: str) -> str:
    """Return ``text`` in snake_case; may be empty or begin with a digit (see :func:`identifier`)."""
    return "_".join(_words(text))[:MAX_LENGTH].rstrip("_")


_ACRONYM = re.compile(r"[A-Z][A-Z0-9]+s?\Z")


@lru_cache(maxsize=65536)
def _capitalized(part: str, *, shouting: bool) -> str:
    """Return a word with a capital, an acronym as it is; nothing for what no identifier may hold."""
    if not part.isidentifier() and not part[:1].isdigit():
        return ""
    if _ACRONYM.match(part) and not shouting:
        return part
    return part[:1].upper() + part[1:].lower()


@lru_cache(maxsize=65536)
def pascal_case(text: str) -> str:
    """Return ``text`` in PascalCase; acronyms the author spelled so are kept (``HTTPServer``)."""
    plain = _APOSTROPHE.sub("", _plain(text))
    parts: list[str] = []
    originals = _split(plain)
    # Signs have names only where they stand before everything else.
    lowered = () if plain[:1].isalpha() else _words(text)
    signs = lowered[: len(lowered) - len(originals)] if len(lowered) > len(originals) else ()
    shouting = plain.isupper() and len(originals) > 1
    parts.extend(sign.capitalize() for sign in signs)
    for part in originals:
        if parts and part[:1].isdigit() and parts[-1][-1:].isdigit():
            parts.append(f"_{part}")
        else:
            parts.append(_capitalized(part, shouting=shouting))
    return "".join(parts)[:MAX_LENGTH].rstrip("_")


def identifier(text: str, *, reserved: frozenset[str] = KEYWORDS, fallback: str = "field") -> str:
    """Return ``text`` as a snake_case identifier that is not in ``reserved``; never empty.

    A reserved name gets ``_`` appended, one that begins with a digit (or has no letter at all)
    begins with ``fallback``.
    """
    name = text if _SNAKE.match(text) else snake_case(text)
    if not name:
        name = fallback
    elif not name.isidentifier():
        name = f"{fallback}_{name}"
        if not name.isidentifier():
            name = re.sub(r"\W", "_", name)
    return f"{name}_" if name in reserved else name


def class_identifier(
    text: str, *, reserved: frozenset[str] = CLASS_NAMES, caseless: bool = False
) -> str:
    """Return ``text`` as a PascalCase identifier that is not in ``reserved``; never empty.

    It begins with a capital; with ``caseless`` also with a letter that has no case, which a function
    could be called just as well.
    """
    name = pascal_case(text)
    if not name:
        name = "Unnamed"
    elif not name.isidentifier() or not (name[0].isupper() or (caseless and not name[0].islower())):
        name = re.sub(r"\W", "_", f"Model{name}")
    if name in reserved:
        return f"{name}Schema" if name.endswith("Model") else f"{name}Model"
    return name


_CLASS_LIKE = re.compile(r"[A-Z][A-Za-z0-9]*\Z")


def is_class_like(text: str) -> bool:
    """Tell whether ``text`` can be a class name as it stands."""
    return _CLASS_LIKE.match(text) is not None and len(text) <= MAX_LENGTH


def unique(name: str, taken: set[str]) -> str:
    """Return ``name``, numbered if it is in ``taken`` already, and add the result to ``taken``."""
    candidate = name
    number = 2
    while candidate in taken:
        separator = "_" if name[-1:].isdigit() or name.islower() else ""
        candidate = f"{name.rstrip('_')}{separator}{number}"
        number += 1
    taken.add(candidate)
    return candidate
