"""Tree to intermediate model: OpenAPI's objects as frozen values, one module per family of objects."""

from __future__ import annotations

from .api import parse, title_of

__all__ = ["parse", "title_of"]
