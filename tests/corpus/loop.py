"""The contract loop: the generated client calls the generated mock, the document judges both."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import httpx2
from contract import find
from drawing import UndrawableError
from equality import same_wire
from loop_arguments import Caller, Drawn
from loop_records import Records
from openapi_judge import OpenApiJudge
from recording import Recorder

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from wire import Exchange

_SALTS = {"least": 0, "all": 1, "async": 2}  # other values, so that nothing exists already
OUTCOMES = ("ok", "404", "404 undeclared", "undrawable", "fault")
_VERBS = {"POST": 0, "PUT": 1, "GET": 2, "HEAD": 3, "PATCH": 4}


class Loop:
    """Calls every operation of a package: with the least, with everything, and asynchronously."""

    def __init__(self, package: ModuleType, mock: ModuleType, folder: Path) -> None:
        text = (folder / "server" / "openapi.json").read_text(encoding="utf-8")
        behaviour = json.loads((folder / "mock" / "behaviour.json").read_text(encoding="utf-8"))
        self._judge = OpenApiJudge(json.loads(text))
        self._records = Records(self._judge, behaviour)
        self._caller = Caller(self._judge)
        self._mock = mock.Mock(seed=1)
        self._status_error = package.APIStatusError
        self.faults: list[tuple[str, str, str]] = []
        self.count: Counter[str] = Counter()
        self.absent: list[str] = []  # a 404 that is not declared: no record could be had

    def run(self, operations: list[dict[str, Any]]) -> None:
        """Call all operations; ``faults`` (call, variant, message), ``count`` and ``absent`` tell."""
        for operation in sorted(operations, key=_order):
            outcomes = {self._try(operation, "least", full=False)}
            outcomes.add(self._try(operation, "all", full=True))
            if operation["method"] != "DELETE":
                outcomes.add(self._try(operation, "async", full=False))
            worst = max(outcomes, key=OUTCOMES.index)
            self.count[worst] += 1
            if worst == "404 undeclared":
                self.absent.append(operation["call"])

    def _try(self, operation: dict[str, Any], variant: str, *, full: bool) -> str:
        try:
            known = self._records.ids(operation)
            drawn = self._caller.draw(operation, known, full=full, salt=_SALTS[variant])
        except UndrawableError as error:
            self.faults.append((operation["call"], variant, f"no valid value for {error}"))
            return "undrawable"
        exchanges: list[Exchange] = []
        found: list[str] = []
        absent = ""
        try:
            if variant == "async":
                asyncio.run(self._call_async(operation, drawn, exchanges))
            else:
                self._call(operation, drawn, exchanges)
        except self._status_error as error:
            if error.status == 404 and "{" in operation["path"]:
                absent = "404" if _declares(operation, 404) else "404 undeclared"
            elif error.status == 409 and _declares(operation, 409):
                absent = "404"  # the record exists, or is in use: as declared
            elif _is_only_answer(operation, error.status):
                pass  # a redirect is all that the document has
            else:
                found.append(f"status {error.status}: {json.dumps(error.body, default=str)[:300]}")
        except Exception as error:  # noqa: BLE001 - whatever a client raises is a finding
            found.append(f"{type(error).__name__}: {str(error)[:300]}")
        for exchange in exchanges[:2]:
            found += self._judged(exchange, operation, drawn)
        if absent == "404 undeclared":
            found = [one for one in found if one != "undeclared status 404"]
        for message in dict.fromkeys(found):
            self.faults.append((operation["call"], variant, message))
        if not found and not absent and exchanges:
            self._learn(operation, drawn, exchanges[0])
        return "fault" if found else absent or "ok"

    def _judged(self, exchange: Exchange, operation: dict[str, Any], drawn: Drawn) -> list[str]:
        pointer = operation["pointer"]
        try:
            faults = self._judge.faults(exchange, pointer)
            read = self._judge.read(exchange, pointer)
        except Exception as error:  # noqa: BLE001 - what cannot be read is a finding
            return [f"unreadable: {type(error).__name__}: {str(error)[:200]}"]
        for place, value in drawn.sent.items():
            if place not in read:
                if value not in ({}, []):
                    faults.append(f"{place} was given and is not on the wire")
            elif not same_wire(value, read[place]):
                faults.append(f"{place}: {value!r:.150} became {read[place]!r:.150}")
        return faults

    def _keywords(self, operation: dict[str, Any], drawn: Drawn) -> dict[str, Any]:
        switch = (operation["streaming"] or {}).get("argument")
        if switch and switch in drawn.keywords and not isinstance(drawn.keywords[switch], bool):
            return {key: value for key, value in drawn.keywords.items() if key != switch}
        return drawn.keywords

    def _call(self, operation: dict[str, Any], drawn: Drawn, exchanges: list[Exchange]) -> None:
        recorder = Recorder(self._mock.transport())
        http = httpx2.Client(transport=recorder)
        try:
            with self._mock.client(http_client=http, max_retries=0, strict=True) as client:
                method = find(client, operation["call"])
                result = method(**self._keywords(operation, drawn))
                if type(result).__name__ == "Stream":
                    with result as stream:
                        list(stream)
        finally:
            exchanges.extend(recorder.exchanges)

    async def _call_async(
        self, operation: dict[str, Any], drawn: Drawn, exchanges: list[Exchange]
    ) -> None:
        recorder = Recorder(self._mock.async_transport())
        http = httpx2.AsyncClient(transport=recorder)
        try:
            async with self._mock.async_client(
                http_client=http, max_retries=0, strict=True
            ) as client:
                method = find(client, operation["call"])
                result = await method(**self._keywords(operation, drawn))
                if type(result).__name__ == "AsyncStream":
                    async with result as stream:
                        _ = [chunk async for chunk in stream]
        finally:
            exchanges.extend(recorder.exchanges)

    def _learn(self, operation: dict[str, Any], drawn: Drawn, exchange: Exchange) -> None:
        if operation["method"] not in {"GET", "POST", "PUT"}:
            return
        try:
            body = json.loads(exchange.received)
        except ValueError:
            return
        known = {name: value for (place, name), value in drawn.sent.items() if place == "path"}
        self._records.learn(operation["path"], known, body)


def _declares(operation: dict[str, Any], status: int) -> bool:
    known = {str(status), f"{status // 100}XX", "DEFAULT"}
    return any(one.upper() in known for one in operation["responses"])


def _is_only_answer(operation: dict[str, Any], status: int) -> bool:
    """Say whether a redirect is declared and no success."""
    return (
        300 <= status < 400
        and str(status) in operation["responses"]
        and not any(one.startswith("2") for one in operation["responses"])
    )


def _order(operation: dict[str, Any]) -> tuple[int, int, int, str]:
    """Order operations so that records exist when they are read, and still do when changed."""
    depth = operation["path"].count("/")
    is_delete = operation["method"] == "DELETE"
    verb = _VERBS.get(operation["method"], 5)
    return int(is_delete), -depth if is_delete else depth, verb, operation["call"]
