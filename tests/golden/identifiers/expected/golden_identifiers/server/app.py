# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .. import models
from ._runtime import build_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._runtime import App, Authenticate
    from .client import ClientResourceHandlers
    from .koln_straße import KolnStraßeHandlers
    from .models import ModelsHandlers
    from .project_keys import ProjectKeysHandlers
    from .resource_1_st import Resource1StHandlers
    from .日本 import Model日本Handlers

# What arguments become before a handler gets them; the others stay in JSON's types.
TYPES: dict[str, dict[str, Callable[[], Any]]] = {"client.same": {"body": lambda: models.Operation}}


def create_app(
    *,
    koln_straße: KolnStraßeHandlers | None = None,
    client: ClientResourceHandlers | None = None,
    日本: Model日本Handlers | None = None,
    models: ModelsHandlers | None = None,
    resource_1_st: Resource1StHandlers | None = None,
    project_keys: ProjectKeysHandlers | None = None,
    authenticate: Authenticate | None = None,
    check_responses: bool = False,
) -> App:
    """Make the ASGI application that serves Identifiers by the given handlers.

    Operations of resources that have none answer 501.

    Args:
        authenticate: Checks the credentials of a request. Without it every operation that needs
            some answers 401; `allow_anyone` accepts all, for development.
        check_responses: Whether a response that does not match the API's description becomes a 500.
    """
    return build_app(
        Path(__file__).parent,
        {
            "koln_straße": koln_straße,
            "client": client,
            "日本": 日本,
            "models": models,
            "resource_1_st": resource_1_st,
            "projects.keys": project_keys,
        },
        types=TYPES,
        authenticate=authenticate,
        check_responses=check_responses,
    )
