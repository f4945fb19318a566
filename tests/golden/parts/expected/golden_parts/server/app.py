# Generated from Letters 1 by twinspec; changes are lost.

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .. import models
from ._runtime import FileUpload, build_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._runtime import App, Authenticate
    from .letters import LettersHandlers
    from .notes import NotesHandlers
    from .scans import ScansHandlers

# What arguments become before a handler gets them; the others stay in JSON's types.
TYPES: dict[str, dict[str, Callable[[], Any]]] = {
    "letters.send": {"body": lambda: tuple[models.Letter, FileUpload]},
    "letters.replace": {"body": lambda: list[models.Letter]},
    "notes.add": {"body": lambda: list[str | int | models.Letter]},
}


def create_app(
    *,
    letters: LettersHandlers | None = None,
    scans: ScansHandlers | None = None,
    notes: NotesHandlers | None = None,
    authenticate: Authenticate | None = None,
    check_responses: bool = False,
) -> App:
    """Make the ASGI application that serves Letters by the given handlers.

    Operations of resources that have none answer 501.

    Args:
        authenticate: Checks the credentials of a request. Without it every operation that needs
            some answers 401; `allow_anyone` accepts all, for development.
        check_responses: Whether a response that does not match the API's description becomes a 500.
    """
    return build_app(
        Path(__file__).parent,
        {"letters": letters, "scans": scans, "notes": notes},
        types=TYPES,
        authenticate=authenticate,
        check_responses=check_responses,
    )
