# Generated from Swagger 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import (
    AsyncResource,
    Json,
    Multipart,
    OffsetPages,
    Operation,
    PageOperation,
    Resource,
    omit,
    styled,
)

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from datetime import date
    from typing import Unpack

    from .._runtime import AsyncPage, FileInput, Omit, Page, RequestOptions

_LIST: PageOperation[models.Pet, list[models.Pet]] = PageOperation(
    "GET",
    "/pets",
    {"200": {"application/json": lambda: list[models.Pet]}},
    headers={"200": {"X-Total": lambda: int}},
    pages=OffsetPages(
        items="", offset="offset", limit="limit", total="$response.header.X-Total", default_size=20
    ),
)
_ADD: Operation[models.Pet] = Operation(
    "POST",
    "/pets",
    {"201": {"application/json": lambda: models.Pet}},
    errors={"default": {"application/json": lambda: models.Error}},
)
_UPLOAD_PHOTO: Operation[None] = Operation("POST", "/pets/{id}/photo", {"204": {}})


class Pets(Resource):
    """Operations on pets."""

    def list(
        self,
        *,
        ids: Sequence[int] | Omit = omit,
        names: Sequence[str] | Omit = omit,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.Pet, builtins.list[models.Pet]]:
        """List pets: `GET /pets`.

        Args:
            limit: The server's default is 20.

        Returns:
            All. Iterating over it goes through the items of all pages. `offset` counts the items
            before a page.

        Example:
            for pet in client.pets.list(): ...
        """
        return self._paginate(
            _LIST,
            query={
                "ids": styled(ids, "form", explode=False),
                "names": names,
                "offset": offset,
                "limit": limit,
            },
            options=options,
        )

    def add(
        self,
        *,
        id: int,
        name: str,
        tag: str | None | Omit = omit,
        born: date | str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Pet:
        """Add pet: `POST /pets`.

        Returns:
            Made.

        Raises:
            APIStatusError: Wrong.

        Example:
            pet = client.pets.add(id=1, name="Atlas")
        """
        return self._call(
            _ADD, body=Json({"id": id, "name": name, "tag": tag, "born": born}), options=options
        )

    def upload_photo(
        self,
        id: int,
        *,
        photo: FileInput,
        caption: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Upload photo: `POST /pets/{id}/photo`.

        Example:
            client.pets.upload_photo(1, photo=Path("photo.png"))
        """
        return self._call(
            _UPLOAD_PHOTO,
            path={"id": id},
            body=Multipart({"photo": photo, "caption": caption}),
            options=options,
        )


class AsyncPets(AsyncResource):
    """Operations on pets."""

    def list(
        self,
        *,
        ids: Sequence[int] | Omit = omit,
        names: Sequence[str] | Omit = omit,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.Pet, builtins.list[models.Pet]]:
        """List pets: `GET /pets`.

        Args:
            limit: The server's default is 20.

        Returns:
            All. Iterating over it goes through the items of all pages. `offset` counts the items
            before a page.

        Example:
            async for pet in client.pets.list(): ...
        """
        return self._paginate(
            _LIST,
            query={
                "ids": styled(ids, "form", explode=False),
                "names": names,
                "offset": offset,
                "limit": limit,
            },
            options=options,
        )

    async def add(
        self,
        *,
        id: int,
        name: str,
        tag: str | None | Omit = omit,
        born: date | str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Pet:
        """Add pet: `POST /pets`.

        Returns:
            Made.

        Raises:
            APIStatusError: Wrong.

        Example:
            pet = await client.pets.add(id=1, name="Atlas")
        """
        return await self._call(
            _ADD, body=Json({"id": id, "name": name, "tag": tag, "born": born}), options=options
        )

    async def upload_photo(
        self,
        id: int,
        *,
        photo: FileInput,
        caption: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Upload photo: `POST /pets/{id}/photo`.

        Example:
            await client.pets.upload_photo(1, photo=Path("photo.png"))
        """
        return await self._call(
            _UPLOAD_PHOTO,
            path={"id": id},
            body=Multipart({"photo": photo, "caption": caption}),
            options=options,
        )
