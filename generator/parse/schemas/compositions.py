"""What ``$ref``, ``allOf``, ``oneOf``, ``anyOf`` and the keywords beside them make together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ...frozen import dataclass
from ...ir.schemas import BASE, PART, PLAIN, VARIANT, IntersectionSchema, SchemaRef
from ...ir.values import ABSENT
from .enums import constant, convert_constants
from .keywords import ANNOTATING, COMPOSITION, is_null, shaping_keyword
from .names import variant_words
from .unions import convert_union

if TYPE_CHECKING:
    from ...ir.schemas import Schema, SchemaId
    from .keywords import Follow
    from .parser import SchemaParser
    from .site import Converter, Site
    from .unions import UnionKey

Member = tuple[str, Any]
"""A member schema with its pointer."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a composed schema that must hold at once; ``base_keyword`` names what the rest says."""

    reference: SchemaId | None
    base_keyword: str
    all_of: tuple[Member, ...]
    unions: tuple[tuple[UnionKey, tuple[Member, ...]], ...]

    @property
    def size(self) -> int:
        """How many parts there are."""
        return (
            (self.reference is not None)
            + bool(self.base_keyword)
            + len(self.all_of)
            + len(self.unions)
        )

    @property
    def lone_member(self) -> Member | None:
        """The one inline schema that the whole comes down to, if it does."""
        if self.size != 1:
            return None
        if self.all_of:
            return self.all_of[0]
        if self.unions and len(self.unions[0][1]) == 1:
            return self.unions[0][1][0]
        return None


def split(parser: SchemaParser, site: Site) -> Parts:
    """Take a composed schema apart."""
    node = site.node
    reference = None
    if "$ref" in node:
        reference = parser.refer(node["$ref"], site.pointer)
    base = shaping_keyword(node, parser.context.follow)
    inherited = node.get("type")
    inherited = inherited if isinstance(inherited, str) else ""
    all_of = tuple(
        (pointer, _typed(member, inherited) if _has_properties(member) else member)
        for pointer, member in _members(parser, site, "allOf", "")
    )
    unions = []
    keys: tuple[UnionKey, ...] = ("oneOf", "anyOf")
    for key in keys:
        variants = _members(parser, site, key, inherited)
        if variants and not (
            (base or all_of or reference)
            and not any(_shapes(variant, parser.context.follow) for _, variant in variants)
        ):
            unions.append((key, variants))
    if not base and not unions and isinstance(node.get("discriminator"), dict):
        base = "discriminator"
    return Parts(reference, base, all_of, tuple(unions))


def _members(parser: SchemaParser, site: Site, key: str, inherited: str) -> tuple[Member, ...]:
    """List the members of one keyword; those that say no type inherit that beside the keyword."""
    found = []
    for index, node in enumerate(parser.context.sequence(site.node, key, site.pointer)):
        pointer = f"{site.pointer}/{key}/{index}"
        if not isinstance(node, (dict, bool)):
            parser.context.wrong(pointer, f"a member of `{key}`", node, "a schema", "left out")
            continue
        found.append((pointer, _typed(node, inherited)))
    return tuple(found)


def _typed(node: object, inherited: str) -> object:
    if not inherited or not isinstance(node, dict) or "type" in node or is_null(node):
        return node
    return {"type": inherited, **node} if COMPOSITION.isdisjoint(node) else node


def _has_properties(node: object) -> bool:
    return isinstance(node, dict) and isinstance(node.get("properties"), dict)


def _shapes(node: object, follow: Follow) -> bool:
    """Whether a variant says more than which properties must be there."""
    if not isinstance(node, dict):
        return False
    keyword = shaping_keyword({key: node[key] for key in node if key != "required"}, follow)
    return bool(keyword) or not COMPOSITION.isdisjoint(node) or _has_own_type(node)


def _has_own_type(node: dict[str, Any]) -> bool:
    return node.get("type") not in (None, "object")


def select_part(parts: Parts) -> tuple[Converter, bool] | None:
    """Choose how to convert a composed schema, and whether it is hoisted where it stands inline.

    ``None`` where only the keywords beside the composition count.
    """
    if parts.size > 1:
        return partial(convert_intersection, parts=parts), True
    if parts.reference is not None:
        return partial(convert_reference, target=parts.reference), False
    if parts.unions:
        return select_union(*parts.unions[0])
    return None


def select_union(key: UnionKey, variants: tuple[Member, ...]) -> tuple[Converter, bool]:
    """Choose how to convert a lone ``oneOf`` or ``anyOf``, and whether it is hoisted.

    A schema or ``null`` is too little to deserve a name.
    """
    nodes = [node for _, node in variants]
    values = [constant(node) for node in nodes if not is_null(node)]
    if len(values) > 1 and ABSENT not in values:
        return partial(convert_constants, key=key, nodes=nodes), len(values) == len(nodes)
    return partial(convert_union, key=key, variants=variants), len(values) > 1


def convert_reference(_: SchemaParser, site: Site, target: SchemaId) -> Schema:
    """Convert ``$ref`` with nothing but annotations beside it."""
    return SchemaRef(target, site.annotations)


def convert_intersection(parser: SchemaParser, site: Site, parts: Parts) -> Schema:
    """Convert a schema of several parts: reference, ``allOf``, what stands beside, unions."""
    members: list[Schema] = []
    if parts.reference is not None:
        members.append(SchemaRef(parts.reference))
    words = variant_words(parser.context, site, [node for _, node in parts.all_of], PART)
    for (pointer, node), name in zip(parts.all_of, words, strict=True):
        members.append(parser.place(node, pointer, name, site.owner))
    if parts.base_keyword:
        members.append(_base(parser, site, parts))
    for key, variants in parts.unions:
        node = {key: site.node[key]}
        if isinstance(site.node.get("discriminator"), dict):
            node["discriminator"] = site.node["discriminator"]
        inner = site._replace(node=node, words=(*site.words, VARIANT), annotations=PLAIN)
        convert, _ = select_union(key, variants)
        members.append(parser.hoist(f"{site.pointer}/{key}", inner, convert))
    return IntersectionSchema(tuple(members), site.annotations)


def _base(parser: SchemaParser, site: Site, parts: Parts) -> Schema:
    """Convert what stands beside the composition; an object is defined under its first keyword."""
    drop = COMPOSITION | ANNOTATING | {"$defs", "definitions"}
    if parts.unions:
        drop |= {"discriminator"}
    node = {key: value for key, value in site.node.items() if key not in drop and key[:2] != "x-"}
    base = site._replace(node=node, words=(*site.words, BASE), annotations=PLAIN)
    return parser.place_site(base, f"{site.pointer}/{parts.base_keyword}")
