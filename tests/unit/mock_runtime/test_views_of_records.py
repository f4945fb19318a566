"""One record in several lists, jobs that operations start, and settings that are told and changed at one path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from twin.mock._runtime import SqliteStore

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = {"type": "string"}
_ID = {"type": "string", "readOnly": True}
_URL = {"type": "string", "format": "uri"}


def _object(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*required], "properties": properties}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _body(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def _operation(
    name: str, path: str, status: str, answer: dict[str, Any] | None, sent: Any = None, **more: Any
) -> dict[str, Any]:
    named = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    told = {"description": "The name of the repository"}
    found: dict[str, Any] = {
        "operationId": name,
        "parameters": [
            {"name": one, "in": "path", "required": True, "schema": _TEXT}
            | (told if one == "repo" else {})
            for one in named
        ],
        "responses": {status: _body(answer) if answer else {"description": ""}},
        **more,
    }
    return {**found, "requestBody": _body(sent)} if sent else found


def _list(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _ref(name)}


_REPO_FIELDS = {
    "id": {"type": "integer", "readOnly": True},
    "name": {"type": "string", "example": "Hello"},
    "full_name": {"type": "string", "example": "octocat/Hello"},
    "url": {**_URL, "example": "https://api.test/repos/octocat/Hello"},
    "owner": _object("login", login={"type": "string", "example": "octocat"}),
}
_SCHEMAS = {
    "Repo": _object(*_REPO_FIELDS, **_REPO_FIELDS, secret=_TEXT),
    "Short": _object(*_REPO_FIELDS, **_REPO_FIELDS),
    "NewRepo": _object("name", name=_TEXT),
    "Org": _object("login", login=_TEXT),
    "Comment": _object("id", "text", id=_ID, text=_TEXT),
    "Task": _object("id", id=_ID),
    "Job": _object("id", "status", id=_ID, status={"enum": ["running", "done"]}),
}


def _paths(**given: dict[str, tuple[Any, ...]]) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for verbs in given.values():
        for spelled, (name, status, answer, *sent) in verbs.items():
            verb, path = spelled.split()
            operation = _operation(name, path, status, answer, *sent)
            paths.setdefault(path, {})[verb] = operation
    return paths


_OPENAPI = {
    "openapi": "3.1.0",
    "info": {"title": "Forge", "version": "1"},
    "servers": [{"url": "https://api.test"}],
    "paths": _paths(
        repos={
            "get /repos/{owner}/{repo}": ("getRepo", "200", _ref("Repo")),
            "patch /repos/{owner}/{repo}": ("editRepo", "200", _ref("Repo"), _ref("NewRepo")),
            "delete /repos/{owner}/{repo}": ("dropRepo", "204", None),
            "get /user/repos": ("myRepos", "200", _list("Short")),
            "post /user/repos": ("newRepo", "201", _ref("Repo"), _ref("NewRepo")),
            "get /orgs/{org}/repos": ("orgRepos", "200", _list("Short")),
            "post /orgs/{org}/repos": ("newOrgRepo", "201", _ref("Repo"), _ref("NewRepo")),
            "get /repos/{owner}/{repo}/forks": ("forks", "200", _list("Short")),
        },
        topics={
            "get /repos/{owner}/{repo}/topics": (
                "topics",
                "200",
                _object("names", names={"type": "array", "items": _TEXT}),
            ),
            "put /repos/{owner}/{repo}/topics": (
                "setTopics",
                "204",
                None,
                _object("names", names={"type": "array", "items": _TEXT}),
            ),
        },
        orgs={"get /orgs/{org}": ("getOrg", "200", _ref("Org"))},
        comments={
            "get /tasks/comments/{comment_id}": ("getComment", "200", _ref("Comment")),
            "patch /tasks/comments/{comment_id}": (
                "editComment",
                "200",
                _ref("Comment"),
                _object(text=_TEXT),
            ),
            "delete /tasks/comments/{comment_id}": ("dropComment", "204", None),
            "get /tasks/{task_id}/comments": ("comments", "200", _list("Comment")),
            "post /tasks/{task_id}/comments": (
                "comment",
                "201",
                _ref("Comment"),
                _object("text", text=_TEXT),
            ),
            "get /tasks/{task_id}": ("getTask", "200", _ref("Task")),
        },
        jobs={
            "get /jobs/{job_id}": ("getJob", "200", _ref("Job")),
            "get /jobs": ("jobs", "200", _list("Job")),
            "post /jobs/{job_id}/stop": ("stopJob", "200", _ref("Job")),
            "post /tasks/{task_id}/export": (
                "export",
                "202",
                _object("job", "more", job=_ref("Job"), more=_list("Job")),
            ),
        },
    ),
    "components": {"schemas": _SCHEMAS},
}


@pytest.fixture
def forge(prepare: Any) -> httpx2.Client:
    mock = prepare(_OPENAPI).mock(seed=1)
    return httpx2.Client(transport=mock.transport(), base_url="https://api.test")


def _names(answer: httpx2.Response) -> list[str]:
    return [item["name"] for item in answer.json()]


def test_what_is_inferred_is_told(prepare: Any) -> None:
    known = prepare(_OPENAPI).behaviour.resources
    home = next(one for one in known.values() if one.path == "/repos/{owner}")
    assert (home.origin, home.id_field, home.parents[0].field) == ("created", "name", "owner/login")
    assert {one.path for one in known.values() if one.kept_in == home.name} == {
        "/user/repos",
        "/orgs/{org}/repos",
    }
    comments = known["tasks.comments.2"]
    assert (comments.kept_in, comments.members) == ("tasks.comments", True)


def test_a_record_made_in_one_collection_is_found_at_its_home(forge: httpx2.Client) -> None:
    made = forge.post("/user/repos", json={"name": "demo"})
    repo = made.json()
    assert made.headers["location"] == "/repos/octocat/demo"
    assert (repo["owner"]["login"], repo["full_name"]) == ("octocat", "octocat/demo")
    assert repo["url"] == "https://api.test/repos/octocat/demo"
    assert forge.get("/repos/octocat/demo").json() == repo
    assert forge.get("/repos/octocat/other").status_code == 404
    assert forge.patch("/repos/octocat/demo", json={"name": "demo"}).json() == repo
    assert forge.delete("/repos/octocat/demo").status_code == 204
    assert forge.get("/repos/octocat/demo").status_code == 404
    assert forge.get("/user/repos").json() == []


def test_a_view_shows_what_tells_its_parent(forge: httpx2.Client) -> None:
    forge.post("/user/repos", json={"name": "mine"})
    made = forge.post("/orgs/acme/repos", json={"name": "ours"}).json()
    assert made["owner"]["login"] == "acme"
    assert forge.get("/repos/acme/ours").json() == made
    assert _names(forge.get("/orgs/acme/repos")) == ["ours"]
    assert forge.get("/orgs/other/repos").json() == []
    assert sorted(_names(forge.get("/user/repos"))) == ["mine", "ours"]
    assert "secret" not in forge.get("/user/repos").json()[0]


def test_a_view_whose_parent_no_record_tells_shows_what_it_made(forge: httpx2.Client) -> None:
    first = forge.post("/tasks/1/comments", json={"text": "one"}).json()
    second = forge.post("/tasks/2/comments", json={"text": "two"}).json()
    assert first["id"] != second["id"]
    assert forge.get("/tasks/1/comments").json() == [first]
    changed = forge.patch(f"/tasks/comments/{first['id']}", json={"text": "new"}).json()
    assert forge.get("/tasks/1/comments").json() == [changed]
    assert forge.get(f"/tasks/comments/{second['id']}").json() == second
    assert forge.delete(f"/tasks/comments/{second['id']}").status_code == 204
    assert forge.get("/tasks/2/comments").json() == []


def test_views_are_shared_through_a_file(prepare: Any, tmp_path: Path) -> None:
    prepared = prepare(_OPENAPI)
    one, other = (
        httpx2.Client(
            transport=prepared.mock(seed=1, store=SqliteStore(tmp_path / "state.db")).transport(),
            base_url="https://api.test",
        )
        for _ in range(2)
    )
    one.post("/orgs/acme/repos", json={"name": "demo"})
    comment = one.post("/tasks/1/comments", json={"text": "one"}).json()
    assert _names(other.get("/orgs/acme/repos")) == ["demo"]
    assert other.get("/tasks/1/comments").json() == [comment]
    other.delete("/repos/acme/demo")
    other.delete(f"/tasks/comments/{comment['id']}")
    assert one.get("/user/repos").json() == one.get("/tasks/1/comments").json() == []


def test_a_list_of_texts_that_is_set_as_a_whole(forge: httpx2.Client) -> None:
    forge.post("/user/repos", json={"name": "demo"})
    names = {"names": ["a", "b"]}
    assert forge.put("/repos/octocat/demo/topics", json=names).status_code == 204
    assert forge.get("/repos/octocat/demo/topics").json() == names
    assert forge.put("/repos/octocat/none/topics", json=names).status_code == 404


def test_jobs_that_an_operation_starts_can_be_followed(forge: httpx2.Client) -> None:
    started = forge.post("/tasks/1/export").json()
    assert started["job"]["status"] == "running"
    ids = [started["job"]["id"], *(one["id"] for one in started["more"])]
    assert len(set(ids)) == len(ids) > 1
    job = forge.get(f"/jobs/{ids[0]}").json()
    assert (job["id"], job["status"]) == (ids[0], "done")
    listed = {one["id"] for one in forge.get("/jobs").json()}
    assert listed >= set(ids)
    stopped = forge.post(f"/jobs/{ids[0]}/stop").json()
    assert stopped["id"] == ids[0]
    assert {one["id"] for one in forge.get("/jobs").json()} == listed


def test_what_is_deleted_from_one_list_stays_in_its_twin(prepare: Any) -> None:
    book = {"type": "object", "required": ["id"], "properties": {"id": _ID}}
    paths = _paths(
        catalog={
            "get /catalog": ("catalog", "200", _list("Book")),
            "get /catalog/{id}": ("inCatalog", "200", _ref("Book")),
        },
        mine={
            "get /mine": ("mine", "200", _list("Book")),
            "delete /mine/{id}": ("drop", "204", None),
        },
    )
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Books", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Book": book}},
    }
    mock = prepare(document).mock(seed=1)
    with httpx2.Client(transport=mock.transport(), base_url="http://mock") as client:
        first = client.get("/catalog").json()[0]
        assert client.delete(f"/mine/{first['id']}").status_code == 204
        assert client.delete(f"/mine/{first['id']}").status_code == 404
        assert client.get(f"/catalog/{first['id']}").json() == first
