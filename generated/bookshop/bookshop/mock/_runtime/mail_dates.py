"""Dates as mail has them: ``Mon, 24 Aug 2015 18:43:17 +0000`` (RFC 2822, section 3.3)."""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(
    rf"(?:{'|'.join(_DAYS)}), \d\d? (?:{'|'.join(_MONTHS)}) \d{{4}} \d\d:\d\d:\d\d (?:GMT|[+-]\d{{4}})"
)


def mail_date(moment: datetime) -> str:
    """Return a moment as such a date, in English whatever the locale."""
    moment = moment.astimezone(UTC)
    day, month = _DAYS[moment.weekday()], _MONTHS[moment.month - 1]
    return f"{day}, {moment.day:02} {month} {moment:%Y %H:%M:%S} +0000"


def is_mail_format(name: Any) -> bool:
    """Whether the name of a format says so: ``date-time-rfc-2822``."""
    return isinstance(name, str) and ("2822" in name or "5322" in name)


def is_mail_date(schema: Mapping[str, Any]) -> bool:
    """Whether a schema means such dates: by its format, or because its example is one."""
    examples = schema.get("examples")
    shown = [schema.get("example"), *(examples if isinstance(examples, list) else ())]
    are_dates = (isinstance(one, str) and _DATE.fullmatch(one) is not None for one in shown)
    return is_mail_format(schema.get("format")) or any(are_dates)
