# Generated from Parameters 1.2.3 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource, styled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Unpack

    from .._runtime import RequestOptions

_GET: Operation[str] = Operation(
    "GET", "/points/{id}/layers/{layer}", {"200": {"text/plain": lambda: str}}
)


class PointLayers(Resource):
    """Operations on layers of points."""

    def get(
        self, id: Sequence[str], layer: Literal["base", "top"], **options: Unpack[RequestOptions]
    ) -> str:
        """Get point layer: `GET /points/{id}/layers/{layer}`.

        Returns:
            Its name.

        Example:
            result = client.points.layers.get(["layer_123"], "base")
        """
        return self._call(
            _GET, path={"id": styled(id, "matrix", explode=True), "layer": layer}, options=options
        )


class AsyncPointLayers(AsyncResource):
    """Operations on layers of points."""

    async def get(
        self, id: Sequence[str], layer: Literal["base", "top"], **options: Unpack[RequestOptions]
    ) -> str:
        """Get point layer: `GET /points/{id}/layers/{layer}`.

        Returns:
            Its name.

        Example:
            result = await client.points.layers.get(["layer_123"], "base")
        """
        return await self._call(
            _GET, path={"id": styled(id, "matrix", explode=True), "layer": layer}, options=options
        )
