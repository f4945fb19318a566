"""What SDKs of vendors count on: paths, lookups, pages, uploads and answers as their servers have them."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_TEXT = {"type": "string"}
_FLAG = {"type": "boolean"}
_NOTHING = {"description": ""}


def _body(schema: dict[str, Any], media: str = "application/json") -> dict[str, Any]:
    return {"description": "", "content": {media: {"schema": schema}}}


def _object(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*required], "properties": properties}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _maybe(kind: str) -> dict[str, Any]:
    return {"type": [kind, "null"]}


def _in(place: str, name: str, schema: dict[str, Any] = _TEXT, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "required": place == "path", "schema": schema, **more}


def _operation(
    name: str,
    answers: dict[str, Any],
    *parameters: dict[str, Any],
    sent: dict[str, Any] | None = None,
    **more: Any,
) -> dict[str, Any]:
    request = {"requestBody": sent} if sent else {}
    return {
        "operationId": name,
        "parameters": [*parameters],
        **request,
        "responses": answers,
        **more,
    }


def _client(prepare: Any, paths: dict[str, Any], **more: Any) -> httpx2.Client:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        **more,
    }
    mock = prepare(document).mock(seed=3)
    return httpx2.Client(transport=mock.transport(), base_url="http://mock.test")


def _collection(
    path: str,
    entity: dict[str, Any],
    *asked: dict[str, Any],
    listed: dict[str, Any] | None = None,
    end: str = "",
    sent: dict[str, Any] | None = None,
    key: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The operations on a collection and its items."""
    one = key or _in("path", "id")
    place = f"{path}/{{{one['name']}}}{end}"
    return {
        f"{path}{end}": {
            "get": _operation("list", {"200": _body(listed or _list(entity))}, *asked),
            "post": _operation("create", {"201": _body(entity)}, sent=sent or _body(entity)),
        },
        place: {
            "get": _operation("get", {"200": _body(entity), "404": _NOTHING}, one),
            "delete": _operation("delete", {"200": _body(_object(id=_TEXT, deleted=_FLAG))}, one),
        },
    }


@pytest.mark.parametrize("end", [".json", ".xml", "/json"])
def test_the_end_of_a_path_may_name_a_format(prepare: Any, end: str) -> None:
    paths = _collection("/notes", _object(id=_TEXT, text=_TEXT), end=end)
    with _client(prepare, paths) as client:
        made = client.post(f"/notes{end}", json={"text": "hi"}).json()
        assert client.get(f"/notes/{made['id']}{end}").json() == made
        assert client.get(f"/notes{end}").json() == [made]
        assert client.get(f"/notes/none{end}").status_code == 404


def test_ids_keep_to_a_pattern_and_differ(prepare: Any) -> None:
    key = {**_TEXT, "pattern": "^app_[A-Za-z0-9]{8}$", "example": "app_1srOrx2Z"}
    paths = _collection("/apps", _object(id=key, name=_TEXT), key=_in("path", "id", key))
    with _client(prepare, paths) as client:
        made = {client.post("/apps", json={"name": "a"}).json()["id"] for _ in range(20)}
        assert len(made) == 20
        assert all(len(one) == 12 and one.startswith("app_") for one in made)


def test_a_key_in_the_authorization_header_may_have_a_scheme_before_it(prepare: Any) -> None:
    scheme = {"type": "apiKey", "in": "header", "name": "authorization"}
    paths = {"/x": {"get": _operation("x", {"200": _body(_TEXT)}, security=[{"key": []}])}}
    with _client(prepare, paths, components={"securitySchemes": {"key": scheme}}) as client:
        for good in ("mock-token", "Bearer mock-token", "Token mock-token"):
            assert client.get("/x", headers={"authorization": good}).status_code == 200
        assert client.get("/x", headers={"authorization": "Bearer other"}).status_code == 401


def test_booleans_in_a_query_may_be_spelled_as_languages_do(prepare: Any) -> None:
    either = {"type": ["boolean", "integer"]}
    echo = _object(all=either)
    asked = (_in("query", "all", _FLAG), _in("query", "some", either))
    paths = {"/x": {"get": _operation("x", {"200": _body(echo)}, *asked)}}
    with _client(prepare, paths) as client:
        for good in ("1", "0", "True", "False", "true"):
            assert client.get("/x", params={"all": good}).status_code == 200
        assert client.get("/x", params={"all": "2"}).status_code == 422
        assert client.get("/x", params={"some": "True"}).status_code == 422


