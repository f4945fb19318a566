"""Wraps a document's descriptions for docstrings without touching what is not prose."""

from __future__ import annotations

import re

_FENCE = re.compile(r"\s*(```|~~~)")
_VERBATIM = re.compile(r"    |\s*[|<>+=]|\t")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
_LINE_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of ``text``, none empty at either end, at most one empty line in a row.

    Lines of prose longer than ``width`` are broken at blanks. Fenced and indented code, tables and
    markup keep their lines; a word that is too long (an address) stays in one piece.
    """
    text = text.strip()
    if len(text) <= width and (text.isprintable() or _LINE_BREAK.search(text) is None):
        return [text] if text else []
    lines: list[str] = []
    fenced = False
    for raw in _split(text):
        line = raw.rstrip()
        if ("```" in line or "~~~" in line) and _FENCE.match(line):
            fenced = not fenced
            lines.append(line)
        elif not line:
            if lines and lines[-1]:
                lines.append("")
        elif fenced or len(line) <= width or _VERBATIM.match(line):
            lines.append(line)
        else:
            lines.extend(_wrap(line, width))
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _split(text: str) -> list[str]:
    if "\t" in text:
        text = text.expandtabs(4)
    # In most texts there is only one kind of line break, which needs no regular expression.
    if text.isascii() and "\r" not in text and "\x0b" not in text and "\x0c" not in text:
        return text.split("\n")
    return _LINE_BREAK.split(text)


def _wrap(line: str, width: int) -> list[str]:
    bullet = _BULLET.match(line)
    indent = bullet.end() if bullet else len(line) - len(line.lstrip())
    hanging = " " * indent
    head, rest = line[:indent] if bullet else hanging, line[indent:]
    if "  " in rest:
        rest = " ".join(filter(None, rest.split(" ")))
    room = max(width - indent, 0)
    lines: list[str] = []
    while len(rest) > room:
        end = rest.rfind(" ", 0, room + 1)
        if end < 0:
            end = rest.find(" ")  # the first word is too long, and stays in one piece
        if end < 0:
            break
        lines.append(f"{head}{rest[:end]}".rstrip())
        rest = rest[end + 1 :]
        head = hanging
    lines.append(f"{head}{rest}".rstrip())
    return lines
