# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ._runtime import build_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._runtime import App, Authenticate
    from .admin import AdminHandlers
    from .basic import BasicHandlers
    from .both import BothHandlers
    from .optional import OptionalHandlers
    from .public import PublicHandlers
    from .relative import RelativeHandlers
    from .scoped import ScopedHandlers
    from .upload import UploadHandlers

# What arguments become before a handler gets them; the others stay in JSON's types.
TYPES: dict[str, dict[str, Callable[[], Any]]] = {}


def create_app(
    *,
    public: PublicHandlers | None = None,
    optional: OptionalHandlers | None = None,
    both: BothHandlers | None = None,
    scoped: ScopedHandlers | None = None,
    basic: BasicHandlers | None = None,
    admin: AdminHandlers | None = None,
    upload: UploadHandlers | None = None,
    relative: RelativeHandlers | None = None,
    authenticate: Authenticate | None = None,
    check_responses: bool = False,
) -> App:
    """Make the ASGI application that serves Security by the given handlers.

    Operations of resources that have none answer 501.

    Args:
        authenticate: Checks the credentials of a request. Without it every operation that needs
            some answers 401; `allow_anyone` accepts all, for development.
        check_responses: Whether a response that does not match the API's description becomes a 500.
    """
    return build_app(
        Path(__file__).parent,
        {
            "public": public,
            "optional": optional,
            "both": both,
            "scoped": scoped,
            "basic": basic,
            "admin": admin,
            "upload": upload,
            "relative": relative,
        },
        types=TYPES,
        authenticate=authenticate,
        check_responses=check_responses,
    )
