# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.
"""What goes over the wire, held against what the API's description prescribes.

There is one operation for each kind of request: styles of parameters, kinds of bodies.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import httpx2
import pytest

from cuadra import AsyncClient, Client

if TYPE_CHECKING:
    from collections.abc import Mapping

URL = "https://api.test"


@dataclass(frozen=True)
class Case:
    """A call, and the request it must lead to; a body is given as JSON, as a form, or as bytes."""

    call: str
    arguments: Mapping[str, Any]
    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    media_type: str = ""
    json: object = None
    form: list[tuple[str, str]] | None = None
    content: bytes = b""


CASES = [
    Case(call="health.liveness_check", arguments={}, method="GET", target="/v1/health/liveness"),
    Case(
        call="models.list",
        arguments={"expand": ["model"], "limit": 20, "cursor": "cursor_123"},
        method="GET",
        target="/v1/models?expand%5B%5D=model&limit=20&cursor=cursor_123",
    ),
    Case(
        call="models.create",
        arguments={
            "idempotency_key": "idempotency_123",
            "parent_model_id": "550e8400-e29b-41d4-a716-446655440000",
            "display_name": "large-model Omni",
            "context_window": 4096,
            "max_tokens_per_request": 1000,
            "supports_streaming": True,
        },
        method="POST",
        target="/v1/models",
        headers={"idempotency-key": "idempotency_123"},
        media_type="application/json",
        json={
            "parentModelId": "550e8400-e29b-41d4-a716-446655440000",
            "displayName": "large-model Omni",
            "contextWindow": 4096,
            "maxTokensPerRequest": 1000,
            "supportsStreaming": True,
        },
    ),
    Case(
        call="models.get",
        arguments={"model_id": "550e8400-e29b-41d4-a716-446655440000"},
        method="GET",
        target="/v1/models/550e8400-e29b-41d4-a716-446655440000",
    ),
    Case(
        call="models.update",
        arguments={
            "model_id": "550e8400-e29b-41d4-a716-446655440000",
            "display_name": "Updated large-model Model",
            "context_window": 8192,
            "max_tokens_per_request": 4096,
        },
        method="PATCH",
        target="/v1/models/550e8400-e29b-41d4-a716-446655440000",
        media_type="application/json",
        json={
            "displayName": "Updated large-model Model",
            "contextWindow": 8192,
            "maxTokensPerRequest": 4096,
        },
    ),
    Case(
        call="models.delete",
        arguments={"model_id": "550e8400-e29b-41d4-a716-446655440000"},
        method="DELETE",
        target="/v1/models/550e8400-e29b-41d4-a716-446655440000",
    ),
    Case(
        call="files.upload",
        arguments={
            "idempotency_key": "idempotency_123",
            "file": ("report.pdf", b"content", "application/pdf"),
            "resource_type": "default",
            "resource_id": "resource_123",
        },
        method="POST",
        target="/v1/files",
        headers={"idempotency-key": "idempotency_123"},
        media_type="multipart/form-data",
        content=(
            b"--boundary\r\n"
            b'Content-Disposition: form-data; name="file"; filename="report.pdf"\r\n'
            b"Content-Type: application/pdf\r\n"
            b"\r\n"
            b"content\r\n"
            b"--boundary\r\n"
            b'Content-Disposition: form-data; name="resource_type"\r\n'
            b"\r\n"
            b"default\r\n"
            b"--boundary\r\n"
            b'Content-Disposition: form-data; name="resource_id"\r\n'
            b"\r\n"
            b"resource_123\r\n"
            b"--boundary--\r\n"
        ),
    ),
    Case(
        call="files.associate",
        arguments={
            "file_id": "file_abc123",
            "idempotency_key": "idempotency_123",
            "resource_type": "default",
            "resource_id": "resource_123",
        },
        method="POST",
        target="/v1/files/file_abc123/associations",
        headers={"idempotency-key": "idempotency_123"},
        media_type="application/x-www-form-urlencoded",
        form=[("resource_type", "default"), ("resource_id", "resource_123")],
    ),
    Case(
        call="particles.list",
        arguments={"category": "role", "enabled": True, "limit": 20, "cursor": "cursor_123"},
        method="GET",
        target="/v1/particles?category=role&enabled=true&limit=20&cursor=cursor_123",
    ),
    Case(
        call="particles.update",
        arguments={
            "particle_id": "particle_123",
            "idempotency_key": "idempotency_123",
            "name": "Updated Tone",
            "description": "Updated description text",
            "content": "Updated prompt content.",
        },
        method="PUT",
        target="/v1/particles/particle_123",
        headers={"idempotency-key": "idempotency_123"},
        media_type="application/json",
        json={
            "name": "Updated Tone",
            "description": "Updated description text",
            "content": "Updated prompt content.",
        },
    ),
]


class Caught(Exception):
    """A request, caught before it is answered."""

    def __init__(self, request: httpx2.Request) -> None:
        super().__init__(request.url)
        self.request = request


def catch(request: httpx2.Request) -> httpx2.Response:
    raise Caught(request)


def send(case: Case) -> httpx2.Request:
    http = httpx2.Client(transport=httpx2.MockTransport(catch))
    with Client(base_url=URL, http_client=http) as client, pytest.raises(Caught) as caught:
        attrgetter(case.call)(client)(**case.arguments)
    return caught.value.request


def send_async(case: Case) -> httpx2.Request:
    async def call() -> None:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(catch))
        async with AsyncClient(base_url=URL, http_client=http) as client:
            await attrgetter(case.call)(client)(**case.arguments)

    with pytest.raises(Caught) as caught:
        asyncio.run(call())
    return caught.value.request


@pytest.mark.parametrize("sender", [send, send_async])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.call)
def test_request(case: Case, sender: Any) -> None:
    request = sender(case)
    assert request.method == case.method
    assert request.url.raw_path.decode() == case.target
    for name, value in case.headers.items():
        assert request.headers[name] == value
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    assert media_type.lower() == case.media_type
    content = request.content
    if case.json is not None:
        assert json.loads(content) == case.json
    elif case.form is not None:
        assert parse_qsl(content.decode(), keep_blank_values=True) == case.form
    else:
        boundary = parameters.partition("boundary=")[2].strip('"').encode()
        assert content.replace(boundary or b"\0", b"boundary") == case.content
