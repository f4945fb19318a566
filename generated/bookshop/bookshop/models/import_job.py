# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import DateTime, Model, Open
from .problem import Problem


class ImportJob(Model):
    """Import in the background."""

    id: str

    status: Annotated[Literal["queued", "running", "succeeded", "failed"], Open]

    imported: int
    """Publications stored so far."""

    error: Problem | None = None
    """Why the job failed."""

    finished_at: DateTime | None = None
