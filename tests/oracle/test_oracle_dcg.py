"""The same schemas and values through the models of datamodel-code-generator.

Where both say the same of a value, neither has misread the keyword. Where they differ, the difference is
listed below with its reason; an entry that no longer holds fails.
"""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from datamodel_code_generator import DataModelType, Formatter, InputFileType, generate
from keyword_probes import PROBES, document_of_probes
from model_factory import generate_models
from pydantic import BaseModel, ValidationError
from twin._runtime.decoding import Decoder
from twin._runtime.errors import DecodeError
from twin._runtime.schema_keywords import canonical

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

_UNREAD = "not read: everything is taken"
_DROPPED = "properties that are not declared are dropped"
_FORMAT = "texts are held to their format, and given back in another spelling"

# Keyword of the probe -> what the other generator does otherwise.
DIFFERENCES = {
    "uniqueItems": _UNREAD,
    "required (not declared)": f"{_UNREAD}; {_DROPPED}",
    "dependentRequired": f"{_UNREAD}; {_DROPPED}",
    "dependentSchemas": f"{_UNREAD}; {_DROPPED}",
    "properties": _DROPPED,
    "contains": _UNREAD,
    "minContains": _UNREAD,
    "maxContains": _UNREAD,
    "oneOf (more than one)": "the first variant that fits is taken",
    "oneOf (told apart by format)": _FORMAT,
    "not": _UNREAD,
    "if, then, else": f"{_UNREAD}; {_DROPPED}",
    "format: date-time": _FORMAT,
    "format: date": _FORMAT,
    "format (others)": _FORMAT,
    "deprecated": "a component that is deprecated and no object cannot be set",
    "writeOnly": "responses are refused that lack what only requests have",
}


class Said(NamedTuple):
    """What models say of a value: taken or not, and given back equal."""

    taken: bool
    given_back: bool


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("oracle")


@pytest.fixture
def ours(folder: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(folder))
    return generate_models(document_of_probes(), folder).models


@pytest.fixture
def theirs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(folder))
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Test", "version": "1"},
        "paths": {},
        "components": {"schemas": document_of_probes()},
    }
    text = generate(
        document,
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        formatters=[Formatter.BUILTIN],
    )
    assert isinstance(text, str)
    (folder / "models_of_dcg.py").write_text(text, "utf-8")
    importlib.invalidate_caches()
    return importlib.import_module("models_of_dcg")


def test_both_say_the_same(ours: ModuleType, theirs: ModuleType) -> None:
    differing = {
        probe.keyword
        for index, probe in enumerate(PROBES)
        for value in (*probe.valid, *probe.invalid)
        if _ask_ours(getattr(ours, f"Holder{index}"), {"value": value})
        != _ask_theirs(getattr(theirs, f"Holder{index}"), {"value": value})
    }
    assert differing == set(DIFFERENCES)


def _ask_ours(holder: type[BaseModel], data: dict[str, Any]) -> Said:
    try:
        read = Decoder(holder).from_json(json.dumps(data).encode(), strict=True)
    except DecodeError:
        return Said(taken=False, given_back=False)
    return Said(taken=True, given_back=canonical(read.to_dict()) == canonical(data))


def _ask_theirs(holder: type[BaseModel], data: dict[str, Any]) -> Said:
    try:
        read = holder.model_validate_json(json.dumps(data))
    except (ValidationError, AttributeError):  # the latter: a deprecated component cannot be set
        return Said(taken=False, given_back=False)
    dumped = read.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return Said(taken=True, given_back=canonical(dumped) == canonical(data))
