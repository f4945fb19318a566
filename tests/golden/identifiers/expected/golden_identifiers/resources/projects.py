# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Resource

if TYPE_CHECKING:
    from .project_keys import AsyncProjectKeys, ProjectKeys


class Projects(Resource):
    """Operations on projects."""

    @cached_property
    def keys(self) -> ProjectKeys:
        """Operations on keys of projects."""
        from .project_keys import ProjectKeys

        return ProjectKeys(self._client)


class AsyncProjects(AsyncResource):
    """Operations on projects."""

    @cached_property
    def keys(self) -> AsyncProjectKeys:
        """Operations on keys of projects."""
        from .project_keys import AsyncProjectKeys

        return AsyncProjectKeys(self._client)
