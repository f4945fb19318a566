# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Alias, DateTime, Model, Open
from .connector_metadata import ConnectorMetadata
from .file_association_out import FileAssociationOut
from .processing_status import ProcessingStatus


class FileOut(Model):
    """File with the links it has to chats and datasets. Name and creation time belong to this
    upload, while hash, size, type and status describe its content, which is stored once however
    often it is uploaded: a repeat has `isDuplicate` true and `storageCharged` 0.
    """

    id: str
    """Identifies the file."""

    filename: str
    """Original name of the uploaded file."""

    content_type: Annotated[str, Alias("contentType")]
    """MIME type of the content."""

    size_bytes: Annotated[int, Alias("sizeBytes")]
    """Content length in bytes."""

    sha256: str
    """Digest (SHA-256) of the content, used to detect copies."""

    status: Annotated[
        Literal["uploading", "uploaded", "processing", "ready", "error", "failed"], Open
    ]
    """Stage of processing."""

    is_duplicate: Annotated[bool, Alias("isDuplicate")]
    """True if identical content was stored before; no storage is charged then."""

    storage_charged: Annotated[int, Alias("storageCharged")]
    """Number of bytes charged to the quota, zero if the content is a duplicate."""

    processing_status: Annotated[ProcessingStatus | None, Alias("processingStatus")] = None
    """Details on processing: how far it is, and what went wrong."""

    created_at: Annotated[DateTime, Alias("createdAt")]
    """When it was uploaded."""

    processed_at: Annotated[DateTime | None, Alias("processedAt")] = None
    """Time at which processing finished."""

    associations: list[FileAssociationOut] | None = None
    """Where the file is in use. Ask for it with `?expand[]=associations`."""

    source: str = "api"
    """Channel of arrival: `api`, `m2m` or `connector`."""

    source_detail: Annotated[str | None, Alias("sourceDetail")] = None
    """Finer origin within `source`, for instance `dashboard`, `google_drive` or `notion`."""

    connector_metadata: Annotated[ConnectorMetadata | None, Alias("connectorMetadata")] = None
    """What the external system reports; absent unless a connector brought the file."""
