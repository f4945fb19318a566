# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class ProjectKeysHandlers:
    """Operations on keys of projects."""

    async def rotate(
        self, request: Request, project_id: str, key_id: str
    ) -> models.PostV1ProjectsProjectIdKeysKeyIdRotateResponse | Reply:
        """`POST /v1/projects/{project_id}/keys/{key-id}:rotate`."""
        raise NotImplementedError

    async def get_rotate(
        self, request: Request, project_id: str, key_id: str
    ) -> models.GetV1ProjectsProjectIdKeysKeyIdRotateResponse | Reply:
        """`GET /v1/projects/{project_id}/keys/{key-id}:rotate`."""
        raise NotImplementedError
