# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class DatasetCreate(Model):
    """Dataset to create."""

    name: str
    """Dataset name."""

    description: str | None = None
    """Summary of the contents."""

    consent_for_training: Annotated[bool | None, Alias("consentForTraining")] = None
    """Consent to the use of this data for model training."""
