# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, CursorPages, Json, Operation, PageOperation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .. import params
    from .._runtime import AsyncPage, Omit, Page, RequestOptions

_LIST: PageOperation[models.ModelDatasetOut, models.ModelDatasetPage] = PageOperation(
    "GET",
    "/v1/models/{model_id}/datasets",
    {"200": {"application/json": lambda: models.ModelDatasetPage}},
    pages=CursorPages(items="items", cursor="cursor", next="nextCursor", more="hasMore"),
)
_ASSOCIATE: Operation[models.ModelDatasetOut] = Operation(
    "POST",
    "/v1/models/{model_id}/datasets",
    {"201": {"application/json": lambda: models.ModelDatasetOut}},
    idempotency_header="Idempotency-Key",
)
_BATCH_ASSOCIATE: Operation[models.ModelDatasetBatchCreateOut] = Operation(
    "POST",
    "/v1/models/{model_id}/datasets/batch",
    {"201": {"application/json": lambda: models.ModelDatasetBatchCreateOut}},
    idempotency_header="Idempotency-Key",
)
_BATCH_UPDATE_ASSOCIATIONS: Operation[models.ModelDatasetBatchUpdateOut] = Operation(
    "PATCH",
    "/v1/models/{model_id}/datasets/batch",
    {"200": {"application/json": lambda: models.ModelDatasetBatchUpdateOut}},
    idempotency_header="Idempotency-Key",
)
_UPDATE_ASSOCIATION: Operation[models.ModelDatasetOut] = Operation(
    "PATCH",
    "/v1/models/{model_id}/datasets/{dataset_id}",
    {"200": {"application/json": lambda: models.ModelDatasetOut}},
    idempotency_header="Idempotency-Key",
)
_DISSOCIATE: Operation[None] = Operation(
    "DELETE",
    "/v1/models/{model_id}/datasets/{dataset_id}",
    {"204": {}},
    idempotency_header="Idempotency-Key",
)


