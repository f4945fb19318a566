"""Wraps a document's descriptions for docstrings without touching what is not prose."""

from __future__ import annotations

import html
import re
from html.entities import html5

_FENCE = re.compile(r"\s*(```|~~~)")
_VERBATIM = re.compile(r"    |\s*[|<>+=]|\t")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
# Lines that are no plain prose: headings, bullets, quotes, tables, markup, code, emphasized titles.
_APART = re.compile(r"\s|[#|<>=~]|---|[*+-]\s|\d{1,3}[.)]\s|!\[")
_FULL = 50  # characters of a line that its author may have broken
# Words that nothing ends with.
_OPEN = re.compile(
    r"\b(?:an?|and|are|as|at|by|for|from|in|is|of|on|or|than|that|the|to|via|which|with)\Z"
)
_LINE_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of ``text``, none empty at either end, at most one empty line in a row.

    Prose that its author broke into lines is joined, and broken at ``width``. Fenced and indented
    code, tables and markup keep their lines; a word that is too long (an address) stays in one piece.
    Lines that only part what stands above them from what stands below are left out.
    """
    text = text.strip()
    if len(text) <= width and (text.isprintable() or _LINE_BREAK.search(text) is None):
        if "  " in text and not _VERBATIM.match(text):
            text = " ".join(filter(None, text.split(" ")))
        return [text] if text else []
    lines: list[str] = []
    fenced = False
    for raw in _joined(_split(text)):
        line = raw.rstrip()
        if ("```" in line or "~~~" in line) and _FENCE.match(line):
            fenced = not fenced
            lines.append(line)
        elif not line or (not fenced and line[0] in "-*_" and _is_rule(line, lines)):
            if lines and lines[-1]:
                lines.append("")
        elif fenced or len(line) <= width or (_VERBATIM.match(line) and not _BULLET.match(line)):
            lines.append(line)
        else:
            lines.extend(_wrap(line, width))
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _is_rule(line: str, before: list[str]) -> bool:
    """Whether a line only draws a line (CommonMark 4.1), and does not underline a heading (4.3)."""
    return len(line) > 2 and not line.strip(line[0] + " ") and not (before and before[-1])


def _joined(lines: list[str]) -> list[str]:
    """Join the lines that an author broke only because they were full (CommonMark, 6.7: a soft break).

    An indented line below prose is no code, and one below an item goes on in it (4.4, 5.2).
    """
    if len(lines) < 2:
        return lines
    found = [lines[0]]
    fenced = _FENCE.match(lines[0]) is not None
    in_item = _BULLET.match(lines[0]) is not None
    # The line that the next one may be joined to, empty where it must not be.
    last = lines[0] if in_item or not _APART.match(lines[0]) else ""
    for line in lines[1:]:
        if _FENCE.match(line):
            fenced = not fenced
            last = ""
        elif fenced or not line or line.isspace():
            last = ""
        elif line[0].isspace():
            text = line.lstrip()
            is_prose = not _APART.match(text)
            if is_prose and last and (_goes_on(last) if in_item else _is_full(last, text)):
                found[-1] = f"{found[-1].rstrip()} {text}"
                last = line
                continue
            in_item = _BULLET.match(line) is not None
            last = line if in_item else ""
        elif _APART.match(line):
            in_item = _BULLET.match(line) is not None
            last = line if in_item else ""
        elif last and not in_item and _is_full(last, line):
            found[-1] = f"{found[-1].rstrip()} {line}"
            last = line
            continue
        else:
            in_item = False
            last = line
        found.append(line)
    return found


def _is_full(line: str, following: str) -> bool:
    """Whether a line goes on in the following one: it is long, or one of both is no whole sentence."""
    if not _goes_on(line):
        return False
    if len(line) >= _FULL or following[0].islower():
        return True
    return _OPEN.search(line) is not None


def _goes_on(line: str) -> bool:
    """Whether nothing keeps a line apart from the next one: no hard break, nothing announced."""
    return not line.endswith(("  ", ":", "\\"))


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
    r"</?(?:p|br|b|strong|i|em|u|code|pre|ul|ol|li|div|span|a|h[1-6]|tt|sub|sup|hr)\b[^<>]*/?>",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[([^\[\]]+)\]\((?![a-z][a-z0-9+.-]*:)[^()\s]*\)", re.IGNORECASE)
# A sentence that is nothing but such a link: "[Learn more](/docs)."
_POINTER = re.compile(
    r"(?<=[.!?])(?: +\n? *|\n *)\[[^\[\]]+\]\((?![a-z][a-z0-9+.-]*:)[^()\s]*\)(?:\.(?=\s|\Z)|(?=[ \n]*(?:\n\n|\Z)))",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPAN = re.compile(r"(`+[^`]*`+)")
# Blanks within an emphasis that would keep Markdown from seeing it (CommonMark, 6.2).
_LOOSE_START = re.compile(r"(<(?:b|strong)>)([ \t]+)", re.IGNORECASE)
_LOOSE_END = re.compile(r"([ \t]+)(</(?:b|strong)>)", re.IGNORECASE)
_MARKS = {"b": "**", "strong": "**", "code": "`", "tt": "`", "li": "\n- ", "br": "\n"}
_BLOCKS = frozenset({"p", "ul", "ol", "div", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr"})


def readable(text: str) -> str:
    """Return a description without HTML's tags and entities, and targets of links that lead nowhere here.

    Code stays as it is. A relative link (``[text](/docs)``) becomes its text, and a sentence that is
    nothing else goes.
    """
    text = text.replace("\u200b", "")  # where a line may break, which is ours to say
    has_links = "](" in text
    has_tags = "<" in text and _TAG.search(text) is not None
    if has_tags:
        text = _LOOSE_END.sub(r"\2\1", _LOOSE_START.sub(r"\2\1", text))
    if has_tags or ("&" in text and _ENTITY.search(text)):
        parts = _SPAN.split(text)
        text = "".join(
            part if at % 2 else _ENTITY.sub(_character, _TAG.sub(_mark, part))
            for at, part in enumerate(parts)
        )
    if has_tags:
        text = re.sub(r"[ \t]*\n[ \t]*(?=\n)|(?<=\n)\n(?=\n)", "\n", text).strip()
        text = re.sub(r"\n{3,}", "\n\n", text)
    return _LINK.sub(r"\1", _POINTER.sub("", text)) if has_links else text


def _character(entity: re.Match[str]) -> str:
    """Return what an entity stands for (CommonMark, 2.5); one that HTML does not know is text."""
    text = entity.group()
    is_known = text[1] == "#" or text[1:] in html5
    return html.unescape(text).replace("\xa0", " ") if is_known else text


def _mark(tag: re.Match[str]) -> str:
    name = tag.group().strip("</>").partition(" ")[0].lower().rstrip("/")
    closes = tag.group().startswith("</")
    if name in _BLOCKS:
        return "\n\n" if closes or name in {"ul", "ol", "hr"} else "\n"
    if name == "li" and closes:
        return ""
    return _MARKS.get(name, "")
