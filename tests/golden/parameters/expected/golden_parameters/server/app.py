# Generated from Parameters 1.2.3 by twinspec; changes are lost.

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .. import models
from .._runtime.models import Date, DateTime
from ._runtime import build_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._runtime import App, Authenticate
    from .point_layers import PointLayersHandlers
    from .points import PointsHandlers
    from .search import SearchHandlers

# What arguments become before a handler gets them; the others stay in JSON's types.
TYPES: dict[str, dict[str, Callable[[], Any]]] = {
    "search.search": {
        "where": lambda: models.Where,
        "json": lambda: models.Where,
        "since": lambda: DateTime,
        "day": lambda: Date,
    },
}


def create_app(
    *,
    points: PointsHandlers | None = None,
    point_layers: PointLayersHandlers | None = None,
    search: SearchHandlers | None = None,
    authenticate: Authenticate | None = None,
    check_responses: bool = False,
) -> App:
    """Make the ASGI application that serves Parameters by the given handlers.

    Operations of resources that have none answer 501.

    Args:
        authenticate: Checks the credentials of a request. Without it every operation that needs
            some answers 401; `allow_anyone` accepts all, for development.
        check_responses: Whether a response that does not match the API's description becomes a 500.
    """
    return build_app(
        Path(__file__).parent,
        {"points": points, "points.layers": point_layers, "search": search},
        types=TYPES,
        authenticate=authenticate,
        check_responses=check_responses,
    )
