"""What a resource's name says already is taken out of the names of its operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .words import PREPOSITIONS, find_noun, is_plural, is_verb, same_noun, singular

if TYPE_CHECKING:
    from .paths import Segment

Words = tuple[str, ...]

_POSSESSIVES = frozenset({"my", "our", "your"})
_STAGES = frozenset({"alpha", "beta", "experimental", "legacy"})
# What a noun is linked to a verb by; articles and `and` stand within a phrase.
_LINKS = PREPOSITIONS - {"a", "an", "and", "the"}
# What the views of Django REST framework do (drf-spectacular).
_VIEW_VERBS = frozenset(
    {("list",), ("retrieve",), ("create",), ("update",), ("partial", "update"), ("destroy",)}
)
# Who has things, of whom an API may know but one: `/organization/certificates`.
_OWNERS = frozenset(
    [
        "account",
        "business",
        "company",
        "customer",
        "enterprise",
        "merchant",
        "organization",
        "project",
        "shop",
        "team",
        "tenant",
        "user",
        "workspace",
    ]
)


def is_named(segment: Segment, family: Words) -> bool:
    """Whether a segment of a path is the resource's noun, in either number."""
    return not segment.is_parameter and same_noun(segment.words, family)


def namespaced_name(words: Words, noun: Words) -> Words:
    """The author has drawn the line (``repos/list-for-org``): only ``users.get_user`` is shortened."""
    at = find_noun(words, noun)
    if at == 1 and len(words) == 1 + len(noun) and is_verb(words[0]):
        return words[:1]
    return words


def drop_nouns(
    words: Words, resource: tuple[Words, ...], segments: tuple[Segment, ...], method: str
) -> Words:
    """Take the nouns of the resource out of an id's words: ``listModelDatasets`` -> ``list``."""
    if not words:
        return ()
    action = _action(words, segments, method)
    rest = _drop_short_family(_as_written(words, resource), resource)
    nouns = (*resource, *(noun[:-1] for noun in resource if _is_versioned(noun)))
    for noun in sorted(nouns, key=len, reverse=True):
        rest = _drop_noun(rest, noun, segments if len(resource) == 1 else (), action)
    rest = _trim(rest)
    if rest[-1:] == words[-1:]:
        rest = _verb_first(rest, segments, method)
    if not rest or not (is_verb(rest[0]) or rest[:1] == action):
        return () if any(same_noun(rest, noun) for noun in resource) else rest
    if len(rest) > 1 and rest[-1] in _POSSESSIVES:
        # `getMyApplication` of `applications`: whose it is says nothing without what it is.
        return (*rest, *words[-len(resource[-1]) :])
    is_said = (
        _speaks_of(rest, resource[-1])
        or _spells_path(rest[1:], resource[-1], segments)
        or _begins_parent(rest[1:], resource[:-1])
    )
    return rest[:1] if is_said else rest


def _is_versioned(noun: Words) -> bool:
    """Whether a noun ends with a version, which ids need not repeat: ``concurrency limits v2``."""
    return len(noun) > 1 and noun[-1][:1] == "v" and noun[-1][1:].isdecimal()


def _as_written(words: Words, resource: tuple[Words, ...]) -> Words:
    """Break words as the resource does: ``create_upload_files`` of ``uploadfiles``, ``xcom`` of ``x com``."""
    for noun in resource:
        if len(noun) > 1:
            at = find_noun(words, ("".join(noun),))
            if at >= 0:
                return (*words[:at], *noun, *words[at + 1 :])
            continue
        for at in range(len(words) - 1):
            joined = words[at] + words[at + 1]
            if same_noun((joined,), noun):
                return (*words[:at], joined, *words[at + 2 :])
    return words


def _verb_first(words: Words, segments: tuple[Segment, ...], method: str) -> Words:
    """Turn what Django REST framework makes of an action at the end of a path.

    ``users_recent_retrieve`` is ``retrieve_recent``, ``users_deactivate_create`` only ``deactivate``.
    """
    size = 2 if words[-2:] == ("partial", "update") else 1
    action, verb = words[:-size], words[-size:]
    if not action or verb not in _VIEW_VERBS or not segments or segments[-1].words != action:
        return words
    says_it = any(map(is_verb, action)) and (method != "GET" or len(action) > 1)
    creates = verb == ("create",) and is_plural(words[-size - 1])
    return action if says_it or (method == "POST" and not creates) else (*verb, *action)


def _drop_short_family(words: Words, resource: tuple[Words, ...]) -> Words:
    """Take out the family where an id only hints at it: ``createChatSession`` of ``chatkit.sessions``."""
    at = find_noun(words, resource[-1]) - 1
    if len(resource) > 1 and len(resource[0]) == 1 and at > 0 and len(words[at]) > 3:
        (family,) = resource[0]
        if family.startswith(words[at]) and singular(family) != singular(words[at]):
            return words[:at] + words[at + 1 :]
    return words


