"""An id that an API tells a caller leads to a record, wherever a path asks for it."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_TEXT = {"type": "string"}
_NOTHING = {"description": ""}


def _body(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _id(name: str, schema: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": schema or _TEXT}


def _operation(
    name: str,
    answers: dict[str, Any],
    *parameters: dict[str, Any],
    sent: dict[str, Any] | None = None,
) -> dict[str, Any]:
    request = {"requestBody": _body(sent)} if sent else {}
    return {"operationId": name, "parameters": [*parameters], **request, "responses": answers}


def _client(prepare: Any, paths: dict[str, Any], **schemas: Any) -> httpx2.Client:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }
    mock = prepare(document).mock(seed=3)
    return httpx2.Client(transport=mock.transport(), base_url="http://x")


def test_a_record_that_is_a_collection_as_well_is_made_read_and_has_parts(prepare: Any) -> None:
    key = _object(id=_TEXT, kind=_TEXT)
    name, version = _id("name"), _id("version")
    paths = {
        "/keys": {"get": _operation("list", {"200": _body(_list(key))})},
        "/keys/{name}": {
            "put": _operation("import", {"200": _body(key)}, name, sent=_object(kind=_TEXT)),
            "get": _operation("get", {"200": _body(key), "404": _NOTHING}, name),
        },
        "/keys/{name}/versions": {
            "get": _operation("versions", {"200": _body(_list(key)), "404": _NOTHING}, name)
        },
        "/keys/{name}/{version}": {
            "get": _operation("getVersion", {"200": _body(key)}, name, version)
        },
    }
    with _client(prepare, paths) as client:
        assert client.get("/keys/mine").status_code == 404
        assert client.put("/keys/mine", json={"kind": "RSA"}).json() == {
            "id": "mine",
            "kind": "RSA",
        }
        assert client.get("/keys/mine").json()["kind"] == "RSA"
        assert client.get("/keys/mine/versions").status_code == 200


def test_a_post_to_an_item_makes_a_part_of_it_and_not_the_item(prepare: Any) -> None:
    kind, thing = _object(id=_TEXT), _object(id=_TEXT, name=_TEXT)
    one, part = _id("kind"), _id("thing")
    answers = {"200": _body(thing), "404": _NOTHING}
    paths = {
        "/kinds/{kind}": {
            "get": _operation("get", {"200": _body(kind), "404": _NOTHING}, one),
            "post": _operation("add", {"201": _body(thing)}, one, sent=thing),
        },
        "/kinds/{kind}/count": {"get": _operation("count", answers, one)},
        "/kinds/{kind}/{thing}": {"get": _operation("getThing", answers, one, part)},
    }
    with _client(prepare, paths) as client:
        assert client.get("/kinds/any/count").status_code == 200
        made = client.post("/kinds/any", json={"name": "Kim"}).json()
        assert client.get(f"/kinds/any/{made['id']}").json()["name"] == "Kim"
        assert client.get("/kinds/any/nothing").status_code == 404


def test_any_record_exists_where_a_list_tells_objects_without_a_property(prepare: Any) -> None:
    paths = {
        "/records": {"get": _operation("list", {"200": _body(_list({"type": "object"}))})},
        "/records/{id}": {
            "get": _operation(
                "get", {"200": _body(_object(data=_TEXT)), "404": _NOTHING}, _id("id")
            )
        },
    }
    with _client(prepare, paths) as client:
        assert client.get("/records/one").status_code == 200


def test_an_id_is_of_digits_where_one_path_asks_for_a_number(prepare: Any) -> None:
    meeting = _object(id=_TEXT, name=_TEXT)
    answers = {"200": _body(meeting)}
    paths = {
        "/meetings": {"post": _operation("create", answers, sent=_object(name=_TEXT))},
        "/meetings/{id}": {"get": _operation("get", answers, _id("id"))},
        "/meetings/{id}/confirm": {
            "put": _operation("confirm", answers, _id("id", {"type": "integer"}))
        },
    }
    with _client(prepare, paths) as client:
        made = client.post("/meetings", json={"name": "Kim"}).json()["id"]
        assert client.put(f"/meetings/{made}/confirm").json()["id"] == made


def test_what_narrows_a_list_in_the_path_names_no_record(prepare: Any) -> None:
    word = _object(id=_TEXT)
    paths = {
        "/words/{word}": {"get": _operation("list", {"200": _body(_list(word))}, _id("word"))},
        "/words/{word}/{kind}": {
            "get": _operation("kinds", {"200": _body(_list(word))}, _id("word"), _id("kind"))
        },
        "/words/{word}/regions={region}": {
            "get": _operation(
                "narrow",
                {"200": _body(_list(word)), "404": _NOTHING},
                _id("word"),
                _id("region", {"enum": ["gb", "us"]}),
            )
        },
    }
    with _client(prepare, paths) as client:
        assert client.get("/words/ace/regions=gb").status_code == 200


def test_a_uuid_beside_a_name_is_another_id_of_the_record(prepare: Any) -> None:
    job, stream = _object(id=_TEXT), _object(id=_TEXT)
    uuid = _id("jobId", {"type": "string", "format": "uuid"})
    answers = {"200": _body(_list(stream)), "404": _NOTHING}
    paths = {
        "/jobs/{jobName}": {
            "put": _operation("create", {"201": _body(job)}, _id("jobName"), sent=job),
            "get": _operation("get", {"200": _body(job), "404": _NOTHING}, _id("jobName")),
        },
        "/jobs/{jobId}/streams": {"get": _operation("streams", answers, uuid)},
    }
    with _client(prepare, paths) as client:
        assert client.get("/jobs/unknown").status_code == 404
        found = client.get("/jobs/7c9e6679-7425-40de-944b-e07fc1f90ae7/streams")
        assert (found.status_code, len(found.json())) == (200, 3)


def test_a_list_shows_what_it_has_to_be_asked_for(prepare: Any) -> None:
    offer = _object(id=_TEXT, market=_TEXT, state={"enum": ["on", "off"]})
    market = {"name": "market", "in": "query", "required": True, "schema": _TEXT}
    state = {"name": "state", "in": "query", "schema": _TEXT}
    paths = {
        "/offers": {"get": _operation("list", {"200": _body(_list(offer))}, market, state)},
        "/offers/{id}": {
            "get": _operation("get", {"200": _body(offer), "404": _NOTHING}, _id("id"))
        },
    }
    with _client(prepare, paths) as client:
        found = client.get("/offers", params={"market": "MOON"}).json()
        assert [one["market"] for one in found] == ["MOON"]
        assert client.get("/offers", params={"market": "MOON"}).json() == found
        assert client.get(f"/offers/{found[0]['id']}").json() == found[0]
        assert client.get("/offers", params={"market": "MOON", "state": "gone"}).json() == []


def test_a_new_record_is_told_in_a_property_named_after_both_parts_of_its_path(
    prepare: Any,
) -> None:
    batch = _object(id=_TEXT)
    made = {"201": _body(_object(order_batch=batch, status=_TEXT))}
    paths = {
        "/orders/batches": {"post": _operation("create", made, sent=_object(note=_TEXT))},
        "/orders/batches/{id}": {
            "get": _operation("get", {"200": _body(batch), "404": _NOTHING}, _id("id"))
        },
    }
    with _client(prepare, paths) as client:
        told = client.post("/orders/batches", json={"note": "n"}).json()["order_batch"]
        assert client.get(f"/orders/batches/{told['id']}").json() == told


def test_warnings_are_no_list_of_records(prepare: Any) -> None:
    warned = _object(warnings=_list(_object(message=_TEXT)))
    offer = _object(offerId=_TEXT, name=_TEXT)
    paths = {
        "/offers": {"post": _operation("create", {"201": _body(warned)}, sent=_object(name=_TEXT))},
        "/offers/{offerId}": {
            "get": _operation("get", {"200": _body(offer), "404": _NOTHING}, _id("offerId"))
        },
    }
    with _client(prepare, paths) as client:
        place = client.post("/offers", json={"name": "Kim"}).headers["location"]
        assert client.get(place).json()["name"] == "Kim"


def test_a_put_without_a_body_adds_to_the_list_in_the_record_above(prepare: Any) -> None:
    tag = _object(name=_TEXT)
    post = _object(id=_TEXT, tags=_list(tag))
    both = (_id("post"), _id("tag"))
    refusable = {"204": _NOTHING, "404": _NOTHING}
    paths = {
        "/posts/{post}": {"get": _operation("get", {"200": _body(post)}, _id("post"))},
        "/posts/{post}/tags/{tag}": {
            "put": _operation("add", refusable, *both),
            "delete": _operation("remove", refusable, *both),
        },
    }
    with _client(prepare, paths) as client:
        assert client.delete("/posts/1/tags/red").status_code == 404
        assert client.put("/posts/1/tags/red").status_code == 204
        assert {"name": "red"} in client.get("/posts/1").json()["tags"]
        assert client.delete("/posts/1/tags/red").status_code == 204
        assert {"name": "red"} not in client.get("/posts/1").json()["tags"]


@pytest.mark.parametrize(
    ("word", "needed", "is_learnable"),
    [("list", False, True), ("list", True, False), ("stale", False, False)],
)
def test_a_list_below_the_collection_tells_ids(
    prepare: Any, word: str, needed: bool, is_learnable: bool
) -> None:
    field = {"$ref": "#/components/schemas/Field"}
    query = {"name": "about", "in": "query", "required": needed, "schema": _TEXT}
    get = _operation("get", {"200": _body(field), "404": _NOTHING}, _id("field_id"))
    paths = {
        "/field/{field_id}": {"get": get},
        f"/field/{word}": {"get": _operation("list", {"200": _body(_list(field))}, query)},
    }
    with _client(prepare, paths, Field=_object(id=_TEXT, label=_TEXT)) as http:
        assert http.get("/field/never-told").status_code == (404 if is_learnable else 200)
        if is_learnable:
            told = [row["id"] for row in http.get(f"/field/{word}").json()]
            assert told
            assert [http.get(f"/field/{key}").json()["id"] for key in told] == told
