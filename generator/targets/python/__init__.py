"""The Python target: from the intermediate model to the plan of a package."""

from .planner import plan_package

__all__ = ["plan_package"]
