# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, CursorPages, Json, Operation, PageOperation, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import AsyncPage, Omit, Page, RequestOptions

_LIST: PageOperation[models.DatasetSnapshotOut, models.DatasetSnapshotPage] = PageOperation(
    "GET",
    "/v1/datasets/{dataset_id}/snapshots",
    {"200": {"application/json": lambda: models.DatasetSnapshotPage}},
    pages=CursorPages(items="items", cursor="cursor", next="nextCursor", more="hasMore"),
)
_CREATE: Operation[models.DatasetSnapshotOut] = Operation(
    "POST",
    "/v1/datasets/{dataset_id}/snapshots",
    {"201": {"application/json": lambda: models.DatasetSnapshotOut}},
    idempotency_header="Idempotency-Key",
)
_DELETE: Operation[None] = Operation(
    "DELETE",
    "/v1/datasets/{dataset_id}/snapshots/{version}",
    {"204": {}},
    idempotency_header="Idempotency-Key",
)


class DatasetSnapshots(Resource):
    """Operations on snapshots of datasets."""

    def list(
        self,
        dataset_id: str,
        *,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.DatasetSnapshotOut, models.DatasetSnapshotPage]:
        """List the snapshots of a dataset.

        Each entry records a state of the dataset under its version number.

        Args:
            dataset_id: Identifies the dataset.
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Snapshots of the requested page. Iterating over it goes through the items of all pages.
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
            for snapshot in client.datasets.snapshots.list("dataset_abc123"): ...
        """
        return self._paginate(
            _LIST,
            path={"dataset_id": dataset_id},
            query={"limit": limit, "cursor": cursor},
            options=options,
        )

    def create(
        self,
        dataset_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        notes: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.DatasetSnapshotOut:
        """Take a snapshot of a dataset.

        Records which files and embeddings the dataset has now. Models can be pinned to that
        state, and later changes can be rolled back to it.

        Args:
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            notes: Free text to store alongside.

        Returns:
            Snapshot that was taken.

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
            snapshot = client.datasets.snapshots.create(
                "dataset_abc123", notes="Initial snapshot for production"
            )
        """
        return self._call(
            _CREATE,
            path={"dataset_id": dataset_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"notes": notes}),
            options=options,
        )

    def delete(
        self,
        dataset_id: str,
        version: int,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a snapshot.

        Addressed by `version`, and marked as deleted rather than erased.

        Args:
            dataset_id: Identifies the dataset.
            version: The integer in the `version` field. A snapshot's `id` is not accepted.
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
            client.datasets.snapshots.delete("dataset_abc123", 1)
        """
        return self._call(
            _DELETE,
            path={"dataset_id": dataset_id, "version": version},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )


class AsyncDatasetSnapshots(AsyncResource):
    """Operations on snapshots of datasets."""

    def list(
        self,
        dataset_id: str,
        *,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.DatasetSnapshotOut, models.DatasetSnapshotPage]:
        """List the snapshots of a dataset.

        Each entry records a state of the dataset under its version number.

        Args:
            dataset_id: Identifies the dataset.
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Snapshots of the requested page. Iterating over it goes through the items of all pages.
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
            async for snapshot in client.datasets.snapshots.list("dataset_abc123"): ...
        """
        return self._paginate(
            _LIST,
            path={"dataset_id": dataset_id},
            query={"limit": limit, "cursor": cursor},
            options=options,
        )

    async def create(
        self,
        dataset_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        notes: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.DatasetSnapshotOut:
        """Take a snapshot of a dataset.

        Records which files and embeddings the dataset has now. Models can be pinned to that
        state, and later changes can be rolled back to it.

        Args:
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            notes: Free text to store alongside.

        Returns:
            Snapshot that was taken.

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
            snapshot = await client.datasets.snapshots.create(
                "dataset_abc123", notes="Initial snapshot for production"
            )
        """
        return await self._call(
            _CREATE,
            path={"dataset_id": dataset_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"notes": notes}),
            options=options,
        )

    async def delete(
        self,
        dataset_id: str,
        version: int,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a snapshot.

        Addressed by `version`, and marked as deleted rather than erased.

        Args:
            dataset_id: Identifies the dataset.
            version: The integer in the `version` field. A snapshot's `id` is not accepted.
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
            await client.datasets.snapshots.delete("dataset_abc123", 1)
        """
        return await self._call(
            _DELETE,
            path={"dataset_id": dataset_id, "version": version},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )
