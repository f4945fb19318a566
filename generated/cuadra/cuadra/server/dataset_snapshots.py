# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class DatasetSnapshotsHandlers:
    """Operations on snapshots of datasets."""

    async def list(
        self, request: Request, dataset_id: str, *, limit: int = 20, cursor: str | None = None
    ) -> models.DatasetSnapshotPage | Reply:
        """List the snapshots of a dataset.

        Each entry records a state of the dataset under its version number.

        Args:
            dataset_id: Identifies the dataset.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.
        """
        raise NotImplementedError

    async def create(
        self,
        request: Request,
        dataset_id: str,
        body: models.DatasetSnapshotCreate,
        *,
        idempotency_key: str | None = None,
    ) -> models.DatasetSnapshotOut | Reply:
        """Take a snapshot of a dataset.

        Records which files and embeddings the dataset has now. Models can be pinned to that
        state, and later changes can be rolled back to it.

        Args:
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def delete(
        self, request: Request, dataset_id: str, version: int, *, idempotency_key: str | None = None
    ) -> Reply | None:
        """Delete a snapshot.

        Addressed by `version`, and marked as deleted rather than erased.

        Args:
            dataset_id: Identifies the dataset.
            version: The integer in the `version` field. A snapshot's `id` is not accepted.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError
