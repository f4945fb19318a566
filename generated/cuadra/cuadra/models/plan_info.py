# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class PlanInfo(Model):
    """Plan of a subscription."""

    tier: str
    """Identifier of the plan, for programs."""

    name: str
    """Label of the plan, for people."""

    billing_cycle: Annotated[str | None, Alias("billingCycle")] = None
    """Interval between bills."""
