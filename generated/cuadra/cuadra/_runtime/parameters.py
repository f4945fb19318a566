"""Parameters as bytes: the styles of OpenAPI's Parameter Object (3.1, "Style Values"; RFC 6570).

The text is final: percent-encoded for its place, delimiters as the style says. Where OpenAPI leaves
a case open, the choice is: objects and arrays inside ``form`` and the delimited styles are JSON text,
``deepObject`` nests ``a[b][c]`` and numbers arrays ``a[0]``, ``null`` and empty arrays are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from urllib.parse import quote

from .headers import checked
from .media import essence, is_json
from .omission import Omit
from .serialization import to_json_bytes, to_json_value, to_text

if TYPE_CHECKING:
    from collections.abc import Callable

Style: TypeAlias = Literal[
    "matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"
]


@dataclass(frozen=True, slots=True)
class Styled:
    """A value with a style other than its location's default."""

    value: object
    style: Style
    explode: bool
    allow_reserved: bool


@dataclass(frozen=True, slots=True)
class JsonText:
    """A value sent as JSON text (a parameter described by ``content``)."""

    value: object


def styled(
    value: object, style: Style, *, explode: bool | None = None, allow_reserved: bool = False
) -> object:
    """Wraps a parameter's value.

    ``explode`` is by default true for ``form``, ``deepObject`` and ``cookie``.
    """
    if value is None or isinstance(value, Omit):
        return value
    exploded = style in ("form", "deepObject", "cookie") if explode is None else explode
    return Styled(value, style, exploded, allow_reserved)


def json_text(value: object) -> object:
    """Wraps a parameter's value that is sent as JSON text; ``None`` is then ``null``."""
    return value if isinstance(value, Omit) else JsonText(value)


@dataclass(frozen=True, slots=True)
class WholeQuery:
    """A value that is the whole query string (OpenAPI 3.2, ``in: querystring``)."""

    value: object
    media_type: str


def whole_query(value: object, media_type: str = "application/x-www-form-urlencoded") -> object:
    """Wraps the value of a parameter that is the whole query string; text is sent as it is."""
    return value if value is None or isinstance(value, Omit) else WholeQuery(value, media_type)


# RFC 3986, section 2.3; quote() never escapes these. Reserved characters that would end the
# component or split the pair stay escaped under allowReserved, else the value could not be read back.
_QUERY_RESERVED = ":/?@!$'()*,;="
_PATH_RESERVED = ":@!$&'()*+,;="
_COOKIE = re.compile(r"[!#-+\--:<-\[\]-~]*")
_COOKIE_RESERVED = "!#$&'()*+/:<=>?@[]^`{|}"  # what cookies hold as it is (RFC 6265, section 4.1.1)
_TRIPLET = re.compile("(%[0-9A-Fa-f]{2})")


def _encoder(allow_reserved: bool, reserved: str) -> Callable[[str], str]:
    if not allow_reserved:
        return _encode

    def encode(text: str) -> str:
        parts = _TRIPLET.split(text)  # RFC 6570, section 3.2.1: triplets stay as they are
        return "".join(
            part if position % 2 else quote(part, safe=reserved)
            for position, part in enumerate(parts)
        )

    return encode


def _encode(text: str) -> str:
    return quote(text, safe="")


def _plain(text: str) -> str:
    return text


def query_pairs(name: str, value: object) -> list[str]:
    """Returns the encoded ``name=value`` pairs of a query parameter (default: ``form``, exploded)."""
    if type(value) is str or type(value) is int:
        return [f"{quote(name, safe='')}={quote(str(value), safe='')}"]
    if isinstance(value, WholeQuery):
        return _whole(value)
    style: Style = "form"
    explode = True
    encode: Callable[[str], str] = _encode
    if isinstance(value, Styled):
        style, explode = value.style, value.explode
        encode = _encoder(value.allow_reserved, _QUERY_RESERVED)
        value = value.value
    data = _data(value)
    if style == "deepObject":
        return _deep(_encode(name), data, encode)
    return _form(name, data, explode, _DELIMITERS.get(style, ","), encode)


def _whole(query: WholeQuery) -> list[str]:
    media_type = essence(query.media_type)
    if is_json(media_type):
        return [_encode(to_json_bytes(query.value).decode())]
    data = to_json_value(query.value)
    if media_type == "application/x-www-form-urlencoded":
        # Text is a query string already.
        return (
            [quote(data, safe=f"%&{_QUERY_RESERVED}")]
            if isinstance(data, str)
            else _form("", data, True, ",", _encode)
        )
    return [_encode(to_text(data))]


_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}


def _form(
    name: str, data: Any, explode: bool, delimiter: str, encode: Callable[[str], str]
) -> list[str]:
    key = _encode(name)
    if isinstance(data, list):
        texts = [encode(to_text(item)) for item in data if item is not None]
        if not texts:
            return []
        return (
            [f"{key}={text}" for text in texts] if explode else [f"{key}={delimiter.join(texts)}"]
        )
    if isinstance(data, dict):
        if explode:
            return [pair for name, item in data.items() for pair in _member(name, item, encode)]
        texts = _flat(data, encode)
        return [f"{key}={delimiter.join(texts)}"] if texts else []
    return [] if data is None else [f"{key}={encode(to_text(data))}"]


