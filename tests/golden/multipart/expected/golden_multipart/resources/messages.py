# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime import AsyncResource, Form, Json, Multipart, Operation, Resource, check_choice, omit

if TYPE_CHECKING:
    from typing import Literal, Unpack

    from .. import params
    from .._runtime import FileInput, Omit, RequestOptions
    from .._runtime.bodies import Body

_CREATE: Operation[models.Message] = Operation(
    "POST", "/messages", {"200": {"application/json": lambda: models.Message}}
)


class Messages(Resource):
    """Operations on messages."""

    @overload
    def create(
        self,
        *,
        content: str | Omit = omit,
        tts: bool | Omit = omit,
        embed: models.MessageEmbed | params.MessageEmbedParam | Omit = omit,
        content_type: (
            Literal["application/json", "application/x-www-form-urlencoded"] | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Message: ...

    @overload
    def create(
        self,
        *,
        content: str | Omit = omit,
        tts: bool | Omit = omit,
        embed: models.MessageEmbed | params.MessageEmbedParam | Omit = omit,
        files_0: FileInput | Omit = omit,
        files_1: FileInput | Omit = omit,
        content_type: Literal["multipart/form-data"],
        **options: Unpack[RequestOptions],
    ) -> models.Message: ...

    def create(
        self,
        *,
        content: str | Omit = omit,
        tts: bool | Omit = omit,
        embed: models.MessageEmbed | params.MessageEmbedParam | Omit = omit,
        files_0: FileInput | Omit = omit,
        files_1: FileInput | Omit = omit,
        content_type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Message:
        """Create message: `POST /messages`.

        Args:
            content_type: How the body is sent: `application/json`, unless it is
                `multipart/form-data` or `application/x-www-form-urlencoded`.

        Returns:
            Sent.

        Example:
            message = client.messages.create(content="Hello!")
        """
        check_choice(
            content_type,
            "application/json",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
        )
        request_body: Body
        if content_type == "multipart/form-data":
            request_body = Multipart(
                {
                    "content": content,
                    "tts": tts,
                    "embed": embed,
                    "files[0]": files_0,
                    "files[1]": files_1,
                }
            )
        elif content_type == "application/x-www-form-urlencoded":
            request_body = Form({"content": content, "tts": tts, "embed": embed})
        else:
            request_body = Json({"content": content, "tts": tts, "embed": embed})
        return self._call(_CREATE, body=request_body, options=options)


class AsyncMessages(AsyncResource):
    """Operations on messages."""

    @overload
    async def create(
        self,
        *,
        content: str | Omit = omit,
        tts: bool | Omit = omit,
        embed: models.MessageEmbed | params.MessageEmbedParam | Omit = omit,
        content_type: (
            Literal["application/json", "application/x-www-form-urlencoded"] | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Message: ...

    @overload
    async def create(
        self,
        *,
        content: str | Omit = omit,
        tts: bool | Omit = omit,
        embed: models.MessageEmbed | params.MessageEmbedParam | Omit = omit,
        files_0: FileInput | Omit = omit,
        files_1: FileInput | Omit = omit,
        content_type: Literal["multipart/form-data"],
        **options: Unpack[RequestOptions],
    ) -> models.Message: ...

    async def create(
        self,
        *,
        content: str | Omit = omit,
        tts: bool | Omit = omit,
        embed: models.MessageEmbed | params.MessageEmbedParam | Omit = omit,
        files_0: FileInput | Omit = omit,
        files_1: FileInput | Omit = omit,
        content_type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Message:
        """Create message: `POST /messages`.

        Args:
            content_type: How the body is sent: `application/json`, unless it is
                `multipart/form-data` or `application/x-www-form-urlencoded`.

        Returns:
            Sent.

        Example:
            message = await client.messages.create(content="Hello!")
        """
        check_choice(
            content_type,
            "application/json",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
        )
        request_body: Body
        if content_type == "multipart/form-data":
            request_body = Multipart(
                {
                    "content": content,
                    "tts": tts,
                    "embed": embed,
                    "files[0]": files_0,
                    "files[1]": files_1,
                }
            )
        elif content_type == "application/x-www-form-urlencoded":
            request_body = Form({"content": content, "tts": tts, "embed": embed})
        else:
            request_body = Json({"content": content, "tts": tts, "embed": embed})
        return await self._call(_CREATE, body=request_body, options=options)
