# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class BodyAssociateFile(Model):
    resource_type: str
    """Type of the resource, such as chat, dataset or fine_tuning_job."""

    resource_id: str
    """Id of the resource to link."""
