"""Answers that consist of a text: what an operation would stream is also told in one piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .schemas import items_pointer, plain, variants
from .streams_text import ANSWER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...server._runtime import Document
    from .samples import Sampler
    from .shaping import Shaper

TEXTS = ("content", "text", "outputtext", "completion", "message")
HOLDERS = ("message", "content", "choices", "candidates", "parts", "output", "outputs", "data")
_DEEPEST = 8
_MOST_VARIANTS = 16


class Speaker:
    """Puts a text into the place that an answer has for it."""

    def __init__(self, document: Document, sampler: Sampler, shaper: Shaper) -> None:
        self._document = document
        self._sampler = sampler
        self._shaper = shaper

    def spoken(
        self,
        pointer: str,
        body: Mapping[str, Any],
        text: str = ANSWER,
        *,
        anew: bool = False,
        texts: tuple[str, ...] = TEXTS,
    ) -> dict[str, Any] | None:
        """Return an object of a schema with a text in it; ``None`` where it has no place for one, or has one.

        Args:
            pointer: the schema.
            body: what is known of the object.
            text: what it is to say.
            anew: whether another text that it has is replaced.
            texts: plain names of the properties that may hold the text, the best first.
        """
        found = _Saying(self._document, self._sampler, self._shaper, text, texts, anew).told(
            pointer, body, 0
        )
        if found is None or found == body or not self._shaper.is_valid(found, pointer):
            return None
        return found


@dataclass(frozen=True, slots=True)
class _Saying:
    """One text on its way into an object."""

    document: Document
    sampler: Sampler
    shaper: Shaper
    text: str
    texts: tuple[str, ...]
    anew: bool

    def told(self, pointer: str, known: Any, depth: int) -> dict[str, Any] | None:
        if depth > _DEEPEST:
            return None
        for place in variants(self.document, pointer)[:_MOST_VARIANTS]:
            found = self.told(place, known, depth + 1)
            if found is not None:
                return found
        fields = self.shaper.fields(pointer)
        start = self._start(pointer, known)
        taking = (one for one in _named(fields, self.texts) if self._takes_text(fields[one]))
        name = next(taking, "")
        is_silent = self.anew or not start.get(name)
        found = {**start, **({name: self.text} if is_silent else {})} if name else None
        for holder in _named(fields, dict.fromkeys((*HOLDERS, *self.texts))):
            if holder == name:
                continue
            rows = items_pointer(self.document, fields[holder])
            old = start.get(holder)
            first = old[0] if isinstance(old, list) and old else old
            inner = self.told(rows or fields[holder], first, depth + 1)
            if inner is not None:
                return {**(found or start), holder: [inner] if rows else inner}
        return found

    def _takes_text(self, place: str) -> bool:
        return self.shaper.is_valid("a word", place)

    def _start(self, pointer: str, known: Any) -> dict[str, Any]:
        """Return what is known, if it is of the schema, else a sample of it."""
        if isinstance(known, dict) and self.shaper.is_valid(known, pointer):
            return known
        sample = self.sampler.sample(pointer, "said")
        return sample if isinstance(sample, dict) else {}


def _named(fields: dict[str, str], words: Iterable[str]) -> list[str]:
    by_plain = {plain(name): name for name in reversed(fields)}
    return [by_plain[word] for word in words if word in by_plain]
