"""What Cuadra does beyond its document, against the mock with `specs/cuadra/behaviour.py`.

Each test begins with the note that it proves; answers are read by the generated client.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import cuadra
import httpx2
import pytest
from cuadra.mock import Mock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cuadra import Client

HELLO: Any = [{"role": "user", "content": "Hello"}]
TEXT_FILE = ("notes.txt", b"some notes", "text/plain")
WEATHER: Any = [{"type": "function", "function": {"name": "get_weather"}}]


@pytest.fixture
def mock() -> Iterator[Mock]:
    with Mock(seed=5) as mock:
        yield mock


@pytest.fixture
def client(mock: Mock) -> Iterator[Client]:
    with mock.client(max_retries=0) as client:
        yield client


def _particle(client: Client, category: Any, content: str, **more: Any) -> Any:
    return client.particles.create(name=content, category=category, content=content, **more)


def _knowing_model(client: Client) -> tuple[str, str, str]:
    """Make a model with a dataset of one ready file; return the ids of all three."""
    catalog = client.models.list_system_catalog().items[0].id
    model = client.models.create(parent_model_id=catalog, display_name="Bot").id
    dataset = client.datasets.create(name="Docs").id
    client.models.datasets.associate(model, dataset_id=dataset)
    file = client.files.upload(file=TEXT_FILE, resource_type="dataset", resource_id=dataset).id
    while client.files.get(file).status != "ready":
        pass
    return model, dataset, file


def _events(mock: Mock, **body: Any) -> tuple[Any, list[Any]]:
    """Return the response to a streamed chat in the AI SDK's format, and the data of its events."""
    headers = {"authorization": f"Bearer {mock.token}", "x-stream-format": "ai-sdk"}
    http = httpx2.Client(transport=mock.transport(), base_url="http://mock", headers=headers)
    body = {"messages": HELLO, "modelId": "m", "stream": True, **body}
    response = http.post("/v1/chats", json=body)
    *events, end = [
        part.removeprefix("data: ") for part in response.text.split("\n\n") if part.strip()
    ]
    assert end == "[DONE]"
    return response, [json.loads(one) for one in events]


def test_new_content_makes_a_version_and_other_changes_do_not(client: Client) -> None:
    """A particle starts at version 1. New `content` makes a version; other changes do not."""
    particle = _particle(client, "tone", "Be nice.")
    assert particle.current_version == 1
    assert client.particles.update(particle.id, name="Kindness").current_version == 1
    assert client.particles.update(particle.id, enabled=False).current_version == 1
    assert client.particles.update(particle.id, content="Be nice.").current_version == 1
    assert client.particles.update(particle.id, content="Be kind.").current_version == 2


def test_versions_never_change(client: Client) -> None:
    """Versions never change, nothing is lost; they come as a bare array, unpaged."""
    particle = _particle(client, "tone", "One").id
    for content in ("Two", "Three"):
        client.particles.update(particle, content=content)
    versions = client.particles.versions.list(particle)
    assert [(one.version, one.content) for one in versions] == [
        (1, "One"),
        (2, "Two"),
        (3, "Three"),
    ]
    assert client.particles.versions.get(particle, 1).content == "One"


def test_a_put_is_partial(client: Client) -> None:
    """Update is PUT, partial."""
    particle = _particle(client, "tone", "Be nice.", description="Manners").id
    changed = client.particles.update(particle, name="Kindness")
    assert (changed.name, changed.content, changed.description) == (
        "Kindness",
        "Be nice.",
        "Manners",
    )


def test_prompts_are_composed_by_category_and_order(client: Client) -> None:
    """Composition: role, tone, guardrails, constraints, format; within a category by `order`."""
    prompt = client.system_prompts.create(name="Agent").id
    for order, (category, content) in enumerate(
        [
            ("format", "F"),
            ("constraints", "C"),
            ("tone", "T2"),
            ("guardrails", "G"),
            ("role", "R"),
        ]
    ):
        particle = _particle(client, category, content)
        client.system_prompts.particles.add(prompt, particle_id=particle.id, order=order)
    first = _particle(client, "tone", "T1")
    client.system_prompts.particles.add(prompt, particle_id=first.id, order=0)
    composed = client.system_prompts.compose(prompt)
    assert composed.composed_content.split() == ["R", "T1", "T2", "G", "C", "F"]
    assert composed.particle_count == 6
    told = client.system_prompts.get(prompt)
    assert told.particles is None
    assert len(client.system_prompts.get(prompt, expand=["particles"]).particles or ()) == 6
    assert (told.particle_count, told.total_token_count) == (6, composed.total_token_count)


