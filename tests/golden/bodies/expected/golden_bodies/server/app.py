# Generated from Bodies 2.0 by twinspec; changes are lost.

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .. import models
from ._runtime import build_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._runtime import App, Authenticate
    from .echo import EchoHandlers
    from .import_ import ImportHandlers
    from .login import LoginHandlers
    from .notes import NotesHandlers

# What arguments become before a handler gets them; the others stay in JSON's types.
TYPES: dict[str, dict[str, Callable[[], Any]]] = {
    "notes.create": {"body": lambda: models.CreateNoteBody},
    "notes.replace": {"body": lambda: list[models.Note]},
}


def create_app(
    *,
    notes: NotesHandlers | None = None,
    import_: ImportHandlers | None = None,
    login: LoginHandlers | None = None,
    echo: EchoHandlers | None = None,
    authenticate: Authenticate | None = None,
    check_responses: bool = False,
) -> App:
    """Make the ASGI application that serves Bodies by the given handlers.

    Operations of resources that have none answer 501.

    Args:
        authenticate: Checks the credentials of a request. Without it every operation that needs
            some answers 401; `allow_anyone` accepts all, for development.
        check_responses: Whether a response that does not match the API's description becomes a 500.
    """
    return build_app(
        Path(__file__).parent,
        {"notes": notes, "import_": import_, "login": login, "echo": echo},
        types=TYPES,
        authenticate=authenticate,
        check_responses=check_responses,
    )
