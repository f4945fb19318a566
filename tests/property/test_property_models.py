"""Models of drawn schemas take every valid value and give it back; jsonschema-rs says what is valid."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from model_factory import generate_models
from schema_strategies import documents
from twin._runtime.decoding import Decoder
from twin._runtime.errors import DecodeError
from twin._runtime.schema_keywords import canonical

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from pathlib import Path

_HOLDER = "#/components/schemas/Holder"
_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt].*")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("drawn")
    sys.path.insert(0, str(path))
    yield path
    sys.path.remove(str(path))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_valid_values_are_given_back(folder: Path, drawn: tuple[dict[str, Any], list[Any]]) -> None:
    schemas, values = drawn
    validator = jsonschema_rs.Draft202012Validator(
        {"$ref": _HOLDER, "components": {"schemas": schemas}}
    )
    holder = generate_models(schemas, folder).models.Holder
    decoder = Decoder(holder)
    for value in values:
        data = {"value": value}
        text = json.dumps(data).encode()
        decoded = decoder.from_json(text)  # takes anything
        if validator.is_valid(data):
            assert _same(decoded.to_dict(), data)
            assert _same(json.loads(decoded.to_json()), data)
            assert _same(holder.model_validate(data).to_dict(), data)
            assert _same(decoder.from_json(text, strict=True).to_dict(), data)
            assert _same(holder.model_validate(data, strict=True).to_dict(), data)
        else:
            with pytest.raises(DecodeError):
                decoder.from_json(text, strict=True)


def _same(left: Any, right: Any) -> bool:
    return _key(left) == _key(right)


def _key(value: Any) -> Hashable:
    return canonical(_with_instants(json.loads(json.dumps(value))))


def _with_instants(value: Any) -> Any:
    """Write times that mean the same instant in one way."""
    if isinstance(value, str) and _TIME.fullmatch(value):
        text = value.upper().replace("-00:00", "Z").replace("+00:00", "Z")
        return re.sub(r"(\.\d*?)0+(?=\D)", r"\1", text)
    if isinstance(value, list):
        return [_with_instants(item) for item in value]
    if isinstance(value, dict):
        return {name: _with_instants(item) for name, item in value.items()}
    return value
