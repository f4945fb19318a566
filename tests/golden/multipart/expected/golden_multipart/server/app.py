# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .. import models
from ._runtime import build_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._runtime import App, Authenticate
    from .anything import AnythingHandlers
    from .charges import ChargesHandlers
    from .documents import DocumentsHandlers
    from .images import ImagesHandlers
    from .messages import MessagesHandlers
    from .mixed import MixedHandlers

# What arguments become before a handler gets them; the others stay in JSON's types.
TYPES: dict[str, dict[str, Callable[[], Any]]] = {
    "messages.create": {
        "body application/json": lambda: models.Message,
        "body application/x-www-form-urlencoded": lambda: models.Message,
    },
    "documents.replace": {"body application/json": lambda: models.ReplaceDocumentBody},
    "documents.patch": {
        "body application/merge-patch+json": lambda: models.PatchDocumentBody,
        "body application/json-patch+json": lambda: list[models.PatchDocumentBodyJsonItem],
    },
    "anything.send": {"body": lambda: models.SendAnythingBody},
}


def create_app(
    *,
    messages: MessagesHandlers | None = None,
    documents: DocumentsHandlers | None = None,
    images: ImagesHandlers | None = None,
    charges: ChargesHandlers | None = None,
    anything: AnythingHandlers | None = None,
    mixed: MixedHandlers | None = None,
    authenticate: Authenticate | None = None,
    check_responses: bool = False,
) -> App:
    """Make the ASGI application that serves Multipart by the given handlers.

    Operations of resources that have none answer 501.

    Args:
        authenticate: Checks the credentials of a request. Without it every operation that needs
            some answers 401; `allow_anyone` accepts all, for development.
        check_responses: Whether a response that does not match the API's description becomes a 500.
    """
    return build_app(
        Path(__file__).parent,
        {
            "messages": messages,
            "documents": documents,
            "images": images,
            "charges": charges,
            "anything": anything,
            "mixed": mixed,
        },
        types=TYPES,
        authenticate=authenticate,
        check_responses=check_responses,
    )
