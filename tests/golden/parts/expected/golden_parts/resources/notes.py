# Generated from Letters 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Multipart, Operation, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .. import models, params
    from .._runtime import RequestOptions

_ADD: Operation[None] = Operation("POST", "/notes", {"204": {}})


class Notes(Resource):
    """Operations on notes."""

    def add(
        self,
        *,
        body: Sequence[str | int | models.Letter | params.LetterParam],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Add notes: `POST /notes`.

        Example:
            client.notes.add(body=["text", 1, {"to": "to"}])
        """
        return self._call(_ADD, body=Multipart(body, media_type="multipart/mixed"), options=options)


class AsyncNotes(AsyncResource):
    """Operations on notes."""

    async def add(
        self,
        *,
        body: Sequence[str | int | models.Letter | params.LetterParam],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Add notes: `POST /notes`.

        Example:
            await client.notes.add(body=["text", 1, {"to": "to"}])
        """
        return await self._call(
            _ADD, body=Multipart(body, media_type="multipart/mixed"), options=options
        )
