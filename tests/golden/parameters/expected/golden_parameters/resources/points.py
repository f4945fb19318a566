# Generated from Parameters 1.2.3 by twinspec; changes are lost.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource, omit, styled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import Omit, RequestOptions
    from .point_layers import AsyncPointLayers, PointLayers

_GET: Operation[models.Point] = Operation(
    "GET", "/points/{point}", {"200": {"application/json": lambda: models.Point}}
)


class Points(Resource):
    """Operations on points."""

    @cached_property
    def layers(self) -> PointLayers:
        """Operations on layers of points."""
        from .point_layers import PointLayers

        return PointLayers(self._client)

    def get(
        self,
        point: Sequence[int],
        *,
        x_trace: str,
        x_flags: Sequence[str] | Omit = omit,
        session: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Point:
        """Get point: `GET /points/{point}`.

        Args:
            x_trace: Overrides the shared one.

        Returns:
            The point.

        Example:
            point = client.points.get([1], x_trace="trace")
        """
        return self._call(
            _GET,
            path={"point": styled(point, "label")},
            headers={"X-Trace": x_trace, "X-Flags": x_flags},
            cookies={"session": session},
            options=options,
        )


class AsyncPoints(AsyncResource):
    """Operations on points."""

    @cached_property
    def layers(self) -> AsyncPointLayers:
        """Operations on layers of points."""
        from .point_layers import AsyncPointLayers

        return AsyncPointLayers(self._client)

    async def get(
        self,
        point: Sequence[int],
        *,
        x_trace: str,
        x_flags: Sequence[str] | Omit = omit,
        session: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Point:
        """Get point: `GET /points/{point}`.

        Args:
            x_trace: Overrides the shared one.

        Returns:
            The point.

        Example:
            point = await client.points.get([1], x_trace="trace")
        """
        return await self._call(
            _GET,
            path={"point": styled(point, "label")},
            headers={"X-Trace": x_trace, "X-Flags": x_flags},
            cookies={"session": session},
            options=options,
        )
