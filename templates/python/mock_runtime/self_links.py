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
        self._known: dict[str, tuple[str, ...]] = {}

    def lead(
        self,
        resource: Resource,
        collection: Key,
        key: str,
        data: dict[str, Any],
        sent: Mapping[str, Any],
    ) -> None:
        """Change the links in the data of a new record, except those that its request ``sent``."""
        names = self._known.get(resource.name)
        if names is None:
            names = self._known[resource.name] = self._links(resource, data)
        for name in names:
            link = data.get(name)
            if isinstance(link, str) and name not in sent:
                data[name] = self._led(resource, collection, key, link)

    def _links(self, resource: Resource, data: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the properties with links through an item of the collection."""
        noun = resource.path.rsplit("/", 1)[-1]
        if not (self._servers and noun and resource.id_parameter) or "{" in noun:
            return ()
        return tuple(
            name
            for name, value in data.items()
            if isinstance(value, str)
            and value.startswith(self._servers)
            and _item(noun).search(value)
        )

    def _led(self, resource: Resource, collection: Key, key: str, link: str) -> str:
        server = next((one for one in self._servers if link.startswith(f"{one}/")), "")
        found = _item(resource.path.rsplit("/", 1)[-1]).search(link)
        if not server or found is None:
            return link
        above = iter(collection[1:])
        path = _PARAMETER.sub(lambda _: quote(next(above, "")), resource.path)
        return f"{server}{path}/{quote(key)}{link[found.end() :]}"


def _item(noun: str) -> re.Pattern[str]:
    return re.compile(rf"/{re.escape(noun)}/[^/?#{{}}]+")