@pytest.mark.parametrize(
    ("declared", "status"),
    [({}, 422), ({"default": _NOTHING}, 400), ({"default": _NOTHING, "404": _NOTHING}, 422)],
)
def test_one_response_for_all_errors_means_400(
    prepare: Any, declared: dict[str, Any], status: int
) -> None:
    sent = {**_body(_object("name", name=_TEXT)), "required": True}
    paths = {"/x": {"post": _operation("x", {"200": _body(_TEXT), **declared}, sent=sent)}}
    with _client(prepare, paths) as client:
        assert client.post("/x", json={}).status_code == status


def test_a_document_that_knows_400_alone_has_it_everywhere(prepare: Any) -> None:
    error = _object("message", message=_TEXT)
    sent = {**_body(_object("name", name=_TEXT)), "required": True}
    paths = {
        "/x": {"post": _operation("x", {"200": _body(_TEXT)}, sent=sent)},
        "/y": {"post": _operation("y", {"200": _body(_TEXT), "400": _body(error)}, sent=sent)},
    }
    with _client(prepare, paths) as client:
        refused = client.post("/x", json={})
        assert refused.status_code == 400
        assert refused.json() == {"message": 'body: "name" is a required property'}


def test_an_error_that_is_not_declared_looks_like_others(prepare: Any) -> None:
    other = _object("reason", "id", reason={"const": "odd"}, id={"type": "integer"})
    paths = {
        "/x": {"get": _operation("x", {"200": _body(_TEXT)}, _in("query", "n", _FLAG))},
        "/y": {"get": _operation("y", {"200": _body(_TEXT), "409": _body(other)})},
        "/z": {"get": _operation("z", {"200": _body(_TEXT), "500": _body(_object(error=_TEXT))})},
    }
    with _client(prepare, paths) as client:  # neither form is that of most
        assert client.get("/x?n=7").headers["content-type"] == "application/problem+json"


def test_a_record_may_be_asked_for_by_the_other_name_of_a_choice(prepare: Any) -> None:
    app = _object(id=_TEXT, uid=_maybe("string"), name=_TEXT)
    key = _in("path", "app_id", description="The application's ID or UID.")
    part = _object(id=_TEXT, app_id=_TEXT)
    paths = {
        **_collection("/apps", app, key=key),
        "/apps/{app_id}/parts": {
            "get": _operation("parts", {"200": _body(_list(part))}, key),
            "post": _operation("addPart", {"201": _body(part)}, key, sent=_body(_object(n=_TEXT))),
        },
    }
    with _client(prepare, paths) as client:
        made = client.post("/apps", json={"uid": "mine", "name": "A"}).json()
        assert client.get("/apps/mine").json() == made
        assert client.get("/apps/A").status_code == 404  # no name
        added = client.post("/apps/mine/parts", json={"n": "1"}).json()
        assert client.get(f"/apps/{made['id']}/parts").json() == [added]
        assert client.delete("/apps/mine").json() == {"id": made["id"], "deleted": True}
        assert client.get(f"/apps/{made['id']}").status_code == 404


def test_me_is_somebody(prepare: Any) -> None:
    user = _object(id=_TEXT, name=_TEXT)
    one = _in("path", "id")
    paths = {
        "/users": {"get": _operation("list", {"200": _body(_list(user))})},
        "/users/{id}": {"get": _operation("get", {"200": _body(user), "404": _NOTHING}, one)},
    }
    with _client(prepare, paths) as client:
        assert client.get("/users/me").json() in client.get("/users").json()
        assert client.get("/users/you").status_code == 404


