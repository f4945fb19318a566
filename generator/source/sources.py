"""The files that take part in one document, opened when something refers to them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from . import pointers
from .document import Document, SourceError
from .fetch import is_url, read_file
from .identifiers import Identifiers
from .loader import parse_document
from .scan import Site, find_sites
from .upgrade_2_0 import renamed_keys, upgrade_2_0
from .upgrade_3_0 import upgrade_3_0

if TYPE_CHECKING:
    from ..diagnostics import Diagnostics


class RefusedError(Exception):
    """A reference leads to a file that is out of bounds; the message says why."""


class UnreadableError(Exception):
    """A reference leads to a file that cannot be read; the message says why."""


@dataclass(slots=True, eq=False)
class Source:
    """One file: its document, the data references lead into, and its schema identifiers."""

    document: Document
    place: Path | str
    data: dict[str, Any]
    version: str
    is_root: bool = False
    _identifiers: Identifiers | None = field(default=None, repr=False)

    @property
    def identifiers(self) -> Identifiers:
        """The `$id`s and anchors of the file."""
        if self._identifiers is None:
            self.identify(find_sites(self.data, "openapi" if self.version else "schema"))
        assert self._identifiers is not None  # noqa: S101 - identify has just set it
        return self._identifiers

    def identify(self, sites: list[Site]) -> None:
        """Index the identifiers among all sites of the file."""
        self._identifiers = Identifiers.of(sites)

    def has(self, keys: tuple[str, ...]) -> bool:
        """Say whether there is anything at ``keys``."""
        try:
            pointers.follow(self.data, keys)
        except KeyError:
            return False
        return True

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        name = Path(urlsplit(str(self.place)).path).name
        return name.split(".")[0] if name.count(".") > 1 else Path(name).stem

    def find(self, keys: tuple[str, ...], hops: int = 0) -> tuple[str, ...]:
        """Return the keys of what ``keys`` lead to, going through references on the way.

        Raises:
            KeyError: there is nothing.
        """
        node: Any = self.data
        for index, key in enumerate(keys):
            try:
                node = pointers.child(node, key)
            except KeyError:
                through = node.get("$ref") if isinstance(node, dict) else None
                if isinstance(through, str) and through.startswith("#/") and hops < 20:
                    return self.find((*pointers.to_keys(through), *keys[index:]), hops + 1)
                raise
        return keys


class Sources:
    """Opens files by reference, each once.

    ``consulted`` are those looked for, with the SHA-256 of their bytes, ``""`` if they cannot be read.
    """

    def __init__(self, document: Document, diagnostics: Diagnostics, *, allow_remote: bool) -> None:
        self._diagnostics = diagnostics
        self._allow_remote = allow_remote
        self.consulted = {document.uri: document.sha256}
        self._opened: dict[Path | str, Source | RefusedError | UnreadableError] = {}
        place: Path | str
        if is_url(document.uri):
            place = document.uri
        elif document.uri == "<stdin>":
            place = Path.cwd() / "<stdin>"
        else:
            place = Path(document.uri).resolve()
        self._folder = place.parent if isinstance(place, Path) else None
        version = declared_version(document.data)
        self.root = Source(document, place, document.data, version or "3.1", is_root=True)
        self._opened[place] = self.root
        own_name = document.data.get("$self")
        if isinstance(own_name, str):
            self._opened.setdefault(urldefrag(own_name).url, self.root)

    def open(self, referrer: Source, reference: str) -> Source:
        """Return the file that a reference (without its fragment) leads to.

        Raises:
            RefusedError: it is out of bounds.
            UnreadableError: it cannot be read.
        """
        if not reference or reference in self._opened:
            found = self._opened.get(reference, referrer)
        else:
            place = self._place(referrer, reference)
            if place not in self._opened:
                self._opened[place] = self._read(place, reference)
            found = self._opened[place]
        if not isinstance(found, Source):
            raise found
        return found

    def _place(self, referrer: Source, reference: str) -> Path | str:
        """Return the absolute path or URL of a file, without reading it."""
        try:
            if isinstance(referrer.place, str):
                return urldefrag(urljoin(referrer.place, reference)).url
            scheme = urlsplit(reference).scheme.lower()
            if scheme in ("http", "https"):
                return reference
            if scheme and scheme != "file" and len(scheme) > 1:
                raise RefusedError(f"{scheme}: references are not followed")
            path = unquote(urlsplit(reference).path if scheme == "file" else reference)
            return (referrer.place.parent / path).resolve()
        except (OSError, ValueError, RuntimeError):
            raise UnreadableError("it is neither a file name nor a URL") from None

    def _read(self, place: Path | str, reference: str) -> Source | RefusedError | UnreadableError:
        try:
            if isinstance(place, str):
                uri = place
                content = self._fetch(place)
            else:
                self._check_bounds(place)
                uri = self._shown(place)
                self.consulted[uri] = ""
                content = read_file(place, reference)
            self.consulted[uri] = hashlib.sha256(content).hexdigest()
            document = parse_document(uri, content, self._diagnostics)
        except SourceError as error:
            found = error.diagnostic
            line = found.location.line if found.location else None
            where = f" (line {line})" if line else ""
            return UnreadableError(f"{found.message}{where}")
        except RefusedError as refusal:
            return refusal
        version = declared_version(document.data) or ""
        data = document.data
        if version.startswith("2") and not self.root.version.startswith("2"):
            data = upgrade_2_0(data)
        if version[:3] in ("2.0", "3.0") and self.root.version[:3] not in ("2.0", "3.0"):
            data = upgrade_3_0(data)
        return Source(document, place, data, version)

    def _check_bounds(self, path: Path) -> None:
        """Refuse files outside the folder of the document."""
        folder = self._folder
        if self._allow_remote:
            return
        # At the root of a file system, "in the folder" would be everything.
        inside = (
            folder is not None
            and path.is_relative_to(folder)
            and (folder != folder.parent or path.parent == folder)
        )
        if not inside:
            raise RefusedError("it is outside the folder of the document")

    def _fetch(self, url: str) -> bytes:
        if not self._allow_remote:
            raise RefusedError("files from the network are not read")
        if not is_url(url):
            raise RefusedError("only http and https are followed")
        from .remote import fetch_reference

        return fetch_reference(url, self.root.document.uri)

    def _shown(self, path: Path) -> str:
        """Spell a path the way the root document's was given."""
        if self._folder and path.is_relative_to(self._folder):
            return str(Path(self.root.document.uri).parent / path.relative_to(self._folder))
        return str(path)


def declared_version(data: dict[str, Any]) -> str | None:
    """Return the OpenAPI version that a document declares, or ``None``."""
    version = data.get("openapi", data.get("swagger"))
    return str(version) if isinstance(version, str | int | float) else None


def moved_keys(source: Source, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return where the upgrade of an external 2.0 file put what its references call ``keys``."""
    if source.data is source.document.data or not source.version.startswith("2"):
        return keys
    return renamed_keys(keys)
