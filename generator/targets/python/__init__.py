"""The Python target: from the intermediate model to the plan of a package."""

from .planner import plan_models_part, plan_operations, plan_package, plan_rest, plan_whole

__all__ = ["plan_models_part", "plan_operations", "plan_package", "plan_rest", "plan_whole"]
