# Generated from Multipart 1 by twinspec; changes are lost.

from .._runtime.models import Model, Number


class EditImageBodyOptions(Model):
    quality: int | None = None


class EditImageBodyPoint(Model):
    x: Number | None = None


class EditImageBody(Model):
    image: str | list[str]

    mask: str | None = None

    options: EditImageBodyOptions

    n: int | None = None

    transparent: bool | None = None

    sizes: list[int] | None = None

    points: list[EditImageBodyPoint] | None = None

    note: str | int | None = None

    logo: str | None = None


class EditImageResponseJson(Model):
    url: str | None = None
