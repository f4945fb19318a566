# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.
"""Responses that the API's description gives as examples, or that fit it: nothing of them is lost."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

from cuadra import (
    APIStatusError,
    AsyncClient,
    AuthenticationError,
    BadRequestError,
    Client,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

URL = "https://api.test"


@dataclass(frozen=True)
class Case:
    """A call, and what it is answered with."""

    call: str
    arguments: Mapping[str, Any]
    status: int
    media_type: str
    json: Any
    error: type[APIStatusError] = APIStatusError


def transport(case: Case) -> httpx2.MockTransport:
    headers = {"content-type": case.media_type}
    content = json.dumps(case.json).encode()
    return httpx2.MockTransport(
        lambda _: httpx2.Response(case.status, headers=headers, content=content)
    )


def get(case: Case) -> Any:
    http = httpx2.Client(transport=transport(case))
    with Client(base_url=URL, http_client=http, max_retries=0) as client:
        return attrgetter(case.call)(client)(**case.arguments)


def get_async(case: Case) -> Any:
    async def call() -> Any:
        http = httpx2.AsyncClient(transport=transport(case))
        async with AsyncClient(base_url=URL, http_client=http, max_retries=0) as client:
            return await attrgetter(case.call)(client)(**case.arguments)

    return asyncio.run(call())


CASES = [
    Case(
        call="health.liveness_check",
        arguments={},
        status=200,
        media_type="application/json",
        json={"status": "ok"},
    ),
    Case(
        call="health.readiness_check",
        arguments={},
        status=200,
        media_type="application/json",
        json={"status": "ok"},
    ),
    Case(
        call="health.ai_provider_health",
        arguments={},
        status=200,
        media_type="application/json",
        json={"status": "ok"},
    ),
    Case(
        call="models.create",
        arguments={
            "parent_model_id": "PARENT_MODEL_ID_FROM_CATALOG",
            "display_name": "Support Bot",
        },
        status=201,
        media_type="application/json",
        json={
            "contextWindow": 128000,
            "createdAt": "2025-09-08T06:33:19Z",
            "creditMultiplier": 2,
            "description": "Advanced language model for complex tasks",
            "displayName": "large-model Omni",
            "enabled": True,
            "id": "550e8400-e29b-41d4-a716-446655440000",
            "isRecommended": True,
            "isSystemModel": False,
            "lifecycleState": "active",
            "maxTokensPerRequest": 4096,
            "metadata": {},
            "modelName": "large-modelo",
            "provider": "provider-a",
            "supportsStreaming": True,
            "updatedAt": "2025-09-08T06:33:19Z",
        },
    ),
    Case(
        call="models.datasets.associate",
        arguments={"model_id": "model_abc123", "dataset_id": "ds_xyz789", "usage_type": "rag"},
        status=201,
        media_type="application/json",
        json={
            "createdAt": "2025-10-18T06:33:19Z",
            "datasetId": "550e8400-e29b-41d4-a716-446655440001",
            "modelId": "550e8400-e29b-41d4-a716-446655440000",
            "priority": 0,
            "updatedAt": "2025-10-18T06:33:19Z",
            "usageType": "rag",
        },
    ),
    Case(
        call="models.datasets.batch_associate",
        arguments={
            "model_id": "model_abc123",
            "datasets": [
                {
                    "datasetId": "550e8400-e29b-41d4-a716-446655440001",
                    "priority": 0,
                    "usageType": "rag",
                },
            ],
        },
        status=201,
        media_type="application/json",
        json={
            "created": [
                {
                    "createdAt": "2025-10-18T06:33:19Z",
                    "datasetId": "550e8400-e29b-41d4-a716-446655440001",
                    "modelId": "550e8400-e29b-41d4-a716-446655440000",
                    "priority": 0,
                    "updatedAt": "2025-10-18T06:33:19Z",
                    "usageType": "rag",
                },
            ],
        },
    ),
    Case(
        call="models.datasets.batch_update_associations",
        arguments={"model_id": "model_abc123", "updates": [{"datasetId": "dataset_123"}]},
        status=200,
        media_type="application/json",
        json={
            "updated": [
                {
                    "createdAt": "2025-10-18T06:33:19Z",
                    "datasetId": "550e8400-e29b-41d4-a716-446655440001",
                    "modelId": "550e8400-e29b-41d4-a716-446655440000",
                    "priority": 0,
                    "updatedAt": "2025-10-18T06:33:19Z",
                    "usageType": "rag",
                },
            ],
        },
    ),
    Case(
        call="chats.get",
        arguments={"chat_id": "chat_abc123"},
        status=200,
        media_type="application/json",
        json={
            "createdAt": "2024-01-15T10:30:00Z",
            "updatedAt": "2024-01-15T14:45:00Z",
            "organizationId": "org_abc123",
            "id": "chat_abc123",
            "modelId": "model_large-model",
            "createdBy": "user_xyz789",
        },
    ),
    Case(
        call="files.upload",
        arguments={"file": ("report.pdf", b"content", "application/pdf")},
        status=201,
        media_type="application/json",
        json={
            "id": "file_abc123",
            "filename": "document.pdf",
            "contentType": "application/pdf",
            "sizeBytes": 1048576,
            "sha256": "e3b0c44298fc1c149afbf4c8996fb924",
            "status": "uploaded",
            "isDuplicate": False,
            "storageCharged": 1048576,
            "createdAt": "2025-01-17T12:00:00Z",
            "associations": [
                {
                    "resourceType": "chat",
                    "resourceId": "chat_xyz789",
                    "createdAt": "2025-01-17T12:00:00Z",
                },
            ],
        },
    ),
    Case(
        call="datasets.create",
        arguments={"name": "Support KB", "description": "FAQs and guides"},
        status=201,
        media_type="application/json",
        json={
            "id": "ds_abc123",
            "name": "Customer Support QA",
            "createdAt": "2024-01-15T10:30:00Z",
            "updatedAt": "2024-01-15T14:45:00Z",
        },
    ),
]


@pytest.mark.parametrize("getter", [get, get_async])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.call)
def test_response(case: Case, getter: Any) -> None:
    assert getter(case).to_dict() == case.json


ERRORS = [
    Case(
        call="health.readiness_check",
        arguments={},
        status=503,
        media_type="application/json",
        json={"status": "ok"},
        error=InternalServerError,
    ),
    Case(
        call="models.create",
        arguments={
            "parent_model_id": "PARENT_MODEL_ID_FROM_CATALOG",
            "display_name": "Support Bot",
        },
        status=400,
        media_type="application/problem+json",
        json={"title": "Bad Request", "status": 400, "detail": "Invalid request format"},
        error=BadRequestError,
    ),
    Case(
        call="models.get",
        arguments={"model_id": "550e8400-e29b-41d4-a716-446655440000"},
        status=401,
        media_type="application/problem+json",
        json={
            "type": "about:blank",
            "title": "Unauthorized",
            "status": 401,
            "detail": "Invalid or expired token.",
        },
        error=AuthenticationError,
    ),
    Case(
        call="models.update",
        arguments={
            "model_id": "550e8400-e29b-41d4-a716-446655440000",
            "display_name": "Updated large-model Model",
        },
        status=403,
        media_type="application/problem+json",
        json={"title": "Forbidden", "status": 403, "detail": "Missing required scope: chat:invoke"},
        error=PermissionDeniedError,
    ),
    Case(
        call="models.delete",
        arguments={"model_id": "550e8400-e29b-41d4-a716-446655440000"},
        status=404,
        media_type="application/problem+json",
        json={"title": "Not Found", "status": 404, "detail": "Resource not found"},
        error=NotFoundError,
    ),
    Case(
        call="models.datasets.associate",
        arguments={"model_id": "model_abc123", "dataset_id": "ds_xyz789", "usage_type": "rag"},
        status=409,
        media_type="application/problem+json",
        json={"title": "Conflict", "status": 409, "detail": "Resource already exists"},
        error=ConflictError,
    ),
    Case(
        call="models.datasets.batch_associate",
        arguments={
            "model_id": "model_abc123",
            "datasets": [
                {
                    "datasetId": "550e8400-e29b-41d4-a716-446655440001",
                    "priority": 0,
                    "usageType": "rag",
                },
            ],
        },
        status=429,
        media_type="application/problem+json",
        json={
            "title": "Too Many Requests",
            "status": 429,
            "detail": "Rate limit exceeded. Retry after 60 seconds.",
        },
        error=RateLimitError,
    ),
    Case(
        call="models.datasets.batch_update_associations",
        arguments={"model_id": "model_abc123", "updates": [{"datasetId": "dataset_123"}]},
        status=500,
        media_type="application/problem+json",
        json={"title": "Internal Server Error", "status": 500, "detail": "Server error"},
        error=InternalServerError,
    ),
]


@pytest.mark.parametrize("getter", [get, get_async])
@pytest.mark.parametrize("case", ERRORS, ids=lambda case: f"{case.status}-{case.call}")
def test_error(case: Case, getter: Any) -> None:
    with pytest.raises(case.error) as caught:
        getter(case)
    assert caught.value.status == case.status
    assert caught.value.problem == case.json
