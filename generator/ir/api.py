"""The whole API: the value between parsing and everything after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .operations import Operation, Server, Webhook
    from .schemas import SchemaDefinition, SchemaId
    from .security import SecurityRequirement, SecurityScheme


@dataclass(frozen=True, slots=True)
class Info:
    """OpenAPI's Info Object; texts are empty where absent."""

    title: str
    version: str
    summary: str = ""
    description: str = ""
    license_name: str = ""
    contact_email: str = ""
    terms_of_service: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """OpenAPI's Tag Object."""

    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Api:
    """One API. ``openapi`` is the version the source document declares, ``sha256`` that of its bytes.

    ``schemas`` holds every definition in document order; :class:`~.schemas.SchemaRef` ids are its keys.
    """

    info: Info
    openapi: str
    sha256: str
    servers: tuple[Server, ...]
    tags: tuple[Tag, ...]
    operations: tuple[Operation, ...]
    webhooks: tuple[Webhook, ...]
    schemas: Mapping[SchemaId, SchemaDefinition]
    security_schemes: tuple[SecurityScheme, ...]
    security: tuple[SecurityRequirement, ...] | None
