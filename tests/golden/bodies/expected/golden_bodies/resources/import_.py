# Generated from Bodies 2.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Multipart, Operation, PartEncoding, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .. import params
    from .._runtime import FileInput, Omit, RequestOptions

_IMPORT_NOTES: Operation[models.ImportNotesResponse] = Operation(
    "POST", "/import", {"202": {"application/json": lambda: models.ImportNotesResponse}}
)


class Import(Resource):
    """Operations on import."""

    def import_notes(
        self,
        *,
        files: Sequence[FileInput],
        options_: models.ImportOptions | params.ImportOptionsParam | Omit = omit,
        dry_run: bool | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ImportNotesResponse:
        """Import notes: `POST /import`.

        Returns:
            Taken.

        Example:
            import_ = client.import_.import_notes(files=[Path("report.pdf")])
        """
        return self._call(
            _IMPORT_NOTES,
            body=Multipart(
                {"files": files, "options": options_, "dry_run": dry_run},
                encoding={"options": PartEncoding(content_type="application/json")},
            ),
            options=options,
        )


class AsyncImport(AsyncResource):
    """Operations on import."""

    async def import_notes(
        self,
        *,
        files: Sequence[FileInput],
        options_: models.ImportOptions | params.ImportOptionsParam | Omit = omit,
        dry_run: bool | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ImportNotesResponse:
        """Import notes: `POST /import`.

        Returns:
            Taken.

        Example:
            import_ = await client.import_.import_notes(files=[Path("report.pdf")])
        """
        return await self._call(
            _IMPORT_NOTES,
            body=Multipart(
                {"files": files, "options": options_, "dry_run": dry_run},
                encoding={"options": PartEncoding(content_type="application/json")},
            ),
            options=options,
        )
