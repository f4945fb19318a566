# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .any_model import AnyModel as AnyModel
    from .class_ import Class as Class
    from .dict import Dict as Dict
    from .literal_model import LiteralModel as LiteralModel
    from .model_schema import ModelSchema as ModelSchema
    from .model_schema2 import ModelSchema2 as ModelSchema2
    from .strange_name_with_signs import StrangeNameWithSigns as StrangeNameWithSigns

__all__ = [
    "AnyModel",
    "Class",
    "Dict",
    "LiteralModel",
    "ModelSchema",
    "ModelSchema2",
    "StrangeNameWithSigns",
]

_MODULES = {
    "AnyModel": "any_model",
    "Class": "class_",
    "Dict": "dict",
    "LiteralModel": "literal_model",
    "ModelSchema": "model_schema",
    "ModelSchema2": "model_schema2",
    "StrangeNameWithSigns": "strange_name_with_signs",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
