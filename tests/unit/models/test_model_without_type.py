"""Keywords of lists, maps, texts and numbers without ``type``: they say nothing of other values."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from model_factory import Generated, generate_models
from pydantic import ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = {"type": "string"}
_FIELDS: dict[str, Any] = {
    "map": {"additionalProperties": _TEXT},
    "maps": {"additionalProperties": {"type": "object", "properties": {"q": _TEXT}}},
    "list": {"items": _TEXT},
    "lists": {"items": {"items": {"type": "integer"}}},
    "pair": {"prefixItems": [_TEXT, {"type": "integer"}]},
    "text": {"minLength": 2},
    "start": {"pattern": "^a"},
    "number": {"minimum": 3},
    "many": {"type": "array", "items": {"maxItems": 1, "items": _TEXT}},
}
_VALUES = [None, True, 5, 2.5, "a", "bc", [], ["a"], [1], [["x"]], {}, {"k": "s"}, {"k": {"q": 1}}]


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generated]:
    folder = tmp_path_factory.mktemp("typeless")
    sys.path.insert(0, str(folder))
    yield generate_models({"Holder": {"type": "object", "properties": _FIELDS}}, folder)
    sys.path.remove(str(folder))


@pytest.mark.parametrize("name", _FIELDS)
def test_valid_values_are_taken_and_given_back(generated: Generated, name: str) -> None:
    model = generated.models.Holder
    judge = jsonschema_rs.Draft202012Validator(_FIELDS[name])
    valid = [value for value in _VALUES if judge.is_valid(value)]
    assert 0 < len(valid) < len(_VALUES)
    for value in valid:
        data = {name: value}
        assert model.model_validate(data).to_dict() == data
        assert model.model_validate(data, strict=True).to_dict() == data
        assert model.model_validate_json(json.dumps(data)).to_dict() == data
        assert model.model_validate_json(json.dumps(data), strict=True).to_dict() == data


@pytest.mark.parametrize("name", _FIELDS)
def test_strict_refuses_all_others(generated: Generated, name: str) -> None:
    judge = jsonschema_rs.Draft202012Validator(_FIELDS[name])
    for value in _VALUES:
        if not judge.is_valid(value):
            with pytest.raises(ValidationError):
                generated.models.Holder.model_validate({name: value}, strict=True)


def test_what_the_types_refuse_and_the_document_too_is_refused(generated: Generated) -> None:
    for read in (generated.models.Holder.model_validate, lambda data: _read_text(generated, data)):
        with pytest.raises(ValidationError):
            read({"list": [1], "text": 5})
    with pytest.raises(ValidationError):
        generated.models.Holder.model_validate({"map": 5, "more": 1}, extra="forbid")


def _read_text(generated: Generated, data: Any) -> Any:
    return generated.models.Holder.model_validate_json(json.dumps(data))
