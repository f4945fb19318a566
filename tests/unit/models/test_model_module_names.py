"""Modules of models are names of their package, which uses names itself."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from model_factory import Generated, generate_models

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = ("Getattr", "Globals", "ImportModule", "List", "Object", "Sorted", "Str", "Thing")


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generated]:
    folder = tmp_path_factory.mktemp("shadows")
    sys.path.insert(0, str(folder))
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    yield generate_models(dict.fromkeys(_NAMES, schema), folder)
    sys.path.remove(str(folder))


def test_models_can_be_called_like_what_their_package_uses(generated: Generated) -> None:
    models: Any = importlib.import_module(generated.models.__name__)
    for name in _NAMES:
        assert getattr(models, name)(a="b").a == "b"
    assert set(_NAMES) < set(dir(models))


def test_all_that_the_package_uses_is_kept_free(generated: Generated) -> None:
    text = Path(str(generated.models.__file__)).read_text(encoding="utf-8")
    code = re.sub(r'"(?:[^"\\]|\\.)*"', "", text.partition("def __getattr__")[2])
    modules = set(generated.models._MODULES.values())
    assert modules.isdisjoint(re.findall(r"[a-z_]+", code))
