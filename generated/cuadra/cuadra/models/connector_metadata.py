# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Any

from .._runtime.models import Alias, DateTime, Model


class ConnectorMetadata(Model):
    """Origin of a file that a connector took from a system like Google Drive or Notion.
    `externalId` is always set, the rest depends on the provider; use `externalPath` to
    distinguish files of equal name.
    """

    external_id: Annotated[str, Alias("externalId")]
    """How the external system identifies the file."""

    external_url: Annotated[str | None, Alias("externalUrl")] = None
    """Link that opens the file in the external system."""

    external_path: Annotated[str | None, Alias("externalPath")] = None
    """Path through folders or pages in the external system, for people to read."""

    modified_by: Annotated[str | None, Alias("modifiedBy")] = None
    """Last editor in the external system."""

    source_modified_at: Annotated[DateTime | None, Alias("sourceModifiedAt")] = None
    """When it was last modified in the external system."""

    labels: list[str] | None = None
    """Tags set in the external system."""

    extra: dict[str, Any] | None = None
    """Further data, depending on the provider."""
