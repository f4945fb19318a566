# Generated from All of 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class EmployeesHandlers:
    """Operations on employees."""

    async def hire(self, request: Request, body: models.NewEmployee) -> models.Manager | Reply:
        """`POST /employees`."""
        raise NotImplementedError
