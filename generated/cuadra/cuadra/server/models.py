# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ._runtime import Reply, Request


class ModelsHandlers:
    """Model configurations an organization builds on top of system models, and the datasets those
    models draw from.
    """

    async def list(
        self,
        request: Request,
        *,
        expand: builtins.list[str] | None = None,
        limit: int = 20,
        cursor: str | None = None,
    ) -> models.ModelPage | Reply:
        """List your organization's models.

        Covers models created by the organization. For the ones supplied by Cuadra use `GET
        /v1/models/catalog`.

        Args:
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.
        """
        raise NotImplementedError

    async def create(
        self, request: Request, body: models.ModelCreate, *, idempotency_key: str | None = None
    ) -> models.ModelOut | Reply:
        """Create a model.

        Derives a new model configuration from one of the system models in the catalog.

        Args:
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def list_system_catalog(
        self, request: Request, *, limit: int = 20, cursor: str | None = None
    ) -> models.ModelPage | Reply:
        """List system models.

        These are the models Cuadra supplies, each usable as the `parentModelId` of a model of
        your own.

        Args:
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.
        """
        raise NotImplementedError

    async def get(self, request: Request, model_id: str) -> models.ModelOut | Reply:
        """Get a model.

        Looks one model up by its id.

        Args:
            model_id: Identifies the model.
        """
        raise NotImplementedError

    async def update(
        self, request: Request, model_id: str, body: models.ModelUpdate
    ) -> models.ModelOut | Reply:
        """Update a model.

        Only models owned by the organization can be modified; system models are read-only.

        Args:
            model_id: Identifies the model.
        """
        raise NotImplementedError

    async def delete(self, request: Request, model_id: str) -> Reply | None:
        """Delete a model.

        Marks one of the organization's models as deleted and retains its record for auditing.
        System models are refused.

        Args:
            model_id: Identifies the model.
        """
        raise NotImplementedError
