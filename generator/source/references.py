"""What one reference means: the file and the place it leads to."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from ..frozen import dataclass
from . import pointers
from .grammar import SECTIONS, kind_at
from .sources import RefusedError, UnreadableError, moved_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..diagnostics import Diagnostics
    from .sources import Source, Sources

_OLD_SECTIONS: Final = {
    "schema": "definitions",
    "parameter": "parameters",
    "response": "responses",
    "security_scheme": "securityDefinitions",
}
_SCHEMA_SECTIONS: Final = (("components", "schemas"), ("definitions",))
_CORRECT: Final = "Correct the reference, or add what it refers to."
_ALLOW: Final = (
    "Put the file into the document's folder, or allow remote references (allow_remote)."
)


class DanglingError(Exception):
    """A reference leads nowhere; the message says why."""

    def __init__(self, reason: str, code: str = "dangling-reference", hint: str = _CORRECT) -> None:
        super().__init__(reason)
        self.code = code
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Target:
    """A place in a file. ``is_local``: it can be referred to where it is, in the root document."""

    name: str
    keys: tuple[str, ...]
    is_local: bool
    source: Source = field(compare=False, repr=False)
    node: Any = field(compare=False, repr=False)


class References:
    """Finds targets; what was found for a reference of the root document is kept."""

    def __init__(self, sources: Sources, diagnostics: Diagnostics) -> None:
        self._sources = sources
        self._diagnostics = diagnostics
        self._plain: dict[tuple[str, str], bool] = {}
        self._ways: set[tuple[str, tuple[str, ...]]] = set()
        components = sources.root.data.get("components")
        self._components: dict[str, Any] = components if isinstance(components, dict) else {}

    def is_plain(self, reference: str, kind: str) -> bool:
        """Say whether a reference of the root document can stay as it is.

        That is one that is spelled as ``pointers`` spells them, and leads to a place that is there.
        """
        known = self._plain.get((reference, kind))
        if known is None:
            known = self._plain[reference, kind] = self._is_plain(reference, kind)
        return known

    def _is_plain(self, reference: str, kind: str) -> bool:
        root = self._sources.root
        if root.identifiers.bases or not reference.startswith("#/"):
            return False
        if self._is_component(reference, kind):
            return True
        try:
            target = self.find(reference, kind, root, ())
        except DanglingError:
            return False
        return target.is_local and pointers.from_keys(target.keys) == reference

    def _is_component(self, reference: str, kind: str) -> bool:
        """Say whether a reference leads to a component of its kind, as nearly all do; quickly."""
        section, _, name = reference.removeprefix("#/components/").partition("/")
        if section != SECTIONS.get(kind) or "/" in name or "~" in name or "%" in name:
            return False
        root = self._sources.root
        nodes = self._components.get(section)
        return (
            not root.version.startswith("2")
            and type(nodes) is dict
            and type(nodes.get(name)) is dict
        )

    def find(
        self,
        reference: str,
        kind: str,
        source: Source,
        keys: tuple[str, ...],
        pointer: str | None = None,
        *,
        repair: bool = True,
    ) -> Target:
        """Return where a reference that stands at ``keys`` of ``source`` leads.

        With ``pointer``, repairs are reported as warnings there; without ``repair``, none is tried.

        Raises:
            DanglingError: it leads nowhere.
        """
        by_name = source.identifiers.find(reference, keys, source.data)
        if by_name is not None:
            return self._target(source, by_name, kind)
        address, _, fragment = reference.partition("#")
        try:
            file = self._sources.open(source, address)
            try:
                keys_there = self._keys(file, fragment)
            except DanglingError:
                file, keys_there = self._through(file, fragment)
            return self._target(file, keys_there, kind)
        except RefusedError as refusal:
            error = DanglingError(str(refusal), "refused-reference", _ALLOW)
        except UnreadableError as unreadable:
            error = DanglingError(str(unreadable))
        except DanglingError as dangling:
            error = dangling
        for repaired in self._repairs(reference, kind, source, keys) if repair else ():
            if pointer is not None:
                meant = pointers.from_keys(repaired.keys)
                self._diagnostics.warn(
                    "misspelled-reference",
                    pointer,
                    f"the reference {reference[:200]!r} leads nowhere; {meant!r} is used",
                    f"Write {meant!r}.",
                )
            return repaired
        raise error

    def find_recursive(self, source: Source, keys: tuple[str, ...]) -> Target:
        """Return what `$recursiveRef` at ``keys`` means (JSON Schema 2019-09 core, section 8.2.4.2).

        Raises:
            DanglingError: no schema around it can be meant.
        """
        for length in range(len(keys), -1, -1):
            node = pointers.follow(source.data, keys[:length])
            if isinstance(node, dict) and node.get("$recursiveAnchor") is True:
                return self._target(source, keys[:length], "schema")
        return self.find("#", "schema", source, keys)

    def _keys(self, file: Source, fragment: str) -> tuple[str, ...]:
        if fragment and not fragment.startswith("/"):
            named = file.identifiers.find("#" + fragment, (), file.data)
            if named is None:
                raise DanglingError(f"there is no anchor {fragment[:80]!r}")
            return named
        for keys in _readings(fragment):
            try:
                return file.find(moved_keys(file, keys))
            except KeyError:
                continue
        raise DanglingError("there is nothing at this place")

    def _through(self, file: Source, fragment: str) -> tuple[Source, tuple[str, ...]]:
        """Follow a pointer through a reference to another file that stands on its way.

        Raises:
            DanglingError: there is none, or it leads nowhere.
        """
        keys = pointers.to_keys(unquote(fragment))
        node: Any = file.data
        for index, key in enumerate(keys):
            try:
                node = pointers.child(node, key)
                continue
            except KeyError:
                through = node.get("$ref") if isinstance(node, dict) else None
            way = (str(file.place), keys[:index])
            if not isinstance(through, str) or way in self._ways:
                break
            self._ways.add(way)
            try:
                target = self.find(through, "", file, keys[:index])
            finally:
                self._ways.discard(way)
            rest = pointers.from_keys((*target.keys, *keys[index:]))[1:]
            return target.source, self._keys(target.source, rest)
        raise DanglingError("there is nothing at this place")

    def _target(self, file: Source, keys: tuple[str, ...], kind: str) -> Target:
        node = pointers.follow(file.data, keys)
        if file.is_root and not keys:
            raise DanglingError("it is the whole document")
        if not isinstance(node, dict) and not (kind == "schema" and isinstance(node, bool)):
            raise DanglingError("there is no object at this place")
        is_local = file.is_root and kind in SECTIONS and _can_stay(file, keys)
        return Target(str(file.place), keys, is_local, file, node)

    def _repairs(
        self, reference: str, kind: str, source: Source, keys: tuple[str, ...]
    ) -> Iterator[Target]:
        """Find what a misspelled reference can only mean."""
        for file in dict.fromkeys((source, self._sources.root)):
            for candidate in _candidates(reference, kind, keys):
                try:
                    yield self._target(file, file.find(candidate), kind)
                except (KeyError, DanglingError):
                    continue


def warn_dropped(
    diagnostics: Diagnostics,
    error: DanglingError,
    word: str,
    reference: object,
    pointer: str,
    kind: str,
) -> None:
    """Report a reference that leads nowhere, and is no more."""
    left = "anything fits here" if kind == "schema" else "what it stands for is missing"
    shown = repr(reference)
    diagnostics.warn(
        error.code,
        pointer,
        f"the {word} {shown[:200]} was removed: {error}; {left}",
        error.hint,
    )


def _readings(fragment: str) -> Iterator[tuple[str, ...]]:
    """Yield what a pointer in a URI fragment may mean; by RFC 6901 section 6, the first."""
    yield pointers.to_keys(unquote(fragment))
    # Keys may contain a percent sign themselves, and some writers encode the slash of a key.
    raw = pointers.to_keys(fragment)
    yield tuple(unquote(key) for key in raw)
    yield raw
    yield pointers.to_keys(fragment.rstrip("/"))


def _candidates(reference: str, kind: str, keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if reference in ("#", "#/", ""):
        # Meant is the schema around it, as in the file that it was once alone in.
        for around in _SCHEMA_SECTIONS:
            if kind == "schema" and keys[: len(around)] == around:
                yield keys[: len(around) + 1]
        return
    tokens = pointers.to_keys("#/" + unquote(reference.rpartition("#")[2]).strip("/"))
    is_local = reference.startswith("#")
    section, name = tokens[:-1], tokens[-1]
    if section:
        yield tokens  # A slash or a number sign is missing or too much.
    is_bare = not section and "." not in reference
    known = _known_sections(kind)
    if is_bare or (is_local and section in known):
        yield from ((*other, name) for other in known)


def _known_sections(kind: str) -> tuple[tuple[str, ...], ...]:
    sections: list[tuple[str, ...]] = []
    if kind in SECTIONS:
        sections.append(("components", SECTIONS[kind]))
    if kind in _OLD_SECTIONS:
        sections.append((_OLD_SECTIONS[kind],))
    return tuple(sections)


def _can_stay(file: Source, keys: tuple[str, ...]) -> bool:
    """Say whether a place in the root document is read as OpenAPI and survives the upgrade."""
    if file.version.startswith("2") and keys[0] != "definitions" and len(keys) > 2:
        return False
    return kind_at(file.data, keys) is not None
