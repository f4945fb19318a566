"""Records that are told apart by what stands in a member: ``metadata/name``."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_TEXT = {"type": "string"}
_LABELS = {"type": "object", "additionalProperties": _TEXT}
_META = {
    "type": "object",
    "properties": {
        "name": _TEXT,
        "namespace": _TEXT,
        "labels": _LABELS,
        "creationTimestamp": {"type": "string", "format": "date-time"},
    },
}
_POD = {
    "type": "object",
    "properties": {"kind": _TEXT, "metadata": _META, "spec": {"type": "object"}},
}
_PODS = {
    "type": "object",
    "required": ["items"],
    "properties": {
        "apiVersion": _TEXT,
        "kind": _TEXT,
        "metadata": {"type": "object", "properties": {"continue": _TEXT}},
        "items": {"type": "array", "items": {"$ref": "#/components/schemas/Pod"}},
    },
}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _answer(name: str) -> dict[str, Any]:
    return {"200": {"description": "", "content": {"application/json": {"schema": _ref(name)}}}}


def _collection(path: str, tag: str, entity: str, listed: str) -> dict[str, Any]:
    body = {"content": {"*/*": {"schema": _ref(entity)}}}
    selector = {"name": "labelSelector", "in": "query", "schema": _TEXT}
    above = [
        {"name": name, "in": "path", "required": True, "schema": _TEXT}
        for name in ("namespace",)
        if f"{{{name}}}" in path
    ]
    name = {"name": "name", "in": "path", "required": True, "schema": _TEXT}
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
    after = {"name": "continue", "in": "query", "schema": _TEXT}

    def operation(verb: str, answer: str, *more: Any, **rest: Any) -> dict[str, Any]:
        return {
            "operationId": f"{verb}{tag}",
            "parameters": [*above, *more],
            "responses": _answer(answer),
            **rest,
        }

    return {
        path: {
            "get": operation("list", listed, selector, limit, after),
            "post": operation("create", entity, requestBody=body),
        },
        f"{path}/{{name}}": {
            "get": operation("get", entity, name),
            "put": operation("replace", entity, name, requestBody=body),
            "patch": operation("update", entity, name, requestBody=body),
            "delete": operation("delete", entity, name),
        },
    }


_OPENAPI = {
    "openapi": "3.1.0",
    "info": {"title": "Cluster", "version": "1"},
    "paths": {
        **_collection("/namespaces", "Namespace", "Namespace", "Namespaces"),
        **_collection("/namespaces/{namespace}/pods", "Pod", "Pod", "Pods"),
        "/pods": {"get": {"operationId": "listAllPods", "responses": _answer("Pods")}},
    },
    "components": {
        "schemas": {
            "Pod": _POD,
            "Pods": _PODS,
            "Namespace": {**_POD, "title": "Namespace"},
            "Namespaces": {
                **_PODS,
                "properties": {
                    **_PODS["properties"],  # type: ignore[dict-item]  # the value's type is not inferred
                    "items": {"type": "array", "items": _ref("Namespace")},
                },
            },
        }
    },
}


@pytest.fixture
def cluster(prepare: Any) -> httpx2.Client:
    client = httpx2.Client(
        transport=prepare(_OPENAPI).mock(seed=1).transport(), base_url="http://mock"
    )
    client.post("/namespaces", json={"metadata": {"name": "demo"}})
    return client


def _pod(name: str, **labels: str) -> dict[str, Any]:
    return {"metadata": {"name": name, "labels": labels}, "spec": {}}


def _names(answer: httpx2.Response) -> list[str]:
    return [item["metadata"]["name"] for item in answer.json()["items"]]


def test_what_is_inferred_is_told(prepare: Any) -> None:
    pods = prepare(_OPENAPI).behaviour.resources["namespaces.pods"]
    assert pods.id_field == "metadata/name"
    assert [(one.resource, one.field) for one in pods.parents] == [
        ("namespaces", "metadata/namespace")
    ]
    assert pods.created_at == "metadata/creationTimestamp"
    assert prepare(_OPENAPI).behaviour.resources["pods"].kept_in == "namespaces.pods"


def test_a_record_is_found_by_the_name_in_it(cluster: httpx2.Client) -> None:
    made = cluster.post("/namespaces/demo/pods", json=_pod("web", app="x")).json()
    assert made["metadata"]["namespace"] == "demo"
    assert made["metadata"]["labels"] == {"app": "x"}
    assert "creationTimestamp" in made["metadata"]
    assert cluster.get("/namespaces/demo/pods/web").json() == made
    assert cluster.get("/namespaces/demo/pods/other").status_code == 404
    assert cluster.post("/namespaces/none/pods", json=_pod("web")).status_code == 404


def test_changes_leave_the_name_alone(cluster: httpx2.Client) -> None:
    cluster.post("/namespaces/demo/pods", json=_pod("web", app="x"))
    changed = cluster.patch(
        "/namespaces/demo/pods/web",
        json={"metadata": {"name": "other", "labels": {"new": "y"}}},
    ).json()
    assert (changed["metadata"]["name"], changed["metadata"]["labels"]) == (
        "web",
        {"app": "x", "new": "y"},
    )
    put = cluster.put("/namespaces/demo/pods/web", json={"metadata": {"labels": {"a": "b"}}})
    assert put.json()["metadata"]["labels"] == {"a": "b"}
    assert put.json()["metadata"]["name"] == "web"
    assert put.json()["metadata"]["creationTimestamp"] == changed["metadata"]["creationTimestamp"]


def test_a_body_of_no_told_type_is_json_where_an_object_is_taken(cluster: httpx2.Client) -> None:
    made = cluster.post("/namespaces/demo/pods", content=b'{"metadata": {"name": "web"}}')
    assert made.json()["metadata"]["name"] == "web"


def test_lists_and_selectors(cluster: httpx2.Client) -> None:
    cluster.post("/namespaces", json={"metadata": {"name": "other"}})
    cluster.post("/namespaces/demo/pods", json=_pod("a", app="x", tier="1"))
    cluster.post("/namespaces/demo/pods", json=_pod("b", app="y"))
    cluster.post("/namespaces/other/pods", json=_pod("c", app="x"))
    assert _names(cluster.get("/pods")) == ["a", "b", "c"]
    for selector, names in {
        "app=x": ["a"],
        "app!=x": ["b"],
        "app==x,tier in (1, 2)": ["a"],
        "tier": ["a"],
        "!tier": ["b"],
        "app notin (x)": ["b"],
    }.items():
        found = cluster.get("/namespaces/demo/pods", params={"labelSelector": selector})
        assert _names(found) == names, selector


def test_pages_go_on_by_the_token_in_the_envelope(cluster: httpx2.Client) -> None:
    for name in "abc":
        cluster.post("/namespaces/demo/pods", json=_pod(name))
    first = cluster.get("/namespaces/demo/pods", params={"limit": 2})
    token = first.json()["metadata"]["continue"]
    rest = cluster.get("/namespaces/demo/pods", params={"limit": 2, "continue": token})
    assert [*_names(first), *_names(rest)] == ["a", "b", "c"]
