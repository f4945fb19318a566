"""Sentences of a document's descriptions, and what an operation does, told in a line and a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ...analyze.words import VERBS, split_words
from .literals import LINE_LENGTH
from .prose import readable

if TYPE_CHECKING:
    from ...ir.operations import Operation

_BULLET = re.compile(r"\s*(?:[-*+|]|\d{1,3}[.)])\s")
_ITEM = re.compile(r"^\s*(?:[-*+|#]|\d{1,3}[.)])\s", re.MULTILINE)
_END = re.compile(r"[.!?](?=\s+[^\s\da-z])")
# What has a full stop within a sentence.
_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|resp|no|nr|fig|[a-z])|\.\.)\Z", re.IGNORECASE
)
_NOTICE = ("**", "> ", "__")
_RULE = re.compile(r"[-*_]{3,}\s*\Z")
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"a", "an", "the"})
_ROOM = LINE_LENGTH - 8 - 6  # of the first line of a method's docstring, between its quotes
_TELLS_LITTLE = 25  # characters of a sentence that is hardly more than a name: "Bad request."
_MOST_WORDS = 9


# The same texts come again and again: in the client, its reference and the stubs, and of the same parameter.
@lru_cache(maxsize=8192)
def sentence(text: str) -> str:
    """Return ``text`` without surrounding blanks and with a full stop where it has no other end."""
    text = readable(text).strip()
    if not text:
        return text
    end = text.rstrip(")`'\"*_")[-1:]
    if end in {".", "!", "?", ":"} or not (text[-1].isalnum() or text[-1] in ")`'\"*_]"):
        return text
    return text if _BULLET.match(text[text.rfind("\n") + 1 :]) else f"{text}."


def first_sentence(text: str, least: int = 0) -> tuple[str, str]:
    """Divide ``text`` behind its first sentence, or as many as have ``least`` characters.

    Returns both parts, the second empty where it cannot be told that a sentence ends.
    """
    for found in _END.finditer(text, max(least - 1, 0)):
        head = text[: found.end()]
        is_inside = head.count("`") % 2 or head.count("(") > head.count(")")
        if not is_inside and not _SHORTENED.search(head[:-1]):
            return head, text[found.end() :].lstrip()
    return text, ""


@lru_cache(maxsize=1024)
def in_short(text: str) -> str:
    """Return what a description says first: of its first paragraph as little as says something."""
    paragraph = sentence(text.strip().partition("\n\n")[0])
    return first_sentence(paragraph, _TELLS_LITTLE)[0]


def told(operation: Operation) -> tuple[str, str]:
    """Return what an operation does, in a line if the document has one, and the rest.

    Nothing is said twice, and notices that stand before it come after it.
    """
    line, rest = _told(operation.summary, operation.description)
    return line or _named(operation), rest


@lru_cache(maxsize=4096)
def _told(summary: str, description: str) -> tuple[str, str]:
    title = readable(summary).strip()
    summary = sentence(summary)
    description = _without_lead(readable(description).strip())
    if title and description:
        if description.startswith(title) and description[len(title) :][:1] not in ".:\n":
            summary = ""
        elif description.startswith(title):
            # The description repeats the summary, or begins with its words and goes on.
            description = description[len(title) :].lstrip(" .:\n")
        elif _alike(title, description.partition("\n\n")[0]):
            summary = ""
    if not summary and not description:
        return "", ""
    text = "\n\n".join(filter(None, (_without_lead(summary), description)))
    head, _, rest = text.partition("\n\n")
    if len(head) > _ROOM and not _ITEM.search(head):
        head, more = first_sentence(head)
        rest = "\n\n".join(filter(None, (more, rest)))
    return sentence(head), rest


def _without_lead(text: str) -> str:
    """Put notices that a text begins with behind its first paragraph that is none."""
    if not text.startswith(_NOTICE):
        return text
    paragraphs = text.split("\n\n")
    for at, paragraph in enumerate(paragraphs):
        if not paragraph.startswith(_NOTICE) and not _RULE.match(paragraph):
            if _BULLET.match(paragraph):
                break
            notices = [one for one in paragraphs[:at] if not _RULE.match(one)]
            return "\n\n".join((paragraph, *notices, *paragraphs[at + 1 :]))
    return text


def _alike(one: str, other: str) -> bool:
    """Whether two texts have the same words but for articles and the ends of verbs."""
    if abs(len(one) - len(other)) > 2 * _TELLS_LITTLE:
        return False
    first, second = (
        [word for word in _WORD.findall(text.lower()) if word not in _ARTICLES]
        for text in (one, other)
    )
    return [word.rstrip("s") for word in first] == [word.rstrip("s") for word in second]


def _named(operation: Operation) -> str:
    """Say what an operation does in the words of its id, if these are a verb and what it is done to."""
    request = f"`{operation.method} {operation.path}`"
    words = split_words(operation.operation_id)
    if not 1 < len(words) < _MOST_WORDS or words[0] not in VERBS:
        return f"{request}."
    return f"{' '.join(words).capitalize()}: {request}."
