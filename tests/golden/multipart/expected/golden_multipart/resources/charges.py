# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Form, Operation, PartEncoding, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from .. import params
    from .._runtime import Omit, RequestOptions

_CREATE: Operation[models.CreateChargeResponse] = Operation(
    "POST",
    "/charges",
    {"200": {"application/json; charset=utf-8": lambda: models.CreateChargeResponse}},
)


class Charges(Resource):
    """Operations on charges."""

    def create(
        self,
        *,
        amount: int | Omit = omit,
        card: models.CreateChargeBodyCard | params.CreateChargeBodyCardParam | Omit = omit,
        metadata: Mapping[str, str] | Omit = omit,
        expand: Sequence[str] | Omit = omit,
        items: (
            Sequence[models.CreateChargeBodyItem | params.CreateChargeBodyItemParam] | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> models.CreateChargeResponse:
        """Create charge: `POST /charges`.

        Example:
            charge = client.charges.create(amount=1)
        """
        return self._call(
            _CREATE,
            body=Form(
                {
                    "amount": amount,
                    "card": card,
                    "metadata": metadata,
                    "expand": expand,
                    "items": items,
                },
                encoding={
                    "card": PartEncoding(style="deepObject", explode=True),
                    "metadata": PartEncoding(style="deepObject", explode=True),
                    "expand": PartEncoding(style="deepObject", explode=True),
                    "items": PartEncoding(style="deepObject", explode=True),
                },
                optional=True,
            ),
            options=options,
        )


class AsyncCharges(AsyncResource):
    """Operations on charges."""

    async def create(
        self,
        *,
        amount: int | Omit = omit,
        card: models.CreateChargeBodyCard | params.CreateChargeBodyCardParam | Omit = omit,
        metadata: Mapping[str, str] | Omit = omit,
        expand: Sequence[str] | Omit = omit,
        items: (
            Sequence[models.CreateChargeBodyItem | params.CreateChargeBodyItemParam] | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> models.CreateChargeResponse:
        """Create charge: `POST /charges`.

        Example:
            charge = await client.charges.create(amount=1)
        """
        return await self._call(
            _CREATE,
            body=Form(
                {
                    "amount": amount,
                    "card": card,
                    "metadata": metadata,
                    "expand": expand,
                    "items": items,
                },
                encoding={
                    "card": PartEncoding(style="deepObject", explode=True),
                    "metadata": PartEncoding(style="deepObject", explode=True),
                    "expand": PartEncoding(style="deepObject", explode=True),
                    "items": PartEncoding(style="deepObject", explode=True),
                },
                optional=True,
            ),
            options=options,
        )