def test_a_link_follows_the_current_version_unless_it_is_pinned(client: Client) -> None:
    """`particleVersionId: null` follows the current version; a value pins it, for a rollback."""
    particle = _particle(client, "role", "Old").id
    old = client.particles.versions.list(particle)[0].id
    prompt = client.system_prompts.create(name="Agent").id
    client.system_prompts.particles.add(prompt, particle_id=particle)
    client.particles.update(particle, content="New and longer")
    following = client.system_prompts.compose(prompt)
    assert following.composed_content == "New and longer"
    link = client.system_prompts.particles.update(prompt, particle, particle_version_id=old)
    assert (link.pinned_version, link.particle_name) == (1, "Old")
    client.system_prompts.particles.update(prompt, particle, order=None)
    pinned = client.system_prompts.compose(prompt)
    assert pinned.composed_content == "Old"
    assert pinned.total_token_count < following.total_token_count


def test_a_particle_in_use_stays(client: Client) -> None:
    """A particle in use by a system prompt cannot be deleted."""
    particle = _particle(client, "role", "You help.").id
    prompt = client.system_prompts.create(name="Agent").id
    client.system_prompts.particles.add(prompt, particle_id=particle)
    with pytest.raises(cuadra.ConflictError):
        client.particles.delete(particle)
    client.system_prompts.particles.remove(prompt, particle)
    client.particles.delete(particle)


def test_copies_hold_the_same_particles(client: Client) -> None:
    """Copy: same particles, name `Copy of {original}` unless given."""
    prompt = client.system_prompts.create(name="Agent").id
    particle = _particle(client, "role", "You help.").id
    client.system_prompts.particles.add(prompt, particle_id=particle)
    copied = client.system_prompts.copy(prompt)
    assert (copied.name, copied.is_system) == ("Copy of Agent", False)
    assert client.system_prompts.compose(copied.id).composed_content == "You help."
    assert client.system_prompts.copy(prompt, name="Mine").name == "Mine"


def test_disabled_entries_are_hidden(client: Client) -> None:
    """`enabled` defaults to true on particle lists: disabled entries are hidden unless asked for."""
    shown, hidden = _particle(client, "role", "A"), _particle(client, "role", "B", enabled=False)
    assert [one.id for one in client.particles.list().items] == [shown.id]
    assert [one.id for one in client.particles.list(enabled=False).items] == [hidden.id]


def test_a_dataset_that_a_model_refers_to_stays(client: Client) -> None:
    """Deleting a dataset: 204; 404 unknown; 409 while a model refers to it."""
    model, dataset, _ = _knowing_model(client)
    with pytest.raises(cuadra.ConflictError):
        client.datasets.delete(dataset)
    client.models.datasets.dissociate(model, dataset)
    client.datasets.delete(dataset)
    with pytest.raises(cuadra.NotFoundError):
        client.datasets.delete(dataset)


def test_snapshots_count_the_files_of_their_time(client: Client) -> None:
    """Snapshot `version` rises from 1; `recordCount` = files at that time; deletion by version."""
    dataset = client.datasets.create(name="Docs").id
    made = [client.datasets.snapshots.create(dataset, notes="Empty")]
    client.files.upload(file=TEXT_FILE, resource_type="dataset", resource_id=dataset)
    made.append(client.datasets.snapshots.create(dataset, notes="Filled"))
    assert [(one.version, one.record_count, one.status) for one in made] == [
        (1, 0, "active"),
        (2, 1, "active"),
    ]
    assert [one.record_count for one in client.datasets.snapshots.list(dataset).items] == [0, 1]
    client.datasets.snapshots.delete(dataset, 1)
    assert [one.version for one in client.datasets.snapshots.list(dataset).items] == [2]


def test_existing_links_are_skipped(client: Client) -> None:
    """Batch link: existing links land in `skipped` as `{datasetId, reason}` and are no error."""
    model, dataset, _ = _knowing_model(client)
    other = client.datasets.create(name="Other").id
    links: Any = [{"datasetId": dataset}, {"datasetId": other}]
    told = client.models.datasets.batch_associate(model, datasets=links)
    assert [one.dataset_id for one in told.created] == [other]
    assert told.skipped
    assert [one["datasetId"] for one in told.skipped] == [dataset]
    assert told.skipped[0]["reason"]


