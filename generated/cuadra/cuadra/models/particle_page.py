# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model
from .particle_out import ParticleOut


class ParticlePage(Model):
    """Part of the list of particles."""

    items: list[ParticleOut]
    """The particles."""

    has_more: Annotated[bool, Alias("hasMore")]
    """True if there are more entries after this page."""

    next_cursor: Annotated[str | None, Alias("nextCursor")] = None
    """Pass as `cursor` to get the next page. Null when there is none."""