def test_the_account_of_a_credential_is_there(prepare: Any) -> None:
    account, note = _object(id=_TEXT, name=_TEXT), _object(id=_TEXT, text=_TEXT)
    key, one = _in("path", "account"), _in("path", "id")
    paths = {
        "/accounts": {
            "get": _operation("accounts", {"200": _body(_list(account))}),
            "post": _operation("open", {"201": _body(account)}, sent=_body(_object(name=_TEXT))),
        },
        "/accounts/{account}": {"get": _operation("account", {"200": _body(account)}, key)},
        "/accounts/{account}/notes": {
            "post": _operation("add", {"201": _body(note)}, key, sent=_body(_object(text=_TEXT))),
            "get": _operation("notes", {"200": _body(_list(note))}, key),
        },
        "/accounts/{account}/notes/{id}": {
            "get": _operation("note", {"200": _body(note)}, key, one)
        },
    }
    more = {
        "components": {"securitySchemes": {"basic": {"type": "http", "scheme": "basic"}}},
        "security": [{"basic": []}],
    }
    with _client(prepare, paths, **more) as client:
        client.auth = httpx2.BasicAuth("AC1", "mock-token")
        made = client.post("/accounts/AC1/notes", json={"text": "hi"}).json()
        assert client.get("/accounts/AC1/notes").json() == [made]
        assert client.get("/accounts/AC1").json()["id"] == "AC1"
        assert client.post("/accounts/AC2/notes", json={"text": "hi"}).status_code == 404


def test_a_path_may_say_that_it_makes_one(prepare: Any) -> None:
    box = _object(Id=_TEXT, Name=_TEXT)
    key = _in("path", "id", description="ID or name of the box")
    paths = {
        "/boxes/json": {"get": _operation("list", {"200": _body(_list(box))})},
        "/boxes/{id}/json": {"get": _operation("get", {"200": _body(box)}, key)},
        "/boxes/create": {
            "post": _operation(
                "create",
                {"201": _body(_object(Id=_TEXT))},
                _in("query", "name"),
                sent=_body(_object(Image=_TEXT)),
            )
        },
    }
    with _client(prepare, paths) as client:
        made = client.post("/boxes/create?name=web", json={"Image": "i"}).json()
        assert client.get("/boxes/web/json").json() == {**made, "Name": "web"}
        assert client.get("/boxes/json").json() == [{**made, "Name": "web"}]


def test_an_action_leads_to_the_state_that_it_names(prepare: Any) -> None:
    state = {"enum": ["processing", "succeeded", "canceled", "paid"]}
    order = {"$ref": "#/components/schemas/Order"}
    schemas = {"Order": _object(id=_TEXT, status=state, archived=_FLAG)}
    one = _in("path", "id")
    paths = _collection("/orders", order)
    for verb in ("cancel", "pay", "archive"):
        paths[f"/orders/{{id}}/{verb}"] = {"post": _operation(verb, {"200": _body(order)}, one)}
    with _client(prepare, paths, components={"schemas": schemas}) as client:
        key = client.post("/orders", json={}).json()["id"]
        for verb, field, value in (
            ("pay", "status", "paid"),
            ("cancel", "status", "canceled"),
            ("archive", "archived", True),
        ):
            assert client.post(f"/orders/{key}/{verb}").json()[field] == value
            assert client.get(f"/orders/{key}").json()[field] == value


def test_maps_hold_what_was_sent(prepare: Any) -> None:
    payload = {"type": "object", "example": {"kind": "example"}}
    paths = _collection("/messages", _object(id=_TEXT, payload=payload))
    with _client(prepare, paths) as client:
        made = client.post("/messages", json={"payload": {"x": 1}}).json()
        assert made["payload"] == {"x": 1}


def test_a_list_that_asks_for_ids_has_those_records(prepare: Any) -> None:
    song = _object(id=_TEXT, name=_TEXT)
    asked = {**_in("query", "ids"), "required": True}
    paths = {
        "/songs": {"get": _operation("several", {"200": _body(_list(song))}, asked)},
        "/songs/{id}": {"get": _operation("get", {"200": _body(song)}, _in("path", "id"))},
    }
    with _client(prepare, paths) as client:
        one = client.get("/songs/4iV5").json()
        assert one["id"] == "4iV5"
        told = client.get("/songs?ids=11dF,4iV5").json()
        assert [row["id"] for row in told] == ["11dF", "4iV5"]
        assert told[1] == one


def _all(client: httpx2.Client, path: str, name: str, following: str) -> list[str]:
    """Go through all pages by a cursor."""
    found: list[str] = []
    cursor = None
    for _ in range(20):
        page = client.get(path, params={"limit": 2, **({name: cursor} if cursor else {})})
        assert page.status_code == 200, page.text
        found += [row["id"] for row in page.json()["data"]]
        cursor = page.json()[following]
        if page.json().get("done", not cursor):
            return found
    raise AssertionError("there is no end")


