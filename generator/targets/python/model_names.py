"""The names of all models, decided once for the whole package before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.usage import nested_in_requests
from ...analyze.words import is_plural, singular
from ...frozen import dataclass
from .model_modules import arrange
from .naming import CLASS_NAMES, class_identifier, is_class_like, unique, words

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
            names[key] = unique(_class_name(schemas[key].hint.words[0]), taken)
    for key in keys:
        if key not in names:
            definition = schemas[key]
            home = definition.owner and lowering.cores.get(definition.owner, definition.owner)
            owner = names.get(home, "") if home else ""
            free = ""
            for free in _derived_names(definition.hint, owner):
                if free not in taken:
                    break
            names[key] = unique(free, taken)
    return {key: names[key] for key in keys}


def _class_name(text: str) -> str:
    return class_identifier(text, caseless=True)


# What the parser calls members of a composition, which merging makes part of the whole.
_STRUCTURE = frozenset(("part", "base", "variant"))


def _derived_names(hint: NameHint, owner: str) -> Iterator[str]:
    """Yield what to call a definition without a name of its own, shorter names first."""
    for texts in (_singular_items(hint.words), list(hint.words)):
        plain = [texts[0], *(text for text in texts[1:] if text not in _STRUCTURE)]
        yield _class_name(" ".join(_without_repetition(plain)))
        yield _class_name(" ".join(_without_repetition(plain, equal=True)))
    name = _class_name(" ".join(_without_repetition(list(hint.words))))
    yield name
    if owner and not name.startswith(owner):
        yield _class_name(f"{owner} {name}")


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
    """Drop words that repeat the end of what stands before: ``Chat``, ``chat_usage`` -> ``Chat usage``.

    With ``equal`` a text that is all repetition stays: the error of an error is an ``Error error``.
    """
    result: list[str] = []
    before: list[str] = []
    for text in texts:
        split = words(text)
        if before and split[: len(before)] == before and len(split) > len(before):
            result.extend(split[len(before) :])
        elif equal or split != before or not split:
            result.append(text)
        before = split
    return result


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
