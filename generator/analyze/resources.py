"""Which resource an operation belongs to and what it is called there, in words of no language.

A decision rests on the operation alone (its tag, path, method, id and response), so that other
operations coming or going rename nothing; only two operations of one resource that come to the same
name look at each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import dataclass
from ..ir.schemas import AnySchema, ArraySchema
from .operation_ids import read_id
from .pagination import find_list
from .paths import path_segments
from .responses import is_json, json_body, properties, resolve, successes
from .shortening import drop_nouns, is_named, namespaced_name, without_keys
from .words import find_noun, is_plural, is_verb, same_noun, singular, split_words

if TYPE_CHECKING:
    from ..ir.api import Api
    from ..ir.operations import Operation
    from .paths import Segment

Words = tuple[str, ...]

_DEEPEST = 3
# Tags that say nothing of what an operation is about.
_EMPTY_TAGS = frozenset(
    {"default", "api", "apis", "rest", "endpoints", "general", "public", "untagged", "none"}
)
_SUFFIXES = frozenset(
    {"controller", "controllers", "api", "apis", "endpoint", "endpoints", "router"}
)
_ROOT: Words = ("root",)
# Plurals of what there is one of.
_ONE_THING = frozenset(
    [
        "analytics",
        "capabilities",
        "credentials",
        "details",
        "headers",
        "limits",
        "metrics",
        "preferences",
        "settings",
        "statistics",
        "stats",
        "totals",
    ]
)
# What a GET may be called by, when it stands in the path (`/pets/search`).
_ASKING_VERBS = frozenset(
    [
        "autocomplete",
        "browse",
        "calculate",
        "check",
        "compare",
        "count",
        "discover",
        "download",
        "estimate",
        "export",
        "fetch",
        "find",
        "list",
        "lookup",
        "ping",
        "preview",
        "query",
        "search",
        "translate",
        "validate",
        "verify",
    ]
)
_PLAIN_VERBS = {
    "POST": "create",
    "PUT": "replace",
    "PATCH": "update",
    "DELETE": "delete",
    "HEAD": "head",
    "OPTIONS": "options",
    "TRACE": "trace",
    "QUERY": "query",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an operation goes: the words of each resource on the way, and names by preference.

    ``names`` are distinct, the first is what a person would choose, later ones say more. ``yields``
    says that an item's operation has the better claim to the first: ``PATCH /settings`` is an update,
    until there is a ``PATCH /settings/{name}``.
    """

    resource: tuple[Words, ...]
    names: tuple[Words, ...]
    yields: bool = False


def place(operation: Operation, api: Api) -> Placement:
    """Return the resource and the candidate names of an operation."""
    segments = path_segments(operation.path)
    given = read_id(operation, segments)
    family = _tag(operation) or next(iter(given.namespace), ()) or _first_noun(segments)
    words = given.words
    rest: tuple[Segment, ...] = ()
    if given.namespace and same_noun(given.namespace[0], family):
        resource = (family, *given.namespace[1:])[:_DEEPEST]
        words = _spoken(given.namespace[_DEEPEST:], words)
        short = with_keys = namespaced_name(words, resource[-1])
    else:
        if given.namespace:
            words = _spoken(given.namespace, words)
        resource, rest = _descend(family, segments, words)
        with_keys = drop_nouns(words, resource, segments, operation.method)
        short = without_keys(with_keys, segments)
    if not short or _is_get_of_list(short, words, operation, api):
        short = _name_of_path(operation, api, resource, segments, rest, words)
    elif _is_filter(short, words, operation, api):
        short = ("list",)
    elif short == ("post",) and operation.method == "POST" and not _ends_in(segments, short):
        short = ("create",)  # the method, not what is done: `post_variable`, `Quote_Post`
    spoken = _spoken(given.namespace, given.words)
    yields = _is_of_many(resource, segments) and (
        short == ("delete",) if words else short in {("replace",), ("update",)}
    )
    longer = (*short, "all") if yields and not words else with_keys
    by_key = _by_key(short, resource[-1], segments)
    candidates = (short, longer, words, spoken, by_key, _full_name(operation, segments))
    return Placement(resource, tuple(dict.fromkeys(name for name in candidates if name)), yields)


def _ends_in(segments: tuple[Segment, ...], words: Words) -> bool:
    return bool(segments) and segments[-1].words == words


