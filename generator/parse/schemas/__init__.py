"""Schema Objects to :mod:`generator.ir.schemas`, one module per kind."""

from __future__ import annotations

from .parser import SchemaParser

__all__ = ["SchemaParser"]
