# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, DateTime, Model


class CreditUsage(Model):
    """Consumption of credits in this period."""

    used: int
    """Credits consumed."""

    limit: int
    """What the plan includes."""

    available: int
    """Credits not consumed yet."""

    purchased_balance: Annotated[int | None, Alias("purchasedBalance")] = None
    """Balance of credits bought in addition; shown to admins only."""

    total_available: Annotated[int | None, Alias("totalAvailable")] = None
    """Credits remaining, counting both plan and purchase."""

    overage_credits: Annotated[int | None, Alias("overageCredits")] = None
    """Credits consumed past the limit."""

    is_in_overage: Annotated[bool | None, Alias("isInOverage")] = None
    """True once consumption exceeds the limit."""

    hard_cap: Annotated[bool | None, Alias("hardCap")] = None
    """True if consumption cannot go past the limit."""

    billing_period: Annotated[str | None, Alias("billingPeriod")] = None
    """Duration of one billing period."""

    period_start: Annotated[DateTime | None, Alias("periodStart")] = None
    """First moment that counts."""

    period_end: Annotated[DateTime | None, Alias("periodEnd")] = None
    """Last moment that counts."""
