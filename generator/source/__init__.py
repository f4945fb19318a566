"""Everything that knows OpenAPI as text: reading, upgrading, resolving, judging, locating."""

from .added_schemas import add_schemas
from .document import Document, SourceError
from .loader import load
from .pointers import escape, from_keys, join, to_keys, unescape, uri_fragment
from .resolve import resolve
from .tree import Origin, SpecTree, bundle_text, bundled
from .validate import validate

__all__ = [
    "Document",
    "Origin",
    "SourceError",
    "SpecTree",
    "add_schemas",
    "bundle_text",
    "bundled",
    "escape",
    "from_keys",
    "join",
    "load",
    "resolve",
    "to_keys",
    "unescape",
    "uri_fragment",
    "validate",
]
