# Generated from Defaults 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .mode import Mode as Mode
    from .settings import Settings as Settings
    from .settings import SettingsUntypedObject as SettingsUntypedObject
    from .stamp import Stamp as Stamp
    from .theme import Theme as Theme

__all__ = [
    "Mode",
    "Settings",
    "SettingsUntypedObject",
    "Stamp",
    "Theme",
]

_MODULES = {
    "Mode": "mode",
    "Settings": "settings",
    "SettingsUntypedObject": "settings",
    "Stamp": "stamp",
    "Theme": "theme",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
