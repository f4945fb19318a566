"""What a user of the Cuadra API does, against the mock; each answer is judged by the document."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx2
import pytest


def _events(text: str) -> list[str]:
    return [part.removeprefix("data: ") for part in text.split("\n\n") if part]


def test_datasets_live_and_die(api: Any) -> None:
    made = api("POST", "/v1/datasets", 201, json={"name": "Docs"})
    assert made["id"].startswith("ds_")
    assert made["name"] == "Docs"
    assert made["description"] is None
    assert made["createdAt"] == made["updatedAt"]
    assert api("GET", f"/v1/datasets/{made['id']}") == made
    changed = api("PATCH", f"/v1/datasets/{made['id']}", json={"description": "All of them"})
    assert (changed["name"], changed["description"]) == ("Docs", "All of them")
    assert changed["updatedAt"] > made["updatedAt"]
    assert (
        api("PATCH", f"/v1/datasets/{made['id']}", json={"description": None})["description"]
        is None
    )
    assert [item["id"] for item in api("GET", "/v1/datasets")["items"]] == [made["id"]]
    api("DELETE", f"/v1/datasets/{made['id']}", 204)
    api("DELETE", f"/v1/datasets/{made['id']}", 404)
    assert api("GET", f"/v1/datasets/{made['id']}", 404)["status"] == 404
    assert api("GET", "/v1/datasets") == {
        "items": [], "nextCursor": None, "hasMore": False, "totalCount": 0,
    }  # fmt: skip


def test_lists_are_really_paged(api: Any) -> None:
    made = [api("POST", "/v1/datasets", 201, json={"name": f"D{n}"})["id"] for n in range(5)]
    seen: list[str] = []
    cursor: str | None = None
    for more in (True, True, False):
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = api("GET", "/v1/datasets", params=query)
        assert (page["hasMore"], page["totalCount"]) == (more, 5)
        seen += [item["id"] for item in page["items"]]
        cursor = page["nextCursor"]
    assert cursor is None
    assert seen == made


def test_snapshots_are_numbered_below_their_dataset(api: Any) -> None:
    dataset = api("POST", "/v1/datasets", 201, json={"name": "Docs"})
    place = f"/v1/datasets/{dataset['id']}/snapshots"
    first, second = (api("POST", place, 201, json={}) for _ in range(2))
    assert (first["version"], second["version"]) == (1, 2)
    assert first["datasetId"] == dataset["id"]
    api("DELETE", f"{place}/1", 204)
    assert [item["version"] for item in api("GET", place)["items"]] == [2]
    api("GET", "/v1/datasets/ds_none/snapshots", 404)


def test_models_link_datasets_once(api: Any) -> None:
    catalog = api("GET", "/v1/models/catalog")["items"]
    model = api(
        "POST", "/v1/models", 201, json={"parentModelId": catalog[0]["id"], "displayName": "Bot"}
    )
    assert (model["displayName"], model["isSystemModel"]) == ("Bot", False)
    assert api("GET", f"/v1/models/{catalog[0]['id']}")["id"] == catalog[0]["id"]
    one, two = (api("POST", "/v1/datasets", 201, json={"name": n})["id"] for n in "ab")
    place = f"/v1/models/{model['id']}/datasets"
    link = api("POST", place, 201, json={"datasetId": one, "priority": 3})
    assert (link["modelId"], link["datasetId"], link["priority"]) == (model["id"], one, 3)
    api("POST", place, 409, json={"datasetId": one})
    api("POST", place, 404, json={"datasetId": "ds_none"})
    batch = api(
        "POST", f"{place}/batch", 201, json={"datasets": [{"datasetId": one}, {"datasetId": two}]}
    )
    assert [item["datasetId"] for item in batch["created"]] == [two]
    assert [item["datasetId"] for item in batch["skipped"]] == [one]
    updates = {"updates": [{"datasetId": two, "priority": 9}]}
    assert api("PATCH", f"{place}/batch", json=updates)["updated"][0]["priority"] == 9
    api("DELETE", f"/v1/datasets/{one}", 409)
    api("DELETE", f"{place}/{one}", 204)
    api("DELETE", f"/v1/datasets/{one}", 204)
    assert [item["datasetId"] for item in api("GET", place)["items"]] == [two]


def test_files_become_ready_while_they_are_read(api: Any) -> None:
    upload = {"file": ("a.txt", b"hello", "text/plain")}
    file = api("POST", "/v1/files", 201, files=upload)
    assert (file["filename"], file["contentType"], file["sizeBytes"]) == ("a.txt", "text/plain", 5)
    assert file["sha256"] == "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    place = f"/v1/files/{file['id']}"
    assert file["status"] == "uploaded"
    assert [api("GET", place)["status"] for _ in range(3)] == ["processing", "ready", "ready"]
    assert len(api("GET", "/v1/files", params={"statusFilter": "ready"})["items"]) == 1
    assert api("GET", "/v1/files", params={"statusFilter": "failed"})["items"] == []
    assert api("POST", f"{place}/reprocess")["status"] == "uploaded"
    link = {"resource_type": "chat", "resource_id": "chat_1"}
    api("POST", f"{place}/associations", 201, data=link)
    assert api("GET", place)["associations"][0]["resourceId"] == "chat_1"


def test_particles_keep_their_versions(api: Any) -> None:
    body = {"name": "Tone", "category": "tone", "content": "Be nice."}
    particle = api("POST", "/v1/particles", 201, json=body)
    place = f"/v1/particles/{particle['id']}"
    assert particle["currentVersion"] == 1
    assert api("PUT", place, json={"content": "Be kind."})["currentVersion"] == 2
    assert api("PUT", place, json={"enabled": False})["currentVersion"] == 2
    versions = api("GET", f"{place}/versions")
    assert [(item["version"], item["content"]) for item in versions] == [
        (1, "Be nice."),
        (2, "Be kind."),
    ]
    assert api("GET", f"{place}/versions/1")["content"] == "Be nice."
    assert api("GET", place)["versions"] is None
    assert len(api("GET", place, params={"expand[]": "versions"})["versions"]) == 2


def test_system_prompts_hold_particles(api: Any) -> None:
    body = {"name": "Tone", "category": "tone", "content": "Be nice."}
    particle = api("POST", "/v1/particles", 201, json=body)["id"]
    prompt = api("POST", "/v1/system-prompts", 201, json={"name": "Agent"})["id"]
    place = f"/v1/system-prompts/{prompt}"
    link = api("POST", f"{place}/particles", 201, json={"particleId": particle, "order": 2})
    assert (link["particleId"], link["order"]) == (particle, 2)
    assert api("PATCH", f"{place}/particles/{particle}", json={"order": 5})["order"] == 5
    assert api("GET", f"{place}/compose")["systemPromptId"] == prompt
    copied = api("POST", f"{place}/copy", 201, json={})
    assert copied["name"] == "Copy of Agent"
    assert copied["id"] != prompt
    api("DELETE", f"/v1/particles/{particle}", 409)


def test_chats_remember_what_was_said(api: Any) -> None:
    ask = {"messages": [{"role": "user", "content": "Hi"}], "modelId": "m1"}
    answer = api("POST", "/v1/chats", 201, json=ask)
    assert answer["message"]["role"] == "assistant"
    assert answer["message"]["chatId"] == answer["id"]
    more = {"chatId": answer["id"], "messages": [{"role": "user", "content": "And?"}]}
    assert api("POST", "/v1/chats", 201, json=more)["id"] == answer["id"]
    chat = api("GET", f"/v1/chats/{answer['id']}")
    said = [(item["role"], item["content"]) for item in chat["messages"]]
    assert [role for role, _ in said] == ["user", "assistant"] * 2
    assert (said[0][1], said[2][1]) == ("Hi", "And?")
    assert len({item["id"] for item in chat["messages"]}) == 4
    assert [item["modelId"] for item in api("GET", "/v1/chats")["items"]] == ["m1"]
    assert api("PATCH", f"/v1/chats/{answer['id']}", json={"title": "T"})["title"] == "T"
    api("DELETE", f"/v1/chats/{answer['id']}", 204)
    api("GET", f"/v1/chats/{answer['id']}", 404)


def test_chats_stream_when_asked_to(api: Any) -> None:
    ask = {"messages": [{"role": "user", "content": "Hi"}], "stream": True}
    *chunks, end = _events(api("POST", "/v1/chats", 200, json=ask))
    assert end == "[DONE]"
    told = [json.loads(chunk) for chunk in chunks]
    assert "".join(item["delta"] for item in told).startswith("This is an answer")
    assert [item["finished"] for item in told] == [False] * (len(told) - 1) + [True]
    usage = told[-1]["usage"]
    assert usage["totalTokens"] == usage["inputTokens"] + usage["outputTokens"]
    chat = api("GET", f"/v1/chats/{told[0]['id']}")
    assert "".join(item["delta"] for item in told) == chat["messages"][-1]["content"]


def test_singletons_are_stable(api: Any) -> None:
    assert api("GET", "/v1/usage") == api("GET", "/v1/usage")
    assert api("GET", "/v1/health/readiness")["status"] == "ok"


def test_bad_requests_get_the_declared_body(api: Any) -> None:
    faults = api("POST", "/v1/datasets", 422, json={"name": ""})
    assert faults["detail"][0]["loc"] == ["body", "name"]
    assert api("GET", "/v1/datasets", 422, params={"limit": 0})["detail"][0]["loc"] == [
        "query",
        "limit",
    ]
    assert api("GET", "/v1/models/no-uuid", 422)["detail"][0]["type"] == "format"


def test_idempotency_keys_replay(api: Any) -> None:
    key = {"Idempotency-Key": "k1"}
    first = api("POST", "/v1/datasets", 201, json={"name": "a"}, headers=key)
    assert api("POST", "/v1/datasets", 201, json={"name": "a"}, headers=key) == first
    assert len(api("GET", "/v1/datasets")["items"]) == 1
    other = api("POST", "/v1/datasets", 201, json={"name": "b"}, headers=key)
    assert other["name"] == "b", "the document has no status for a key that is used twice"


def test_credentials(api: Any) -> None:
    wrong = api.http.get("/v1/usage", headers={"authorization": "Bearer wrong"})
    assert wrong.status_code == 401
    assert wrong.headers["www-authenticate"].startswith("Bearer")
    ask = {"grant_type": "client_credentials", "client_id": "a", "client_secret": "b"}
    for sent in ({"data": ask}, {"json": ask}):
        told: Any = api.http.post("https://auth.cuadra.ai/oauth/token", **sent).json()
        headers = {"authorization": f"Bearer {told['access_token']}"}
        assert api.http.get("/v1/usage", headers=headers).status_code == 200


def test_preferences(api: Any) -> None:
    assert api("GET", "/v1/usage", 429, headers={"prefer": "code=429"})["status"] == 429
    api("GET", "/v1/usage", 404, headers={"prefer": "code=418"})
    api("GET", "/v1/usage", headers={"prefer": "dynamic=true"})


def test_failures_on_order_and_the_journal(api: Any) -> None:
    api.mock.fail("getOrganizationUsage", status=429, times=2, retry_after=3)
    for _ in range(2):
        response = api.http.get("/v1/usage")
        assert (response.status_code, response.headers["retry-after"]) == (429, "3")
    assert api.http.get("/v1/usage").status_code == 200
    api("POST", "/v1/datasets", 201, json={"name": "x"})
    assert api.mock.calls("createDataset")[0].json == {"name": "x"}
    assert len(api.mock.calls("getOrganizationUsage")) == 3
    with pytest.raises(KeyError, match="no operation"):
        api.mock.fail("nothing")


def test_handlers_can_be_overridden(api: Any) -> None:
    @api.mock.handler("getDataset")
    def get(request: Any, dataset_id: str) -> dict[str, Any]:
        times = {"createdAt": "2024-01-15T10:30:00Z", "updatedAt": "2024-01-15T10:30:00Z"}
        return {"id": dataset_id, "name": "mine", **times}

    assert api("GET", "/v1/datasets/7")["name"] == "mine"


def test_state_can_be_kept_and_reset(api: Any) -> None:
    made = api("POST", "/v1/datasets", 201, json={"name": "a"})
    kept = api.mock.snapshot()
    api("DELETE", f"/v1/datasets/{made['id']}", 204)
    api.mock.restore(json.loads(json.dumps(kept)))
    assert api("GET", f"/v1/datasets/{made['id']}")["name"] == "a"
    api.mock.reset()
    api("GET", f"/v1/datasets/{made['id']}", 404)
    assert api.mock.calls("createDataset") == []


def test_the_same_seed_gives_the_same_ids(cuadra: Any) -> None:
    def ids(seed: int) -> list[str]:
        client = httpx2.Client(
            transport=cuadra.mock(seed=seed, auth=False).transport(), base_url="http://x"
        )
        return [client.post("/v1/datasets", json={"name": "a"}).json()["id"] for _ in range(2)]

    assert ids(1) == ids(1)
    assert ids(1) != ids(2)
    assert len(set(ids(1))) == 2


async def _read_stream(mock: Any) -> list[str]:
    ask = {"messages": [{"role": "user", "content": "Hi"}], "stream": True}
    client = httpx2.AsyncClient(transport=mock.async_transport(), base_url="http://x")
    async with client, client.stream("POST", "/v1/chats", json=ask) as response:
        return [piece async for piece in response.aiter_text()]


def test_streams_stay_streams_in_process(cuadra: Any) -> None:
    pieces = asyncio.run(_read_stream(cuadra.mock(auth=False)))
    assert len(pieces) > 5
    assert pieces[-1] == "data: [DONE]\n\n"
