"""The first two stages: the bytes of a document become a tree, and what there is to say of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import source
from .diagnostics import Diagnostics
from .frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .config import Config
    from .result import Stages
    from .source import Document, Parsed, SpecTree


@dataclass(frozen=True, slots=True)
class Reading:
    """One document to load and resolve; ``uri`` is what messages call it."""

    uri: str
    content: bytes
    config: Config
    stages: Stages

    def alone(self, parsed: Parsed | None = None) -> tuple[Document, SpecTree, Diagnostics]:
        """Load and resolve; what is ``parsed`` already is not read again.

        Raises:
            DiagnosticError: it cannot be read, or is no OpenAPI document.
        """
        found = Diagnostics()
        document = source.openapi_document(self.uri, self.content, found, parsed)
        self.stages.begin("resolve")
        tree = source.resolve(document, found, allow_remote=self.config.allow_remote)
        schemas = {
            one.name: one.schema
            for choices in self.config.streams.values()
            for one in choices
            if one.schema is not None
        }
        return document, source.add_schemas(tree, schemas, found), found

    def together(self, examined: Iterator[object]) -> tuple[Document, SpecTree, Diagnostics]:
        """Load and resolve what is most likely clean JSON, while another process finds out whether it is.

        ``examined`` is what `examine` yields there. If it is not clean, all is done again, with more care.

        Raises:
            DiagnosticError: as for `alone`.
        """
        data = source.read_promising_json(self.content)
        if data is not None:
            read = self.alone(source.Parsed(data, str(next(examined))))
            if next(examined) is True:
                return read
            self.stages.begin("load")
        return self.alone()

    def examine(self) -> Iterator[object]:
        """Yield the digest of the bytes, then whether they are JSON of which there is nothing to say."""
        yield source.digest_of(self.content)
        yield source.read_clean_json(self.content) is not None
