# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ._runtime import Reply, Request


class DatasetsHandlers:
    """Collections of files that models search for answers, with snapshots to go back to."""

    async def list(
        self, request: Request, *, limit: int = 20, cursor: str | None = None
    ) -> models.DatasetPage | Reply:
        """List datasets.

        Covers every dataset your organization owns.

        Args:
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.
        """
        raise NotImplementedError

    async def create(
        self, request: Request, body: models.DatasetCreate, *, idempotency_key: str | None = None
    ) -> models.DatasetOut | Reply:
        """Create a dataset.

        A dataset gathers documents to search, or data for training.

        Args:
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def get(
        self, request: Request, dataset_id: str, *, expand: builtins.list[str] | None = None
    ) -> models.DatasetOut | Reply:
        """Get a dataset.

        Files and snapshots are left out unless asked for with `expand[]=items` and
        `expand[]=snapshots`, which embed 100 of each at most.

        Args:
            dataset_id: Identifies the dataset.
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.
        """
        raise NotImplementedError

    async def update(
        self,
        request: Request,
        dataset_id: str,
        body: models.DatasetUpdate,
        *,
        idempotency_key: str | None = None,
    ) -> models.DatasetOut | Reply:
        """Update a dataset.

        Sets the name or the description; files and snapshots are untouched.

        Args:
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def delete(
        self, request: Request, dataset_id: str, *, idempotency_key: str | None = None
    ) -> Reply | None:
        """Delete a dataset.

        Removes it along with everything inside. Refused with 409 for as long as some model is
        linked to any version of it.

        Args:
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError
