"""Docstrings of methods, in Google's style, from what the document says of an operation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ...analyze.words import VERBS, split_words
from .choices import CHOICE, all_arguments, sent_as
from .literals import LINE_LENGTH, docstring
from .paging import pages_text
from .prose import readable, wrapped
from .responses import success_statuses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...ir.operations import Operation
    from .plan import Argument, Method

_BULLET = re.compile(r"\s*(?:[-*+|]|\d{1,3}[.)])\s")
_QUOTES = '"""'
_MOST_WORDS = 9
_INDENT = 8  # of a method's body
_ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "402": "PaymentRequiredError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}


def method_docstrings(method: Method, examples: tuple[str, str]) -> tuple[str, str]:
    """Return the docstrings of a method as tokens, for bodies indented by eight.

    The first is that of the synchronous method, the second that of the other; they differ in their
    example, which may be empty.
    """
    text = _method_docstring(method)
    sync, other = (_with_example(text, example) for example in examples)
    return sync, other


def _with_example(text: str, example: str) -> str:
    """Add a section to a docstring, whose text is laid out already."""
    if not example:
        return text
    margin = " " * _INDENT
    if example.isascii() and "\\" not in example and _QUOTES not in example:
        # Nothing to escape: literals show no other character as it is.
        inner = f"\n{margin}    ".join(("Example:", *example.split("\n")))
    else:
        indented = "\n".join(f"    {line}" for line in example.split("\n"))
        # The last line, which goes again, keeps the others indented.
        inner = docstring(f"Example:\n{indented}\n.", _INDENT)[3:-3].rstrip(" \n.")
    return f"{text[:-3].rstrip()}\n\n{margin}{inner}\n{margin}{_QUOTES}"


def _method_docstring(method: Method) -> str:
    sections = ["\n".join(_head(method.operation))]
    for title, entries in (("Args", list(_arguments(method))), ("Returns", _returns(method))):
        if entries:
            sections.append("\n".join((f"{title}:", *entries)))
    if raises := list(_raises(method.operation)):
        sections.append("\n".join(("Raises:", *raises)))
    return docstring("\n\n".join(sections), _INDENT)


def handler_docstring(operation: Operation, described: Iterable[tuple[str, str]]) -> str:
    """Return the docstring of an endpoint stub; ``described`` are its arguments with their texts."""
    sections = ["\n".join(_head(operation))]
    entries = [line for name, text in described for line in _entry(name, sentence(text))]
    if entries:
        sections.append("\n".join(("Args:", *entries)))
    return docstring("\n\n".join(sections), _INDENT)


def error_class(status: str) -> str:
    """Return the runtime's exception for a status such as ``404`` or ``5XX``."""
    if status[:1] == "5":
        return "InternalServerError"
    return _ERRORS.get(status, "APIStatusError")


def sentence(text: str) -> str:
    """Return ``text`` without surrounding blanks and with a full stop where it has no other end."""
    text = readable(text).strip()
    if not text:
        return text
    end = text.rstrip(")`'\"*_")[-1:]
    if end in {".", "!", "?", ":"} or not (text[-1].isalnum() or text[-1] in ")`'\"*_]"):
        return text
    return text if _BULLET.match(text[text.rfind("\n") + 1 :]) else f"{text}."


def _head(operation: Operation) -> Iterator[str]:
    summary = sentence(operation.summary)
    description = readable(operation.description).strip()
    title = readable(operation.summary).strip()
    if title and description.startswith(title):
        rest = description[len(title) :]
        # The description repeats the summary, or begins with its words and goes on.
        if not rest or rest[0] in ".:\n":
            description = rest.lstrip(" .:\n")
        else:
            summary = ""
    if not summary and not description:
        summary = _named(operation)
    if summary:
        yield summary
    if summary and description:
        yield ""
    if description:
        yield description
    if operation.deprecated:
        yield ""
        yield "Deprecated: it may be removed from the API."


