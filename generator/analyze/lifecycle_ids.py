"""How the records of a place are told apart: the property and the parameter that name one, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.schemas import ArraySchema, IntegerSchema, NumberSchema, StringSchema, UnionSchema
from .behaviour import Identity, Parent
from .entities import fields_of, find_field, is_object, is_scalar, item_schema, plain
from .members import inner_place, is_tellable, member_at
from .other_names import other_names, told_name
from .places import Place, parameter_name
from .responses import resolve
from .words import singular, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..ir.api import Api
    from ..ir.operations import Parameter
    from ..ir.schemas import Property, Schema
    from .places import Facts, Paths

_KEYS_OF_OTHERS = ("login", "username", "slug", "key", "id", "uuid", "name")
_OWNERS = frozenset({"user", "org", "organization", "account", "customer", "profile"})
_NATURAL_KEYS = ["key", "code", "slug", "name", "number"]


def parents_of(
    place: Place,
    fields: Mapping[str, Property],
    names: Mapping[Place, str],
    paths: Paths,
    api: Api,
) -> tuple[Parent, ...]:
    """Return what the earlier parameters name; the first of two in a row is no id by itself."""
    found: list[Parent] = []
    for index, segment in enumerate(place.segments):
        if "{" in segment:
            parameter = parameter_name(segment)
            holder = Place(place.segments[:index])
            is_pair = all("{" in part for part in place.segments[index + 1 : index + 2])
            is_stored = Place((segment,)).is_item and not is_pair
            is_stored = is_stored and not _has_other_form(parameter, place, holder, paths, api)
            above = place.segments[index - 1] if index else ""
            noun = "" if "{" in above else singular(plain(above))
            own = _parent_place(place, fields, parameter, noun, api)
            found.append(Parent(parameter, names.get(holder, "") if is_stored else "", own))
    return tuple(found)


def _parent_place(
    place: Place, fields: Mapping[str, Property], parameter: str, noun: str, api: Api
) -> str:
    """Return where a record tells whose it is: ``user_id``, ``owner/login``, ``metadata/namespace``."""
    names = (plain(parameter), f"{noun}id")
    own = find_field(fields, *names)
    if own and plain(own) not in {"id", "uuid"}:
        if _is_value(fields[own].schema, api):
            return own
        return f"{own}/{key}" if (key := _key_of(fields[own], parameter, api)) else ""
    members = (noun, "owner") if noun in _OWNERS else (noun,) if noun else ()
    for name in members:
        member = find_field(fields, name)
        if not member or not is_tellable(member) or is_scalar(fields[member].schema, api):
            continue
        if _is_value(fields[member].schema, api):
            return member
        if key := _key_of(fields[member], parameter, api):
            return f"{member}/{key}"
    wanted = [name for name in names if name not in {"id", "uuid", "name"}]
    return inner_place(fields, _noun(place), api, *wanted)


def _is_value(schema: Schema, api: Api) -> bool:
    """Whether a property may be an id itself; what is expanded on demand may be that or an object."""
    found = resolve(schema, api)
    if isinstance(found, UnionSchema):
        return any(is_scalar(one, api) for one in found.variants)
    return not is_object(schema, api)


def _key_of(member: Property, parameter: str, api: Api) -> str:
    """Return the property by which an object inside a record tells another record; empty for no object."""
    inner = fields_of(member.schema, api) if is_object(member.schema, api) else {}
    key = find_field(inner, *split_words(parameter)[-1:], *_KEYS_OF_OTHERS)
    return key if key and is_tellable(key) else ""


def _noun(place: Place) -> str:
    return singular(plain(place.segments[-1])) if place.segments else ""


def _has_other_form(parameter: str, place: Place, holder: Place, paths: Paths, api: Api) -> bool:
    """Whether a parameter is no id of one record of ``holder``.

    It holds several ids, or it is a UUID, and what names the records is another parameter.
    """
    below = paths.below.get(holder, ())
    named = below[0].place.parameters[-1] if below else parameter
    asked = parameter_schema(parameter, (*paths.here.get(place, ()), *paths.below.get(place, ())))
    if asked is not None and isinstance(resolve(asked, api), ArraySchema):
        return True
    known = parameter_schema(named, below)
    return named != parameter and _is_uuid(asked, api) and not _is_uuid(known, api)


def _is_uuid(schema: Schema | None, api: Api) -> bool:
    found = resolve(schema, api) if schema is not None else None
    return isinstance(found, StringSchema) and found.format == "uuid"


def identity_of(place: Place, fields: Mapping[str, Property], paths: Paths, api: Api) -> Identity:
    """Return by which property and which parameter of the path a record is told from others.

    Args:
        place: where the records are listed or made.
        fields: the properties of a record.
        paths: what is at the places of the API.
        api: all of the API.
    """
    below = paths.below.get(place, ())
    parameter = below[0].place.parameters[-1] if below else ""
    asked = parameter_schema(parameter, below)
    values = {
        name: field
        for name, field in fields.items()
        if is_tellable(name)
        and not is_object(field.schema, api)
        and item_schema(field.schema, api) is None
    }
    noun = _noun(place)
    wanted = [plain(parameter or paths.parameter.get(place, ""))]
    if wanted[0] == "username":
        wanted.append("login")
    if wanted[0].startswith(noun) and wanted[0] != noun:
        wanted.append(wanted[0].removeprefix(noun))
    tail = split_words(parameter)[-1] if split_words(parameter) else ""
    wanted += [tail] if tail in _NATURAL_KEYS else []
    text = next((one.description for one in _parameters(below) if one.name == parameter), "")
    wanted += [told] if tail != "id" and (told := told_name(text)) else []
    asked_for = [*wanted]
    ids = [*wanted, "id", f"{noun}id"]
    wanted = [*ids, "uuid", "guid", "key", "slug"]
    wanted += [] if tail == "id" else _NATURAL_KEYS  # what is named by an id is not by its name
    if asked is not None and _is_number(asked, api):
        # What has another id is told apart by the number beside it.
        name = _named_by_number(values, ids, wanted, api) or (parameter if "id" in values else "")
    else:
        name = find_field(values, *asked_for)
        name = name or inner_place(fields, noun, api, *asked_for)
        name = name or find_field(values, *wanted)
    name = name or inner_place(fields, noun, api, *wanted) or "id"
    member = member_at(fields, name, api) if "/" in name or name in values else None
    schema = member.schema if member is not None else asked
    is_number = schema is not None and _is_number(schema, api)
    others = other_names(text, name, values)
    return Identity(name, parameter, "integer" if is_number else "string", others)


def _named_by_number(
    fields: Mapping[str, Property], ids: Sequence[str], others: Sequence[str], api: Api
) -> str:
    """Return the field that a number in the path names: a number, or else the text of an id that may spell one."""
    numbers = {name: field for name, field in fields.items() if _is_number(field.schema, api)}
    texts = {name: field for name, field in fields.items() if not _is_uuid(field.schema, api)}
    return find_field(numbers, *others) or find_field(texts, *ids)


def _is_number(schema: Schema, api: Api) -> bool:
    return isinstance(resolve(schema, api), IntegerSchema | NumberSchema)


def parameter_schema(name: str, below: Sequence[Facts]) -> Schema | None:
    """Return the schema of the first parameter of some operations that has a name."""
    return next((one.schema for one in _parameters(below) if one.name == name), None)


def _parameters(facts: Sequence[Facts]) -> Iterator[Parameter]:
    return (one for fact in facts for one in fact.operation.parameters)
