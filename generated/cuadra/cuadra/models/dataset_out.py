# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Any

from .._runtime.models import Alias, DateTime, Model


class DatasetOut(Model):
    """Collection of files that models can search."""

    id: str
    """Identifies the dataset."""

    name: str
    """Dataset name."""

    created_at: Annotated[DateTime, Alias("createdAt")]
    """UTC time at which it was created."""

    updated_at: Annotated[DateTime, Alias("updatedAt")]
    """UTC time at which it was last modified."""

    description: str | None = None
    """Summary of the contents."""

    items: list[Any] | None = None
    """The files themselves. Ask for them with `expand[]=items`."""

    snapshots: list[Any] | None = None
    """The snapshots themselves. Ask for them with `expand[]=snapshots`."""
