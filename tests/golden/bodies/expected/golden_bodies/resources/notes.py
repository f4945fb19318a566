# Generated from Bodies 2.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, BinaryResponse, Json, Operation, Raw, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Unpack

    from .. import params
    from .._runtime import Omit, RequestOptions
    from .._runtime.contents import FileContent

_CREATE: Operation[models.Note] = Operation(
    "POST",
    "/notes",
    {"201": {"application/json": lambda: models.Note}},
    errors={"400": {"application/problem+json": lambda: models.Problem}},
)
_REPLACE: Operation[None] = Operation("PUT", "/notes", {"204": {}})
_UPLOAD_ATTACHMENT: Operation[None] = Operation("PUT", "/notes/{id}/attachment", {"204": {}})
_DOWNLOAD_ATTACHMENT: Operation[BinaryResponse] = Operation(
    "GET",
    "/notes/{id}/attachment",
    {"200": {"application/octet-stream": lambda: BinaryResponse}},
    errors={"404": {"application/json": lambda: models.DownloadAttachmentResponse404}},
)


class Notes(Resource):
    """Operations on notes."""

    def create(
        self,
        *,
        text: str,
        author: models.Author | params.AuthorParam,
        tags: Sequence[str] | Omit = omit,
        pinned: bool | Omit = omit,
        until: datetime | str | None | Omit = omit,
        from_: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Note:
        """Create a note.

        Args:
            text: What it says.
            pinned: The server's default is False.

        Returns:
            Made.

        Raises:
            BadRequestError: Bad.

        Example:
            note = client.notes.create(text="Hello!", author={"name": "Atlas"})
        """
        return self._call(
            _CREATE,
            body=Json(
                {
                    "text": text,
                    "author": author,
                    "tags": tags,
                    "pinned": pinned,
                    "until": until,
                    "from": from_,
                }
            ),
            options=options,
        )

    def replace(
        self,
        *,
        body: Sequence[models.Note | params.NoteParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Replace notes: `PUT /notes`.

        Example:
            client.notes.replace()
        """
        return self._call(_REPLACE, body=Json(body), options=options)

    def upload_attachment(
        self, id: str, *, body: FileContent, **options: Unpack[RequestOptions]
    ) -> None:
        """Upload attachment: `PUT /notes/{id}/attachment`.

        Example:
            client.notes.upload_attachment("note_123", body=Path("report.pdf"))
        """
        return self._call(_UPLOAD_ATTACHMENT, path={"id": id}, body=Raw(body), options=options)

    def download_attachment(self, id: str, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Download attachment: `GET /notes/{id}/attachment`.

        Returns:
            The bytes.

        Raises:
            NotFoundError: None.

        Example:
            result = client.notes.download_attachment("note_123")
        """
        return self._call(_DOWNLOAD_ATTACHMENT, path={"id": id}, options=options)


class AsyncNotes(AsyncResource):
    """Operations on notes."""

    async def create(
        self,
        *,
        text: str,
        author: models.Author | params.AuthorParam,
        tags: Sequence[str] | Omit = omit,
        pinned: bool | Omit = omit,
        until: datetime | str | None | Omit = omit,
        from_: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Note:
        """Create a note.

        Args:
            text: What it says.
            pinned: The server's default is False.

        Returns:
            Made.

        Raises:
            BadRequestError: Bad.

        Example:
            note = await client.notes.create(text="Hello!", author={"name": "Atlas"})
        """
        return await self._call(
            _CREATE,
            body=Json(
                {
                    "text": text,
                    "author": author,
                    "tags": tags,
                    "pinned": pinned,
                    "until": until,
                    "from": from_,
                }
            ),
            options=options,
        )

    async def replace(
        self,
        *,
        body: Sequence[models.Note | params.NoteParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Replace notes: `PUT /notes`.

        Example:
            await client.notes.replace()
        """
        return await self._call(_REPLACE, body=Json(body), options=options)

    async def upload_attachment(
        self, id: str, *, body: FileContent, **options: Unpack[RequestOptions]
    ) -> None:
        """Upload attachment: `PUT /notes/{id}/attachment`.

        Example:
            await client.notes.upload_attachment("note_123", body=Path("report.pdf"))
        """
        return await self._call(
            _UPLOAD_ATTACHMENT, path={"id": id}, body=Raw(body), options=options
        )

    async def download_attachment(
        self, id: str, **options: Unpack[RequestOptions]
    ) -> BinaryResponse:
        """Download attachment: `GET /notes/{id}/attachment`.

        Returns:
            The bytes.

        Raises:
            NotFoundError: None.

        Example:
            result = await client.notes.download_attachment("note_123")
        """
        return await self._call(_DOWNLOAD_ATTACHMENT, path={"id": id}, options=options)