def test_the_same_content_again_is_a_duplicate(client: Client) -> None:
    """Same content (SHA-256) again: new file, `isDuplicate: true`, `storageCharged: 0`."""
    first = client.files.upload(file=TEXT_FILE)
    again = client.files.upload(file=("other.txt", TEXT_FILE[1], "text/plain"))
    assert (first.is_duplicate, first.storage_charged) == (False, len(TEXT_FILE[1]))
    assert (again.is_duplicate, again.storage_charged) == (True, 0)
    assert (again.id != first.id, again.sha256) == (True, first.sha256)
    assert client.files.get(again.id).is_duplicate


def test_files_belong_to_resources_that_exist(client: Client) -> None:
    """An unknown resource gives 404; associations are behind `expand[]`."""
    with pytest.raises(cuadra.NotFoundError):
        client.files.upload(file=TEXT_FILE, resource_type="dataset", resource_id="ds_none")
    assert client.files.list().items == []
    dataset = client.datasets.create(name="Docs").id
    file = client.files.upload(file=TEXT_FILE, resource_type="dataset", resource_id=dataset).id
    assert client.files.get(file).associations is None
    links = client.files.get(file, expand=["associations"]).associations
    assert links
    assert [(one.resource_type, one.resource_id) for one in links] == [("dataset", dataset)]


def test_files_are_uploaded_then_processed_then_ready(client: Client) -> None:
    """The upload answers with `uploaded`; poll until `ready`; reprocess answers with the file."""
    file = client.files.upload(file=TEXT_FILE)
    assert file.status == "uploaded"
    assert [client.files.get(file.id).status for _ in range(3)] == ["processing", "ready", "ready"]
    assert client.files.reprocess(file.id).status != "ready"


def test_chats_answer_as_json_unless_a_stream_is_asked_for(client: Client, mock: Mock) -> None:
    """`stream: false` gives 201 and JSON, also when a chat is continued; the chat keeps its model."""
    first = client.chats.create_or_continue(messages=HELLO, model_id="m")
    more = client.chats.create_or_continue(messages=HELLO, chat_id=first.id, stream=False)
    assert more.id == first.id
    chat = client.chats.get(first.id)
    assert chat.model_id == "m"
    assert [one.role for one in chat.messages or ()] == ["user", "assistant"] * 2


def test_sources_come_in_the_first_chunk_only(client: Client) -> None:
    """Order: `sources` in the first chunk only (empty `delta`), reasoning, text, `finished` with usage."""
    model, dataset, file = _knowing_model(client)
    stream = client.chats.create_or_continue(
        messages=HELLO, model_id=model, stream=True, enable_reasoning=True
    )
    chunks = list(stream)
    kinds = [
        "sources" if one.sources else "reasoning" if one.reasoning else "text" if one.delta else ""
        for one in chunks
    ]
    assert [kind for at, kind in enumerate(kinds) if kinds[at - 1] != kind or at == 0] == [
        "sources",
        "reasoning",
        "text",
        "",
    ]
    assert kinds.count("sources") == 1
    assert chunks[0].sources
    assert [(one.source_id, one.dataset_id) for one in chunks[0].sources] == [(file, dataset)]
    assert all(one.delta == "" for one in chunks if one.sources or one.reasoning)
    assert [one.finished for one in chunks] == [False] * (len(chunks) - 1) + [True]
    usage = chunks[-1].usage
    assert usage
    assert usage.total_tokens == usage.input_tokens + usage.output_tokens
    said = client.chats.get(chunks[0].id).messages
    assert said
    assert said[-1].content == "".join(one.delta or "" for one in chunks)


def test_files_of_the_request_are_searched_first(client: Client) -> None:
    """`fileIds` in a chat request links files first; extracted text stands in until they are ready."""
    model, _, file = _knowing_model(client)
    fresh = client.files.upload(file=("fresh.txt", b"fresh", "text/plain")).id
    told = client.chats.create_or_continue(messages=HELLO, model_id=model, file_ids=[fresh])
    assert told.sources
    assert [one.source_id for one in told.sources] == [fresh, file]
    assert told.sources[0].score > told.sources[1].score


