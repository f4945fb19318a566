"""Generated models against the JSON Schema Test Suite: what they take, give back and refuse."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import json_schema_suite as suite
import pytest
from model_factory import generate_models
from twin._runtime.decoding import Decoder
from twin._runtime.errors import DecodeError
from twin._runtime.schema_keywords import canonical

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    suite.folder() is None, reason=f"{suite.VARIABLE} names no folder of the JSON Schema Test Suite"
)


class Verdict(NamedTuple):
    """What became of one instance."""

    what: str
    valid: bool
    given_back: bool
    taken_strictly: bool


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    folder = tmp_path_factory.mktemp("suite")
    sys.path.insert(0, str(folder))
    try:
        return [
            verdict
            for keyword in suite.keywords()
            for number, group in enumerate(suite.groups(keyword))
            for verdict in _judge(keyword, number, group, folder)
        ]
    finally:
        sys.path.remove(str(folder))


def _judge(keyword: str, number: int, group: suite.Group, folder: Path) -> list[Verdict]:
    generated = generate_models(
        suite.components(group, f"https://suite.test/{keyword}/{number}"), folder
    )
    decoder = Decoder(generated.models.Holder)
    return [
        Verdict(
            f"{keyword}: {group.description}: {case.description}",
            case.valid,
            _is_given_back(decoder, case.instance),
            _is_taken(decoder, case.instance),
        )
        for case in group.cases
    ]


def _is_given_back(decoder: Decoder, instance: Any) -> bool:
    back = decoder.from_json(_held(instance)).to_dict()
    return canonical(json.loads(json.dumps(back))) == canonical({"value": instance})


def _is_taken(decoder: Decoder, instance: Any) -> bool:
    try:
        decoder.from_json(_held(instance), strict=True)
    except DecodeError:
        return False
    return True


def _held(instance: Any) -> bytes:
    return json.dumps({"value": instance}).encode()


def test_every_valid_instance_is_given_back(verdicts: list[Verdict]) -> None:
    assert len(verdicts) > 1000
    assert [one.what for one in verdicts if one.valid and not one.given_back] == []


def test_strict_refuses_every_invalid_instance(verdicts: list[Verdict]) -> None:
    assert [one.what for one in verdicts if not one.valid and one.taken_strictly] == []


def test_strict_takes_every_valid_instance(verdicts: list[Verdict]) -> None:
    assert [one.what for one in verdicts if one.valid and not one.taken_strictly] == []