def _action(words: Words, segments: tuple[Segment, ...], method: str) -> Words:
    """Return the word that leads an id and ends the path of a POST: ``/calls/{id}/hangup``."""
    last = segments[-1] if segments else None
    if method != "POST" or last is None or last.is_parameter or is_plural(words[0]):
        return ()
    return words[:1] if last.words == words[:1] else ()


def _speaks_of(words: Words, noun: Words) -> bool:
    """Whether behind its verb a name says nothing but parts of the resource's noun.

    The end of it (``createService`` of ``chat_v1_service``), several words with the end of it
    (``listGroupRoles`` of ``group_organization_roles``), or what it is the doing of (``assignRole``
    of ``role_assignments``).
    """
    verb, *spoken = words
    if not spoken or len(spoken) > len(noun):
        return False
    if same_noun(tuple(spoken), noun[len(noun) - len(spoken) :]):
        return True
    rest = iter(map(singular, noun))
    if "and" in noun or not all(singular(word) in rest for word in spoken):
        return False
    if singular(spoken[-1]) == singular(noun[-1]):
        return len(spoken) > 1
    return len(verb) > 3 and noun[-1].startswith(verb.removeprefix("un"))


def _spells_path(spoken: Words, noun: Words, segments: tuple[Segment, ...]) -> bool:
    """Whether a name says the collections that its path ends with, and the resource's noun has them, too.

    ``retrieveGroupRole`` of ``group_role_assignments``, at ``/groups/{id}/roles/{id}``.
    """
    static = [singular(word) for one in segments if not one.is_parameter for word in one.words]
    said = list(map(singular, spoken))
    rest = iter(map(singular, noun))
    return len(said) > 1 and static[-len(said) :] == said and all(word in rest for word in said)


def _drop_noun(words: Words, noun: Words, segments: tuple[Segment, ...], action: Words) -> Words:
    while len(words) > len(noun):
        in_front = find_noun(words, noun) == 0 and is_verb(words[len(noun)])  # `invite_revoke`
        # Else a verb in front stays, even if the resource is called like it (`list` in `lists`).
        leads = not in_front and _leads(words, action)
        at = find_noun(words, noun, 1 if leads else 0)
        behind = at + len(noun)
        # A phrase without a verb keeps its end: `aiProviderHealth`.
        if at < 0 or (at and behind == len(words) and not leads):
            return words
        if leads and at > 1 and behind == len(words):
            if _is_parent(words[at - 1], noun, segments):
                # `listModelDatasets` of `datasets` lists them for a model.
                return (*words[: at - 1], "for", words[at - 1])
            if _qualifies(words[1:at]):
                return words
        words = words[:at] + words[behind:]
    return words


def _begins_parent(words: Words, parents: tuple[Words, ...]) -> bool:
    """Whether a parent's noun begins with what is left: ``work_queue`` of ``work_pools.queues``."""
    return any(len(noun) > len(words) > 0 and noun[: len(words)] == words for noun in parents)


def _qualifies(words: Words) -> bool:
    """Whether words that stand before a noun belong to it: the ``access`` of ``login for access token``."""
    return not _LINKS.isdisjoint(words[:-1]) and words[-1] not in PREPOSITIONS


def _leads(words: Words, action: Words) -> bool:
    """Whether a verb leads, be it behind a stage (``betaGetJob``)."""
    if words[0] in _STAGES and len(words) > 1:
        words = words[1:]
    return any(map(is_verb, words[:1])) or words[:1] == action


def _is_parent(word: str, noun: Words, segments: tuple[Segment, ...]) -> bool:
    """Whether the path goes through an item of ``word`` before it comes to ``noun``.

    Of an owner there may be but one: ``/organization/certificates``.
    """
    for at, segment in enumerate(segments[:-1]):
        if is_named(segment, noun):
            return False
        is_item = not segment.is_parameter and segments[at + 1].is_parameter
        if is_item and singular(segment.words[-1]) == singular(word):
            return True
        if word in _OWNERS and segment.words == (word,) and not segment.is_parameter:
            return True
    return False


def _trim(words: Words) -> Words:
    """Take prepositions off the ends and all but the last of a row of them."""
    kept: list[str] = []
    for word in words:
        if word in PREPOSITIONS and (not kept or kept[-1] in PREPOSITIONS):
            if kept:
                kept[-1] = word
            continue
        kept.append(word)
    while kept and kept[-1] in PREPOSITIONS:
        kept.pop()
    return tuple(kept)


def without_keys(words: Words, segments: tuple[Segment, ...]) -> Words:
    """Take off ``by ...`` where it only repeats the path's last parameter: ``get_by_id`` -> ``get``."""
    if "by" not in words or not segments or not segments[-1].is_parameter:
        return words
    at = len(words) - 1 - words[::-1].index("by")
    key = words[at + 1 :]
    if at and key and segments[-1].words[-len(key) :] == key:
        return words[:at]
    return words
