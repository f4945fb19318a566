"""The Cuadra client against the Cuadra mock: all 52 operations, judged on the wire.

Every operation is called synchronously and asynchronously, with what it needs and with all it takes;
every documented error is provoked. Requests and responses are judged by the document.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cuadra
import pytest
from contract import (
    Arguments,
    Ids,
    call,
    cases,
    documented_errors,
    find,
    provoke,
    run_async,
    run_sync,
)
from cuadra.mock import Mock
from wire import WireJudge

if TYPE_CHECKING:
    from collections.abc import Callable

    from cuadra import Client
    from recording import Recorder

ROOT = Path(__file__).parent.parent.parent
JUDGE = WireJudge(ROOT / "specs" / "cuadra" / "openapi.json")
MANIFEST = json.loads((ROOT / "generated/cuadra/cuadra/manifest.json").read_text(encoding="utf-8"))
OPERATIONS = {entry["call"]: entry for entry in MANIFEST["operations"]}
HELLO = [{"role": "user", "content": "Hello"}]
TEXT_FILE = ("notes.txt", b"some notes", "text/plain")

KEY = {"idempotency_key": "key-1"}
# For each operation what it is called with: the least, then all that it takes.
CALLS: dict[str, tuple[Arguments, ...]] = {
    "health.liveness_check": (call(),),
    "health.readiness_check": (call(),),
    "health.ai_provider_health": (call(),),
    "models.list": (call(), call(expand=["model", "dataset"], limit=1, cursor=None)),
    "models.create": (
        call(parent_model_id="@catalog", display_name="Bot"),
        call(parent_model_id="@catalog", display_name="Bot", system_prompt_id="@prompt", **KEY),
    ),
    "models.list_system_catalog": (call(), call(limit=2)),
    "models.get": (call("model"),),
    "models.update": (call("model"), call("model", display_name="Other", system_prompt=None)),
    "models.delete": (call("model"),),
    "models.datasets.list": (call("model"), call("model", limit=5)),
    "models.datasets.associate": (
        call("model", dataset_id="@free_dataset"),
        call("model", dataset_id="@free_dataset", usage_type="rag", priority=7, **KEY),
    ),
    "models.datasets.batch_associate": (
        call("model", datasets=[{"datasetId": "@free_dataset"}]),
        call("model", datasets=[{"datasetId": "@free_dataset", "priority": 1}], **KEY),
    ),
    "models.datasets.batch_update_associations": (
        call("model", updates=[{"datasetId": "@dataset", "priority": 3}]),
        call("model", updates=[{"datasetId": "@dataset", "datasetSnapshotId": None}], **KEY),
    ),
    "models.datasets.update_association": (
        call("model", "dataset"),
        call("model", "dataset", usage_type="rag", dataset_snapshot_id=None, priority=1, **KEY),
    ),
    "models.datasets.dissociate": (call("model", "dataset"), call("model", "dataset", **KEY)),
    "chats.list": (call(), call(expand=["model"], limit=3)),
    "chats.create_or_continue": (
        call(messages=HELLO, model_id="@model"),
        call(messages=HELLO, model_id="@model", stream=True),
        call(messages=HELLO, chat_id="@chat", temperature=0.5, max_tokens=10, file_ids=["@file"]),
        call(messages=HELLO, chat_id="@chat", stream=False, system_prompt=None, ephemeral=True),
    ),
    "chats.get": (call("chat"), call("chat", expand=["model"])),
    "chats.update": (call("chat"), call("chat", title="T", system_prompt=None, **KEY)),
    "chats.delete": (call("chat"),),
    "files.list": (
        call(),
        call(resource_type="dataset", resource_id="@dataset", status_filter="ready", limit=2),
    ),
    "files.upload": (
        call(file=TEXT_FILE),
        call(file=b"bytes", resource_type="dataset", resource_id="@dataset", **KEY),
    ),
    "files.get": (call("file"), call("file", expand=["associations"])),
    "files.delete": (call("file"), call("file", **KEY)),
    "files.associate": (
        call("file", resource_type="dataset", resource_id="@dataset"),
        call("file", resource_type="dataset", resource_id="@dataset", **KEY),
    ),
    "files.reprocess": (call("file"), call("file", **KEY)),
    "datasets.list": (call(), call(limit=1)),
    "datasets.create": (call(name="D"), call(name="D", description="About it.", **KEY)),
    "datasets.get": (call("dataset"), call("dataset", expand=["items", "snapshots"])),
    "datasets.update": (call("dataset"), call("dataset", name="E", description=None, **KEY)),
    "datasets.delete": (call("free_dataset"), call("free_dataset", **KEY)),
    "datasets.snapshots.list": (call("dataset"), call("dataset", limit=9)),
    "datasets.snapshots.create": (
        call("dataset", notes="S"),
        call("dataset", notes="Kept.", **KEY),
    ),
    "datasets.snapshots.delete": (call("dataset", "version"), call("dataset", "version", **KEY)),
    "particles.list": (call(), call(category="tone", enabled=True, limit=4)),
    "particles.create": (
        call(name="P", category="tone", content="Be kind."),
        call(name="P", category="role", content="You help.", description="D", **KEY),
    ),
    "particles.get": (call("particle"), call("particle", expand=["versions"])),
    "particles.update": (call("particle"), call("particle", content="Be brief.", **KEY)),
    "particles.delete": (call("free_particle"), call("free_particle", **KEY)),
    "particles.versions.list": (call("particle"),),
    "particles.versions.get": (call("particle", "particle_version"),),
    "system_prompts.list": (call(), call(is_system=False, enabled=True, limit=2)),
    "system_prompts.create": (call(name="S"), call(name="S", description="D", **KEY)),
    "system_prompts.get": (call("prompt"), call("prompt", expand=["particles"])),
    "system_prompts.update": (call("prompt"), call("prompt", name="N", enabled=False, **KEY)),
    "system_prompts.delete": (call("prompt"), call("prompt", **KEY)),
    "system_prompts.copy": (call("prompt"), call("prompt", name="Copy", **KEY)),
    "system_prompts.compose": (call("prompt"),),
    "system_prompts.particles.add": (
        call("prompt", particle_id="@free_particle"),
        call("prompt", particle_id="@free_particle", order=2, particle_version_id=None, **KEY),
    ),
    "system_prompts.particles.update": (
        call("prompt", "particle"),
        call("prompt", "particle", order=5, **KEY),
    ),
    "system_prompts.particles.remove": (
        call("prompt", "particle"),
        call("prompt", "particle", **KEY),
    ),
    "usage.get_organization": (call(),),
}


def prepare(client: Client) -> Ids:
    """Make the records that calls refer to."""
    catalog = client.models.list_system_catalog().items[0].id
    model = client.models.create(parent_model_id=catalog, display_name="Bot").id
    dataset = client.datasets.create(name="Dataset").id
    client.models.datasets.associate(model, dataset_id=dataset)
    particle = client.particles.create(name="Kind", category="tone", content="Be kind.").id
    prompt = client.system_prompts.create(name="Prompt").id
    client.system_prompts.particles.add(prompt, particle_id=particle)
    return {
        "catalog": catalog,
        "model": model,
        "dataset": dataset,
        "free_dataset": client.datasets.create(name="Free").id,
        "version": client.datasets.snapshots.create(dataset, notes="First").version,
        "file": client.files.upload(file=TEXT_FILE).id,
        "particle": particle,
        "particle_version": client.particles.versions.list(particle)[0].version,
        "free_particle": client.particles.create(name="A", category="role", content="B").id,
        "prompt": prompt,
        "chat": client.chats.create_or_continue(messages=HELLO, model_id=model).id,
    }


def test_every_operation_of_the_document_is_called() -> None:
    assert len(OPERATIONS) == 52
    assert CALLS.keys() == OPERATIONS.keys()
    assert len(list(JUDGE.operations())) == 52


@pytest.mark.parametrize("run", [run_sync, run_async])
@pytest.mark.parametrize(("name", "arguments"), cases(CALLS))
def test_the_exchange_is_as_documented(
    name: str, arguments: Arguments, run: Callable[..., Recorder]
) -> None:
    with Mock(seed=3) as mock:
        with mock.client() as client:
            ids = prepare(client)
        args, kwargs = arguments(ids)
        recorder = run(mock, name, args, kwargs)
    (exchange,) = recorder.exchanges
    assert JUDGE.faults(exchange) == []
    assert JUDGE.find(exchange.request) == (OPERATIONS[name]["path"], OPERATIONS[name]["method"])
    assert exchange.response.is_success


@pytest.mark.parametrize(("name", "status"), documented_errors(MANIFEST))
def test_a_documented_error_is_a_typed_exception(name: str, status: str) -> None:
    with Mock(seed=3) as mock:
        with mock.client() as client:
            args, kwargs = CALLS[name][0](prepare(client))
        error, recorder = provoke(mock, name, int(status), args, kwargs, cuadra.APIStatusError)
    (exchange,) = recorder.exchanges
    path, method = JUDGE.find(exchange.request)
    assert list(JUDGE.of_response(path, method, exchange)) == []
    assert error.status == int(status)
    documented = OPERATIONS[name]["responses"][status]
    body = error.body
    if documented:
        assert f"cuadra.models.{type(body).__name__}" in documented.values()


@pytest.mark.parametrize(
    ("name", "args", "kwargs", "place"),
    [
        ("datasets.create", (), {"name": ""}, "name"),
        ("models.list", (), {"limit": 1000}, "limit"),
        ("chats.create_or_continue", (), {"messages": []}, "messages"),
        ("models.get", ("no-uuid",), {}, "model_id"),
        ("particles.create", (), {"name": "P", "category": "none", "content": "c"}, "category"),
    ],
)
def test_a_violation_is_named_in_the_declared_error(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any], place: str
) -> None:
    with (
        Mock() as mock,
        mock.client() as client,
        pytest.raises(cuadra.UnprocessableEntityError) as raised,
    ):
        find(client, name)(*args, **kwargs)
    body = raised.value.body
    assert isinstance(body, cuadra.models.HTTPValidationError)
    assert body.detail
    assert any(place in fault.loc for fault in body.detail)
    assert all(fault.msg for fault in body.detail)


def test_a_wrong_token_is_refused() -> None:
    with Mock() as mock, pytest.raises(cuadra.AuthenticationError) as raised:
        mock.client(token="wrong").datasets.list()
    assert isinstance(raised.value.body, cuadra.models.ProblemDetails)
    assert "www-authenticate" in raised.value.headers


def test_client_credentials_fetch_a_token_once() -> None:
    with Mock() as mock:
        client = mock.client(token=None, client_id="mock", client_secret="mock-token")
        client.datasets.list()
        client.datasets.list()
        tokens = [one for one in mock.calls() if one.path.endswith("/oauth/token")]
    assert len(tokens) == 1
