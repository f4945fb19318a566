"""Words that an operation id writes in one: ``Getinputtokencounts`` is ``get input token counts``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..ir.schemas import SchemaRef
from .responses import successes
from .words import PREPOSITIONS, VERBS, singular, split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..ir.operations import Operation

Words = tuple[str, ...]

_CHUNK = re.compile(r"[^\W_]+")
# Shorter words may be anything: `filename`, `webhook`.
_LONG = 10
_ARTICLES = frozenset({"a", "an", "the"})
_GRAMMAR = PREPOSITIONS | _ARTICLES | {"by", "id", "ids"}
_READ = 300


def broken_words(text: str, operation: Operation) -> Words:
    """Return the words of a part of an id, divided where only this operation's own words tell how.

    Its path, tags, summary and the names of its schemas are what an author writes the words of an id
    from. A run of letters is divided only if it consists of such words, verbs and prepositions and
    nothing else; articles in it are dropped. All other parts are read as they are spelt.
    """
    words = split_words(text)
    if all(len(word) < _LONG or word in VERBS for word in words) or not text.isascii():
        return words
    near = _words((operation.path,))  # which tells most of them, before the lexicon is made
    if all(len(word) < _LONG or word in near or word in VERBS for word in words):
        return words
    lexicon = _lexicon(operation)
    if all(len(word) < _LONG or word in lexicon for word in words):
        return words
    return tuple(word for chunk in _CHUNK.findall(text) for word in _divide(chunk, lexicon))


def _divide(chunk: str, lexicon: frozenset[str]) -> Words:
    words = split_words(chunk)
    if all(len(word) < _LONG or word in lexicon for word in words):
        return words
    found = _fewest(chunk.lower(), lexicon)
    if len(found) <= len(words) or found[0] in PREPOSITIONS:
        return words
    return tuple(word for word in found if word not in _ARTICLES)


def _fewest(text: str, lexicon: frozenset[str]) -> Words:
    """Return the fewest words of the lexicon that make up the text; none where they do not."""
    ways: list[Words | None] = [(), *[None] * len(text)]
    longest = max(map(len, lexicon))
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - longest), end):
            before = ways[start]
            if before is None or text[start:end] not in lexicon:
                continue
            best = ways[end]
            if best is None or len(before) + 1 < len(best):
                ways[end] = (*before, text[start:end])
    return ways[-1] or ()


def _lexicon(operation: Operation) -> frozenset[str]:
    told = (
        operation.path,
        *operation.tags,
        operation.summary,
        operation.description[:_READ],
        *_schema_names(operation),
    )
    words = _words(told)
    return frozenset(words | {*map(singular, words)} | VERBS | _GRAMMAR)


def _words(texts: Iterable[str]) -> set[str]:
    return {
        word for text in texts for word in split_words(text) if len(word) > 1 and word.isalpha()
    }


def _schema_names(operation: Operation) -> Iterator[str]:
    contents = [response.content for response in successes(operation)]
    if operation.request_body is not None:
        contents.append(operation.request_body.content)
    for content in contents:
        for media in content:
            if isinstance(media.schema, SchemaRef):
                yield media.schema.id.rpartition("/")[2]
