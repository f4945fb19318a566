"""Docstrings of methods, in Google's style, from what the document says of an operation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .choices import CHOICE, all_arguments, sent_as
from .literals import LINE_LENGTH, docstring, docstring_of
from .own_names import in_python
from .paging import pages_text
from .prose import wrapped
from .responses import success_statuses, undescribed
from .sentences import in_short, sentence, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ...ir.operations import Operation
    from .plan import Argument, Method

_QUOTES = '"""'
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
    said = in_python(method.arguments)
    return _docstring(
        _head(method.operation, said),
        Args=[line for entry in _arguments(method, said) for line in entry],
        Returns=_returns(method, said),
        Raises=[line for entry in _raises(method.operation) for line in entry],
    )


def handler_docstring(operation: Operation, described: Iterable[tuple[str, str]]) -> str:
    """Return the docstring of an endpoint stub; ``described`` are its arguments with their texts."""
    entries = [line for name, text in described for line in _entry(name, sentence(text))]
    return _docstring(_head(operation, str), Args=entries)


def _docstring(head: str, **sections: list[str]) -> str:
    """Lay a docstring out: ``head``, and the sections that have lines."""
    titled = [(title, lines) for title, lines in sections.items() if lines]
    if not titled:
        return docstring(head, _INDENT)
    found = [*_wrapped_head(head)]
    for title, lines in titled:
        found += ["", f"{title}:", *lines]
    return docstring_of(found, _INDENT)


@lru_cache(maxsize=4096)  # mostly the same for the client and for the stubs
def _wrapped_head(head: str) -> tuple[str, ...]:
    return tuple(wrapped(head, LINE_LENGTH - _INDENT - len(_QUOTES)))


def error_class(status: str) -> str:
    """Return the runtime's exception for a status such as ``404`` or ``5XX``."""
    if status[:1] == "5":
        return "InternalServerError"
    return _ERRORS.get(status, "APIStatusError")


def _head(operation: Operation, said: Callable[[str], str]) -> str:
    line, rest = told(operation)
    note = "Deprecated: it may be removed from the API." if operation.deprecated else ""
    return "\n\n".join(filter(None, (said(line), said(rest), note)))


def choice_text(method: Method) -> str:
    """Say what the argument that chooses how the body is sent may be."""
    default, *others = (f"`{media_type}`" for media_type in sent_as(method))
    if method.body is not None and method.body.is_open and not method.other_bodies:
        taken = " or ".join((default, *others))
        return f"The media type of the body, {taken}. Without it, what the file's name says."
    return f"How the body is sent: {default}, unless it is {' or '.join(others)}."


def argument_text(argument: Argument, *, in_brief: bool = False) -> str:
    """Return what is told of an argument: its description, of which the first paragraph may do, the
    server's default, and whether it is deprecated.
    """
    text = sentence(argument.description)
    parts = [text.partition("\n\n")[0] if in_brief else text]
    if argument.default and not _names_default(argument):
        is_code = in_brief and "`" not in argument.default  # among Markdown
        default = f"`{argument.default}`" if is_code else argument.default
        parts.append(f"The server's default is {default}.")
    if argument.deprecated and "deprecated" not in text.lower():
        parts.append("Deprecated.")
    return " ".join(part for part in parts if part)


def _arguments(method: Method, said: Callable[[str], str]) -> Iterator[tuple[str, ...]]:
    for argument in all_arguments(method):
        if text := argument_text(argument):
            yield _entry(argument.name, said(text))
    if method.has_choice:
        yield _entry(CHOICE, choice_text(method))


def _names_default(argument: Argument) -> bool:
    """Whether the description tells the default itself."""
    words = argument.description.lower()
    if "default" not in words:
        return False
    if argument.default.isdecimal():
        words = words.replace(",", "")  # 10,000
    return argument.default.strip("\"'").lower() in words


def _returns(method: Method, said: Callable[[str], str]) -> list[str]:
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
    if undescribed(method.operation):
        text = "Whatever the server sends: JSON, text or bytes. The API's description does not say."
    if method.pages is not None:
        text = f"{text or 'One page.'} {pages_text(method.pages)}"
    text = said(text)
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
    if not plain or plain in _EMPTY_PHRASES or _DONE.match(description.strip()):
        return False
    key = operation.operation_id
    return not (key and key in description and _RESPONSE_OF.match(description))


# "Project created successfully." says what happened, not what comes back.
_DONE = re.compile(
    r"(?:[\w'-]+[ \n]+){0,7}successfully(?:[ \n]+[\w'-]+){0,7}[.!]?\Z", re.IGNORECASE
)
_RESPONSE_OF = re.compile(r"(?:\w+ ){0,2}response (?:for|of|to) \S+\Z", re.IGNORECASE)


def _raises(operation: Operation) -> Iterator[tuple[str, ...]]:
    """Say when which exception is raised; those of one class in one entry."""
    successes = success_statuses(operation)
    texts: dict[str, dict[str, None]] = {}
    for response in operation.responses:
        if response.status in successes or response.status[:1] not in {"4", "5", "d"}:
            continue
        status = (
            "Any other status." if response.status == "default" else f"Status {response.status}."
        )
        text = in_short(response.description)
        texts.setdefault(error_class(response.status), {})[text or status] = None
    for name, found in texts.items():
        yield _entry(name, " ".join(found))


@lru_cache(maxsize=4096)
def _entry(name: str, text: str) -> tuple[str, ...]:
    """Return ``name: text`` as an entry of a section, wrapped with a hanging indent."""
    # The first line begins four columns further left, so it is wrapped under a shorter name.
    stand_in = "x" * max(len(name) - 4, 1)
    first, *rest = wrapped(f"{stand_in}: {text}", LINE_LENGTH - _INDENT - 8)
    lines = [f"        {line}" if line else "" for line in rest]
    return (f"    {name}{first[len(stand_in) :]}", *lines)
