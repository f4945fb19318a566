# Generated from All of 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .. import params
    from .._runtime import Omit, RequestOptions

_HIRE: Operation[models.Manager] = Operation(
    "POST", "/employees", {"201": {"application/json": lambda: models.Manager}}
)


class Employees(Resource):
    """Operations on employees."""

    def hire(
        self,
        *,
        name: str,
        email: str,
        age: int | Omit = omit,
        tags: Sequence[models.EmployeeTag | params.EmployeeTagParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Manager:
        """`POST /employees`.

        Args:
            name: The full name.

        Returns:
            Hired.

        Example:
            employee = client.employees.hire(name="Atlas", email="ada@example.com")
        """
        return self._call(
            _HIRE,
            body=Json({"name": name, "email": email, "age": age, "tags": tags}),
            options=options,
        )


class AsyncEmployees(AsyncResource):
    """Operations on employees."""

    async def hire(
        self,
        *,
        name: str,
        email: str,
        age: int | Omit = omit,
        tags: Sequence[models.EmployeeTag | params.EmployeeTagParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Manager:
        """`POST /employees`.

        Args:
            name: The full name.

        Returns:
            Hired.

        Example:
            employee = await client.employees.hire(name="Atlas", email="ada@example.com")
        """
        return await self._call(
            _HIRE,
            body=Json({"name": name, "email": email, "age": age, "tags": tags}),
            options=options,
        )
