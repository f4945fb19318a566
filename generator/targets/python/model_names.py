"""The names of all models, decided once for the whole package before anything is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...analyze.usage import nested_in_requests
from ...analyze.words import is_plural, singular
from ...frozen import dataclass
from ...ir.schemas import BASE, PART, VARIANT
from .model_modules import arrange
from .naming import CLASS_NAMES, MAX_LENGTH, class_identifier, is_class_like, unique, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...ir.api import Api
    from ...ir.schemas import NameHint, SchemaId
    from .lowering import Lowering
    from .model_modules import ModelModule


@dataclass(frozen=True, slots=True)
class ModelNames:
    """Names of the classes and aliases of ``models`` and where they stand."""

    classes: Mapping[SchemaId, str]
    params: Mapping[SchemaId, str]
    modules: tuple[ModelModule, ...]
    places: Mapping[SchemaId, tuple[str, int]]  # module, position among all models
    class_ids: frozenset[SchemaId]
    exported: frozenset[str]

    def class_name(self, key: SchemaId) -> str:
        """Return the name under which ``models`` exports the class or alias."""
        return self.classes[key]

    def module(self, key: SchemaId) -> str:
        """Return the module below ``models`` that defines it."""
        return self.places[key][0]

    def is_class(self, key: SchemaId) -> bool:
        """Tell a pydantic class from an alias."""
        return key in self.class_ids

    def param_name(self, key: SchemaId) -> str | None:
        """Return its name in ``params``, the form that takes plain dictionaries, if there is one."""
        return self.params.get(key)


def name_models(api: Api, lowering: Lowering) -> ModelNames:
    """Name everything that becomes a class or alias, and arrange it in modules."""
    keys = lowering.reachable()
    classes = _class_names(lowering, keys)
    class_ids = frozenset(key for key in keys if lowering.is_class(key))
    modules = arrange(lowering, keys, classes)
    return ModelNames(
        classes=classes,
        params=_param_names(api, lowering, classes, class_ids),
        modules=modules,
        places={
            key: (module.name, position)
            for module in modules
            for key, position in zip(module.members, module.positions, strict=True)
        },
        class_ids=class_ids,
        exported=frozenset(classes.values()),
    )


def _class_names(lowering: Lowering, keys: tuple[SchemaId, ...]) -> dict[SchemaId, str]:
    """Name by falling right to a name: the author's spelling, the author's words, derived words."""
    names: dict[SchemaId, str] = {}
    taken: set[str] = set()
    schemas = lowering.schemas
    named = [key for key in keys if lowering.is_named(key)]
    for key in named:
        text = schemas[key].hint.words[0]
        if is_class_like(text) and text not in CLASS_NAMES and text not in taken:
            names[key] = text
            taken.add(text)
    for key in named:
        if key not in names:
            names[key] = unique(_free(_spelled(schemas[key].hint.words[0]), taken), taken)
    for key in keys:
        if key not in names:
            definition = schemas[key]
            home = definition.owner and lowering.cores.get(definition.owner, definition.owner)
            owner = names.get(home, "") if home else ""
            names[key] = unique(_free(_derived_names(definition.hint, owner), taken), taken)
    return {key: names[key] for key in keys}


def _free(names: Iterator[str], taken: set[str]) -> str:
    """Return the first name that is not taken, or the last one."""
    found = ""
    for found in names:
        if found not in taken:
            break
    return found


def _spelled(text: str) -> Iterator[str]:
    """Yield names that are as near to what the author wrote as their length allows."""
    if _is_long([text]):
        for texts in _abridged([text]):
            yield _class_name(" ".join(_without_repetition(texts)))
    yield _class_name(text)


def _class_name(text: str) -> str:
    return class_identifier(text, caseless=True)


_STRUCTURE: Final = frozenset((PART, BASE, VARIANT))
# What variants are called that nothing but their type tells apart. Names can do without: only lists have
# items, few unions hold two enums, and parts are merged into the whole.
_KINDS: Final = {VARIANT: ("array", "enum"), PART: ("array", "enum", "object", "value")}
_KIND: Final = "<kind>"
_DOTS: Final = re.compile(r"\W+")
_PARTICIPLE: Final = re.compile("[^e]ed$")


def _derived_names(hint: NameHint, owner: str) -> Iterator[str]:
    """Yield what to call a definition without a name of its own, shorter names first."""
    whole = list(hint.words)
    items = _singular_items(hint.words)
    plain = _without_kinds(items)
    short = _without_repetition(plain)
    if _is_long(short):
        for texts in _abridged(plain):
            yield _class_name(" ".join(_without_repetition(texts)))
    yield _class_name(" ".join(short))
    for texts in (plain, _without_structure(items), _without_structure(whole)):
        yield _class_name(" ".join(_without_repetition(texts)))
        yield _class_name(" ".join(_without_repetition(texts, equal=True)))
    name = _class_name(" ".join(_without_repetition(whole)))
    yield name
    yield _class_name(" ".join(whole))
    if owner and not name.startswith(owner):
        yield _class_name(" ".join(_without_repetition([owner, name])))
        yield _class_name(f"{owner} {name}")


def _is_long(texts: list[str]) -> bool:
    return sum(map(len, texts)) > MAX_LENGTH and _length(texts) > MAX_LENGTH


def _length(texts: list[str]) -> int:
    return sum(len(word) for text in texts for word in words(text))


def _abridged(texts: list[str]) -> Iterator[list[str]]:
    """Leave out as much from the middle as makes a name that is not cut off at its end.

    The first text says where a definition belongs, the last ones what it is. A text that is too long
    itself falls into parts: at its dots, else at its underscores.
    """
    parts = [part for text in texts for part in _parts(text)]
    if not _is_long(_without_repetition(parts)):
        yield parts
    lengths = [_length([part]) for part in parts]
    for start in range(1, min(len(parts) - 1, 4)):
        left, end = sum(lengths), start
        while (left > MAX_LENGTH or parts[end] == "item") and end < len(parts) - 1:
            left -= lengths[end]
            end += 1
        if left <= MAX_LENGTH:
            yield [*parts[:start], *parts[end:]]


def _parts(text: str) -> list[str]:
    if not _is_long([text]):
        return [text]
    parts = _DOTS.split(text.strip("_"))
    return parts if len(parts) > 2 else text.split("_")


def _without_structure(texts: list[str]) -> list[str]:
    """Drop what merging makes part of the whole."""
    return [texts[0], *(text for text in texts[1:] if text not in _STRUCTURE)]


def _without_kinds(texts: list[str]) -> list[str]:
    """Drop structure, and what only tells variants or parts apart: ``<variant> array 2 item`` -> ``item``."""
    result = [texts[0]]
    last = ""
    for text in texts[1:]:
        is_kind = text in _KINDS.get(last, ())
        is_number = text.isdecimal() and last == _KIND
        if not is_kind and not is_number and text not in _STRUCTURE:
            result.append(text)
        last = _KIND if is_kind else text
    return result


def _singular_items(texts: tuple[str, ...]) -> list[str]:
    """Call an item of ``toolCalls`` a ``tool call``."""
    result: list[str] = []
    for text in texts:
        before = words(result[-1]) if result else []
        if text == "item" and len(result) > 1 and before and is_plural(before[-1]):
            result[-1] = " ".join((*before[:-1], singular(before[-1])))
        else:
            result.append(text)
    return result


def _without_repetition(texts: list[str], *, equal: bool = False) -> list[str]:
    """Drop the words that a text begins and the one before it ends with.

    ``Chat``, ``chat_usage`` are a ``Chat usage``, ``ProjectCertificate``, ``certificate_details`` are
    ``ProjectCertificate details``. With ``equal`` a text that is all repetition stays: the error of an
    error is an ``Error error``.
    """
    result: list[str] = []
    before: list[str] = []
    for text in texts:
        split = words(text)
        shared = _shared(before, split) if split and split[0] in before else 0
        if not shared or (shared == len(split) and (equal or shared < len(before))):
            result.append(text)
        else:
            result.extend(split[shared:])
        before = split
    return result


def _shared(before: list[str], after: list[str]) -> int:
    """Return how many words end one text and begin the other.

    A lone participle is the verb of the one and tells what the other is like: the ``requested team`` of
    a ``review requested``.
    """
    for size in range(min(len(before), len(after), MAX_LENGTH), 0, -1):
        if before[-size:] == after[:size]:
            return 0 if size == 1 < len(before) and _PARTICIPLE.search(before[-1]) else size
    return 0


def _param_names(
    api: Api,
    lowering: Lowering,
    classes: Mapping[SchemaId, str],
    class_ids: frozenset[SchemaId],
) -> dict[SchemaId, str]:
    """Name the dictionary forms: of classes that are nested in arguments, and aliases that hold such."""
    sent = nested_in_requests(api, lowering.schemas)
    nested = [key for key in classes if key in sent]
    chosen = {key for key in nested if key in class_ids}
    aliases = [key for key in nested if key not in class_ids]
    while True:
        more = [
            key
            for key in aliases
            if key not in chosen and not chosen.isdisjoint(lowering.targets(key))
        ]
        if not more:
            break
        chosen.update(more)
    return {key: _param_name(classes[key]) for key in nested if key in chosen}


def _param_name(name: str) -> str:
    """Return the name of a class's dictionary form; ``ToolParam`` is a parameter already."""
    return f"{name}Dict" if name.endswith(("Param", "Params")) else f"{name}Param"
