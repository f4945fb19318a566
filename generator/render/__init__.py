"""From artifacts (a template and its finished values) to files. Knows templates, and no OpenAPI."""

from .environment import render
from .packs import runtime_files

__all__ = ["render", "runtime_files"]