class ModelDatasets(Resource):
    """Operations on datasets of models."""

    def list(
        self,
        model_id: str,
        *,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.ModelDatasetOut, models.ModelDatasetPage]:
        """List the datasets of a model.

        Returns the links themselves, each with its priority and pinned snapshot.

        Args:
            model_id: Identifies the model.
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Links of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            for dataset in client.models.datasets.list("model_abc123"): ...
        """
        return self._paginate(
            _LIST,
            path={"model_id": model_id},
            query={"limit": limit, "cursor": cursor},
            options=options,
        )

    def associate(
        self,
        model_id: str,
        *,
        dataset_id: str,
        idempotency_key: str | None | Omit = omit,
        usage_type: str | Omit = omit,
        dataset_snapshot_id: str | None | Omit = omit,
        priority: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelDatasetOut:
        """Link a dataset to a model.

        From then on the model searches that dataset when it answers.

        Args:
            model_id: Identifies the model.
            dataset_id: Dataset to link, by id.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            usage_type: Role of the dataset for the model. At present the endpoint page permits
                `rag` alone; a guide has `context` as well. The server's default is "rag".
            dataset_snapshot_id: Snapshot to pin to. With null, the model always sees the latest
                state.
            priority: Rank in the search: datasets with larger numbers are searched earlier. The
                server's default is 0.

        Returns:
            Link that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            ConflictError: The present state rules this out: something like it exists already, or it
                is still needed elsewhere.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = client.models.datasets.associate(
                "model_abc123", dataset_id="ds_xyz789", usage_type="rag"
            )
        """
        return self._call(
            _ASSOCIATE,
            path={"model_id": model_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "datasetId": dataset_id,
                    "usageType": usage_type,
                    "datasetSnapshotId": dataset_snapshot_id,
                    "priority": priority,
                }
            ),
            options=options,
        )

    def batch_associate(
        self,
        model_id: str,
        *,
        datasets: Sequence[models.ModelDatasetCreate | params.ModelDatasetCreateParam],
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelDatasetBatchCreateOut:
        """Link several datasets to a model.

        Takes up to 50 datasets in one request. A dataset with an existing link is no error: it
        is listed under `skipped`.

        Args:
            model_id: Identifies the model.
            datasets: The links to create, up to 50.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Returns:
            Outcome per dataset.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = client.models.datasets.batch_associate(
                "model_abc123",
                datasets=[
                    {
                        "datasetId": "550e8400-e29b-41d4-a716-446655440001",
                        "priority": 0,
                        "usageType": "rag",
                    },
                ],
            )
        """
        return self._call(
            _BATCH_ASSOCIATE,
            path={"model_id": model_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"datasets": datasets}),
            options=options,
        )

    def batch_update_associations(
        self,
        model_id: str,
        *,
        updates: Sequence[
            models.ModelDatasetBatchUpdateItem | params.ModelDatasetBatchUpdateItemParam
        ],
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelDatasetBatchUpdateOut:
        """Update several dataset links.

        Applies changes to a number of a model's dataset links in one request.

        Args:
            model_id: Identifies the model.
            updates: One entry per link to change.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Returns:
            Outcome per link.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = client.models.datasets.batch_update_associations(
                "model_abc123", updates=[{"datasetId": "dataset_123"}]
            )
        """
        return self._call(
            _BATCH_UPDATE_ASSOCIATIONS,
            path={"model_id": model_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"updates": updates}),
            options=options,
        )

    def update_association(
        self,
        model_id: str,
        dataset_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        usage_type: str | None | Omit = omit,
        dataset_snapshot_id: str | None | Omit = omit,
        priority: int | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelDatasetOut:
        """Update a dataset link.

        Sets usage, pinned snapshot or search priority of a dataset that the model already has.

        Args:
            model_id: Identifies the model.
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            usage_type: Usage to set.
            dataset_snapshot_id: Snapshot to pin to from now on; with null, the latest state.
            priority: Search rank to set.

        Returns:
            Link with its new values.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = client.models.datasets.update_association(
                "model_abc123", "dataset_abc123", usage_type="default"
            )
        """
        return self._call(
            _UPDATE_ASSOCIATION,
            path={"model_id": model_id, "dataset_id": dataset_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "usageType": usage_type,
                    "datasetSnapshotId": dataset_snapshot_id,
                    "priority": priority,
                }
            ),
            options=options,
        )

    def dissociate(
        self,
        model_id: str,
        dataset_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Unlink a dataset from a model.

        The model stops searching the dataset; the dataset itself remains.

        Args:
            model_id: Identifies the model.
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            client.models.datasets.dissociate("model_abc123", "dataset_abc123")
        """
        return self._call(
            _DISSOCIATE,
            path={"model_id": model_id, "dataset_id": dataset_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )


class AsyncModelDatasets(AsyncResource):
    """Operations on datasets of models."""

    def list(
        self,
        model_id: str,
        *,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.ModelDatasetOut, models.ModelDatasetPage]:
        """List the datasets of a model.

        Returns the links themselves, each with its priority and pinned snapshot.

        Args:
            model_id: Identifies the model.
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Links of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            async for dataset in client.models.datasets.list("model_abc123"): ...
        """
        return self._paginate(
            _LIST,
            path={"model_id": model_id},
            query={"limit": limit, "cursor": cursor},
            options=options,
        )

    async def associate(
        self,
        model_id: str,
        *,
        dataset_id: str,
        idempotency_key: str | None | Omit = omit,
        usage_type: str | Omit = omit,
        dataset_snapshot_id: str | None | Omit = omit,
        priority: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelDatasetOut:
        """Link a dataset to a model.

        From then on the model searches that dataset when it answers.

        Args:
            model_id: Identifies the model.
            dataset_id: Dataset to link, by id.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            usage_type: Role of the dataset for the model. At present the endpoint page permits
                `rag` alone; a guide has `context` as well. The server's default is "rag".
            dataset_snapshot_id: Snapshot to pin to. With null, the model always sees the latest
                state.
            priority: Rank in the search: datasets with larger numbers are searched earlier. The
                server's default is 0.

        Returns:
            Link that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            ConflictError: The present state rules this out: something like it exists already, or it
                is still needed elsewhere.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = await client.models.datasets.associate(
                "model_abc123", dataset_id="ds_xyz789", usage_type="rag"
            )
        """
        return await self._call(
            _ASSOCIATE,
            path={"model_id": model_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "datasetId": dataset_id,
                    "usageType": usage_type,
                    "datasetSnapshotId": dataset_snapshot_id,
                    "priority": priority,
                }
            ),
            options=options,
        )

    async def batch_associate(
        self,
        model_id: str,
        *,
        datasets: Sequence[models.ModelDatasetCreate | params.ModelDatasetCreateParam],
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelDatasetBatchCreateOut:
        """Link several datasets to a model.

        Takes up to 50 datasets in one request. A dataset with an existing link is no error: it
        is listed under `skipped`.

        Args:
            model_id: Identifies the model.
            datasets: The links to create, up to 50.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Returns:
            Outcome per dataset.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = await client.models.datasets.batch_associate(
                "model_abc123",
                datasets=[
                    {
                        "datasetId": "550e8400-e29b-41d4-a716-446655440001",
                        "priority": 0,
                        "usageType": "rag",
                    },
                ],
            )
        """
        return await self._call(
            _BATCH_ASSOCIATE,
            path={"model_id": model_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"datasets": datasets}),
            options=options,
        )

    async def batch_update_associations(
        self,
        model_id: str,
        *,
        updates: Sequence[
            models.ModelDatasetBatchUpdateItem | params.ModelDatasetBatchUpdateItemParam
        ],
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelDatasetBatchUpdateOut:
        """Update several dataset links.

        Applies changes to a number of a model's dataset links in one request.

        Args:
            model_id: Identifies the model.
            updates: One entry per link to change.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Returns:
            Outcome per link.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = await client.models.datasets.batch_update_associations(
                "model_abc123", updates=[{"datasetId": "dataset_123"}]
            )
        """
        return await self._call(
            _BATCH_UPDATE_ASSOCIATIONS,
            path={"model_id": model_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"updates": updates}),
            options=options,
        )

    async def update_association(
        self,
        model_id: str,
        dataset_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        usage_type: str | None | Omit = omit,
        dataset_snapshot_id: str | None | Omit = omit,
        priority: int | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelDatasetOut:
        """Update a dataset link.

        Sets usage, pinned snapshot or search priority of a dataset that the model already has.

        Args:
            model_id: Identifies the model.
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            usage_type: Usage to set.
            dataset_snapshot_id: Snapshot to pin to from now on; with null, the latest state.
            priority: Search rank to set.

        Returns:
            Link with its new values.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = await client.models.datasets.update_association(
                "model_abc123", "dataset_abc123", usage_type="default"
            )
        """
        return await self._call(
            _UPDATE_ASSOCIATION,
            path={"model_id": model_id, "dataset_id": dataset_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "usageType": usage_type,
                    "datasetSnapshotId": dataset_snapshot_id,
                    "priority": priority,
                }
            ),
            options=options,
        )

    async def dissociate(
        self,
        model_id: str,
        dataset_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Unlink a dataset from a model.

        The model stops searching the dataset; the dataset itself remains.

        Args:
            model_id: Identifies the model.
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            await client.models.datasets.dissociate("model_abc123", "dataset_abc123")
        """
        return await self._call(
            _DISSOCIATE,
            path={"model_id": model_id, "dataset_id": dataset_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )
