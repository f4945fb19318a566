"""What models take and refuse: strictness, unions, the views of the two sides, undeclared properties."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from model_factory import generate_models
from pydantic import ValidationError
from twin._runtime.decoding import Decoder
from twin._runtime.errors import DecodeError
from twin._runtime.models import Unknown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

TEXT = {"type": "string"}


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ModuleType]:
    monkeypatch.syspath_prepend(str(tmp_path))

    def generate(**schemas: Any) -> ModuleType:
        return generate_models(schemas, tmp_path).models

    return generate


def an_object(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def decode(tp: Any, value: Any, *, strict: bool = False) -> Any:
    return Decoder(tp).from_json(json.dumps(value).encode(), strict=strict)


def refusal(tp: Any, value: Any) -> DecodeError:
    with pytest.raises(DecodeError) as caught:
        decode(tp, value, strict=True)
    return caught.value


# Strictness


def test_strict_holds_values_against_the_document(models: Callable[..., ModuleType]) -> None:
    line = an_object("count", count={"type": "integer", "minimum": 1})
    lines = {"type": "array", "items": line, "maxItems": 2}
    found = models(Order=an_object("lines", lines=lines, code={"type": "string", "pattern": "^A"}))
    assert refusal(found.Order, {"lines": [{"count": 0}]}).path == ("lines", 0, "count")
    assert "at least 1" in str(refusal(found.Order, {"lines": [{"count": 0}]}))
    assert refusal(found.Order, {"lines": [], "code": "B"}).path == ("code",)
    assert refusal(list[found.Order], [{"lines": []}, {}]).path == (1,)
    assert refusal(dict[str, found.Order], {"a": {}}).path == ("a",)
    assert decode(found.Order, {"lines": [{"count": 0}], "code": "B"}).code == "B"
    assert decode(found.Order | None, None, strict=True) is None
    assert decode(found.Order | None, {"lines": []}, strict=True).lines == []


def test_strict_validation_of_a_model(models: Callable[..., ModuleType]) -> None:
    found = models(Item=an_object("name", name={"type": "string", "maxLength": 2}))
    with pytest.raises(ValidationError) as caught:
        found.Item.model_validate({"name": "long"}, strict=True)
    assert caught.value.errors()[0]["loc"] == ("name",)
    assert caught.value.errors()[0]["ctx"]["keyword"] == "maxLength"
    with pytest.raises(ValidationError, match="at most 2"):
        found.Item.model_validate_json('{"name": "long"}', strict=True)
    with pytest.raises(ValidationError):
        found.Item.model_validate_json("{", strict=True)
    assert found.Item.model_validate({"name": "ok"}, strict=True).name == "ok"
    assert found.Item.model_validate({"name": "long"}).name == "long"


def test_keywords_with_senseless_values_refuse_nothing(models: Callable[..., ModuleType]) -> None:
    odd = {"type": "string", "maxLength": "x", "pattern": "(", "enum": 3, "multipleOf": 0}
    found = models(Item=an_object(value=odd, number={"type": "number", "multipleOf": 0}))
    assert decode(found.Item, {"value": "a", "number": 1}, strict=True).number == 1


# Unions


def test_discriminator_with_several_values(models: Callable[..., ModuleType]) -> None:
    pet = an_object("kind", kind=TEXT, name=TEXT)
    mapping = {"cat": "Cat", "dog": "#/components/schemas/Dog", "puppy": "Dog"}
    union = {
        "oneOf": [ref("Cat"), ref("Dog")],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    found = models(Cat=pet, Dog=pet, Owner=an_object(pet=union))
    for kind, model in (("cat", found.Cat), ("dog", found.Dog), ("puppy", found.Dog)):
        data = {"pet": {"kind": kind, "name": "a"}}
        assert type(decode(found.Owner, data).pet) is model
        assert type(decode(found.Owner, data, strict=True).pet) is model
    stranger = {"pet": {"kind": "bird", "wings": 2}}
    assert isinstance(decode(found.Owner, stranger).pet, Unknown)
    assert decode(found.Owner, stranger).to_dict() == stranger
    assert "none of the alternatives" in str(refusal(found.Owner, stranger))


def test_names_of_components_tell_equal_objects_apart(models: Callable[..., ModuleType]) -> None:
    pet = an_object("kind", kind=TEXT)
    union = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}}
    found = models(Cat=pet, Dog=pet, Owner=an_object(pet=union))
    assert type(decode(found.Owner, {"pet": {"kind": "Dog"}}).pet) is found.Dog


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ({"const": "a"}, {"const": "b"}, "b"),
        ({"enum": ["a", "c"]}, {"enum": ["b", "d"]}, "d"),
        ({"const": True}, {"const": False}, False),
        ({"const": 1}, {"const": 2}, 2),
    ],
)
def test_inferred_discriminators(
    first: Any, second: Any, value: Any, models: Callable[..., ModuleType]
) -> None:
    found = models(
        First=an_object(kind=first, x=TEXT),
        Second=an_object(kind=second, x=TEXT),
        Both=an_object(one={"anyOf": [ref("First"), ref("Second")]}),
    )
    assert type(decode(found.Both, {"one": {"kind": value, "x": "1"}}).one) is found.Second
    assert isinstance(decode(found.Both, {"one": {"kind": "zz", "x": "1"}}).one, Unknown)


def test_variants_of_one_tag_go_by_what_else_they_say(models: Callable[..., ModuleType]) -> None:
    message = {"const": "message"}
    union = {
        "oneOf": [ref("Asked"), ref("Answered"), ref("Called")],
        "discriminator": {"propertyName": "kind"},
    }
    found = models(
        Asked=an_object("kind", "role", kind=message, role={"enum": ["user", "system"]}, x=TEXT),
        Answered=an_object("kind", "role", kind=message, role={"const": "assistant"}, x=TEXT),
        Called=an_object("kind", kind={"const": "call"}, x=TEXT),
        Holder=an_object(one=union),
    )
    for role, variant in (("user", found.Asked), ("assistant", found.Answered)):
        data = {"one": {"kind": "message", "role": role, "x": "1"}}
        assert type(decode(found.Holder, data).one) is variant
        assert type(found.Holder.model_validate(data, strict=True).one) is variant
    for one in ({"kind": "message", "role": "nobody"}, {"kind": "other", "role": "user"}):
        with pytest.raises(DecodeError):
            Decoder(found.Holder).from_json(json.dumps({"one": one}).encode(), strict=True)


def test_required_properties_tell_variants_apart(models: Callable[..., ModuleType]) -> None:
    union = {"oneOf": [ref("First"), ref("Second")]}
    found = models(
        First=an_object("a", a=TEXT, x=TEXT), Second=an_object("b", b=TEXT, x=TEXT), Both=union
    )
    holder = models(
        First=an_object("a", a=TEXT, x=TEXT),
        Second=an_object("b", b=TEXT, x=TEXT),
        Holder=an_object(one=union),
    )
    assert type(decode(holder.Holder, {"one": {"b": "1", "x": "2"}}).one) is holder.Second
    assert type(decode(found.Both, {"b": "1"})) is found.Second


# The views of the two sides


def test_sides_demand_only_what_they_see(models: Callable[..., ModuleType]) -> None:
    user = an_object(
        "id",
        "password",
        "name",
        id={**TEXT, "readOnly": True},
        password={**TEXT, "writeOnly": True},
        name=TEXT,
    )
    group = an_object(users={"type": "array", "items": ref("User")})
    found = models(User=user, Group=group)
    response = {"id": "1", "name": "a"}
    assert found.User.model_validate(response, strict=True).password is None
    assert found.User.model_validate(response).to_dict() == response
    with pytest.raises(ValidationError):
        found.User.model_validate({"name": "a"}, strict=True)


# Undeclared properties


def test_undeclared_properties_have_their_type(models: Callable[..., ModuleType]) -> None:
    tree = {**an_object("name", name=TEXT), "additionalProperties": ref("Tree")}
    moments = {
        **an_object(name=TEXT),
        "additionalProperties": {"type": "string", "format": "date-time"},
    }
    found = models(Tree=tree, Moments=moments)
    data = {"name": "a", "b": {"name": "c", "d": {"name": "e"}}}
    read = decode(found.Tree, data)
    assert type(read.b.d) is found.Tree
    assert read.to_dict() == data
    broken = {"b": {"name": "c"}, "x": 5}
    assert type(decode(found.Tree, broken).b) is found.Tree
    assert decode(found.Tree, broken).to_dict() == broken
    when = {"name": "a", "at": "2024-01-01T00:00:00Z", "odd": "noon"}
    assert decode(found.Moments, when).at.year == 2024
    assert decode(found.Moments, when).to_dict() == when


# Exactness where it is easily lost


def test_wire_names_never_become_attributes(models: Callable[..., ModuleType]) -> None:
    found = models(Options=an_object(maxTokens={"type": "integer"}))
    data = {"max_tokens": "x", "maxTokens": 2}
    assert decode(found.Options, data).max_tokens == 2
    assert decode(found.Options, data).to_dict() == data
    assert found.Options(max_tokens=1).to_dict() == {"maxTokens": 1}


@pytest.mark.parametrize("text", ["1", "0", "2024-01-01T00:00:00", "noon", "1e3"])
def test_texts_that_are_no_times_stay(text: str, models: Callable[..., ModuleType]) -> None:
    kinds = {name: {"type": "string", "format": name} for name in ("date-time", "date")}
    found = models(Times=an_object(**{**kinds, "": TEXT}))
    data = {"date-time": text, "date": text, "": text}
    assert decode(found.Times, data).to_dict() == data
    assert found.Times.model_validate(data).to_dict() == data


@pytest.mark.parametrize("number", [2**53 + 1, -(2**70), 0.1, 5, 1e300])
def test_numbers_stay(number: float, models: Callable[..., ModuleType]) -> None:
    found = models(Value=an_object(n={"type": "number"}))
    assert decode(found.Value, {"n": number}).to_dict() == {"n": number}


def test_what_extends_an_object_stands_where_it_is_meant(
    models: Callable[..., ModuleType],
) -> None:
    mapping = {"cat": "Cat", "pet": "Pet"}
    base = {
        **an_object("kind", kind=TEXT),
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    found = models(
        Pet=base,
        Cat={"allOf": [ref("Pet"), an_object(lives={"type": "integer"})]},
        Dog={"allOf": [ref("Pet"), an_object(friends={"type": "array", "items": ref("Pet")})]},
        Owner=an_object(pet=ref("Pet")),
    )
    cat = decode(found.Owner, {"pet": {"kind": "cat", "lives": 9}}).pet
    assert type(cat) is found.Cat
    dog = decode(found.Owner, {"pet": {"kind": "Dog", "friends": [{"kind": "cat"}]}}).pet
    assert type(dog.friends[0]) is found.Cat
    for kind in ("pet", "newt"):
        data = {"pet": {"kind": kind, "legs": 4}}
        assert type(decode(found.Owner, data).pet) is found.Pet
        assert decode(found.Owner, data).to_dict() == data


def test_strict_refuses_what_is_too_deep_to_judge(models: Callable[..., ModuleType]) -> None:
    tree = models(Tree=an_object(child=ref("Tree"))).Tree
    value: dict[str, Any] = {}
    for _ in range(900):
        value = {"child": value}
    assert "too deep" in str(refusal(tree, value))
