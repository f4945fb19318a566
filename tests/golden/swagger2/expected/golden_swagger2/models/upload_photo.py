# Generated from Swagger 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class UploadPhotoBody(Model):
    photo: str

    caption: str | None = None
