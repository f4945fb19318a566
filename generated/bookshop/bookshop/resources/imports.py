# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Multipart, Operation, PartEncoding, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .. import params
    from .._runtime import FileInput, Omit, RequestOptions

_CREATE: Operation[models.ImportJob] = Operation(
    "POST",
    "/imports",
    {"202": {"application/json": lambda: models.ImportJob}},
    headers={"202": {"Retry-After": lambda: int}},
)
_GET: Operation[models.ImportJob] = Operation(
    "GET", "/imports/{import_id}", {"200": {"application/json": lambda: models.ImportJob}}
)


class Imports(Resource):
    """Bulk loading of the catalog, in the background."""

    def create(
        self,
        *,
        file: FileInput,
        options_: models.ImportOptions | params.ImportOptionsParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ImportJob:
        """Import a catalog.

        Accepts a file and works through it later; poll the job for its progress.

        Args:
            file: CSV or ONIX file, 20 MB at most.
            options_: How to treat the file.

        Returns:
            Job that was queued.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            import_ = client.imports.create(file=Path("notes.txt"))
        """
        return self._call(
            _CREATE,
            body=Multipart(
                {"file": file, "options": options_},
                encoding={
                    "file": PartEncoding(content_type="text/csv, application/xml"),
                    "options": PartEncoding(content_type="application/json"),
                },
            ),
            options=options,
        )

    def get(self, import_id: str, **options: Unpack[RequestOptions]) -> models.ImportJob:
        """Get the state of an import.

        Args:
            import_id: Identifies the job.

        Returns:
            Present state of the job.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            import_ = client.imports.get("550e8400-e29b-41d4-a716-446655440000")
        """
        return self._call(_GET, path={"import_id": import_id}, options=options)


class AsyncImports(AsyncResource):
    """Bulk loading of the catalog, in the background."""

    async def create(
        self,
        *,
        file: FileInput,
        options_: models.ImportOptions | params.ImportOptionsParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ImportJob:
        """Import a catalog.

        Accepts a file and works through it later; poll the job for its progress.

        Args:
            file: CSV or ONIX file, 20 MB at most.
            options_: How to treat the file.

        Returns:
            Job that was queued.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            import_ = await client.imports.create(file=Path("notes.txt"))
        """
        return await self._call(
            _CREATE,
            body=Multipart(
                {"file": file, "options": options_},
                encoding={
                    "file": PartEncoding(content_type="text/csv, application/xml"),
                    "options": PartEncoding(content_type="application/json"),
                },
            ),
            options=options,
        )

    async def get(self, import_id: str, **options: Unpack[RequestOptions]) -> models.ImportJob:
        """Get the state of an import.

        Args:
            import_id: Identifies the job.

        Returns:
            Present state of the job.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            import_ = await client.imports.get("550e8400-e29b-41d4-a716-446655440000")
        """
        return await self._call(_GET, path={"import_id": import_id}, options=options)
