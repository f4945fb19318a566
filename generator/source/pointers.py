"""JSON pointers (RFC 6901), written the one way this package writes them: ``#/a/b~1c``.

Pointers inside a resolved tree are never percent-encoded, so equal places have equal pointers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def escape(token: str) -> str:
    """Spell one key as a pointer token."""
    if "~" in token or "/" in token:
        return token.replace("~", "~0").replace("/", "~1")
    return token


def unescape(token: str) -> str:
    """Read one pointer token as a key."""
    if "~" in token:
        return token.replace("~1", "/").replace("~0", "~")
    return token


def join(pointer: str, *keys: str | int) -> str:
    """Extend a pointer by keys and indexes."""
    return "/".join((pointer, *(escape(str(key)) for key in keys)))


def from_keys(keys: Iterable[str | int]) -> str:
    """Spell a pointer from the root."""
    return join("#", *keys)


def to_keys(pointer: str) -> tuple[str, ...]:
    """Split a pointer into its keys; array indexes stay text."""
    text = pointer.removeprefix("#")
    if not text:
        return ()
    return tuple(unescape(token) for token in text.removeprefix("/").split("/"))


def child(node: object, key: str) -> Any:
    """Take one step down.

    Raises:
        KeyError: ``node`` has no such member.
    """
    if isinstance(node, dict):
        return node[key]
    if isinstance(node, list) and key.isdecimal() and key.isascii() and len(key) < 10:
        index = int(key)
        if index < len(node):
            return node[index]
    raise KeyError(key)


def follow(node: object, keys: Iterable[str]) -> Any:
    """Walk down from ``node``.

    Raises:
        KeyError: there is nothing at the end, or on the way.
    """
    for key in keys:
        node = child(node, key)
    return node


def follower(root: Any) -> Callable[[str], Any]:
    """Return a function that follows pointers from ``root`` and remembers the ways; it raises `KeyError`."""
    known: dict[str, Any] = {"": root, "#": root}

    def at(pointer: str) -> Any:
        if pointer not in known:
            parent, _, token = pointer.rpartition("/")
            if not parent:
                raise KeyError(pointer)
            known[pointer] = child(at(parent), unescape(token))
        return known[pointer]

    return at


def uri_fragment(pointer: str) -> str:
    """Spell a pointer so that strict readers of URI references take it (RFC 6901 section 6)."""
    return "#" + quote(pointer.removeprefix("#"), safe="/~!$&'()*+,;=:@-._")


def typed_keys(root: Any, pointer: str) -> tuple[str | int, ...]:
    """Return the keys of a pointer as they are used: numbers where they lead into arrays.

    Raises:
        KeyError: there is nothing.
    """
    keys: list[str | int] = []
    node = root
    for key in to_keys(pointer):
        keys.append(int(key) if isinstance(node, list) else key)
        node = child(node, key)
    return tuple(keys)
