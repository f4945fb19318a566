"""Objects of which the document does not say that they are: other JSON values are valid as well."""

from __future__ import annotations

import json

import pytest
from pydantic import TypeAdapter, ValidationError

FOLDER = {
    "properties": {
        "name": {"type": "string"},
        "size": {"type": "integer"},
        "child": {"$ref": "#/components/schemas/Folder"},
    },
    "required": ["name"],
}
OTHERS = [None, True, 5, 0.5, "text", [1], [{"name": "a"}]]


@pytest.fixture
def models(build):
    holder = {
        "type": "object",
        "properties": {
            "one": {"$ref": "#/components/schemas/Folder"},
            "many": {"type": "array", "items": {"$ref": "#/components/schemas/Folder"}},
            "either": {"anyOf": [{"$ref": "#/components/schemas/Folder"}, {"type": "string"}]},
        },
    }
    return build({"Folder": FOLDER, "Holder": holder}).models


@pytest.mark.parametrize("value", OTHERS)
def test_other_values_are_taken_as_they_are(models, value):
    assert models.Folder.model_validate(value) == value
    assert models.Folder.model_validate_json(json.dumps(value)) == value


@pytest.mark.parametrize("value", [*OTHERS, {"name": "a"}, {"name": "a", "child": 7}])
def test_other_values_are_given_back(models, value):
    data = {"one": value, "many": [value], "either": value}
    for read in (
        models.Holder.model_validate(data),
        models.Holder.model_validate_json(json.dumps(data)),
    ):
        assert read.to_dict() == data
        assert json.loads(read.to_json()) == data


def test_objects_are_read_as_ever(models):
    folder = models.Folder.model_validate({"name": "a", "child": {"name": "b", "child": 1}})
    assert isinstance(folder.child, models.Folder)
    assert folder.child.child == 1


def test_objects_are_judged_as_ever(models):
    for read in (models.Folder, models.Folder.model_validate):
        with pytest.raises(ValidationError) as refused:
            read(size=1) if read is models.Folder else read({"size": 1})
        assert [one["loc"] for one in refused.value.errors()] == [("name",)]
    with pytest.raises(ValidationError):
        models.Folder.model_validate_json('{"size": 1}')


def test_a_type_is_taken_at_its_word(build):
    models = build({"Typed": {"type": "object", **FOLDER}}).models
    with pytest.raises(ValidationError):
        models.Typed.model_validate(5)


@pytest.mark.parametrize("beside", [{"$ref": "#/components/schemas/Typed"}, {"type": "object"}])
def test_a_type_that_any_member_says_counts(build, beside):
    typed = {"type": "object", "properties": {"id": {"type": "string"}}}
    whole = {"allOf": [FOLDER, beside], "type": "object"}
    models = build({"Typed": typed, "Folder": FOLDER, "Whole": whole}).models
    with pytest.raises(ValidationError):
        models.Whole.model_validate(5)


def test_adapters_take_them_too(models):
    adapter = TypeAdapter(list[models.Folder])
    assert adapter.validate_python([5, {"name": "a"}]) == [5, models.Folder(name="a")]


def test_the_json_schema_is_that_of_the_object(models):
    found = models.Holder.model_json_schema()["$defs"]["FolderObject"]
    assert found["required"] == ["name"]
    assert found["properties"]["size"]["anyOf"] == [{"type": "integer"}, {"type": "null"}]
