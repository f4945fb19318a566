"""The Python target: from the intermediate model to the plan of a package."""

from .lowering import Lowering
from .model_names import ModelNames, name_models
from .package_text import package_name
from .plan import Roles
from .planner import plan_models_part, plan_package, plan_roles

__all__ = [
    "Lowering",
    "ModelNames",
    "Roles",
    "name_models",
    "package_name",
    "plan_models_part",
    "plan_package",
    "plan_roles",
]