def test_pages_by_an_iterator_that_is_an_id(prepare: Any) -> None:
    key = {**_TEXT, "pattern": "^app_[a-z0-9]{8}$", "example": "app_1sr0rx2z"}
    entity = _object(id=key, name=_TEXT)
    page = _object(
        "data", "done", "iterator", data=_list(entity), done=_FLAG, iterator=_maybe("string")
    )
    asked = (_in("query", "limit", {"type": "integer"}), _in("query", "iterator", key))
    paths = _collection("/apps", entity, *asked, listed=page, key=_in("path", "id", key))
    with _client(prepare, paths) as client:
        made = [client.post("/apps", json={"name": "a"}).json()["id"] for _ in range(5)]
        assert sorted(_all(client, "/apps", "iterator", "iterator")) == sorted(made)


def test_the_first_and_last_id_make_no_entity_of_a_page(prepare: Any) -> None:
    entity = _object(id=_TEXT, purpose={"enum": ["a", "b"]})
    page = _object(
        "data", data=_list(entity), first_id=_TEXT, last_id=_TEXT, has_more=_FLAG, object=_TEXT
    )
    asked = (_in("query", "after"), _in("query", "purpose"))
    with _client(prepare, _collection("/things", entity, *asked, listed=page)) as client:
        made = [client.post("/things", json={"purpose": one}).json() for one in "aab"]
        found = client.get("/things?purpose=b").json()
        assert found["data"] == made[2:]
        assert found["has_more"] is False


def test_what_tells_of_the_next_page_alone_is_null_after_the_last(prepare: Any) -> None:
    entity = _object(id=_TEXT)
    following = {"type": ["object", "null"], "properties": {"offset": _TEXT, "path": _TEXT}}
    page = _object(data=_list(entity), next_page=following)
    asked = (_in("query", "limit", {"type": "integer"}), _in("query", "offset"))
    with _client(prepare, _collection("/tasks", entity, *asked, listed=page)) as client:
        client.post("/tasks", json={})
        assert client.get("/tasks?limit=5").json()["next_page"] is None


def test_who_a_message_is_from_is_no_offset(prepare: Any) -> None:
    entity = {"type": "object", "properties": {"id": _TEXT, "from": _TEXT}}
    asked = (_in("query", "From"), _in("query", "PageSize", {"type": "integer"}))
    with _client(prepare, _collection("/messages", entity, *asked)) as client:
        for one in ("+1", "+2", "+1"):
            client.post("/messages", json={"from": one})
        found = client.get("/messages", params={"From": "+1"}).json()
        assert [row["from"] for row in found] == ["+1", "+1"]


def test_next_links_may_stand_two_objects_deep(prepare: Any) -> None:
    entity = _object(id=_TEXT)
    links = _object(pages=_object(next=_TEXT, last=_TEXT))
    asked = (
        _in("query", "page", {"type": "integer", "default": 1}),
        _in("query", "per_page", {"type": "integer"}),
    )
    page = _object("links", tags=_list(entity), links=links)
    with _client(prepare, _collection("/tags", entity, *asked, listed=page)) as client:
        made = [client.post("/tags", json={}).json() for _ in range(3)]
        first = client.get("/tags?per_page=2").json()
        second = client.get(first["links"]["pages"]["next"]).json()
        assert first["tags"] + second["tags"] == made
        assert not second["links"]["pages"].get("next")


_FILE = _object(id=_TEXT, name=_TEXT, size={"type": "integer"})
_UPLOAD = _body(
    _object("file", file={"type": "string", "format": "binary"}, attributes=_object(name=_TEXT)),
    "multipart/form-data",
)


@pytest.mark.parametrize(
    ("declared", "accept", "told"),
    [
        (_body({"type": "string", "format": "binary"}, "application/octet-stream"), "*/*", b"hi"),
        (_body(_TEXT), "application/binary", b"hi"),
        (_body(_TEXT), "*/*", b'"hi"'),
        (_NOTHING, "*/*", b"hi"),
    ],
)
def test_what_was_uploaded_is_downloaded(
    prepare: Any, declared: dict[str, Any], accept: str, told: bytes
) -> None:
    paths = _collection("/files", _FILE, sent=_UPLOAD)
    content = _operation("content", {"200": declared}, _in("path", "id"))
    paths["/files/{id}/content"] = {"get": content}
    with _client(prepare, paths) as client:
        key = client.post("/files", files={"file": ("a.txt", b"hi", "text/plain")}).json()["id"]
        found = client.get(f"/files/{key}/content", headers={"accept": accept})
        assert (found.status_code, found.content) == (200, told)
        client.delete(f"/files/{key}")
        assert client.get(f"/files/{key}/content").status_code == 404


