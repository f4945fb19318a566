# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, JsonLines, Multipart, Operation, PartEncoding, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .. import models, params
    from .._runtime import FileInput, Omit, RequestOptions

_IMPORT: Operation[None] = Operation("POST", "/drafts", {"204": {}})
_UPLOAD: Operation[None] = Operation("PUT", "/drafts", {"204": {}})
_AMEND_DRAFTS: Operation[None] = Operation("PATCH", "/drafts", {"204": {}})


class Drafts(Resource):
    """Operations on drafts."""

    def import_(
        self,
        *,
        body: Sequence[models.Book | params.BookParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Import drafts: `POST /drafts`.

        Example:
            client.drafts.import_()
        """
        return self._call(_IMPORT, body=JsonLines(body), options=options)

    def upload(
        self, *, body: Sequence[FileInput] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Upload drafts: `PUT /drafts`.

        Example:
            client.drafts.upload()
        """
        return self._call(
            _UPLOAD,
            body=Multipart(
                body,
                encoding={"*": PartEncoding(content_type="image/png")},
                media_type="multipart/mixed",
            ),
            options=options,
        )

    def amend_drafts(
        self,
        *,
        body: Sequence[models.Book | params.BookParam | FileInput] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """`PATCH /drafts`.

        Example:
            client.drafts.amend_drafts()
        """
        return self._call(
            _AMEND_DRAFTS,
            body=Multipart(
                body,
                encoding={
                    "0": PartEncoding(content_type="application/json"),
                    "1": PartEncoding(content_type="application/pdf"),
                },
                media_type="multipart/mixed",
            ),
            options=options,
        )


class AsyncDrafts(AsyncResource):
    """Operations on drafts."""

    async def import_(
        self,
        *,
        body: Sequence[models.Book | params.BookParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Import drafts: `POST /drafts`.

        Example:
            await client.drafts.import_()
        """
        return await self._call(_IMPORT, body=JsonLines(body), options=options)

    async def upload(
        self, *, body: Sequence[FileInput] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Upload drafts: `PUT /drafts`.

        Example:
            await client.drafts.upload()
        """
        return await self._call(
            _UPLOAD,
            body=Multipart(
                body,
                encoding={"*": PartEncoding(content_type="image/png")},
                media_type="multipart/mixed",
            ),
            options=options,
        )

    async def amend_drafts(
        self,
        *,
        body: Sequence[models.Book | params.BookParam | FileInput] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """`PATCH /drafts`.

        Example:
            await client.drafts.amend_drafts()
        """
        return await self._call(
            _AMEND_DRAFTS,
            body=Multipart(
                body,
                encoding={
                    "0": PartEncoding(content_type="application/json"),
                    "1": PartEncoding(content_type="application/pdf"),
                },
                media_type="multipart/mixed",
            ),
            options=options,
        )
