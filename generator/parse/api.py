"""The OpenAPI Object itself, with Info and Tag Objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Diagnostics
from ..ir.api import Api, Info, Tag
from .callbacks import parse_webhooks
from .context import Context, text
from .credentials import without_credentials
from .operations import parse_paths
from .schemas import SchemaParser
from .security import parse_security, parse_security_schemes
from .servers import default_servers, parse_servers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..ir.operations import Operation
    from ..source import SpecTree
    from .context import Node


def parse(tree: SpecTree, diagnostics: Diagnostics) -> Api:
    """Turn a resolved document into the intermediate model.

    Whatever is wrong with the document degrades the smallest thing around it and is reported to
    ``diagnostics``; nothing is raised for it.
    """
    context = Context(tree, diagnostics)
    root = tree.root
    components = context.mapping(root, "components", "#")
    schemas = SchemaParser(context)
    schemas.define_components()
    security = parse_security(context, root, "#")
    schemes = parse_security_schemes(context, components)
    operations = without_credentials(context, parse_paths(schemas, root, security), schemes)
    webhooks = parse_webhooks(schemas, root)
    return Api(
        info=_info(context, root),
        openapi=tree.version,
        sha256=tree.sha256,
        servers=parse_servers(context, root, "#") or default_servers(context),
        tags=_tags(context, root, operations),
        operations=operations,
        webhooks=webhooks,
        schemas=schemas.finish(),
        security_schemes=schemes,
        security=security,
    )


def title_of(tree: SpecTree) -> str:
    """Return the title that the model of a document will have."""
    return _info(Context(tree, Diagnostics()), tree.root).title


def _info(context: Context, root: Node) -> Info:
    node = context.mapping(root, "info", "#")
    return Info(
        title=text(node, "title") or "API",
        version=text(node, "version"),
        summary=text(node, "summary"),
        description=text(node, "description"),
        license_name=text(context.mapping(node, "license", "#/info"), "name"),
        contact_email=text(context.mapping(node, "contact", "#/info"), "email"),
        terms_of_service=text(node, "termsOfService"),
    )


def _tags(context: Context, root: Node, operations: Iterable[Operation]) -> tuple[Tag, ...]:
    """List the tags: those declared first, then others as operations use them."""
    tags: dict[str, Tag] = {}
    for index, node in enumerate(context.sequence(root, "tags", "#")):
        if isinstance(node, dict) and text(node, "name"):
            name = text(node, "name")
            tags.setdefault(name, Tag(name, text(node, "description")))
        elif isinstance(node, str) and node.strip():
            tags.setdefault(node.strip(), Tag(node.strip()))
        else:
            context.wrong(f"#/tags/{index}", "a tag", node, "an object with a name", "left out")
    for operation in operations:
        for name in operation.tags:
            tags.setdefault(name, Tag(name))
    return tuple(tags.values())