def test_a_part_beside_a_file_tells_of_it_and_the_answer_has_it_alone(prepare: Any) -> None:
    one = _in("path", "id")
    listed = _object(total_count={"type": "integer"}, entries=_list(_FILE))
    paths = {
        "/files/{id}": {"get": _operation("get", {"200": _body(_FILE), "404": _NOTHING}, one)},
        "/files/content": {"post": _operation("upload", {"201": _body(listed)}, sent=_UPLOAD)},
    }
    with _client(prepare, paths) as client:
        for name in ("a.txt", "b.txt"):
            parts: dict[str, Any] = {
                "attributes": (None, f'{{"name": "{name}"}}', "application/json"),
                "file": ("upload.bin", b"hello", "text/plain"),
            }
            (entry,) = client.post("/files/content", files=parts).json()["entries"]
            assert (entry["name"], entry["size"]) == (name, 5)
            assert client.get(f"/files/{entry['id']}").json() == entry


def test_links_to_the_api_lead_to_the_mock(prepare: Any) -> None:
    link = {**_TEXT, "example": "https://api.shop.test/v1/carts/1"}
    other = {**_TEXT, "example": "https://api.shop.test.org/x"}
    paths = _collection("/users", _object(id=_TEXT, url=link, site=other))
    servers = [{"url": "https://api.shop.test/v1"}]
    with _client(prepare, paths, servers=servers) as client:
        made = client.post("/users", json={})
        assert made.json()["url"] == "http://mock.test/v1/carts/1"
        assert made.json()["site"] == "https://api.shop.test.org/x"
        assert int(made.headers["content-length"]) == len(made.content)
        own = {"url": "https://api.shop.test/mine"}
        assert client.post("/users", json=own).json()["url"] == own["url"]


def test_links_of_a_record_lead_to_itself(prepare: Any) -> None:
    entity = {
        "type": "object",
        "properties": {"number": {"type": "integer"}, "url": _TEXT, "comments_url": _TEXT},
        "example": {
            "number": 1347,
            "url": "https://api.shop.test/shops/x/issues/1347",
            "comments_url": "https://api.shop.test/7/issues/1347/comments{?page}",
        },
    }
    shop, number = _in("path", "shop"), _in("path", "number", {"type": "integer"})
    one = {"$ref": "#/components/schemas/Issue"}
    paths = {
        "/shops/{shop}/issues": {
            "get": _operation("list", {"200": _body(_list(one))}, shop),
            "post": _operation("add", {"201": _body(one)}, shop, sent=_body(_object(a=_TEXT))),
        },
        "/shops/{shop}/issues/{number}": {
            "get": _operation("get", {"200": _body(one), "404": _NOTHING}, shop, number)
        },
    }
    more = {
        "servers": [{"url": "https://api.shop.test"}],
        "components": {"schemas": {"Issue": entity}},
    }
    with _client(prepare, paths, **more) as client:
        for own in (1, 2):
            made = client.post("/shops/my%20own/issues", json={}).json()
            assert made["number"] == own
            assert made["url"] == f"http://mock.test/shops/my%20own/issues/{own}"
            assert made["comments_url"] == f"{made['url']}/comments{{?page}}"
            assert client.get(made["url"]).json() == made


def test_an_object_deep_inside_says_something_of_itself(prepare: Any) -> None:
    wall = _object(id={"type": "integer"}, status=_TEXT, rules=_list(_TEXT))
    net = _object("walls", walls={**_list(wall), "minItems": 1})
    paths = {"/x": {"get": _operation("x", {"200": _body(_object("a", a=_object("b", b=net)))})}}
    with _client(prepare, paths) as client:
        (found,) = client.get("/x").json()["a"]["b"]["walls"]
        assert found.keys() == {"id", "status"}


def test_answers_say_that_they_are_good(prepare: Any) -> None:
    told = _object(ok=_FLAG, success=_FLAG, active=_FLAG)
    paths = {"/x": {"post": _operation("x", {"200": _body(told)})}}
    with _client(prepare, paths) as client:
        assert client.post("/x").json() == {"ok": True, "success": True, "active": False}
