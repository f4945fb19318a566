"""What one record of a resource is called in messages."""

from __future__ import annotations

_SIBILANTS = ("ss", "tus", "rus", "nus", "lias", "x", "ch", "sh", "zz")
_ODD = {"children": "child", "cookies": "cookie", "movies": "movie", "people": "person"}


def noun_of(resource: str) -> str:
    """Return the last part of a resource's name in the singular: ``policy`` of ``teams.policies``."""
    *_, name = (part for part in resource.split(".") if not part.isdecimal())
    *before, last = name.replace("-", " ").split(" ")
    return " ".join((*before, _singular(last)))


def _singular(word: str) -> str:
    if found := _ODD.get(word.lower()):
        return found
    if word.endswith("ies") and word not in ("series", "species"):
        return f"{word[:-3]}y"
    if word.endswith("es") and word[:-2].endswith(_SIBILANTS):
        return word[:-2]
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "ies"))
    return word[:-1] if is_plural else word
