# Generated from Recursion 1 by twinspec; changes are lost.

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .. import models
from ._runtime import build_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._runtime import App, Authenticate
    from .expressions import ExpressionsHandlers
    from .sisters import SistersHandlers
    from .values import ValuesHandlers

# What arguments become before a handler gets them; the others stay in JSON's types.
TYPES: dict[str, dict[str, Callable[[], Any]]] = {
    "values.put": {"body": lambda: models.JsonValue},
    "expressions.evaluate": {"body": lambda: models.Expression},
}


def create_app(
    *,
    sisters: SistersHandlers | None = None,
    values: ValuesHandlers | None = None,
    expressions: ExpressionsHandlers | None = None,
    authenticate: Authenticate | None = None,
    check_responses: bool = False,
) -> App:
    """Make the ASGI application that serves Recursion by the given handlers.

    Operations of resources that have none answer 501.

    Args:
        authenticate: Checks the credentials of a request. Without it every operation that needs
            some answers 401; `allow_anyone` accepts all, for development.
        check_responses: Whether a response that does not match the API's description becomes a 500.
    """
    return build_app(
        Path(__file__).parent,
        {"sisters": sisters, "values": values, "expressions": expressions},
        types=TYPES,
        authenticate=authenticate,
        check_responses=check_responses,
    )
