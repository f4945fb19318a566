# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class ModelDatasetsHandlers:
    """Operations on datasets of models."""

    async def list(
        self, request: Request, model_id: str, *, limit: int = 20, cursor: str | None = None
    ) -> models.ModelDatasetPage | Reply:
        """List the datasets of a model.

        Returns the links themselves, each with its priority and pinned snapshot.

        Args:
            model_id: Identifies the model.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.
        """
        raise NotImplementedError

    async def associate(
        self,
        request: Request,
        model_id: str,
        body: models.ModelDatasetCreate,
        *,
        idempotency_key: str | None = None,
    ) -> models.ModelDatasetOut | Reply:
        """Link a dataset to a model.

        From then on the model searches that dataset when it answers.

        Args:
            model_id: Identifies the model.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def batch_associate(
        self,
        request: Request,
        model_id: str,
        body: models.ModelDatasetBatchCreate,
        *,
        idempotency_key: str | None = None,
    ) -> models.ModelDatasetBatchCreateOut | Reply:
        """Link several datasets to a model.

        Takes up to 50 datasets in one request. A dataset with an existing link is no error: it
        is listed under `skipped`.

        Args:
            model_id: Identifies the model.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def batch_update_associations(
        self,
        request: Request,
        model_id: str,
        body: models.ModelDatasetBatchUpdate,
        *,
        idempotency_key: str | None = None,
    ) -> models.ModelDatasetBatchUpdateOut | Reply:
        """Update several dataset links.

        Applies changes to a number of a model's dataset links in one request.

        Args:
            model_id: Identifies the model.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def update_association(
        self,
        request: Request,
        model_id: str,
        dataset_id: str,
        body: models.ModelDatasetUpdate,
        *,
        idempotency_key: str | None = None,
    ) -> models.ModelDatasetOut | Reply:
        """Update a dataset link.

        Sets usage, pinned snapshot or search priority of a dataset that the model already has.

        Args:
            model_id: Identifies the model.
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def dissociate(
        self,
        request: Request,
        model_id: str,
        dataset_id: str,
        *,
        idempotency_key: str | None = None,
    ) -> Reply | None:
        """Unlink a dataset from a model.

        The model stops searching the dataset; the dataset itself remains.

        Args:
            model_id: Identifies the model.
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError
