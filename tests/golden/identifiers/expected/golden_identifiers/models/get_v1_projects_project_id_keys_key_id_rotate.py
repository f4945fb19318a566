# Generated from Identifiers 1 by twinspec; changes are lost.

from .._runtime.models import Model


class GetV1ProjectsProjectIdKeysKeyIdRotateResponse(Model):
    b: str | None = None
