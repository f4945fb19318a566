"""Breaks long declarations where Black and ruff would, so that formatting them changes nothing."""

from __future__ import annotations

from .literals import LINE_LENGTH, literal

_NESTING = frozenset("\"'[](){}")


def declaration(name: str, annotation: str, default: str = "", *, indent: int = 4) -> str:
    """Return ``name: annotation = default``, later lines indented for a statement at ``indent``."""
    tail = f" = {default}" if default else ""
    line = f"{name}: {annotation}{tail}"
    if indent + len(line) <= LINE_LENGTH:
        return line
    if default and indent + len(name) + len(annotation) + len(":  = (") <= LINE_LENGTH:
        if _is_annotated(annotation):
            return _broken(f"{name}: ", annotation, tail, indent, apart=True)
        margin = " " * indent
        return f"{name}: {annotation} = (\n{margin}    {default}\n{margin})"
    if len(arms := _split(annotation, " | ")) > 1:
        return f"{name}: {_parenthesized(annotation, arms, indent)}{tail}"
    if annotation.isidentifier():
        return f"{name}: {_parenthesized(annotation, [annotation], indent)}{tail}"
    return _broken(f"{name}: ", annotation, tail, indent)


def parameter(name: str, annotation: str, default: str = "", *, indent: int = 8) -> str:
    """Return a parameter of a signature as it stands on its own line, but for the comma behind it."""
    tail = f" = {default}" if default else ""
    line = f"{name}: {annotation}{tail}"
    if indent + len(line) + 1 <= LINE_LENGTH:
        return line
    if len(arms := _split(annotation, " | ")) > 1:
        return f"{name}: {_parenthesized(annotation, arms, indent)}{tail}"
    return _broken(f"{name}: ", annotation, tail, indent)


def assignment(name: str, value: str) -> str:
    """Return ``name = value`` at the top level of a module."""
    line = f"{name} = {value}"
    if len(line) <= LINE_LENGTH:
        return line
    if len(arms := _split(value, " | ")) > 1:
        return f"{name} = {_parenthesized(value, arms, 0)}"
    return _broken(f"{name} = ", value, "", 0)


def quoted_alias(name: str, annotation: str) -> str:
    """Return ``name: TypeAlias = "annotation"``, in pieces where that is too long for a line.

    ``TypeAlias``, and ``Union`` where :func:`needs_union` says so, must be there.
    """
    text = literal(annotation)
    line = f"{name}: TypeAlias = {text}"
    if len(line) <= LINE_LENGTH:
        return line
    if needs_union(name, annotation):
        arms = [literal(arm) for arm in _split(annotation, " | ")]
        return _broken(f"{name}: TypeAlias = ", f"Union[{', '.join(arms)}]", "", 0)
    if 4 + len(text) <= LINE_LENGTH:
        return f"{name}: TypeAlias = (\n    {text}\n)"
    return f"{line}  # fmt: skip"  # formatters differ over what no break makes fit


def needs_union(name: str, annotation: str) -> bool:
    """Whether an alias is a union too long for a line; a string cannot be broken into several."""
    is_long = len(f"{name}: TypeAlias = {literal(annotation)}") > LINE_LENGTH
    return is_long and len(_split(annotation, " | ")) > 1


def _parenthesized(text: str, arms: list[str], indent: int) -> str:
    """Put a union in parentheses: on one line if it fits there, else one member a line."""
    margin = "\n" + " " * (indent + 4)
    if indent + 4 + len(text) <= LINE_LENGTH:
        inner = margin + text
    else:
        rest = (f"{margin}| {_inner(arm, indent + 4, 2)}" for arm in arms[1:])
        inner = "".join((margin, _inner(arms[0], indent + 4), *rest))
    return f"({inner}\n{' ' * indent})"


def _inner(text: str, indent: int, used: int = 0, after: int = 0) -> str:
    """Break one expression at its brackets if it does not fit."""
    if indent + used + len(text) + after <= LINE_LENGTH:
        return text
    return _broken("", text, "", indent)


def _is_annotated(text: str) -> bool:
    """Whether a type is ``Annotated[...]`` and nothing else."""
    return text.startswith("Annotated[") and len(_split(text, " | ")) == 1


def _broken(head: str, text: str, tail: str, indent: int, *, apart: bool = False) -> str:
    """Break ``X[a, b]`` after its bracket; what is in it on one line if it fits, else one part a line.

    With ``apart`` each part has its line, and the comma behind the last keeps formatters from
    putting the default in parentheses instead.
    """
    start = text.find("[")
    call = text.find("(")
    if 0 <= call < start or start < 0:
        start = call
    if start < 0 or text[-1] not in "])" or text[0] in "\"'":
        return f"{head}{text}{tail}"
    inner = text[start + 1 : -1]
    margin = "\n" + " " * (indent + 4)
    parts = _split(inner, ", ")
    fits = indent + 4 + len(inner) <= LINE_LENGTH
    if fits and not apart and (len(parts) > 1 or "[" in inner or "|" in inner):
        body = margin + inner
    elif len(parts) == 1:
        arms = _split(inner, " | ")
        body = margin + f"{margin}| ".join(_inner(arm, indent + 4, 2) for arm in arms)
    else:
        body = "".join(f"{margin}{_inner(part, indent + 4, after=1)}," for part in parts)
    return f"{head}{text[: start + 1]}{body}\n{' ' * indent}{text[-1]}{tail}"


def _split(text: str, separator: str) -> list[str]:
    """Split at separators outside of brackets and strings."""
    if separator not in text:
        return [text]
    if _NESTING.isdisjoint(text):
        return text.split(separator)
    parts: list[str] = []
    depth = begin = position = 0
    quote = ""
    while position < len(text):
        character = text[position]
        if quote:
            if character == "\\":
                position += 1
            elif character == quote:
                quote = ""
        elif character in "\"'":
            quote = character
        elif character in "[({":
            depth += 1
        elif character in "])}":
            depth -= 1
        elif depth == 0 and text.startswith(separator, position):
            parts.append(text[begin:position])
            position += len(separator)
            begin = position
            continue
        position += 1
    parts.append(text[begin:])
    return parts
