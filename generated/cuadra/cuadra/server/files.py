# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins
    from typing import Any

    from .. import models
    from ._runtime import Reply, Request


class FilesHandlers:
    """Documents and images uploaded for use in chats and datasets; processing is asynchronous."""

    async def list(
        self,
        request: Request,
        *,
        status_filter: str | None = None,
        resource_type: str | None = None,
        resource_id: str | None = None,
        limit: int = 20,
        cursor: str | None = None,
    ) -> models.FilePage | Reply:
        """List files.

        Covers all files unless filtered. `resourceType` with `resourceId` selects those of one
        chat or dataset, and `statusFilter` those in one processing state.

        Args:
            resource_type: Type of the resource whose files are wanted, `chat` or `dataset`.
            resource_id: Id of the resource whose files are wanted; requires `resourceType`.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.
        """
        raise NotImplementedError

    async def upload(
        self, request: Request, body: dict[str, Any], *, idempotency_key: str | None = None
    ) -> models.FileOut | Reply:
        """Upload a file.

        The content is processed in the background; follow `status` with `GET
        /v1/files/{file_id}`. Give `resource_type` together with `resource_id` to attach the file
        to a resource in the same call.

        Args:
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            body: The fields of the form: `file` (`FileUpload`), `resource_type`, `resource_id`.
        """
        raise NotImplementedError

    async def get(
        self, request: Request, file_id: str, *, expand: builtins.list[str] | None = None
    ) -> models.FileOut | Reply:
        """Get a file.

        Returns what is recorded about a file, including how far processing has come, but not its
        content.

        Args:
            file_id: Identifies the file.
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.
        """
        raise NotImplementedError

    async def delete(
        self, request: Request, file_id: str, *, idempotency_key: str | None = None
    ) -> Reply | None:
        """Delete a file.

        Any links to chats and datasets go with it.

        Args:
            file_id: Identifies the file.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def associate(
        self,
        request: Request,
        file_id: str,
        body: dict[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> dict[str, Any] | Reply:
        """Link a file to a resource.

        Attaches a file that is already uploaded, for instance to a chat or a dataset.

        Args:
            file_id: Identifies the file.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            body: The fields of the form: `resource_type`, `resource_id`.
        """
        raise NotImplementedError

    async def reprocess(
        self, request: Request, file_id: str, *, idempotency_key: str | None = None
    ) -> models.FileOut | Reply:
        """Reprocess a file.

        Starts processing again when an earlier attempt has failed or got stuck.

        Args:
            file_id: Identifies the file.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError
