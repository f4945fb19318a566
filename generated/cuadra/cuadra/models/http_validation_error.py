# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model
from .validation_error import ValidationError


class HTTPValidationError(Model):
    detail: list[ValidationError] | None = None