def _named(operation: Operation) -> str:
    """Say what an operation does in the words of its id, if these are a verb and what it is done to."""
    request = f"``{operation.method} {operation.path}``"
    words = split_words(operation.operation_id)
    if not 1 < len(words) < _MOST_WORDS or words[0] not in VERBS:
        return f"{request}."
    return f"{' '.join(words).capitalize()}: {request}."


def choice_text(method: Method) -> str:
    """Say what the argument that chooses how the body is sent may be."""
    default, *others = (f"``{media_type}``" for media_type in sent_as(method))
    if method.body is not None and method.body.is_open and not method.other_bodies:
        taken = " or ".join((default, *others))
        return f"The media type of the body, {taken}. Without it, what the file's name says."
    return f"How the body is sent: {default}, unless it is {' or '.join(others)}."


def _arguments(method: Method) -> Iterator[str]:
    for argument in all_arguments(method):
        parts = [sentence(argument.description)]
        if argument.default and not _names_default(argument):
            parts.append(f"The server's default is {argument.default}.")
        if argument.deprecated:
            parts.append("Deprecated.")
        text = " ".join(part for part in parts if part)
        if text:
            yield from _entry(argument.name, text)
    if method.has_choice:
        yield from _entry(CHOICE, choice_text(method))


def _names_default(argument: Argument) -> bool:
    """Whether the description tells the default itself."""
    words = argument.description.lower()
    return "default" in words and argument.default.strip("\"'").lower() in words


def _returns(method: Method) -> list[str]:
    """Say what comes back, in the words of the first success."""
    statuses = success_statuses(method.operation)
    found = [
        sentence(response.description)
        for response in method.operation.responses
        if response.status in statuses
        and response.content
        and _tells(response.description, method.operation)
    ]
    text = " ".join(dict.fromkeys(found))
    if method.pages is not None:
        text = f"{text or 'One page.'} {pages_text(method.pages)}"
    return [f"    {line}" if line else "" for line in wrapped(text, LINE_LENGTH - _INDENT - 4)]


_EMPTY_PHRASES = frozenset(
    [
        "ok",
        "success",
        "successful",
        "successfuloperation",
        "successfulresponse",
        "response",
        "default",
        "defaultresponse",
        "description",
        "200",
        "200ok",
        "okresponse",
        "created",
        "aresponse",
        "successresponse",
    ]
)


def _tells(description: str, operation: Operation) -> bool:
    """Whether a response's description says more than that it is one."""
    plain = "".join(letter for letter in description.lower() if letter.isalnum())
    if not plain or plain in _EMPTY_PHRASES:
        return False
    key = operation.operation_id
    return not (key and key in description and _RESPONSE_OF.match(description))


_RESPONSE_OF = re.compile(r"(?:\w+ ){0,2}response (?:for|of|to) \S+\Z", re.IGNORECASE)


def _raises(operation: Operation) -> Iterator[str]:
    """Say when which exception is raised; those of one class in one entry."""
    successes = success_statuses(operation)
    texts: dict[str, dict[str, None]] = {}
    for response in operation.responses:
        if response.status in successes or response.status[:1] not in {"4", "5", "d"}:
            continue
        status = (
            "Any other status." if response.status == "default" else f"Status {response.status}."
        )
        text = sentence(response.description.strip().partition("\n\n")[0])
        texts.setdefault(error_class(response.status), {})[text or status] = None
    for name, found in texts.items():
        yield from _entry(name, " ".join(found))


@lru_cache(maxsize=4096)
def _entry(name: str, text: str) -> tuple[str, ...]:
    """Return ``name: text`` as an entry of a section, wrapped with a hanging indent."""
    # The first line begins four columns further left, so it is wrapped under a shorter name.
    stand_in = "x" * max(len(name) - 4, 1)
    first, *rest = wrapped(f"{stand_in}: {text}", LINE_LENGTH - _INDENT - 8)
    lines = [f"        {line}" if line else "" for line in rest]
    return (f"    {name}{first[len(stand_in) :]}", *lines)
