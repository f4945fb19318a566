"""Does the time for an operation stay the same when a document grows?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from . import documents
from .generation import twinspec
from .measure import Summary, Usage, median, run, scratch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_METHODS = {"get", "put", "post", "delete", "patch", "head", "options", "trace"}
_SIZES = (0.125, 0.25, 0.5, 1, 2)


def measure(corpus: Path | None, times: int, summary: Summary) -> Iterator[str]:
    """Yield one table: the largest document in JSON, cut to parts and doubled."""
    found = documents.largest(corpus, 10) if corpus else [documents.SMALL]
    document = next(path for path in found if path.suffix == ".json")
    lines = [
        f"## growth: {document.name}, cut and doubled",
        "",
        "| size | MB | operations | wall s | CPU s | peak MB | ms an operation |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    each: dict[float, float] = {}
    whole = json.loads(document.read_bytes())
    for size in _SIZES:
        part = doubled(whole) if size > 1 else cut(whole, size)
        text = json.dumps(part, ensure_ascii=False)
        number = _count(part)
        usage = _time(text, times)
        if usage is None:
            lines.append(f"| x {size:g} | failed | | | | | |")
            continue
        each[size] = usage.wall / number * 1000
        lines.append(
            f"| x {size:g} | {len(text.encode()) / 1e6:.1f} | {number:,} | {usage.wall:.2f} "
            f"| {usage.cpu:.2f} | {usage.peak:,.0f} | {each[size]:.2f} |"
        )
    if {0.5, 2} <= each.keys():
        what = "time for an operation, doubled beside half of the document"
        summary.add(what, f"{each[2] / each[0.5]:.2f} x", "<= 1.15 x")
    yield "\n".join([*lines, ""])


def cut(document: dict[str, Any], part: float) -> dict[str, Any]:
    """Return the document with that part of its paths, evenly taken, and what these refer to."""
    paths = document["paths"]
    step = round(1 / part)
    kept = {path: item for at, (path, item) in enumerate(paths.items()) if at % step == 0}
    rest = {key: value for key, value in document.items() if key not in ("paths", "components")}
    if "webhooks" in rest:
        rest["webhooks"] = dict(list(rest["webhooks"].items())[::step])
    components = document.get("components", {})
    wanted = _reached({"paths": kept, **rest}, components)
    return {
        **rest,
        "paths": kept,
        "components": {
            section: (
                entries
                if section == "securitySchemes"
                else {name: entry for name, entry in entries.items() if (section, name) in wanted}
            )
            for section, entries in components.items()
        },
    }


def doubled(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with a copy of each path, and of each component for these."""
    components = document.get("components", {})
    copies = {
        section: {f"{name}-again": _copied(entry) for name, entry in entries.items()}
        for section, entries in components.items()
        if section != "securitySchemes"
    }
    paths = {f"/again{path}": _copied(item) for path, item in document["paths"].items()}
    return {
        **document,
        "paths": {**document["paths"], **paths},
        "components": {
            section: {**entries, **copies.get(section, {})}
            for section, entries in components.items()
        },
    }


def _copied(node: Any) -> Any:
    if isinstance(node, list):
        return [_copied(item) for item in node]
    if not isinstance(node, dict):
        return node
    copy = {key: _copied(value) for key, value in node.items()}
    for key in ("$ref", "operationId"):
        if isinstance(copy.get(key), str):
            copy[key] += "-again"
    return copy


def _reached(start: Any, components: dict[str, Any]) -> set[tuple[str, str]]:
    reached: set[tuple[str, str]] = set()
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            waiting.extend(node.values())
            place = str(node.get("$ref", "")).removeprefix("#/components/").split("/")
            if len(place) == 2 and (place[0], place[1]) not in reached:
                reached.add((place[0], place[1]))
                waiting.append(components.get(place[0], {}).get(place[1]))
    return reached


def _count(document: dict[str, Any]) -> int:
    return sum(len(_METHODS & item.keys()) for item in document["paths"].values())


def _time(text: str, times: int) -> Usage | None:
    folder = scratch()
    path = folder / "openapi.json"
    path.write_text(text, "utf-8")
    return median(lambda number: run(twinspec(path, folder / str(number))), times)
