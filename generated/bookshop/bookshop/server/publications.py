# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ._runtime import Reply, Request


class PublicationsHandlers:
    """Books, magazines and audio books on sale."""

    async def list(
        self,
        request: Request,
        *,
        offset: int = 0,
        limit: int = 25,
        filter: models.PublicationFilter | None = None,
        tags: builtins.list[str] | None = None,
        sort: builtins.list[models.ListPublicationsSortItem] | None = None,
    ) -> models.PublicationPage | Reply:
        """List publications.

        Finds publications that satisfy every condition given.

        Args:
            offset: Number of entries to skip.
            limit: Entries per page.
            filter: Conditions on single fields, such as `filter[language]=de`.
            tags: Tags that must all be present, separated by commas.
            sort: Sort keys, most important first; a leading minus reverses one.
        """
        raise NotImplementedError

    async def create(
        self, request: Request, body: models.Publication, *, idempotency_key: str | None = None
    ) -> models.Publication | Reply:
        """Add a publication.

        Args:
            idempotency_key: Token of the caller's choice; a request that repeats it gets the first
                answer again.
        """
        raise NotImplementedError

    async def get(self, request: Request, publication_id: str) -> models.Publication | Reply:
        """Get a publication.

        Args:
            publication_id: Identifies the publication.
        """
        raise NotImplementedError

    async def replace(
        self, request: Request, publication_id: str, body: models.Publication
    ) -> models.Publication | Reply:
        """Replace a publication.

        Overwrites every writable field; optional ones that are left out are cleared.

        Args:
            publication_id: Identifies the publication.
        """
        raise NotImplementedError

    async def update(
        self, request: Request, publication_id: str, body: models.PublicationPatch
    ) -> models.Publication | Reply:
        """Update a publication.

        Applies a JSON merge patch (RFC 7396), in which null clears a field.

        Args:
            publication_id: Identifies the publication.
        """
        raise NotImplementedError

    async def delete(self, request: Request, publication_id: str) -> Reply | None:
        """Remove a publication.

        Refused while an unfinished order contains it.

        Args:
            publication_id: Identifies the publication.
        """
        raise NotImplementedError

    async def download_cover(self, request: Request, publication_id: str) -> bytes | Reply:
        """Download a cover image.

        Covers are public and need no key.

        Args:
            publication_id: Identifies the publication.
        """
        raise NotImplementedError

    async def upload_cover(
        self, request: Request, publication_id: str, body: bytes
    ) -> Reply | None:
        """Upload a cover image.

        Args:
            publication_id: Identifies the publication.
        """
        raise NotImplementedError