def _member(name: str, value: Any, encode: Callable[[str], str]) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [f"{_encode(name)}={encode(to_text(item))}" for item in values if item is not None]


def _flat(data: dict[str, Any], encode: Callable[[str], str]) -> list[str]:
    members = ((name, item) for name, item in data.items() if item is not None)
    return [text for name, item in members for text in (encode(name), encode(to_text(item)))]


def _deep(key: str, data: Any, encode: Callable[[str], str]) -> list[str]:
    if isinstance(data, dict):
        members: list[tuple[Any, Any]] = list(data.items())
    elif isinstance(data, list):
        members = list(enumerate(data))
    else:
        return [] if data is None else [f"{key}={encode(to_text(data))}"]
    return [
        pair
        for name, item in members
        for pair in _deep(f"{key}%5B{_encode(str(name))}%5D", item, encode)
    ]


def path_text(name: str, value: object) -> str:
    """Returns what replaces ``{name}`` (default: ``simple``). Raises ``ValueError`` if it is empty."""
    if type(value) is str and value:
        return _without_dots(quote(value, safe=""))
    if type(value) is int:
        return str(value)
    if value is None or isinstance(value, Omit):
        raise ValueError(f"the path parameter {name!r} needs a value, not {value!r}")
    style: Style = "simple"
    explode = False
    encode: Callable[[str], str] = _encode
    if isinstance(value, Styled):
        style, explode = value.style, value.explode
        encode = _encoder(value.allow_reserved, _PATH_RESERVED)
        value = value.value
        if name.startswith("+") and isinstance(value, str) and value:  # RFC 6570, section 3.2.3
            return "/".join(map(_without_dots, map(encode, value.split("/"))))
    data = _data(value)
    if data in ("", [], {}) or data is None:
        raise ValueError(f"the path parameter {name!r} may not be empty")
    text = _joined(data, explode, "." if style == "label" and explode else ",", encode)
    if not text:
        raise ValueError(f"the path parameter {name!r} may not be empty")
    if style == "matrix":
        return _matrix(_encode(name), data, explode, encode)
    if style == "label":
        return "." + (text.replace(".", "%2E") if text == "." else text)  # no dot segment
    return _without_dots(text)


def _without_dots(segment: str) -> str:
    """Keeps a segment from meaning this place, or the one above (RFC 3986, section 5.2.4)."""
    return segment.replace(".", "%2E") if segment in (".", "..") else segment


def _matrix(key: str, data: Any, explode: bool, encode: Callable[[str], str]) -> str:
    if explode and isinstance(data, dict):
        return "".join(
            f";{pair}" for name, item in data.items() for pair in _member(name, item, encode)
        )
    if explode and isinstance(data, list):
        return "".join(f";{key}={encode(to_text(item))}" for item in data)
    return f";{key}={_joined(data, False, ',', encode)}"


def _joined(data: Any, explode: bool, delimiter: str, encode: Callable[[str], str]) -> str:
    if isinstance(data, list):
        return delimiter.join(encode(to_text(item)) for item in data if item is not None)
    if isinstance(data, dict):
        if explode:
            members = ((name, item) for name, item in data.items() if item is not None)
            return delimiter.join(
                f"{encode(name)}={encode(to_text(item))}" for name, item in members
            )
        return delimiter.join(_flat(data, encode))
    return encode(to_text(data))


def header_text(name: str, value: object) -> str:
    """Returns a header's value (default: ``simple``). Raises ``ValueError`` for line breaks in it."""
    if type(value) is str:
        return checked(name, value)
    if isinstance(value, Styled):
        return checked(name, _joined(_data(value.value), value.explode, ",", _plain))
    return checked(name, _joined(_data(value), False, ",", _plain))


def cookie_pairs(name: str, value: object) -> list[str]:
    """Returns the ``name=value`` pairs of a cookie parameter (default: ``form``, exploded).

    Most servers decode no cookies: of a single value only that is escaped which cookies cannot hold, and
    the percent sign.

    Raises ``ValueError`` for what cannot stand in a cookie of the style ``cookie``, which escapes nothing.
    """
    if isinstance(value, Styled):
        if value.style == "cookie":
            return _form(name, _data(value.value), value.explode, ",", partial(_cookie_text, name))
        return query_pairs(name, value)
    data = _data(value)
    if isinstance(data, list | dict):
        return query_pairs(name, value)
    return [f"{_encode(name)}={quote(to_text(data), safe=_COOKIE_RESERVED)}"]


def cookie_pair(name: str, secret: str) -> str:
    """Returns ``name=value`` of an API key: as it is, but for what cookies cannot hold."""
    return f"{_encode(name)}={quote(secret, safe=_COOKIE_RESERVED + '%')}"


def _cookie_text(name: str, text: str) -> str:
    if not _COOKIE.fullmatch(text):
        raise ValueError(f"the cookie {name!r} holds what cookies cannot (RFC 6265, section 4.1.1)")
    return text


def _data(value: object) -> Any:
    if isinstance(value, JsonText):
        return to_json_bytes(value.value).decode()
    return to_json_value(value)
