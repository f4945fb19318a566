# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._runtime import AsyncResource, Json, Operation, Raw, Resource, check_choice, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Literal, Unpack

    from .. import models, params
    from .._runtime import Omit, RequestOptions
    from .._runtime.bodies import Body
    from .._runtime.contents import FileContent

_REPLACE: Operation[None] = Operation("PUT", "/documents/{id}", {"204": {}})
_PATCH: Operation[None] = Operation("PATCH", "/documents/{id}", {"204": {}})


class Documents(Resource):
    """Operations on documents."""

    @overload
    def replace(
        self,
        id: str,
        *,
        text: str | Omit = omit,
        content_type: Literal["application/json"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None: ...

    @overload
    def replace(
        self,
        id: str,
        *,
        body: str | Omit = omit,
        content_type: Literal["text/markdown"],
        **options: Unpack[RequestOptions],
    ) -> None: ...

    @overload
    def replace(
        self,
        id: str,
        *,
        body: FileContent | Omit = omit,
        content_type: Literal["application/pdf"],
        **options: Unpack[RequestOptions],
    ) -> None: ...

    def replace(
        self,
        id: str,
        *,
        text: str | Omit = omit,
        body: Any = omit,
        content_type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Replace document: `PUT /documents/{id}`.

        Args:
            content_type: How the body is sent: `application/json`, unless it is `text/markdown` or
                `application/pdf`.

        Example:
            client.documents.replace("document_123", text="Hello!")
        """
        check_choice(content_type, "application/json", "text/markdown", "application/pdf")
        request_body: Body
        if content_type == "text/markdown":
            request_body = Raw(body, "text/markdown")
        elif content_type == "application/pdf":
            request_body = Raw(body, "application/pdf")
        else:
            request_body = Json({"text": text}, optional=True)
        return self._call(_REPLACE, path={"id": id}, body=request_body, options=options)

    @overload
    def patch(
        self,
        id: str,
        *,
        text: str | Omit = omit,
        content_type: Literal["application/merge-patch+json"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None: ...

    @overload
    def patch(
        self,
        id: str,
        *,
        body: (
            Sequence[models.PatchDocumentBodyJsonItem | params.PatchDocumentBodyJsonItemParam]
            | Omit
        ) = omit,
        content_type: Literal["application/json-patch+json"],
        **options: Unpack[RequestOptions],
    ) -> None: ...

    def patch(
        self,
        id: str,
        *,
        text: str | Omit = omit,
        body: (
            Sequence[models.PatchDocumentBodyJsonItem | params.PatchDocumentBodyJsonItemParam]
            | Omit
        ) = omit,
        content_type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Patch document: `PATCH /documents/{id}`.

        Args:
            content_type: How the body is sent: `application/merge-patch+json`, unless it is
                `application/json-patch+json`.

        Example:
            client.documents.patch("document_123", text="Hello!")
        """
        check_choice(content_type, "application/merge-patch+json", "application/json-patch+json")
        request_body: Body
        if content_type == "application/json-patch+json":
            request_body = Json(body, media_type="application/json-patch+json")
        else:
            request_body = Json(
                {"text": text}, media_type="application/merge-patch+json", optional=True
            )
        return self._call(_PATCH, path={"id": id}, body=request_body, options=options)


class AsyncDocuments(AsyncResource):
    """Operations on documents."""

    @overload
    async def replace(
        self,
        id: str,
        *,
        text: str | Omit = omit,
        content_type: Literal["application/json"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None: ...

    @overload
    async def replace(
        self,
        id: str,
        *,
        body: str | Omit = omit,
        content_type: Literal["text/markdown"],
        **options: Unpack[RequestOptions],
    ) -> None: ...

    @overload
    async def replace(
        self,
        id: str,
        *,
        body: FileContent | Omit = omit,
        content_type: Literal["application/pdf"],
        **options: Unpack[RequestOptions],
    ) -> None: ...

    async def replace(
        self,
        id: str,
        *,
        text: str | Omit = omit,
        body: Any = omit,
        content_type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Replace document: `PUT /documents/{id}`.

        Args:
            content_type: How the body is sent: `application/json`, unless it is `text/markdown` or
                `application/pdf`.

        Example:
            await client.documents.replace("document_123", text="Hello!")
        """
        check_choice(content_type, "application/json", "text/markdown", "application/pdf")
        request_body: Body
        if content_type == "text/markdown":
            request_body = Raw(body, "text/markdown")
        elif content_type == "application/pdf":
            request_body = Raw(body, "application/pdf")
        else:
            request_body = Json({"text": text}, optional=True)
        return await self._call(_REPLACE, path={"id": id}, body=request_body, options=options)

    @overload
    async def patch(
        self,
        id: str,
        *,
        text: str | Omit = omit,
        content_type: Literal["application/merge-patch+json"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None: ...

    @overload
    async def patch(
        self,
        id: str,
        *,
        body: (
            Sequence[models.PatchDocumentBodyJsonItem | params.PatchDocumentBodyJsonItemParam]
            | Omit
        ) = omit,
        content_type: Literal["application/json-patch+json"],
        **options: Unpack[RequestOptions],
    ) -> None: ...

    async def patch(
        self,
        id: str,
        *,
        text: str | Omit = omit,
        body: (
            Sequence[models.PatchDocumentBodyJsonItem | params.PatchDocumentBodyJsonItemParam]
            | Omit
        ) = omit,
        content_type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Patch document: `PATCH /documents/{id}`.

        Args:
            content_type: How the body is sent: `application/merge-patch+json`, unless it is
                `application/json-patch+json`.

        Example:
            await client.documents.patch("document_123", text="Hello!")
        """
        check_choice(content_type, "application/merge-patch+json", "application/json-patch+json")
        request_body: Body
        if content_type == "application/json-patch+json":
            request_body = Json(body, media_type="application/json-patch+json")
        else:
            request_body = Json(
                {"text": text}, media_type="application/merge-patch+json", optional=True
            )
        return await self._call(_PATCH, path={"id": id}, body=request_body, options=options)
