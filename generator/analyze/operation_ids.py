"""Reading operation ids: what the author wrote, without what a framework added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..frozen import dataclass
from ..ir.function_names import function_name
from .unbroken import broken_words
from .words import is_verb, singular, split_words

if TYPE_CHECKING:
    from ..ir.operations import Operation
    from .paths import Segment

Words = tuple[str, ...]

_SEPARATORS = re.compile(r"[/.#]|::|(?<=[a-z0-9])[:](?=[A-Za-z])")
# `PetController_findAll` (NestJS), `VirtualMachines_List` (Azure).
_OWNER = re.compile(r"^(?P<owner>[A-Z][A-Za-z0-9]*)_+(?P<rest>[A-Za-z].*)$")
_OWNER_SUFFIXES = frozenset({"controller", "api", "endpoint", "resource", "router", "service"})
_METHODS = frozenset({"get", "put", "post", "delete", "patch", "head", "options", "trace", "query"})
_PREFIX_WORDS = frozenset({"api", "apis", "rest"})
# What the code behind an operation is, which is nothing about the operation.
_CODE_WORDS = frozenset({"endpoint", "handler", "method"})
# Modules that functions of endpoints stand in: `shop_api_list_orders` (Django Ninja).
_MODULES = frozenset(
    {"api", "app", "endpoints", "handlers", "main", "routers", "routes", "server", "urls", "views"}
)
_PAGED = frozenset({"paged", "paginated"})


@dataclass(frozen=True, slots=True)
class GivenName:
    """What an operation id says: the groups in front of the name, and the words of the name.

    Both are empty where there is no id, or one that only spells method and path.
    """

    namespace: tuple[Words, ...]
    words: Words


def read_id(operation: Operation, segments: tuple[Segment, ...]) -> GivenName:
    """Return what the operation's id says beyond its method and path."""
    text = function_name(operation.operation_id, operation.path)
    parts = [part for part in _SEPARATORS.split(text) if split_words(part)]
    if len(parts) == 1 and (owner := _OWNER.match(text)):
        parts = [owner["owner"], owner["rest"]]
    words = _trim_version(broken_words(parts[-1], operation)) if parts else ()
    words = _without_path(_without_module(words, operation), segments)
    groups = tuple(_trim_owner(split_words(part)) for part in parts[:-1])
    whole = tuple(word for part in parts for word in split_words(part))
    if _spells_path(whole, operation, segments):
        return GivenName((), ())
    words = _without_noise(words, operation)
    # What stands in front of the group of the tag names the API or the product.
    for tag in operation.tags[:1]:
        noun = tuple(singular(word) for word in split_words(tag))
        for at, group in enumerate(groups):
            if tuple(singular(word) for word in group) == noun:
                return GivenName(groups[at:], words)
    return GivenName(groups[-2:], words)


def _without_noise(words: Words, operation: Operation) -> Words:
    """Take off what says nothing: ``GetThreadMethod`` where nothing else speaks of methods."""
    if len(words) > 2 and words[-1] in _CODE_WORDS and is_verb(words[0]):
        texts = (operation.path, *operation.tags, operation.summary)
        if not any(singular(word) == words[-1] for text in texts for word in split_words(text)):
            words = words[:-1]
    # `listPaginatedJobs`: lists have pages.
    if len(words) > 2 and words[0] in {"get", "list"}:
        words = tuple(word for word in words if word not in _PAGED)
    return words


def _without_module(words: Words, operation: Operation) -> Words:
    """Take off the module of a function: ``shop_api_list_orders``, if nothing else speaks of it."""
    first = next((at for at, word in enumerate(words) if is_verb(word)), 0)
    if not first or words[first - 1] not in _MODULES or not operation.operation_id.islower():
        return words
    noun = singular(words[first - 1])
    texts = (operation.path, *operation.tags)
    is_said = any(singular(word) == noun for text in texts for word in split_words(text))
    return words if is_said and noun not in _PREFIX_WORDS else words[first:]


def _without_path(words: Words, segments: tuple[Segment, ...]) -> Words:
    """Take off what Litestar puts in front of a function's name: ``TodosTodoIdGetTodo``."""
    spelt = tuple(word for one in segments for word in one.words)
    has_item = any(one.is_parameter for one in segments)
    return words[len(spelt) :] if has_item and words[: len(spelt)] == spelt != words else words


def _spells_path(words: Words, operation: Operation, segments: tuple[Segment, ...]) -> bool:
    """Whether the id is made of the method and the path: ``get-users-userId``, ``ApiUsersIdGet``."""
    method = operation.method.lower()
    if not words or method not in _METHODS or method not in {words[0], words[-1]}:
        return False
    rest = words[1:] if words[0] == method else words[:-1]
    plain = _plain(rest)
    static = tuple(word for one in segments if not one.is_parameter for word in one.words)
    every = tuple(word for one in segments for word in one.words)
    names_parameter = len(every) > len(static)
    if names_parameter and (plain == _plain(every) or ("id" in rest and plain == _plain(static))):
        return True
    # `getUsers` may be anybody's choice; `get_users_list` or `users_get` of several words hardly.
    return plain == _plain(static) and (
        (method not in {"get", "delete"}) or words[0] != method or len(static) > 2
    )


def _plain(words: Words) -> Words:
    kept = (word for word in words if word not in _PREFIX_WORDS and word not in {"by", "id"})
    return tuple(word for word in kept if not _is_version(word))


def _is_version(word: str) -> bool:
    return word.removeprefix("v").isdecimal()


def _is_marked_version(word: str) -> bool:
    return word[:1] == "v" and word[1:].isdecimal()


def _trim_version(words: Words) -> Words:
    while len(words) > 1 and _is_version(words[-1]):
        words = words[:-1]
    while len(words) > 1 and (words[0] in _PREFIX_WORDS or _is_marked_version(words[0])):
        words = words[1:]
    return words


def _trim_owner(words: Words) -> Words:
    while len(words) > 1 and words[-1] in _OWNER_SUFFIXES:
        words = words[:-1]
    return words
