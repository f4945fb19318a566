# Generated from Swagger 1.0.0 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .error import Error as Error
    from .pet import Pet as Pet
    from .upload_photo import UploadPhotoBody as UploadPhotoBody

__all__ = [
    "Error",
    "Pet",
    "UploadPhotoBody",
]

_MODULES = {
    "Error": "error",
    "Pet": "pet",
    "UploadPhotoBody": "upload_photo",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
