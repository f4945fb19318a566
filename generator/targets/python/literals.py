"""The only maker of Python literals, docstrings and comments from a document's strings.

Everything here holds for hostile text: whatever a document says, the result is one token (a literal,
a docstring) or the inside of one comment line, and evaluates to what the document said.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .prose import wrapped

if TYPE_CHECKING:
    from ...ir.values import JsonValue

LINE_LENGTH = 100
_QUOTES = '"""'

# What must not stand in a source file as it is: control characters, line separators, lone surrogates
# (they cannot be encoded), and characters that hide or reorder text (CVE-2021-42574).
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f"
    "\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufe00-\ufe0d\ufeff\ufff9-\ufffb\ufffe\uffff\U000110bd"
    "\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SIMPLE = re.compile(r"[ !#-\[\]-~]*\Z")
_SIMPLE_LINES = re.compile(r"[\n !#-\[\]-~]*\Z")
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_MAX_DECIMAL_BITS = 2000  # beyond, CPython may refuse to convert an int to decimal text


def _escape_character(match: re.Match[str]) -> str:
    character = match.group()
    if short := _SHORT_ESCAPES.get(character):
        return short
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _string(text: str) -> str:
    if _SIMPLE.match(text):
        return f'"{text}"'
    quote = "'" if text.count('"') > text.count("'") else '"'
    body = text.replace("\\", "\\\\").replace(quote, f"\\{quote}")
    return f"{quote}{_UNSAFE.sub(_escape_character, body)}{quote}"


def _number(value: float) -> str:
    if isinstance(value, int):
        return hex(value) if value.bit_length() > _MAX_DECIMAL_BITS else str(value)
    if value != value or value in (float("inf"), float("-inf")):
        return f'float("{value}")'
    return repr(value)


def literal(value: JsonValue) -> str:
    """Return a JSON value as a Python expression on one line, quoted as Black would quote it."""
    if isinstance(value, str):
        return _string(value)
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_string(key)}: {literal(value[key])}" for key in value) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(literal, value)) + "]"
    raise TypeError(f"not a JSON value: {type(value).__name__}")


# A method's is asked for by the client and by its asynchronous twin, a field's by the model and the body.
@lru_cache(maxsize=8192)
def docstring(text: str, indent: int) -> str:
    """Return ``text`` as a docstring token, its quotes included.

    The first line is not indented, later ones by ``indent`` spaces. Prose is wrapped; code blocks,
    tables and addresses stay as they are. Empty text gives an empty string.
    """
    width = LINE_LENGTH - indent - len(_QUOTES)
    plain = text.strip()
    if 0 < len(plain) <= width - len(_QUOTES) and "  " not in plain and _SIMPLE.match(plain):
        return f"{_QUOTES}{plain}{_QUOTES}"
    lines = wrapped(text, width)
    if len(lines) == 1 and len(lines[0]) > width - len(_QUOTES):
        lines = wrapped(text, width - len(_QUOTES))  # the closing quotes stand on the same line
    return docstring_of(lines, indent)


def docstring_of(lines: list[str], indent: int) -> str:
    """Return lines that are laid out already as a docstring token; see :func:`docstring`."""
    if not lines:
        return ""
    first, *rest = _dedented(lines)
    if not rest:
        return f"{_QUOTES}{_shielded(first, first=True, last=True)}{_QUOTES}"
    *middle, last = rest
    margin = "\n" + " " * indent
    if not _SIMPLE_LINES.match("\n".join(middle)):
        middle = [_docstring_line(line) for line in middle]
    inner = "".join([margin + line if line else "\n" for line in middle])
    start, end = _shielded(first, first=True), _docstring_line(last)
    return f"{_QUOTES}{start}{inner}{margin}{end}{margin}{_QUOTES}"


def _dedented(lines: list[str]) -> list[str]:
    """Take off what all lines after the first are indented by, as :func:`inspect.cleandoc` does."""
    if any(line and not line[0].isspace() for line in lines[1:]):
        return lines
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line), default=0)
    return [lines[0], *(line[margin:] for line in lines[1:])] if margin else lines


def _docstring_line(line: str) -> str:
    if _SIMPLE.match(line):
        return line
    escaped = line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if escaped.isascii() and escaped.isprintable():
        return escaped
    return _UNSAFE.sub(_escape_character, escaped)


def _shielded(line: str, *, first: bool = False, last: bool = False) -> str:
    """Keep quotes of the text from touching those of the docstring, by a blank as formatters do."""
    text = _docstring_line(line)
    before = " " if first and text.startswith('"') else ""
    after = " " if last and text.endswith('"') else ""
    return f"{before}{text}{after}"


_CODING = re.compile(r"(coding)([:=])")
_PRAGMA = re.compile(r"#+(?=\s*(?:noqa|\w+\s*:))")


def comment(text: str) -> str:
    """Return ``text`` as it may stand in a comment: one line, no declaration a tool would obey.

    In the first two lines of a file ``coding:`` would choose its encoding (PEP 263).
    """
    line = " ".join(text.split())
    line = _CODING.sub(r"\1 \2", _PRAGMA.sub("", line))
    return _UNSAFE.sub(_escape_character, line)