def _is_of_many(resource: tuple[Words, ...], segments: tuple[Segment, ...]) -> bool:
    """Whether a path without an item ends at what reads as a collection."""
    return is_plural(resource[-1][-1]) and not (segments and segments[-1].is_parameter)


def _tag(operation: Operation) -> Words:
    """Return the words of the first tag that says something."""
    for tag in operation.tags:
        words = split_words(tag)
        while len(words) > 1 and words[-1] in _SUFFIXES:
            words = words[:-1]
        if words and not (len(words) == 1 and (words[0] in _EMPTY_TAGS or _is_version(words[0]))):
            return words[:6]
    return ()


def _first_noun(segments: tuple[Segment, ...]) -> Words:
    return next((one.words for one in segments if not one.is_parameter), _ROOT)


def _spoken(namespace: tuple[Words, ...], words: Words) -> Words:
    """Say a group and a name in one: ``VirtualMachines_ListAll`` -> ``list_virtual_machines_all``."""
    group = tuple(word for part in namespace for word in part)
    at = 1 if words and is_verb(words[0]) else 0
    return (*words[:at], *group, *words[at:])


def _is_version(word: str) -> bool:
    return word[:1] == "v" and word[1:].isdigit()


def _descend(
    family: Words, segments: tuple[Segment, ...], given: Words
) -> tuple[tuple[Words, ...], tuple[Segment, ...]]:
    """Follow the path below the family's item: ``/models/{id}/datasets`` is ``models.datasets``.

    What is no collection has no items: ``/chat/completions`` is ``chat.completions``.

    Returns the resource and the segments behind it. A segment is a collection if it reads as one and,
    where the operation has an id, the id speaks of it (``associateFile`` does not of ``associations``).
    """
    start = next((at for at, one in enumerate(segments) if is_named(one, family)), None)
    if start is None:
        return (family,), segments
    resource = [family]
    at = start + 1
    while len(resource) < _DEEPEST:
        parameters = at
        while at < len(segments) and segments[at].is_parameter:
            at += 1
        if at == len(segments) or not _is_collection(segments, at):
            at = parameters
            break
        if at == parameters and not _is_namespace(segments[at - 1], given):
            break
        if given and find_noun(given, segments[at].words) < 0:
            at = parameters
            break
        resource.append(segments[at].words)
        at += 1
    return tuple(resource), segments[at:]


def _is_namespace(segment: Segment, given: Words) -> bool:
    """Whether a segment has collections of its own, unlike ``pets`` in ``/pets/categories``.

    An id without a verb (``usageCosts``) names what there is, not a collection to do things with;
    a verb within it (``usageFileSearchCalls``) is part of a noun.
    """
    speaks_of_doing = not given or is_verb(given[0]) or is_verb(given[-1])
    return speaks_of_doing and not is_plural(segment.words[-1])


def _is_collection(segments: tuple[Segment, ...], at: int) -> bool:
    segment = segments[at]
    if not segment.words or (is_verb(segment.words[0]) and not is_plural(segment.words[0])):
        return False
    followed = at + 1 < len(segments) and segments[at + 1].is_parameter
    return followed or is_plural(segment.words[-1])


def _is_get_of_list(short: Words, given: Words, operation: Operation, api: Api) -> bool:
    """``getPets`` lists pets, if the answer is a list and no item is asked for."""
    return (
        short
        in {
            ("get",),
            ("read",),
            ("fetch",),
            ("find",),
            ("query",),
            ("all",),
            ("get", "all"),
            ("read", "all"),
            ("find", "all"),
            ("list", "all"),
        }
        and operation.method == "GET"
        and not operation.path.rstrip("/").endswith("}")
        and (short not in {("get",), ("read",)} or is_plural(given[-1]))
        and (_answers_list(operation, api) or (short == ("read",) and _may_list(operation)))
    )


def _is_filter(short: Words, given: Words, operation: Operation, api: Api) -> bool:
    """``POST /flows/filter`` lists flows if it is called ``read_flows`` and does so."""
    return (
        short in {("get",), ("read",), ("fetch",), ("get", "all"), ("read", "all")}
        and operation.method == "POST"
        and is_plural(given[-1])
        and _answers_list(operation, api)
    )


def _answers_list(operation: Operation, api: Api) -> bool:
    media = json_body(operation)
    return (
        media is not None
        and media.schema is not None
        and find_list(media.schema, operation, api) is not None
    )


