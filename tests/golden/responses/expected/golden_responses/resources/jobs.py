# Generated from Responses 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import models
from .._runtime import AsyncResource, BinaryResponse, Operation, Resource
from .._runtime.models import Number

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_START: Operation[models.Job | models.Ticket | None] = Operation(
    "POST",
    "/jobs",
    {
        "200": {"application/json": lambda: models.Job},
        "202": {"application/json": lambda: models.Ticket},
        "204": {},
    },
    errors={
        "4XX": {"application/json": lambda: models.Problem, "text/plain": lambda: str},
        "429": {"text/html": lambda: str},
        "default": {"application/json": lambda: models.Problem},
    },
    headers={"200": {"X-Cost": lambda: Number, "X-Tags": lambda: list[str]}},
)
_DELETE: Operation[None] = Operation("DELETE", "/jobs", {"204": {}})
_HEAD: Operation[None] = Operation(
    "HEAD", "/jobs", {"200": {}}, headers={"200": {"X-Count": lambda: int}}
)
_OPTIONS: Operation[Any] = Operation("OPTIONS", "/jobs", {"200": {"*/*": lambda: Any}})
_TRACE: Operation[BinaryResponse] = Operation(
    "TRACE", "/jobs", {"200": {"message/http": lambda: BinaryResponse}}
)
_GET: Operation[models.Job] = Operation(
    "GET", "/jobs/{id}", {"2XX": {"application/json": lambda: models.Job}}
)
_PUT: Operation[models.Job] = Operation(
    "PUT", "/jobs/{id}", {"default": {"application/json": lambda: models.Job}}
)
_PATCH: Operation[None] = Operation("PATCH", "/jobs/{id}", {})
_GET_LOG: Operation[str | list[str] | BinaryResponse] = Operation(
    "GET",
    "/jobs/{id}/log",
    {
        "200": {
            "text/plain": lambda: str,
            "application/json": lambda: list[str],
            "text/csv": lambda: str,
            "application/octet-stream": lambda: BinaryResponse,
        },
        "302": {},
    },
)


class Jobs(Resource):
    """Operations on jobs."""

    def start(self, **options: Unpack[RequestOptions]) -> models.Job | models.Ticket | None:
        """Start job: `POST /jobs`.

        Returns:
            Done at once. Queued.

        Raises:
            APIStatusError: Yours. Anything else.
            RateLimitError: Later.

        Example:
            result = client.jobs.start()
        """
        return self._call(_START, options=options)

    def delete(self, **options: Unpack[RequestOptions]) -> None:
        """Delete jobs: `DELETE /jobs`.

        Example:
            client.jobs.delete()
        """
        return self._call(_DELETE, options=options)

    def head(self, **options: Unpack[RequestOptions]) -> None:
        """Head jobs: `HEAD /jobs`.

        Example:
            client.jobs.head()
        """
        return self._call(_HEAD, options=options)

    def options(self, **options: Unpack[RequestOptions]) -> Any:
        """`OPTIONS /jobs`.

        Returns:
            Whatever the server sends: JSON, text or bytes. The API's description does not say.

        Example:
            result = client.jobs.options()
        """
        return self._call(_OPTIONS, options=options)

    def trace(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """`TRACE /jobs`.

        Example:
            result = client.jobs.trace()
        """
        return self._call(_TRACE, options=options)

    def get(self, id: int, **options: Unpack[RequestOptions]) -> models.Job:
        """Get job: `GET /jobs/{id}`.

        Returns:
            The job.

        Raises:
            InternalServerError: Odd.

        Example:
            job = client.jobs.get(1)
        """
        return self._call(_GET, path={"id": id}, options=options)

    def put(self, id: int, **options: Unpack[RequestOptions]) -> models.Job:
        """Put job: `PUT /jobs/{id}`.

        Returns:
            The job.

        Example:
            job = client.jobs.put(1)
        """
        return self._call(_PUT, path={"id": id}, options=options)

    def patch(self, id: int, **options: Unpack[RequestOptions]) -> None:
        """Patch job: `PATCH /jobs/{id}`.

        Example:
            client.jobs.patch(1)
        """
        return self._call(_PATCH, path={"id": id}, options=options)

    def get_log(
        self, id: int, **options: Unpack[RequestOptions]
    ) -> str | list[str] | BinaryResponse:
        """Get job log: `GET /jobs/{id}/log`.

        Returns:
            The log, in one of several forms.

        Example:
            result = client.jobs.get_log(1)
        """
        return self._call(_GET_LOG, path={"id": id}, options=options)


class AsyncJobs(AsyncResource):
    """Operations on jobs."""

    async def start(self, **options: Unpack[RequestOptions]) -> models.Job | models.Ticket | None:
        """Start job: `POST /jobs`.

        Returns:
            Done at once. Queued.

        Raises:
            APIStatusError: Yours. Anything else.
            RateLimitError: Later.

        Example:
            result = await client.jobs.start()
        """
        return await self._call(_START, options=options)

    async def delete(self, **options: Unpack[RequestOptions]) -> None:
        """Delete jobs: `DELETE /jobs`.

        Example:
            await client.jobs.delete()
        """
        return await self._call(_DELETE, options=options)

    async def head(self, **options: Unpack[RequestOptions]) -> None:
        """Head jobs: `HEAD /jobs`.

        Example:
            await client.jobs.head()
        """
        return await self._call(_HEAD, options=options)

    async def options(self, **options: Unpack[RequestOptions]) -> Any:
        """`OPTIONS /jobs`.

        Returns:
            Whatever the server sends: JSON, text or bytes. The API's description does not say.

        Example:
            result = await client.jobs.options()
        """
        return await self._call(_OPTIONS, options=options)

    async def trace(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """`TRACE /jobs`.

        Example:
            result = await client.jobs.trace()
        """
        return await self._call(_TRACE, options=options)

    async def get(self, id: int, **options: Unpack[RequestOptions]) -> models.Job:
        """Get job: `GET /jobs/{id}`.

        Returns:
            The job.

        Raises:
            InternalServerError: Odd.

        Example:
            job = await client.jobs.get(1)
        """
        return await self._call(_GET, path={"id": id}, options=options)

    async def put(self, id: int, **options: Unpack[RequestOptions]) -> models.Job:
        """Put job: `PUT /jobs/{id}`.

        Returns:
            The job.

        Example:
            job = await client.jobs.put(1)
        """
        return await self._call(_PUT, path={"id": id}, options=options)

    async def patch(self, id: int, **options: Unpack[RequestOptions]) -> None:
        """Patch job: `PATCH /jobs/{id}`.

        Example:
            await client.jobs.patch(1)
        """
        return await self._call(_PATCH, path={"id": id}, options=options)

    async def get_log(
        self, id: int, **options: Unpack[RequestOptions]
    ) -> str | list[str] | BinaryResponse:
        """Get job log: `GET /jobs/{id}/log`.

        Returns:
            The log, in one of several forms.

        Example:
            result = await client.jobs.get_log(1)
        """
        return await self._call(_GET_LOG, path={"id": id}, options=options)
