# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, CursorPages, Json, Operation, PageOperation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import AsyncPage, Omit, Page, RequestOptions
    from .dataset_snapshots import AsyncDatasetSnapshots, DatasetSnapshots

_LIST: PageOperation[models.DatasetOut, models.DatasetPage] = PageOperation(
    "GET",
    "/v1/datasets",
    {"200": {"application/json": lambda: models.DatasetPage}},
    pages=CursorPages(items="items", cursor="cursor", next="nextCursor", more="hasMore"),
)
_CREATE: Operation[models.DatasetOut] = Operation(
    "POST",
    "/v1/datasets",
    {"201": {"application/json": lambda: models.DatasetOut}},
    idempotency_header="Idempotency-Key",
)
_GET: Operation[models.DatasetOut] = Operation(
    "GET", "/v1/datasets/{dataset_id}", {"200": {"application/json": lambda: models.DatasetOut}}
)
_UPDATE: Operation[models.DatasetOut] = Operation(
    "PATCH",
    "/v1/datasets/{dataset_id}",
    {"200": {"application/json": lambda: models.DatasetOut}},
    idempotency_header="Idempotency-Key",
)
_DELETE: Operation[None] = Operation(
    "DELETE", "/v1/datasets/{dataset_id}", {"204": {}}, idempotency_header="Idempotency-Key"
)


class Datasets(Resource):
    """Collections of files that models search for answers, with snapshots to go back to."""

    @cached_property
    def snapshots(self) -> DatasetSnapshots:
        """Operations on snapshots of datasets."""
        from .dataset_snapshots import DatasetSnapshots

        return DatasetSnapshots(self._client)

    def list(
        self,
        *,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.DatasetOut, models.DatasetPage]:
        """List datasets.

        Covers every dataset your organization owns.

        Args:
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Datasets of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            for dataset in client.datasets.list(): ...
        """
        return self._paginate(_LIST, query={"limit": limit, "cursor": cursor}, options=options)

    def create(
        self,
        *,
        name: str,
        idempotency_key: str | None | Omit = omit,
        description: str | None | Omit = omit,
        consent_for_training: bool | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.DatasetOut:
        """Create a dataset.

        A dataset gathers documents to search, or data for training.

        Args:
            name: Dataset name.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            description: Summary of the contents.
            consent_for_training: Consent to the use of this data for model training.

        Returns:
            Dataset that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = client.datasets.create(name="Support KB", description="FAQs and guides")
        """
        return self._call(
            _CREATE,
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "name": name,
                    "description": description,
                    "consentForTraining": consent_for_training,
                }
            ),
            options=options,
        )

    def get(
        self,
        dataset_id: str,
        *,
        expand: Sequence[str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.DatasetOut:
        """Get a dataset.

        Files and snapshots are left out unless asked for with `expand[]=items` and
        `expand[]=snapshots`, which embed 100 of each at most.

        Args:
            dataset_id: Identifies the dataset.
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.

        Returns:
            Dataset with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = client.datasets.get("dataset_abc123")
        """
        return self._call(
            _GET, path={"dataset_id": dataset_id}, query={"expand[]": expand}, options=options
        )

    def update(
        self,
        dataset_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.DatasetOut:
        """Update a dataset.

        Sets the name or the description; files and snapshots are untouched.

        Args:
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            name: Name to set.
            description: Description to set.

        Returns:
            Dataset with its new values.

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
            dataset = client.datasets.update("dataset_abc123", name="Atlas")
        """
        return self._call(
            _UPDATE,
            path={"dataset_id": dataset_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"name": name, "description": description}),
            options=options,
        )

    def delete(
        self,
        dataset_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a dataset.

        Removes it along with everything inside. Refused with 409 for as long as some model is
        linked to any version of it.

        Args:
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Raises:
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
            client.datasets.delete("dataset_abc123")
        """
        return self._call(
            _DELETE,
            path={"dataset_id": dataset_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )


class AsyncDatasets(AsyncResource):
    """Collections of files that models search for answers, with snapshots to go back to."""

    @cached_property
    def snapshots(self) -> AsyncDatasetSnapshots:
        """Operations on snapshots of datasets."""
        from .dataset_snapshots import AsyncDatasetSnapshots

        return AsyncDatasetSnapshots(self._client)

    def list(
        self,
        *,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.DatasetOut, models.DatasetPage]:
        """List datasets.

        Covers every dataset your organization owns.

        Args:
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Datasets of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            async for dataset in client.datasets.list(): ...
        """
        return self._paginate(_LIST, query={"limit": limit, "cursor": cursor}, options=options)

    async def create(
        self,
        *,
        name: str,
        idempotency_key: str | None | Omit = omit,
        description: str | None | Omit = omit,
        consent_for_training: bool | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.DatasetOut:
        """Create a dataset.

        A dataset gathers documents to search, or data for training.

        Args:
            name: Dataset name.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            description: Summary of the contents.
            consent_for_training: Consent to the use of this data for model training.

        Returns:
            Dataset that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = await client.datasets.create(name="Support KB", description="FAQs and guides")
        """
        return await self._call(
            _CREATE,
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "name": name,
                    "description": description,
                    "consentForTraining": consent_for_training,
                }
            ),
            options=options,
        )

    async def get(
        self,
        dataset_id: str,
        *,
        expand: Sequence[str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.DatasetOut:
        """Get a dataset.

        Files and snapshots are left out unless asked for with `expand[]=items` and
        `expand[]=snapshots`, which embed 100 of each at most.

        Args:
            dataset_id: Identifies the dataset.
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.

        Returns:
            Dataset with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            dataset = await client.datasets.get("dataset_abc123")
        """
        return await self._call(
            _GET, path={"dataset_id": dataset_id}, query={"expand[]": expand}, options=options
        )

    async def update(
        self,
        dataset_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.DatasetOut:
        """Update a dataset.

        Sets the name or the description; files and snapshots are untouched.

        Args:
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            name: Name to set.
            description: Description to set.

        Returns:
            Dataset with its new values.

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
            dataset = await client.datasets.update("dataset_abc123", name="Atlas")
        """
        return await self._call(
            _UPDATE,
            path={"dataset_id": dataset_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"name": name, "description": description}),
            options=options,
        )

    async def delete(
        self,
        dataset_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a dataset.

        Removes it along with everything inside. Refused with 409 for as long as some model is
        linked to any version of it.

        Args:
            dataset_id: Identifies the dataset.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Raises:
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
            await client.datasets.delete("dataset_abc123")
        """
        return await self._call(
            _DELETE,
            path={"dataset_id": dataset_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )
