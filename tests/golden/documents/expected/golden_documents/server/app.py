# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .. import models
from ._runtime import build_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._runtime import App, Authenticate
    from .countries import CountriesHandlers
    from .files import FilesHandlers
    from .no_slash import NoSlashHandlers
    from .odata_users import OdataUsersHandlers
    from .queue import QueueHandlers
    from .root import RootHandlers
    from .versions import VersionsHandlers

# What arguments become before a handler gets them; the others stay in JSON's types.
TYPES: dict[str, dict[str, Callable[[], Any]]] = {
    "queue.send": {"body": lambda: models.PostQueueActionSendBody}
}


def create_app(
    *,
    root: RootHandlers | None = None,
    countries: CountriesHandlers | None = None,
    queue: QueueHandlers | None = None,
    files: FilesHandlers | None = None,
    odata_users: OdataUsersHandlers | None = None,
    versions: VersionsHandlers | None = None,
    no_slash: NoSlashHandlers | None = None,
    authenticate: Authenticate | None = None,
    check_responses: bool = False,
) -> App:
    """Make the ASGI application that serves Documents by the given handlers.

    Operations of resources that have none answer 501.

    Args:
        authenticate: Checks the credentials of a request. Without it every operation that needs
            some answers 401; `allow_anyone` accepts all, for development.
        check_responses: Whether a response that does not match the API's description becomes a 500.
    """
    return build_app(
        Path(__file__).parent,
        {
            "root": root,
            "countries": countries,
            "queue": queue,
            "files": files,
            "odata.users": odata_users,
            "versions": versions,
            "no.slash": no_slash,
        },
        types=TYPES,
        authenticate=authenticate,
        check_responses=check_responses,
    )
