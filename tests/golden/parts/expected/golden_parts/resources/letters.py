# Generated from Letters 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, BinaryResponse, Multipart, Operation, PartEncoding, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .. import params
    from .._runtime import FileInput, RequestOptions

_SEND: Operation[models.Letter] = Operation(
    "POST", "/letters", {"201": {"application/json": lambda: models.Letter}}
)
_REPLACE: Operation[None] = Operation("PUT", "/letters", {"204": {}})
_READ: Operation[list[models.Letter]] = Operation(
    "GET", "/letters", {"200": {"multipart/mixed": lambda: list[models.Letter]}}
)
_GET_BUNDLE: Operation[tuple[models.Letter, BinaryResponse]] = Operation(
    "GET",
    "/letters/{id}/bundle",
    {"200": {"multipart/related": lambda: tuple[models.Letter, BinaryResponse]}},
)


class Letters(Resource):
    """Operations on letters."""

    def send(
        self,
        *,
        body: tuple[models.Letter | params.LetterParam, FileInput],
        **options: Unpack[RequestOptions],
    ) -> models.Letter:
        """A letter and what it encloses.

        Returns:
            Sent.

        Example:
            letter = client.letters.send(body=({"to": "to"}, Path("report.pdf")))
        """
        return self._call(
            _SEND,
            body=Multipart(
                body,
                encoding={
                    "0": PartEncoding(content_type="application/json"),
                    "1": PartEncoding(content_type="application/pdf, image/*"),
                },
                media_type="multipart/related",
            ),
            options=options,
        )

    def replace(
        self,
        *,
        body: Sequence[models.Letter | params.LetterParam],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Replace letters: `PUT /letters`.

        Example:
            client.letters.replace(body=[{"to": "to"}])
        """
        return self._call(
            _REPLACE,
            body=Multipart(
                body,
                encoding={"*": PartEncoding(content_type="application/json")},
                media_type="multipart/mixed",
            ),
            options=options,
        )

    def read(self, **options: Unpack[RequestOptions]) -> list[models.Letter]:
        """Read letters: `GET /letters`.

        Returns:
            All letters, one after the other.

        Example:
            letters = client.letters.read()
        """
        return self._call(_READ, options=options)

    def get_bundle(
        self, id: str, **options: Unpack[RequestOptions]
    ) -> tuple[models.Letter, BinaryResponse]:
        """Get bundle: `GET /letters/{id}/bundle`.

        Returns:
            A letter and its enclosure.

        Example:
            result = client.letters.get_bundle("letter_123")
        """
        return self._call(_GET_BUNDLE, path={"id": id}, options=options)


class AsyncLetters(AsyncResource):
    """Operations on letters."""

    async def send(
        self,
        *,
        body: tuple[models.Letter | params.LetterParam, FileInput],
        **options: Unpack[RequestOptions],
    ) -> models.Letter:
        """A letter and what it encloses.

        Returns:
            Sent.

        Example:
            letter = await client.letters.send(body=({"to": "to"}, Path("report.pdf")))
        """
        return await self._call(
            _SEND,
            body=Multipart(
                body,
                encoding={
                    "0": PartEncoding(content_type="application/json"),
                    "1": PartEncoding(content_type="application/pdf, image/*"),
                },
                media_type="multipart/related",
            ),
            options=options,
        )

    async def replace(
        self,
        *,
        body: Sequence[models.Letter | params.LetterParam],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Replace letters: `PUT /letters`.

        Example:
            await client.letters.replace(body=[{"to": "to"}])
        """
        return await self._call(
            _REPLACE,
            body=Multipart(
                body,
                encoding={"*": PartEncoding(content_type="application/json")},
                media_type="multipart/mixed",
            ),
            options=options,
        )

    async def read(self, **options: Unpack[RequestOptions]) -> list[models.Letter]:
        """Read letters: `GET /letters`.

        Returns:
            All letters, one after the other.

        Example:
            letters = await client.letters.read()
        """
        return await self._call(_READ, options=options)

    async def get_bundle(
        self, id: str, **options: Unpack[RequestOptions]
    ) -> tuple[models.Letter, BinaryResponse]:
        """Get bundle: `GET /letters/{id}/bundle`.

        Returns:
            A letter and its enclosure.

        Example:
            result = await client.letters.get_bundle("letter_123")
        """
        return await self._call(_GET_BUNDLE, path={"id": id}, options=options)
