"""Names and versions of the generated project, and the document's text in Markdown."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ...version import NAME
from .literals import comment
from .naming import KEYWORDS, identifier

if TYPE_CHECKING:
    from ...config import Config
    from ...diagnostics import Diagnostics
    from ...ir.api import Api

_STANDARD = frozenset(
    [
        "abc",
        "json",
        "typing",
        "types",
        "string",
        "test",
        "tests",
        "token",
        "http",
        "email",
        "html",
        "xml",
        "queue",
        "select",
        "time",
    ]
)
_FILLERS = re.compile(r"\b(?:the|rest|api|open\s?api|swagger|v\d+(?:\.\d+)*)\b", re.IGNORECASE)
# PEP 440, appendix B, without local versions and epochs.
_VERSION = re.compile(
    r"^v?(?P<release>\d+(?:\.\d+)*)(?:[-_.]?(?P<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?P<number>\d*))?"
    r"(?:[-_.]?(?P<post>post|rev|r)[-_.]?(?P<post_number>\d*))?(?:[-_.]?(?P<dev>dev|snapshot)[-_.]?(?P<dev_number>\d*))?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"^(v?\d{4})-(\d\d?)-(\d\d?)\b"
)  # many APIs have a version for each day of change
_PRE = {
    "alpha": "a",
    "a": "a",
    "beta": "b",
    "b": "b",
    "rc": "rc",
    "c": "rc",
    "pre": "rc",
    "preview": "rc",
}
# An underscore within a word emphasizes nothing (CommonMark 0.31, section 6.2).
_MARKDOWN = re.compile(r"([\\`*{}\[\]<>#|]|(?<![^\W_])_|_(?![^\W_]))")
_LINKED = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_STRONG = re.compile(r"\*\*([^*]+)\*\*")
_CODE_SPAN = re.compile(r"(?<![`\\])(`[^`\\]+`)(?!`)")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]"
)


def header_of(api: Api) -> str:
    """Return the first line of every generated module."""
    return f"# {comment(_origin(api))}"


def _origin(api: Api) -> str:
    source = " ".join(f"{api.info.title} {api.info.version}".split())
    # Long titles are cut: the line is a comment in every file.
    return f"Generated from {source[:70]} by {NAME}; changes are lost."


def package_name(title: str, config: Config, diagnostics: Diagnostics) -> str:
    """Return the import name: the configured one if it can be one, else one made of the API's title."""
    if config.package is not None:
        name = config.package
        if name.isascii() and name.isidentifier() and name not in KEYWORDS:
            return name
        name = identifier(name, reserved=KEYWORDS, fallback="api")
        name = name if name.isascii() else "api"
        message = f"{config.package!r} cannot be the name of a package; {name} was used"
        diagnostics.warn("bad-package-name", "", message, "Use letters, digits and underscores.")
        return name
    short = _FILLERS.sub(" ", title)
    text = short if re.search(r"[A-Za-z]", short) else title
    name = identifier(text, reserved=KEYWORDS | _STANDARD, fallback="api")
    return name if name.isascii() else "api"


def version_of(api: Api) -> str:
    """Return the document's version as PEP 440 spells it, ``0.0.0`` where it cannot be told."""
    found = _VERSION.match(_DAY.sub(r"\1.\2.\3", api.info.version.strip()))
    if found is None:
        return "0.0.0"
    version = ".".join(str(int(part)) for part in found["release"].split("."))
    if found["pre"]:
        version += f"{_PRE[found['pre'].lower()]}{int(found['number'] or 0)}"
    if found["post"]:
        version += f".post{int(found['post_number'] or 0)}"
    if found["dev"]:
        version += f".dev{int(found['dev_number'] or 0)}"
    return version


def api_name(title: str) -> str:
    """Return a title as it stands in a sentence, with an article where it says what it is: the Pet API."""
    words = title.split()
    if not words:
        return "the API"
    if words[0].lower() == "the":
        return " ".join(("the", *words[1:]))
    if any(word.strip(".,:;()-").lower() in {"api", "apis"} for word in words):
        return " ".join(("the", *words))
    return " ".join(words)


# What is said of a parameter is said for many operations.
@lru_cache(maxsize=8192)
def markdown(text: str) -> str:
    """Return ``text`` as one line of Markdown without markup, but for spans of code.

    Nothing in it becomes a link, an image or HTML: of links and emphasis, the text is left.
    """
    line = _one_line(text)
    if "](" in line:
        line = _LINKED.sub(r"\1", line)
    if "**" in line:
        line = _STRONG.sub(r"\1", line)
    if "`" not in line:
        return _MARKDOWN.sub(r"\\\1", line)
    parts = _CODE_SPAN.split(line)
    return "".join(
        part if at % 2 else _MARKDOWN.sub(r"\\\1", part) for at, part in enumerate(parts)
    )


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if line.isascii() and line.isprintable() else _UNSEEN.sub("", line)


def code_span(text: str) -> str:
    """Return ``text`` as one line of code in Markdown (CommonMark 0.31, section 6.1)."""
    line = _one_line(text)
    if "`" not in line:
        return f"`{line}`"
    fence = "`" * (max(len(run) for run in re.findall(r"`+", line)) + 1)
    pad = " "
    return f"{fence}{pad}{line}{pad}{fence}"


def toml_string(text: str) -> str:
    """Return ``text`` as a basic string of TOML 1.0 on one line."""
    escaped = []
    for letter in " ".join(text.split()):
        code = ord(letter)
        if letter in '"\\':
            escaped.append(f"\\{letter}")
        elif _UNSEEN.match(letter):
            escaped.append("" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04X}")
        else:
            escaped.append(letter)
    return f'"{"".join(escaped)}"'
