# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_GET_CLIENT_NOW: Operation[models.ComExampleModel] = Operation(
    "GET", "/client", {"200": {"application/json": lambda: models.ComExampleModel}}
)


class KolnStraße(Resource):
    """Operations on koln straße."""

    def get_client_now(
        self,
        *,
        client: str | Omit = omit,
        url: str | Omit = omit,
        body: str | Omit = omit,
        timeout_: int | Omit = omit,
        models: str | Omit = omit,
        omit: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        filter: str | Omit = omit,
        filter_created_gte: str | Omit = omit,
        x_request_id: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ComExampleModel:
        """Get client now: `GET /client`.

        Example:
            koln_straße = client.koln_straße.get_client_now()
        """
        return self._call(
            _GET_CLIENT_NOW,
            query={
                "client": client,
                "url": url,
                "body": body,
                "timeout": timeout_,
                "models": models,
                "omit": omit,
                "list": list,
                "$filter": filter,
                "filter[created][gte]": filter_created_gte,
            },
            headers={"X-Request-ID": x_request_id},
            options=options,
        )


class AsyncKolnStraße(AsyncResource):
    """Operations on koln straße."""

    async def get_client_now(
        self,
        *,
        client: str | Omit = omit,
        url: str | Omit = omit,
        body: str | Omit = omit,
        timeout_: int | Omit = omit,
        models: str | Omit = omit,
        omit: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        filter: str | Omit = omit,
        filter_created_gte: str | Omit = omit,
        x_request_id: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ComExampleModel:
        """Get client now: `GET /client`.

        Example:
            koln_straße = await client.koln_straße.get_client_now()
        """
        return await self._call(
            _GET_CLIENT_NOW,
            query={
                "client": client,
                "url": url,
                "body": body,
                "timeout": timeout_,
                "models": models,
                "omit": omit,
                "list": list,
                "$filter": filter,
                "filter[created][gte]": filter_created_gte,
            },
            headers={"X-Request-ID": x_request_id},
            options=options,
        )
