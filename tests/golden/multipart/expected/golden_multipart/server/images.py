# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from .. import models
    from ._runtime import Reply, Request


class ImagesHandlers:
    """Operations on images."""

    async def edit(
        self, request: Request, body: dict[str, Any]
    ) -> bytes | models.EditImageResponseJson | Reply:
        """Edit image: `POST /images`.

        Args:
            body: The fields of the form: `image` (`FileUpload`), `mask` (`FileUpload`), `options`,
                `n`, `transparent`, `sizes`, `points`, `note`, `logo`.
        """
        raise NotImplementedError