def test_tool_calls_are_joined_by_their_index(client: Client) -> None:
    """`toolCalls` fragments are joined by `index`; `id` only in the first; a `tool` message answers."""
    stream = client.chats.create_or_continue(
        messages=HELLO, model_id="m", tools=WEATHER, stream=True
    )
    chunks = list(stream)
    parts = [part for one in chunks for part in one.tool_calls or ()]
    assert [bool(part.id) for part in parts] == [True, False, False]
    joined = {
        key: "".join(str((part.function or {}).get(key, "")) for part in parts)
        for key in ("name", "arguments")
    }
    assert joined == {"name": "get_weather", "arguments": "{}"}
    answer: Any = [{"role": "tool", "content": "sunny", "toolCallId": parts[0].id}]
    told = client.chats.create_or_continue(messages=answer, chat_id=chunks[0].id, tools=WEATHER)
    assert told.tool_calls is None
    assert told.message.content


def test_the_ai_sdk_stream(mock: Mock) -> None:
    """AI SDK stream: its own header, sources before text, blocks with ids, usage under other names."""
    with mock.client() as client:
        model, _, file = _knowing_model(client)
    response, events = _events(mock, modelId=model, enableReasoning=True)
    assert response.headers["x-vercel-ai-ui-message-stream"] == "v1"
    kinds = [one["type"] for one in events]
    assert list(dict.fromkeys(kinds)) == [
        "start",
        "start-step",
        "source-document",
        "reasoning-start",
        "reasoning-delta",
        "reasoning-end",
        "text-start",
        "text-delta",
        "text-end",
        "finish-step",
        "finish",
    ]
    source = events[kinds.index("source-document")]
    assert (source["sourceId"], source["title"]) == (file, "notes.txt")
    blocks = {one["type"].partition("-")[0]: one["id"] for one in events if "id" in one}
    assert len(set(blocks.values())) == 2
    assert events[-1]["usage"].keys() == {"promptTokens", "completionTokens"}
    (chat,) = mock.records.all("chats")
    assert events[0]["messageId"] == chat["messages"][-1]["id"]
    assert chat["messages"][-1]["content"] == "".join(
        one["delta"] for one in events if one["type"] == "text-delta"
    )


def test_tools_in_the_ai_sdk_stream(mock: Mock) -> None:
    """AI SDK stream: `tool-input-start` / `-delta` / `-available` in place of text."""
    _, events = _events(mock, tools=WEATHER)
    tools = [one for one in events if one["type"].startswith("tool-")]
    assert [one["type"] for one in tools] == [
        "tool-input-start",
        "tool-input-delta",
        "tool-input-available",
    ]
    assert {one["toolCallId"] for one in tools} == {tools[0]["toolCallId"]}
    assert not [one for one in events if one["type"].startswith("text-")]


def test_the_plain_stream_has_no_header_of_the_ai_sdk(client: Client, mock: Mock) -> None:
    """`x-vercel-ai-ui-message-stream` comes only with streams requested by `X-Stream-Format: ai-sdk`."""
    with client.chats.create_or_continue(messages=HELLO, model_id="m", stream=True) as stream:
        headers = stream.response.headers
        assert "x-vercel-ai-ui-message-stream" not in headers
        assert int(headers["x-ratelimit-limit"]) > 0


def test_deleted_chats_are_gone(client: Client) -> None:
    """Delete is soft: 204, or 404 when unknown."""
    chat = client.chats.create_or_continue(messages=HELLO, model_id="m").id
    client.chats.delete(chat)
    for call in (client.chats.get, client.chats.delete):
        with pytest.raises(cuadra.NotFoundError):
            call(chat)
    assert client.chats.list().items == []


def test_keys_make_writes_safe_to_repeat(client: Client, mock: Mock) -> None:
    """Per caller, operation and key, replay the first response; another body gives 409."""
    made = [client.files.upload(file=TEXT_FILE, idempotency_key="k") for _ in range(2)]
    assert made[0] == made[1], "a form has other boundaries each time"
    assert len(client.files.list().items) == 1
    model, dataset, _ = _knowing_model(client)
    other = client.datasets.create(name="Other", idempotency_key="k").id
    link = client.models.datasets.associate(model, dataset_id=other, idempotency_key="k")
    again = client.models.datasets.associate(model, dataset_id=other, idempotency_key="k")
    assert again == link
    with pytest.raises(cuadra.ConflictError, match="Idempotency-Key"):
        client.models.datasets.associate(model, dataset_id=dataset, idempotency_key="k")


def test_own_models_and_the_catalog_are_apart(client: Client) -> None:
    """Models list own only; system models are in `/v1/models/catalog`."""
    catalog = client.models.list_system_catalog().items
    model = client.models.create(parent_model_id=catalog[0].id, display_name="Bot")
    assert [one.id for one in client.models.list().items] == [model.id]
    assert model.id not in {one.id for one in client.models.list_system_catalog().items}
