"""Wraps a document's descriptions for docstrings without touching what is not prose."""

from __future__ import annotations

import html
import re

_FENCE = re.compile(r"\s*(```|~~~)")
_VERBATIM = re.compile(r"    |\s*[|<>+=]|\t")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
# Lines that are no plain prose: headings, bullets, quotes, tables, markup, code, emphasized titles.
_APART = re.compile(r"\s|[#|<>=~]|---|[*+-]\s|\d{1,3}[.)]\s|!\[")
_FULL = 50  # characters of a line that its author may have broken
_LINE_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of ``text``, none empty at either end, at most one empty line in a row.

    Prose that its author broke into lines is joined, and broken at ``width``. Fenced and indented
    code, tables and markup keep their lines; a word that is too long (an address) stays in one piece.
    """
    text = text.strip()
    if len(text) <= width and (text.isprintable() or _LINE_BREAK.search(text) is None):
        return [text] if text else []
    lines: list[str] = []
    fenced = False
    for raw in _joined(_split(text)):
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


def _joined(lines: list[str]) -> list[str]:
    """Join the lines that an author broke only because they were full (CommonMark, 6.7: a soft break)."""
    if len(lines) < 2:
        return lines
    found = [lines[0]]
    fenced = _FENCE.match(lines[0]) is not None
    # What the last line ends with; empty where the next one must not be joined.
    last = lines[0]
    for line in lines[1:]:
        if _FENCE.match(line):
            fenced = not fenced
            last = ""
        elif fenced or not line or _APART.match(line):
            last = ""
        elif last and _is_full(last, line):
            found[-1] = f"{found[-1]} {line}"
            last = line
            continue
        found.append(line)
        if not fenced and line and not _APART.match(line) and not _FENCE.match(line):
            last = line
    return found


def _is_full(line: str, following: str) -> bool:
    """Whether a line goes on in the following one: it is long, or the next does not begin a sentence."""
    if line.endswith(("  ", ":", "\\")) or _APART.match(line):
        return False
    return len(line) >= _FULL or following[0].islower()


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


# HTML in descriptions

_TAG = re.compile(
    r"</?(?:p|br|b|strong|i|em|u|code|pre|ul|ol|li|div|span|a|h[1-6]|tt|sub|sup)\b[^<>]*/?>",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[([^\[\]]+)\]\((?![a-z][a-z0-9+.-]*:)[^()\s]*\)", re.IGNORECASE)
_SPAN = re.compile(r"(`+[^`]*`+)")
_MARKS = {"b": "**", "strong": "**", "code": "`", "tt": "`", "li": "\n- ", "br": "\n"}
_BLOCKS = frozenset({"p", "ul", "ol", "div", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})


def readable(text: str) -> str:
    """Return a description without HTML's tags, and without the targets of links that lead nowhere here.

    Code stays as it is. A relative link (``[text](/docs)``) becomes its text.
    """
    has_links, has_tags = "](" in text, "<" in text
    if has_tags and _TAG.search(text):
        parts = _SPAN.split(text)
        text = "".join(
            part if at % 2 else html.unescape(_TAG.sub(_mark, part))
            for at, part in enumerate(parts)
        )
        text = re.sub(r"[ \t]*\n[ \t]*(?=\n)|(?<=\n)\n(?=\n)", "\n", text).strip()
        text = re.sub(r"\n{3,}", "\n\n", text)
    return _LINK.sub(r"\1", text) if has_links else text


def _mark(tag: re.Match[str]) -> str:
    name = tag.group().strip("</>").partition(" ")[0].lower().rstrip("/")
    closes = tag.group().startswith("</")
    if name in _BLOCKS:
        return "\n\n" if closes or name in {"ul", "ol"} else "\n"
    if name == "li" and closes:
        return ""
    return _MARKS.get(name, "")
