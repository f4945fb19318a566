# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Any

from .._runtime.models import Model
from .credit_usage import CreditUsage
from .plan_info import PlanInfo
from .storage_usage import StorageUsage


class UsageOut(Model):
    """Consumption and plan of an organization."""

    storage: StorageUsage
    """Consumption of storage."""

    credits: CreditUsage
    """Consumption of credits."""

    plan: PlanInfo
    """Plan the organization is on."""

    restrictions: dict[str, Any] | None = None
    """What the plan limits; lets a user interface adapt."""
