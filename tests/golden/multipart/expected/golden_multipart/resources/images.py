# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import (
    AsyncResource,
    BinaryResponse,
    Multipart,
    Operation,
    PartEncoding,
    Resource,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .. import params
    from .._runtime import FileInput, Omit, RequestOptions

_EDIT: Operation[BinaryResponse | models.EditImageResponseJson] = Operation(
    "POST",
    "/images",
    {
        "200": {
            "image/png": lambda: BinaryResponse,
            "application/json": lambda: models.EditImageResponseJson,
        },
    },
)


class Images(Resource):
    """Operations on images."""

    def edit(
        self,
        *,
        image: FileInput | Sequence[FileInput],
        options_: models.EditImageBodyOptions | params.EditImageBodyOptionsParam,
        mask: FileInput | None | Omit = omit,
        n: int | None | Omit = omit,
        transparent: bool | Omit = omit,
        sizes: Sequence[int] | Omit = omit,
        points: Sequence[models.EditImageBodyPoint | params.EditImageBodyPointParam] | Omit = omit,
        note: str | int | Omit = omit,
        logo: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> BinaryResponse | models.EditImageResponseJson:
        """Edit image: `POST /images`.

        Returns:
            The image.

        Example:
            result = client.images.edit(image=[Path("photo.png")], options_={})
        """
        return self._call(
            _EDIT,
            body=Multipart(
                {
                    "image": image,
                    "mask": mask,
                    "options": options_,
                    "n": n,
                    "transparent": transparent,
                    "sizes": sizes,
                    "points": points,
                    "note": note,
                    "logo": logo,
                },
                encoding={
                    "image": PartEncoding(content_type="image/png, image/jpeg"),
                    "options": PartEncoding(content_type="application/vnd.options+json"),
                    "sizes": PartEncoding(style="form", explode=False),
                },
            ),
            options=options,
        )


class AsyncImages(AsyncResource):
    """Operations on images."""

    async def edit(
        self,
        *,
        image: FileInput | Sequence[FileInput],
        options_: models.EditImageBodyOptions | params.EditImageBodyOptionsParam,
        mask: FileInput | None | Omit = omit,
        n: int | None | Omit = omit,
        transparent: bool | Omit = omit,
        sizes: Sequence[int] | Omit = omit,
        points: Sequence[models.EditImageBodyPoint | params.EditImageBodyPointParam] | Omit = omit,
        note: str | int | Omit = omit,
        logo: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> BinaryResponse | models.EditImageResponseJson:
        """Edit image: `POST /images`.

        Returns:
            The image.

        Example:
            result = await client.images.edit(image=[Path("photo.png")], options_={})
        """
        return await self._call(
            _EDIT,
            body=Multipart(
                {
                    "image": image,
                    "mask": mask,
                    "options": options_,
                    "n": n,
                    "transparent": transparent,
                    "sizes": sizes,
                    "points": points,
                    "note": note,
                    "logo": logo,
                },
                encoding={
                    "image": PartEncoding(content_type="image/png, image/jpeg"),
                    "options": PartEncoding(content_type="application/vnd.options+json"),
                    "sizes": PartEncoding(style="form", explode=False),
                },
            ),
            options=options,
        )
