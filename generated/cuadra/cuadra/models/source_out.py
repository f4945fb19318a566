# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model, Number


class SourceOut(Model):
    """Document found by retrieval and used for the answer."""

    source_id: Annotated[str, Alias("sourceId")]
    """Identifies the source."""

    filename: str
    """File the passage comes from."""

    score: Number
    """How relevant the passage is: 0 least, 1 most."""

    chunk_id: Annotated[str | None, Alias("chunkId")] = None
    """Identifies the passage that was found."""

    dataset_id: Annotated[str | None, Alias("datasetId")] = None
    """Dataset the source is in."""

    content_type: Annotated[str | None, Alias("contentType")] = None
    """Sort of content: tabular, prose, email, presentation, image_ocr or other. Older chunks, from
    before it was stored, have null.
    """

    source_url: Annotated[str | None, Alias("sourceUrl")] = None
    """URL of the page, if the web connector collected the chunk; null in all other cases."""
