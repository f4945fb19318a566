"""More of what Cuadra does beyond its document: limits, tokens, pages, structured answers, lost connections.

Each test begins with the note that it proves; answers are read by the generated client.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import cuadra
import httpx2
import jsonschema_rs
import pytest
from cuadra.mock import Mock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cuadra import Client

HELLO: Any = [{"role": "user", "content": "Hello"}]
TEXT_FILE = ("notes.txt", b"some notes", "text/plain")
SUMMARY: Any = {
    "type": "object",
    "properties": {
        "summary": {"type": "string"},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "tags": {"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 2},
    },
    "required": ["summary", "confidence", "tags"],
    "additionalProperties": False,
}
FORMAT: Any = {"type": "json_schema", "json_schema": {"name": "answer", "schema": SUMMARY}}


@pytest.fixture
def mock() -> Iterator[Mock]:
    with Mock(seed=5) as mock:
        yield mock


@pytest.fixture
def client(mock: Mock) -> Iterator[Client]:
    with mock.client(max_retries=0) as client:
        yield client


def test_the_quick_start() -> None:
    """A client, a chat, its answer word by word, and what is kept of it: nothing was configured."""
    with Mock() as mock, mock.client() as client:
        told = client.chats.create_or_continue(messages=HELLO, model_id="m")
        assert told.message.content
        stream = client.chats.create_or_continue(messages=HELLO, chat_id=told.id, stream=True)
        assert "".join(chunk.delta or "" for chunk in stream)
        assert len(client.chats.get(told.id).messages or ()) == 4
        assert [one.call for one in mock.calls()].count("chats.create_or_continue") == 2


def test_an_answer_fits_the_schema_of_the_request(client: Client) -> None:
    """`responseFormat` json_schema: the content is then JSON text."""
    told = client.chats.create_or_continue(messages=HELLO, model_id="m", response_format=FORMAT)
    jsonschema_rs.validate(SUMMARY, json.loads(told.message.content or ""))
    messages = client.chats.get(told.id).messages
    assert messages
    assert messages[-1].content == told.message.content


def test_a_stream_fits_the_schema_of_the_request(client: Client) -> None:
    """`responseFormat` json_schema: the content is then JSON text, in a stream over many deltas."""
    stream = client.chats.create_or_continue(
        messages=HELLO, model_id="m", response_format=FORMAT, stream=True
    )
    chunks = list(stream)
    jsonschema_rs.validate(SUMMARY, json.loads("".join(chunk.delta or "" for chunk in chunks)))
    assert sum(bool(chunk.delta) for chunk in chunks) > 2


def test_a_lost_connection_does_not_stop_an_answer(client: Client, mock: Mock) -> None:
    """A dropped connection does not stop generation; the message is stored; poll the chat."""
    mock.break_stream("chats.create_or_continue", after=3)
    seen: list[Any] = []
    with pytest.raises(cuadra.APIConnectionError):
        seen.extend(client.chats.create_or_continue(messages=HELLO, model_id="m", stream=True))
    (chat,) = client.chats.list().items
    messages = client.chats.get(chat.id).messages
    assert messages
    assert messages[-1].role == "assistant"
    assert (messages[-1].content or "").startswith("This is an answer")


def test_a_prompt_may_begin_with_particles(client: Client) -> None:
    """The initial particles of a system prompt are linked like those that are added later."""
    made = [
        client.particles.create(name=text, category=kind, content=text)
        for kind, text in (("tone", "Be kind."), ("role", "You help."))
    ]
    links: Any = [{"particleId": one.id, "order": at} for at, one in enumerate(made)]
    prompt = client.system_prompts.create(name="Agent", particles=links)
    assert (prompt.particle_count, prompt.particles) == (2, None)
    assert client.system_prompts.compose(prompt.id).composed_content == "You help.\n\nBe kind."
    lonely = client.system_prompts.create(name="B", particles=[*links, {"particleId": "part_none"}])
    assert lonely.particle_count == 2
    client.system_prompts.particles.remove(prompt.id, made[0].id)
    assert client.system_prompts.compose(prompt.id).composed_content == "You help."


def test_files_are_listed_by_the_resource_they_belong_to(client: Client) -> None:
    """`resourceId` needs `resourceType`; an unknown resource gives 404."""
    dataset, other = (client.datasets.create(name=name).id for name in ("Docs", "Other"))
    mine = client.files.upload(file=TEXT_FILE, resource_type="dataset", resource_id=dataset).id
    client.files.upload(file=TEXT_FILE)
    found = client.files.list(resource_type="dataset", resource_id=dataset).items
    assert [one.id for one in found] == [mine]
    assert client.files.list(resource_type="dataset", resource_id=other).items == []
    assert [one.id for one in client.files.list(resource_type="dataset").items] == [mine]
    assert client.files.list(resource_type="chat").items == []
    assert len(client.files.list().items) == 2
    with pytest.raises(cuadra.NotFoundError):
        client.files.list(resource_id=dataset)
    with pytest.raises(cuadra.NotFoundError):
        client.files.list(resource_type="dataset", resource_id="ds_none")


def test_too_many_requests_are_refused(client: Client, mock: Mock) -> None:
    """60 requests a minute per user; 429 carries `Retry-After` and `X-RateLimit-Remaining: 0`."""
    mock.limit(requests=60, per=60)
    for _ in range(60):
        client.usage.get_organization()
    with pytest.raises(cuadra.RateLimitError) as raised:
        client.usage.get_organization()
    headers = raised.value.headers
    assert headers["x-ratelimit-remaining"] == "0"
    mock.clock.advance(float(headers["retry-after"]))
    client.usage.get_organization()


def test_tokens_live_one_hour(mock: Mock) -> None:
    """M2M token: JSON body, answer `access_token`, `token_type: "bearer"`, `expires_in: 3600`."""
    http = httpx2.Client(transport=mock.transport(), base_url="http://mock")
    ask = {"client_id": "a", "client_secret": "b", "grant_type": "client_credentials"}
    told = http.post("https://auth.cuadra.ai/oauth/token", json=ask).json()
    assert (told["token_type"], told["expires_in"]) == ("bearer", 3600)
    headers = {"authorization": f"Bearer {told['access_token']}"}
    assert http.get("/v1/usage", headers=headers).status_code == 200
    mock.clock.advance(3599)
    assert http.get("/v1/usage", headers=headers).status_code == 200
    mock.clock.advance(1)
    refused = http.get("/v1/usage", headers=headers)
    assert refused.status_code == 401
    assert 'error="invalid_token"' in refused.headers["www-authenticate"]


def test_pages_end_with_no_cursor(client: Client) -> None:
    """`limit` 1 to 100, default 20; `cursor` is opaque; `nextCursor` is null at the end."""
    for number in range(25):
        client.datasets.create(name=f"Dataset {number}")
    first = client.datasets.list()
    assert (len(first.items), first.body.has_more) == (20, True)
    last = client.datasets.list(cursor=first.body.next_cursor)
    assert (len(last.items), last.body.has_more, last.body.next_cursor) == (5, False, None)
    assert len(list(client.datasets.list(limit=7))) == 25
    for wrong in (0, 101):
        with pytest.raises(cuadra.UnprocessableEntityError):
            client.datasets.list(limit=wrong)


def test_a_file_that_is_deleted_belongs_to_nothing(client: Client) -> None:
    """Deleting a file drops its associations."""
    dataset = client.datasets.create(name="Docs").id
    file = client.files.upload(file=TEXT_FILE, resource_type="dataset", resource_id=dataset).id
    client.files.delete(file)
    assert client.datasets.snapshots.create(dataset, notes="Empty").record_count == 0
    assert client.files.list(resource_type="dataset", resource_id=dataset).items == []


def test_too_few_credits(client: Client, mock: Mock) -> None:
    """402 means too few credits, and is final; 500 is retryable."""
    mock.fail("chats.create_or_continue", status=402)
    with pytest.raises(cuadra.APIStatusError) as raised:
        client.chats.create_or_continue(messages=HELLO, model_id="m")
    assert raised.value.status == 402
    with mock.client() as patient:
        mock.fail("usage.get_organization", status=500, retry_after=0)
        patient.usage.get_organization()
    assert len(mock.calls("usage.get_organization")) == 2


def test_processing_may_take_its_time(client: Client, mock: Mock) -> None:
    """Life cycle: `uploaded`, `processing`, then `ready`, or `failed`; reprocess is for failed files."""
    mock.set_transition("files", by="time", seconds=20)
    file = client.files.upload(file=TEXT_FILE).id
    assert [client.files.get(file).status for _ in range(2)] == ["uploaded", "uploaded"]
    mock.clock.advance(21)
    assert client.files.get(file).status == "processing"
    mock.advance("files", file, to="failed")
    assert client.files.get(file).status == "failed"
    assert client.files.reprocess(file).status == "uploaded"
    mock.clock.advance(60)
    assert client.files.get(file).status == "ready"