def _answers_one(operation: Operation, api: Api) -> bool:
    """Whether the answer is one thing in spite of a plural: a text of logs, or an object of statistics.

    An object by another name may be the item of a list that a document describes carelessly.
    """
    media = json_body(operation)
    if media is None or media.schema is None:
        forms = [one for response in successes(operation) for one in response.content]
        return bool(forms) and not any(is_json(one.name) for one in forms)
    static = [one.words for one in path_segments(operation.path) if not one.is_parameter]
    if not static or static[-1][-1] not in _ONE_THING:
        return False
    schemas = [one.schema for one in properties(media.schema, api).values()]
    return bool(schemas) and not any(isinstance(resolve(one, api), ArraySchema) for one in schemas)


def _may_list(operation: Operation) -> bool:
    """Whether nothing is known of the answer; FastAPI's usual ids tell ``read_pet`` from ``read_pets``."""
    media = json_body(operation)
    if media is None:
        return not any(response.content for response in successes(operation))
    return isinstance(media.schema, AnySchema)


def _name_of_path(
    operation: Operation,
    api: Api,
    resource: tuple[Words, ...],
    segments: tuple[Segment, ...],
    rest: tuple[Segment, ...],
    given: Words,
) -> Words:
    """Name an operation by its method and what stands behind the resource in its path."""
    behind = [one.words for one in rest if not one.is_parameter]
    behind = [one for one in behind if not set(one) <= set(resource[-1])]
    if given:
        behind = [one for one in behind if find_noun(given, one) >= 0]
    ends_with_item = bool(segments) and segments[-1].is_parameter
    if not behind:
        return _plain_verb(
            operation, api, ends_with_item, bool(segments) and is_plural(resource[-1][-1])
        )
    last = behind[-1]
    if _tells_action(last, operation.method, ends_with_item):
        return tuple(word for one in behind for word in one)
    verb = _plain_verb(operation, api, ends_with_item, is_plural(last[-1]))
    if verb == last:
        return verb
    if ends_with_item or verb == ("create",):
        last = (*last[:-1], singular(last[-1]))
    return (verb[0], *(word for one in behind[:-1] for word in one), *last)


def _tells_action(words: Words, method: str, is_item: bool) -> bool:
    if method == "GET":
        return words[0] in _ASKING_VERBS and (len(words) > 1 or not is_item)
    return method in {"POST", "PUT", "PATCH", "QUERY"} and is_verb(words[0]) and not is_item


def _plain_verb(operation: Operation, api: Api, is_item: bool, is_many: bool) -> Words:
    if operation.method == "GET":
        lists = _answers_list(operation, api) or (is_many and not _answers_one(operation, api))
        return ("list",) if lists and not is_item else ("get",)
    verb = _PLAIN_VERBS.get(operation.method)
    if verb is None:
        return split_words(operation.method) or ("call",)
    whole_collection = not is_item and is_many and _changes_items(operation, api)
    return (verb, "all") if whole_collection else (verb,)


def _changes_items(operation: Operation, api: Api) -> bool:
    """Whether a collection's items are changed, and not what is one in spite of its plural name.

    Settings and the like are sent and answered as an object; many items as a list.
    """
    if operation.method == "DELETE":
        return True
    if operation.method not in {"PUT", "PATCH"}:
        return False
    body = operation.request_body
    sent = [] if body is None else [one.schema for one in body.content if is_json(one.name)]
    if any(one is not None for one in sent):
        return any(one is not None and find_list(one, operation, api) for one in sent)
    return _answers_list(operation, api)


def _by_key(name: Words, noun: Words, segments: tuple[Segment, ...]) -> Words:
    """Say what an item is found by, without what the resource says: ``create_by_id``."""
    if not segments or not segments[-1].is_parameter:
        return ()
    key = segments[-1].words
    own = len(noun) if len(key) > len(noun) and same_noun(key[: len(noun)], noun) else 0
    return (*name, "by", *key[own:])


def _full_name(operation: Operation, segments: tuple[Segment, ...]) -> Words:
    """The method and the whole path: never shared by two operations but for odd spellings."""
    words = [*split_words(operation.method)]
    for segment in segments:
        words += ("by", *segment.words) if segment.is_parameter else segment.words
    return tuple(words)
