# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, DateTime, Model


class ParticleVersionOut(Model):
    """State of a particle's text; never changes once made."""

    id: str
    """Identifies the version."""

    version: int
    """Position in the history, starting at 1."""

    content: str | None = None
    """Wording at that point of the history. Of system particles, only admins get to see it."""

    token_count: Annotated[int, Alias("tokenCount")]
    """Length of the text in tokens."""

    created_at: Annotated[DateTime, Alias("createdAt")]
    """Time at which the version was created."""

    created_by: Annotated[str | None, Alias("createdBy")] = None
    """Id of the user who wrote this version."""
