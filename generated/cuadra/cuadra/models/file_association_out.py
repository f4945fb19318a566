# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, DateTime, Model


class FileAssociationOut(Model):
    """Tells which resource a file belongs to."""

    resource_type: Annotated[str, Alias("resourceType")]
    """What `resourceId` refers to."""

    resource_id: Annotated[str, Alias("resourceId")]
    """Resource to which the file belongs."""

    created_at: Annotated[DateTime, Alias("createdAt")]
    """Time at which the link was created."""
