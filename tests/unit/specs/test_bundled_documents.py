"""The documents under ``specs/`` are sound, as judged by openapi-spec-validator and jsonschema-rs."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from jsonschema_rs import Draft202012, Draft202012Validator, Registry
from openapi_spec_validator import validate

SPECS = Path(__file__).parents[3] / "specs"
CUADRA = "cuadra/openapi.json"
BOOKSHOP = "bookshop/openapi.yaml"
METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
PROVENANCES = frozenset({"seed", "page", "index", "inferred"})

# Keywords whose value is data, in which words like "schema" mean nothing.
DATA = frozenset({"example", "examples", "default", "const", "enum"})
# Keywords whose value maps free names to objects, so that a name may equal a keyword.
NAME_MAPS = frozenset(
    {"properties", "patternProperties", "$defs", "schemas", "responses", "parameters"}
)

Json = Any  # what json.loads returns


def read(name: str) -> Json:
    text = (SPECS / name).read_text(encoding="utf-8")
    return json.loads(text) if name.endswith(".json") else yaml.safe_load(text)


@pytest.fixture(scope="module", params=[CUADRA, BOOKSHOP])
def document(request: pytest.FixtureRequest) -> Json:
    return read(request.param)


def operations(document: Json) -> Iterator[tuple[str, Json, Json]]:
    """Yield the label, the path item and the operation object of each operation."""
    for path, item in document["paths"].items():
        for method in sorted(METHODS & item.keys()):
            yield f"{method} {path}", item, item[method]


def child(pointer: str, key: object) -> str:
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def illustrations(
    node: Json, pointer: str = "", is_map: bool = False
) -> Iterator[tuple[str, str, Json]]:
    """Yield (pointer of the schema, pointer of the value, value) of every example and default."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from illustrations(item, child(pointer, index))
    if not isinstance(node, dict):
        return
    if not is_map:
        yield from own_illustrations(node, pointer)
    for key, value in node.items():
        if is_map or key not in DATA:
            below_is_map = not is_map and key in NAME_MAPS and isinstance(value, dict)
            yield from illustrations(value, child(pointer, key), below_is_map)


def own_illustrations(node: Json, pointer: str) -> Iterator[tuple[str, str, Json]]:
    schema = child(pointer, "schema") if "schema" in node else pointer
    # A server variable has a default too, but no schema to hold it against.
    keys = ("example",) if "/variables/" in pointer else ("example", "default")
    for key in keys:
        if key in node:
            yield schema, child(pointer, key), node[key]
    examples = node.get("examples", [])
    if isinstance(examples, list):
        for index, value in enumerate(examples):
            yield schema, f"{pointer}/examples/{index}", value
    else:
        for name, example in examples.items():
            yield schema, f"{child(f'{pointer}/examples', name)}/value", example["value"]


def faults(document: Json) -> tuple[int, list[str]]:
    """Return how many values were checked and a line for each that its schema rejects."""
    registry = Registry([("urn:document", document)], draft=Draft202012)
    checked, lines = 0, []
    for schema, place, value in illustrations(document):
        reference = {"$ref": "urn:document#" + quote(schema, safe="/~$")}
        validator = Draft202012Validator(reference, validate_formats=True, registry=registry)
        checked += 1
        lines += [f"{place}: {error.message}" for error in validator.iter_errors(value)]
    return checked, lines


def test_document_is_valid_openapi(document: Json) -> None:
    validate(document)


def test_examples_and_defaults_satisfy_their_schemas(document: Json) -> None:
    checked, rejected = faults(document)
    assert rejected == []
    assert checked >= 25


def test_a_wrong_example_would_be_noticed() -> None:
    document = read(BOOKSHOP)
    document["components"]["schemas"]["Book"]["examples"][0]["published_on"] = "2024-02-30"
    assert [line.split(":")[0] for line in faults(document)[1]] == [
        "/components/schemas/Book/examples/0"
    ]


def test_operation_ids_are_unique(document: Json) -> None:
    ids = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(ids) == len(set(ids))


def test_every_operation_uses_declared_tags(document: Json) -> None:
    declared = {tag["name"] for tag in document["tags"]}
    for label, _, operation in operations(document):
        assert operation["tags"], label
        assert set(operation["tags"]) <= declared, label


def test_cuadra_has_all_operations_with_their_provenance() -> None:
    found = list(operations(read(CUADRA)))
    assert len(found) == 52
    assert {
        label: op.get("x-provenance")
        for label, _, op in found
        if op.get("x-provenance") not in PROVENANCES
    } == {}


def test_cuadra_is_pretty_printed_json() -> None:
    text = (SPECS / CUADRA).read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def test_bookshop_operations_declare_the_errors_they_can_give() -> None:
    document = read(BOOKSHOP)
    for label, item, operation in operations(document):
        secured = bool(operation.get("security", document["security"]))
        takes_input = bool({"parameters", "requestBody"} & (item.keys() | operation.keys()))
        assert ("401" in operation["responses"]) is secured, label
        assert ("422" in operation["responses"]) is takes_input, label


def test_build_list_names_the_bundled_documents() -> None:
    builds = tomllib.loads((SPECS / "twinspec.toml").read_text(encoding="utf-8"))["build"]
    generated = SPECS.parent / "generated"
    assert {build["spec"] for build in builds} == {CUADRA, BOOKSHOP}
    for build in builds:
        assert (SPECS / build["output"]).resolve() == generated / build["package"]
