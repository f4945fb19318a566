"""The official JSON Schema Test Suite (draft 2020-12), each group as a component of a small document."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jsonschema_specifications

VARIABLE = "JSON_SCHEMA_TEST_SUITE"
SERVED_AT = "http://localhost:1234/"  # where the suite says that its remote schemas are
_OTHER_DRAFTS = ("draft3", "draft4", "draft6", "draft7", "draft2019-09", "v1")


@dataclass(frozen=True)
class Case:
    """One instance with what the suite says of it."""

    description: str
    instance: Any
    valid: bool


@dataclass(frozen=True)
class Group:
    """One schema and the instances that are judged by it."""

    description: str
    schema: Any
    cases: tuple[Case, ...]


def folder() -> Path | None:
    """Return the folder of the suite, if the environment names one."""
    found = os.environ.get(VARIABLE)
    return Path(found) if found else None


def keywords() -> list[str]:
    """Return the names of the files of required tests: mostly keywords."""
    root = folder()
    return sorted(path.stem for path in (root / "draft2020-12").glob("*.json")) if root else []


def groups(keyword: str) -> list[Group]:
    """Read one file of the suite."""
    root = folder()
    assert root is not None
    data = json.loads((root / "draft2020-12" / f"{keyword}.json").read_bytes())
    return [
        Group(
            group["description"],
            group["schema"],
            tuple(Case(one["description"], one["data"], one["valid"]) for one in group["tests"]),
        )
        for group in data
    ]


def components(group: Group, base: str) -> dict[str, Any]:
    """Return the schema of a group as ``Subject``, and ``Holder`` with a property ``value`` of it.

    What the schema refers to by URL becomes components too: a document is made of one piece.
    """
    subject = group.schema
    if isinstance(subject, dict) and "$id" not in subject:
        subject = {"$id": base, **subject}  # so that `#` means the schema, as it does in the suite
    value = {"$ref": "#/components/schemas/Subject"}
    holder = {"type": "object", "properties": {"value": value}, "required": ["value"]}
    others = {f"Other{index}": one for index, one in enumerate(_referred(group.schema))}
    return {"Subject": subject, "Holder": holder, **others}


def _referred(schema: Any) -> list[Any]:
    found: dict[str, Any] = {}
    waiting = [json.dumps(schema)]
    while waiting:
        text = waiting.pop()
        for url, other in _others().items():
            served = url.startswith(SERVED_AT) and SERVED_AT in text
            if url not in found and (served or url in text):
                named = other.get("$id", url)
                found[url] = {"$id": url, **other} if named == url else {"$id": url, "$ref": named}
                found[named] = {"$id": named, **other}
                waiting.append(_with_absolute_references(json.dumps(other), named))
    return list(found.values())


def _with_absolute_references(text: str, base: str) -> str:
    relative = re.findall(r'"\$ref": "([^"]+)"', text)
    return " ".join((text, *(urljoin(base, one) for one in relative)))


@cache
def _others() -> dict[str, dict[str, Any]]:
    """Return the schemas that the suite refers to, by URL: its own, and the meta-schemas."""
    root = folder()
    assert root is not None
    registry = jsonschema_specifications.REGISTRY
    found = {url: registry.contents(url) for url in registry if "2020-12" in url}
    for path in sorted((root / "remotes").rglob("*.json")):
        place = path.relative_to(root / "remotes").as_posix()
        data = json.loads(path.read_bytes())
        if not place.startswith(_OTHER_DRAFTS) and isinstance(data, dict):
            found[SERVED_AT + place] = data
    return found
