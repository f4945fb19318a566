"""What names a record, and what only narrows a list: inferred from paths, descriptions and envelopes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.analyze.lifecycle import lifecycle
from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.source import resolve
from generator.source.loader import parse_document

_TEXT = {"type": "string"}


def _infer(paths: dict[str, Any]) -> dict[str, Any]:
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    found = Diagnostics()
    content = json.dumps(document).encode()
    api = parse(resolve(parse_document("memory:openapi.json", content, found), found), found)
    calls = {one.pointer: one.operation_id for one in api.operations}
    told: dict[str, Any] = json.loads(json.dumps(lifecycle(api).to_json(calls)))
    return told


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _operation(
    name: str, answer: dict[str, Any] | None = None, *parameters: dict[str, Any]
) -> dict[str, Any]:
    content = {"content": {"application/json": {"schema": answer}}} if answer else {}
    return {
        "operationId": name,
        "parameters": [*parameters],
        "responses": {"200": {"description": "", **content}},
    }


def _in(place: str, name: str, said: str = "", **schema: Any) -> dict[str, Any]:
    required = {"name": name, "in": place, "required": True, "schema": schema or _TEXT}
    return {**required, "description": said} if said else required


def test_a_parameter_behind_which_there_is_only_a_list_narrows_it() -> None:
    rows = {"type": "array", "items": _object(id=_TEXT, kind=_TEXT)}
    told = _infer(
        {
            "/entries": {"get": _operation("all", rows)},
            "/entries/{kind}": {"get": _operation("some", rows, _in("path", "kind"))},
        }
    )
    assert [told["operations"][call]["role"] for call in ("all", "some")] == ["list", "list"]
    narrowed = told["resources"][told["operations"]["some"]["resource"]]
    assert narrowed["path"] == "/entries/{kind}"
    assert narrowed["parents"][0]["resource"] == ""


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("The name of the repository without `.git`", "name"),
        ("Unique slug for it.", "slug"),
        ("The repository", "id"),
        ("", "id"),
    ],
)
def test_a_description_says_what_a_path_holds(said: str, field: str) -> None:
    entity = _object(id={"type": "integer"}, name=_TEXT, slug=_TEXT)
    told = _infer({"/repos/{repo}": {"get": _operation("get", entity, _in("path", "repo", said))}})
    assert told["resources"]["repos"]["id"]["field"] == field


def test_the_only_property_of_an_answer_holds_the_record() -> None:
    entity = _object(ssh_key=_object(id=_TEXT, fingerprint=_TEXT))
    key = _in("path", "key", "Either the ID or the fingerprint of the key")
    told = _infer({"/account/keys/{key}": {"get": _operation("get", entity, key)}})
    assert told["operations"]["get"]["wrapper"] == "ssh_key"
    assert told["resources"]["account.keys"]["other_names"] == ["fingerprint"]


def test_a_list_that_asks_for_ids_tells_nobody_one() -> None:
    entity = _object(id=_TEXT)
    rows = {"type": "array", "items": entity}
    ids = _in("query", "id", type="array", items=_TEXT)
    told = _infer(
        {
            "/people": {"get": _operation("list", rows, ids)},
            "/people/{id}": {"get": _operation("get", entity, _in("path", "id"))},
        }
    )
    assert told["resources"]["people"]["origin"] == "open"


def test_a_parameter_that_anything_could_have_links_nothing() -> None:
    entity = _object(id=_TEXT)
    identity, above = _in("path", "id"), _in("path", "shop")
    told = _infer(
        {
            "/pets/{id}": {"get": _operation("pet", entity, identity)},
            "/shops/{shop}": {"get": _operation("shop", entity, above)},
            "/shops/{shop}/owners/{id}": {"get": _operation("owner", entity, above, identity)},
        }
    )
    assert "association" not in told["resources"]["shops.owners"]


@pytest.mark.parametrize("holder", ["metadata", "datasetReference"])
def test_an_id_may_stand_in_a_member_that_tells_what_a_record_is(holder: str) -> None:
    entity = _object(**{holder: _object(name=_TEXT), "other": _object(id=_TEXT, name=_TEXT)})
    told = _infer({"/datasets/{name}": {"get": _operation("get", entity, _in("path", "name"))}})
    assert told["resources"]["datasets"]["id"]["field"] == f"{holder}/name"


def test_the_name_of_something_else_in_a_record_is_no_id() -> None:
    entity = _object(customer=_object(name=_TEXT), amount={"type": "integer"})
    told = _infer({"/refunds/{name}": {"get": _operation("get", entity, _in("path", "name"))}})
    assert told["resources"]["refunds"]["id"]["field"] == "id"


def test_a_name_with_a_slash_is_no_place() -> None:
    entity = _object(**{"metadata": _object(**{"na/me": _TEXT}), "na/me": _TEXT})
    told = _infer({"/things/{name}": {"get": _operation("get", entity, _in("path", "name"))}})
    assert told["resources"]["things"]["id"]["field"] == "id"


@pytest.mark.parametrize(
    ("member", "field"),
    [
        (_object(id=_TEXT), "transfer/id"),
        ({"anyOf": [_TEXT, _object(id=_TEXT)]}, "transfer"),
        (_object(amount={"type": "integer"}), ""),
    ],
)
def test_where_a_record_tells_whose_it_is(member: dict[str, Any], field: str) -> None:
    entity = _object(id=_TEXT, transfer=member)
    above, key = _in("path", "id"), _in("path", "reversal")
    path = "/transfers/{id}/reversals/{reversal}"
    told = _infer({path: {"get": _operation("get", entity, above, key)}})
    assert told["resources"]["transfers.reversals"]["parents"][0]["field"] == field
