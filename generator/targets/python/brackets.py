"""Calls, signatures and displays laid out as Black would lay them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ...frozen import dataclass
from .literals import LINE_LENGTH

if TYPE_CHECKING:
    from collections.abc import Sequence


def bracketed(
    head: str, items: Sequence[str], tail: str, *, indent: int = 0, is_display: bool = False
) -> str:
    """Return ``head items tail`` on one line, on three, or with a line for each item.

    ``indent`` is that of the first line, which is not indented itself. ``is_display``: brackets of a
    list, dict or tuple display, whose items stand on one line or on a line each.
    """
    inner = ", ".join(items)
    is_flat = "\n" not in inner
    if is_flat and indent + len(head) + len(inner) + len(tail) <= LINE_LENGTH:
        return f"{head}{inner}{tail}"
    pad = " " * (indent + 4)
    if is_flat and not is_display and len(pad) + len(inner) <= LINE_LENGTH:
        return f"{head}\n{pad}{inner}\n{' ' * indent}{tail}"
    rows = "".join([f"{pad}{item},\n" for item in items])
    return f"{head}\n{rows}{' ' * indent}{tail}"


def display(brackets: str, items: Sequence[str], *, indent: int = 0) -> str:
    """Return a list, dict or tuple display; ``indent`` is that of the line it stands on."""
    return bracketed(brackets[0], items, brackets[1], indent=indent, is_display=True)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """An expression in brackets; ``head`` ends with the opening one."""

    head: str
    items: tuple[Expression, ...]
    tail: str
    is_display: bool = False


Expression: TypeAlias = "str | Bracketed"


def laid_out(value: Expression, *, indent: int = 0, head: str = "", tail: str = "") -> str:
    """Return ``value`` between ``head`` and ``tail``, on as many lines as it needs."""
    if isinstance(value, str):
        return f"{head}{value}{tail}"
    if _needs_parentheses(value, indent, head):
        margin = " " * indent
        inner = laid_out(value, indent=indent + 4)
        return f"{head}(\n{margin}    {inner}\n{margin}){tail}"
    head, tail = head + value.head, value.tail + tail
    flat = ", ".join(map(_flat, value.items))
    pad = " " * (indent + 4)
    if indent + len(head) + len(flat) + len(tail) <= LINE_LENGTH or not value.items:
        return f"{head}{flat}{tail}"
    if not value.is_display and len(pad) + len(flat) <= LINE_LENGTH:
        return f"{head}\n{pad}{flat}\n{' ' * indent}{tail}"
    # Behind each row comes a comma.
    rows = (laid_out(item, indent=indent + 4, tail=",") for item in value.items)
    listed = "".join(f"{pad}{row}\n" for row in rows)
    return f"{head}\n{listed}{' ' * indent}{tail}"


def _needs_parentheses(value: Bracketed, indent: int, head: str) -> bool:
    """Whether what is assigned has to stand on a line of its own.

    Where the first line of the call is too long beside its target, but not by itself.
    """
    first = value.head if value.items else value.head + value.tail
    is_too_long = indent + len(head) + len(first) > LINE_LENGTH
    return is_too_long and head.endswith(" = ") and indent + 4 + len(first) <= LINE_LENGTH


def _flat(value: Expression) -> str:
    if isinstance(value, str):
        return value
    return f"{value.head}{', '.join(map(_flat, value.items))}{value.tail}"
