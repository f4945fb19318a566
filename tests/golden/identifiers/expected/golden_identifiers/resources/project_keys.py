# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_ROTATE: Operation[models.PostV1ProjectsProjectIdKeysKeyIdRotateResponse] = Operation(
    "POST",
    "/v1/projects/{project_id}/keys/{key-id}:rotate",
    {"200": {"application/json": lambda: models.PostV1ProjectsProjectIdKeysKeyIdRotateResponse}},
)
_GET_ROTATE: Operation[models.GetV1ProjectsProjectIdKeysKeyIdRotateResponse] = Operation(
    "GET",
    "/v1/projects/{project_id}/keys/{key-id}:rotate",
    {"200": {"application/json": lambda: models.GetV1ProjectsProjectIdKeysKeyIdRotateResponse}},
)


class ProjectKeys(Resource):
    """Operations on keys of projects."""

    def rotate(
        self, project_id: str, key_id: str, **options: Unpack[RequestOptions]
    ) -> models.PostV1ProjectsProjectIdKeysKeyIdRotateResponse:
        """`POST /v1/projects/{project_id}/keys/{key-id}:rotate`.

        Example:
            key = client.projects.keys.rotate("project_123", "key_123")
        """
        return self._call(
            _ROTATE, path={"project_id": project_id, "key-id": key_id}, options=options
        )

    def get_rotate(
        self, project_id: str, key_id: str, **options: Unpack[RequestOptions]
    ) -> models.GetV1ProjectsProjectIdKeysKeyIdRotateResponse:
        """`GET /v1/projects/{project_id}/keys/{key-id}:rotate`.

        Example:
            key = client.projects.keys.get_rotate("project_123", "key_123")
        """
        return self._call(
            _GET_ROTATE, path={"project_id": project_id, "key-id": key_id}, options=options
        )


class AsyncProjectKeys(AsyncResource):
    """Operations on keys of projects."""

    async def rotate(
        self, project_id: str, key_id: str, **options: Unpack[RequestOptions]
    ) -> models.PostV1ProjectsProjectIdKeysKeyIdRotateResponse:
        """`POST /v1/projects/{project_id}/keys/{key-id}:rotate`.

        Example:
            key = await client.projects.keys.rotate("project_123", "key_123")
        """
        return await self._call(
            _ROTATE, path={"project_id": project_id, "key-id": key_id}, options=options
        )

    async def get_rotate(
        self, project_id: str, key_id: str, **options: Unpack[RequestOptions]
    ) -> models.GetV1ProjectsProjectIdKeysKeyIdRotateResponse:
        """`GET /v1/projects/{project_id}/keys/{key-id}:rotate`.

        Example:
            key = await client.projects.keys.get_rotate("project_123", "key_123")
        """
        return await self._call(
            _GET_ROTATE, path={"project_id": project_id, "key-id": key_id}, options=options
        )
