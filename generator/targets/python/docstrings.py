"""Docstrings of methods, in Google's style, from what the document says of an operation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .choices import CHOICE, all_arguments, sent_as
from .literals import LINE_LENGTH, docstring
from .prose import wrapped
from .responses import success_statuses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...ir.operations import Operation
    from .plan import Method

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


def method_docstring(method: Method) -> str:
    """Return the docstring of a method as a token, for a body indented by eight."""
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
    text = text.strip()
    return f"{text}." if text and (text[-1].isalnum() or text[-1] in ")`'\"") else text


def _head(operation: Operation) -> Iterator[str]:
    summary = sentence(operation.summary)
    description = operation.description.strip()
    if description.startswith(operation.summary.strip()):
        description = (
            description[len(operation.summary.strip()) :].lstrip(" .:\n")
            if summary
            else description
        )
    if not summary and not description:
        summary = f"{operation.method} {operation.path}"
    if summary:
        yield summary
    if summary and description:
        yield ""
    if description:
        yield description
    if operation.deprecated:
        yield ""
        yield "Deprecated: it may be removed from the API."


def choice_text(method: Method) -> str:
    """Say what the argument that chooses how the body is sent may be."""
    default, *others = (f"``{media_type}``" for media_type in sent_as(method))
    return f"How the body is sent: {default}, unless it is {' or '.join(others)}."


def _arguments(method: Method) -> Iterator[str]:
    for argument in all_arguments(method):
        parts = [sentence(argument.description)]
        if argument.default:
            parts.append(f"The server's default is {argument.default}.")
        if argument.deprecated:
            parts.append("Deprecated.")
        text = " ".join(part for part in parts if part)
        if text:
            yield from _entry(argument.name, text)
    if method.has_choice:
        yield from _entry(CHOICE, choice_text(method))


def _returns(method: Method) -> list[str]:
    """Say what comes back, in the words of the first success."""
    statuses = success_statuses(method.operation)
    found = [
        sentence(response.description)
        for response in method.operation.responses
        if response.status in statuses and response.content and _tells(response.description)
    ]
    text = " ".join(dict.fromkeys(found))
    if method.pages is not None:
        paged = "Iterating over it goes through the items of all pages."
        text = f"{text or 'One page.'} {paged}"
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


def _tells(description: str) -> bool:
    """Whether a response's description says more than that it is one."""
    return "".join(letter for letter in description.lower() if letter.isalnum()) not in (
        _EMPTY_PHRASES | {""}
    )


def _raises(operation: Operation) -> Iterator[str]:
    for response in operation.responses:
        if response.status[:1] in {"4", "5"}:
            text = (
                sentence(response.description.strip().partition("\n")[0])
                or f"Status {response.status}."
            )
            yield from _entry(error_class(response.status), text)


@lru_cache(maxsize=4096)
def _entry(name: str, text: str) -> tuple[str, ...]:
    """Return ``name: text`` as an entry of a section, wrapped with a hanging indent."""
    # The first line begins four columns further left, so it is wrapped under a shorter name.
    stand_in = "x" * max(len(name) - 4, 1)
    first, *rest = wrapped(f"{stand_in}: {text}", LINE_LENGTH - _INDENT - 8)
    lines = [f"        {line}" if line else "" for line in rest]
    return (f"    {name}{first[len(stand_in) :]}", *lines)
