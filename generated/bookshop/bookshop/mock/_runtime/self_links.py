"""Links of a new record to itself and what is below it, where its schema shows such links of another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .own_links import server_urls

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...server._runtime import Document
    from .behaviour import Resource
    from .store import Key

_PARAMETER = re.compile(r"\{[^{}/]*\}")


class SelfLinks:
    """Leads the links that come from the examples of a document to the record that has them.

    ``https://api.example.com/issues/1347/comments`` of an example becomes that of issue 1.
    """

    def __init__(self, document: Document) -> None:
        self._servers = tuple(
            url.rstrip("/") for url in server_urls(document) if url.startswith("http")
        )
        self._known: dict[str, tuple[re.Pattern[str], tuple[str, ...]]] = {}

    def lead(
        self,
        resource: Resource,
        collection: Key,
        key: str,
        data: dict[str, Any],
        sent: Mapping[str, Any],
    ) -> None:
        """Change the links in the data of a new record, except those that its request ``sent``."""
        known = self._known.get(resource.name)
        if known is None:
            known = self._known[resource.name] = self._links(resource, data)
        item, names = known
        for name in names:
            link = data.get(name)
            if isinstance(link, str) and name not in sent:
                data[name] = self._led(resource, collection, key, link, item)

    def _links(
        self, resource: Resource, data: Mapping[str, Any]
    ) -> tuple[re.Pattern[str], tuple[str, ...]]:
        """Return what finds an item of the collection in a URL, and the properties with such links."""
        item = _item(resource.path)
        if not (self._servers and resource.id_parameter):
            return item, ()
        return item, tuple(
            name
            for name, value in data.items()
            if isinstance(value, str) and value.startswith(self._servers) and item.search(value)
        )

    def _led(
        self, resource: Resource, collection: Key, key: str, link: str, item: re.Pattern[str]
    ) -> str:
        server = next((one for one in self._servers if link.startswith(f"{one}/")), "")
        found = item.search(link, len(server))
        if not server or found is None:
            return link
        above = iter(collection[1:])
        path = _PARAMETER.sub(lambda _: quote(next(above, "")), resource.path)
        return f"{server}{path}/{quote(key)}{link[found.end() :]}"


def _item(path: str) -> re.Pattern[str]:
    """Return what finds an item of a collection: its last word, and an id for each parameter behind it."""
    words, ids = path.split("/"), 1
    while words and "{" in words[-1]:
        words.pop()
        ids += 1
    return re.compile(rf"/{re.escape(words[-1])}" + r"/[^/?#{}]+" * ids if words else r"(?!)")
