# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import models
from .._runtime import (
    AsyncResource,
    CursorPages,
    Form,
    Multipart,
    Operation,
    PageOperation,
    Resource,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import AsyncPage, FileInput, Omit, Page, RequestOptions

_LIST: PageOperation[models.FileOut, models.FilePage] = PageOperation(
    "GET",
    "/v1/files",
    {"200": {"application/json": lambda: models.FilePage}},
    pages=CursorPages(items="items", cursor="cursor", next="nextCursor", more="hasMore"),
)
_UPLOAD: Operation[models.FileOut] = Operation(
    "POST",
    "/v1/files",
    {"201": {"application/json": lambda: models.FileOut}},
    idempotency_header="Idempotency-Key",
)
_GET: Operation[models.FileOut] = Operation(
    "GET", "/v1/files/{file_id}", {"200": {"application/json": lambda: models.FileOut}}
)
_DELETE: Operation[None] = Operation(
    "DELETE", "/v1/files/{file_id}", {"204": {}}, idempotency_header="Idempotency-Key"
)
_ASSOCIATE: Operation[dict[str, Any]] = Operation(
    "POST",
    "/v1/files/{file_id}/associations",
    {"201": {"application/json": lambda: dict[str, Any]}},
    idempotency_header="Idempotency-Key",
)
_REPROCESS: Operation[models.FileOut] = Operation(
    "POST",
    "/v1/files/{file_id}/reprocess",
    {"200": {"application/json": lambda: models.FileOut}},
    idempotency_header="Idempotency-Key",
)


class Files(Resource):
    """Documents and images uploaded for use in chats and datasets; processing is asynchronous."""

    def list(
        self,
        *,
        status_filter: str | None | Omit = omit,
        resource_type: str | None | Omit = omit,
        resource_id: str | None | Omit = omit,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.FileOut, models.FilePage]:
        """List files.

        Covers all files unless filtered. `resource_type` with `resource_id` selects those of one
        chat or dataset, and `status_filter` those in one processing state.

        Args:
            resource_type: Type of the resource whose files are wanted, `chat` or `dataset`.
            resource_id: Id of the resource whose files are wanted; requires `resource_type`.
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Files of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such chat or dataset to filter by.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            for file in client.files.list(): ...
        """
        return self._paginate(
            _LIST,
            query={
                "statusFilter": status_filter,
                "resourceType": resource_type,
                "resourceId": resource_id,
                "limit": limit,
                "cursor": cursor,
            },
            options=options,
        )

    def upload(
        self,
        *,
        file: FileInput,
        idempotency_key: str | None | Omit = omit,
        resource_type: str | None | Omit = omit,
        resource_id: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.FileOut:
        """Upload a file.

        The content is processed in the background; follow `status` with `GET
        /v1/files/{file_id}`. Give `resource_type` together with `resource_id` to attach the file
        to a resource in the same call.

        Args:
            file: Content to upload, in one of the formats PDF, DOCX, XLSX, TXT, MD, CSV, JSON.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            resource_type: What `resource_id` refers to, `chat` or `dataset`.
            resource_id: Chat or dataset to attach the file to.

        Returns:
            File that was stored.

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
            file = client.files.upload(file=Path("report.pdf"))
        """
        return self._call(
            _UPLOAD,
            headers={"Idempotency-Key": idempotency_key},
            body=Multipart(
                {"file": file, "resource_type": resource_type, "resource_id": resource_id}
            ),
            options=options,
        )

    def get(
        self,
        file_id: str,
        *,
        expand: Sequence[str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.FileOut:
        """Get a file.

        Returns what is recorded about a file, including how far processing has come, but not its
        content.

        Args:
            file_id: Identifies the file.
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.

        Returns:
            File with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            file = client.files.get("file_abc123")
        """
        return self._call(
            _GET, path={"file_id": file_id}, query={"expand[]": expand}, options=options
        )

    def delete(
        self,
        file_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a file.

        Any links to chats and datasets go with it.

        Args:
            file_id: Identifies the file.
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
            client.files.delete("file_abc123")
        """
        return self._call(
            _DELETE,
            path={"file_id": file_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )

    def associate(
        self,
        file_id: str,
        *,
        resource_type: str,
        resource_id: str,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> dict[str, Any]:
        """Link a file to a resource.

        Attaches a file that is already uploaded, for instance to a chat or a dataset.

        Args:
            file_id: Identifies the file.
            resource_type: Type of the resource, such as chat, dataset or fine_tuning_job.
            resource_id: Id of the resource to link.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Returns:
            Link made.

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
            result = client.files.associate(
                "file_abc123", resource_type="default", resource_id="resource_123"
            )
        """
        return self._call(
            _ASSOCIATE,
            path={"file_id": file_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Form({"resource_type": resource_type, "resource_id": resource_id}),
            options=options,
        )

    def reprocess(
        self,
        file_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.FileOut:
        """Reprocess a file.

        Starts processing again when an earlier attempt has failed or got stuck.

        Args:
            file_id: Identifies the file.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Returns:
            File, again in processing.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            file = client.files.reprocess("file_abc123")
        """
        return self._call(
            _REPROCESS,
            path={"file_id": file_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )


class AsyncFiles(AsyncResource):
    """Documents and images uploaded for use in chats and datasets; processing is asynchronous."""

    def list(
        self,
        *,
        status_filter: str | None | Omit = omit,
        resource_type: str | None | Omit = omit,
        resource_id: str | None | Omit = omit,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.FileOut, models.FilePage]:
        """List files.

        Covers all files unless filtered. `resource_type` with `resource_id` selects those of one
        chat or dataset, and `status_filter` those in one processing state.

        Args:
            resource_type: Type of the resource whose files are wanted, `chat` or `dataset`.
            resource_id: Id of the resource whose files are wanted; requires `resource_type`.
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Files of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such chat or dataset to filter by.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            async for file in client.files.list(): ...
        """
        return self._paginate(
            _LIST,
            query={
                "statusFilter": status_filter,
                "resourceType": resource_type,
                "resourceId": resource_id,
                "limit": limit,
                "cursor": cursor,
            },
            options=options,
        )

    async def upload(
        self,
        *,
        file: FileInput,
        idempotency_key: str | None | Omit = omit,
        resource_type: str | None | Omit = omit,
        resource_id: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.FileOut:
        """Upload a file.

        The content is processed in the background; follow `status` with `GET
        /v1/files/{file_id}`. Give `resource_type` together with `resource_id` to attach the file
        to a resource in the same call.

        Args:
            file: Content to upload, in one of the formats PDF, DOCX, XLSX, TXT, MD, CSV, JSON.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            resource_type: What `resource_id` refers to, `chat` or `dataset`.
            resource_id: Chat or dataset to attach the file to.

        Returns:
            File that was stored.

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
            file = await client.files.upload(file=Path("report.pdf"))
        """
        return await self._call(
            _UPLOAD,
            headers={"Idempotency-Key": idempotency_key},
            body=Multipart(
                {"file": file, "resource_type": resource_type, "resource_id": resource_id}
            ),
            options=options,
        )

    async def get(
        self,
        file_id: str,
        *,
        expand: Sequence[str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.FileOut:
        """Get a file.

        Returns what is recorded about a file, including how far processing has come, but not its
        content.

        Args:
            file_id: Identifies the file.
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.

        Returns:
            File with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            file = await client.files.get("file_abc123")
        """
        return await self._call(
            _GET, path={"file_id": file_id}, query={"expand[]": expand}, options=options
        )

    async def delete(
        self,
        file_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a file.

        Any links to chats and datasets go with it.

        Args:
            file_id: Identifies the file.
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
            await client.files.delete("file_abc123")
        """
        return await self._call(
            _DELETE,
            path={"file_id": file_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )

    async def associate(
        self,
        file_id: str,
        *,
        resource_type: str,
        resource_id: str,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> dict[str, Any]:
        """Link a file to a resource.

        Attaches a file that is already uploaded, for instance to a chat or a dataset.

        Args:
            file_id: Identifies the file.
            resource_type: Type of the resource, such as chat, dataset or fine_tuning_job.
            resource_id: Id of the resource to link.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Returns:
            Link made.

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
            result = await client.files.associate(
                "file_abc123", resource_type="default", resource_id="resource_123"
            )
        """
        return await self._call(
            _ASSOCIATE,
            path={"file_id": file_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Form({"resource_type": resource_type, "resource_id": resource_id}),
            options=options,
        )

    async def reprocess(
        self,
        file_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.FileOut:
        """Reprocess a file.

        Starts processing again when an earlier attempt has failed or got stuck.

        Args:
            file_id: Identifies the file.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Returns:
            File, again in processing.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            file = await client.files.reprocess("file_abc123")
        """
        return await self._call(
            _REPROCESS,
            path={"file_id": file_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )
