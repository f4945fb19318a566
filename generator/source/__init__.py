"""Everything that knows OpenAPI as text: reading, upgrading, resolving, judging, locating."""

from .added_schemas import add_schemas
from .clean_json import read_clean_json, read_promising_json
from .document import Document, Parsed, SourceError
from .fetch import read_bytes
from .loader import digest_of, load, openapi_document
from .pointers import escape, from_keys, join, to_keys, unescape, uri_fragment
from .resolve import resolve
from .sound_schemas import with_sound_schemas
from .tree import Origin, SpecTree, bundle_text, bundled
from .validate import validate

__all__ = [
    "Document",
    "Origin",
    "Parsed",
    "SourceError",
    "SpecTree",
    "add_schemas",
    "bundle_text",
    "bundled",
    "digest_of",
    "escape",
    "from_keys",
    "join",
    "load",
    "openapi_document",
    "read_bytes",
    "read_clean_json",
    "read_promising_json",
    "resolve",
    "to_keys",
    "unescape",
    "uri_fragment",
    "validate",
    "with_sound_schemas",
]
