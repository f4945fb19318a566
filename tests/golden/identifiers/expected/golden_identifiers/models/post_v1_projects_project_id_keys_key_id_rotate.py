# Generated from Identifiers 1 by twinspec; changes are lost.

from .._runtime.models import Model


class PostV1ProjectsProjectIdKeysKeyIdRotateResponse(Model):
    a: str | None = None
