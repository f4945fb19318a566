"""The contract loop: the generated client calls the generated mock, the document judges both."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import httpx2
from contract import find
from drawing import UndrawableError
from equality import same_wire
from loop_arguments import Caller, Drawn
from loop_causes import UNDRAWABLE, cause_of, is_ambiguous
from loop_conflicts import (
    credentials_in_one_place,
    same_name_twice,
    values_inside_values,
)
from loop_paths import PathValues, no_id_told, two_kinds_of_id
from loop_records import Records
from openapi_judge import OpenApiJudge
from recording import Recorder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import ModuleType

    from wire import Exchange

_SALTS = {"least": 0, "all": 1, "async": 2}  # other values, so that nothing exists already
_VARIANTS = {"DELETE": ("least", "all"), "PUT": ("least", "async", "all")}  # all is put last
OUTCOMES = ("ok", "404", "404 undeclared", "undrawable", "fault")
_ABSENT = {"404", "404 undeclared"}
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
        # Models may have these names.
        self._streams = package._runtime.Stream, package._runtime.AsyncStream
        self.faults: list[str] = []  # those that are not the document's
        self.exceptions: list[dict[str, str]] = []
        self.count: Counter[str] = Counter()
        self._found: list[str] = []  # of the operation at hand
        self._impossible: set[str] = set()  # paths that nothing can be sent to
        self._places: Counter[tuple[str, str]] = Counter()
        self._operations: list[dict[str, Any]] = []
        self._values = PathValues(self._judge, [])
        self._files: set[bytes] = set()  # that were sent
        self._told = ""  # what the first refusal of an operation said

    def run(self, operations: list[dict[str, Any]]) -> None:
        """Call all operations; ``count``, ``exceptions`` and ``faults`` tell what happened.

        An operation is well if one of the calls succeeds as declared and none has a fault.
        """
        self._operations = operations
        self._values = PathValues(self._judge, operations)
        self._places = Counter(map(_place, operations))
        makers = {_place(one)[1].rstrip("/"): one for one in operations if one["method"] == "POST"}
        ordered = sorted(operations, key=_order)
        for is_delete in (False, True):
            phase = [one for one in ordered if (one["method"] == "DELETE") == is_delete]
            later = [one for one in phase if self._run_one(one, makers) in _ABSENT]
            self._list_again(phase, later)
            for operation in later:  # what was not there may have been made since
                self._told, self._found = "", []
                outcome = self._try(operation, "least")
                self.count[outcome] += 1
                if outcome != "ok":
                    self._report(operation, outcome)

    def _list_again(self, operations: list[dict[str, Any]], absent: list[dict[str, Any]]) -> None:
        """Ask for the lists that may tell of records by now, which some operations did not find."""
        calls = {one["call"] for one in absent}
        above = {f"{_place(one)[1]}/" for one in absent}
        reads = [one for one in operations if one["method"] == "GET" and one["call"] not in calls]
        for operation in reads:
            place = f"{_place(operation)[1]}/"
            if any(one.startswith(place) for one in above):
                self._try(operation, "least")

    def _run_one(self, operation: dict[str, Any], makers: Mapping[str, dict[str, Any]]) -> str:
        """Call an operation in all variants; it is counted, unless its record was not there."""
        self._told, self._found = "", []
        variants = _VARIANTS.get(operation["method"], tuple(_SALTS))
        outcomes = {self._try(operation, variant) for variant in variants}
        maker = makers.get(_place(operation)[1].rpartition("/")[0])
        if maker and outcomes <= _ABSENT and self._try(maker, "async") == "ok":
            outcomes = {self._try(operation, "least")}  # an operation before deleted them all
        outcome = "ok"
        if "fault" in outcomes or "ok" not in outcomes:
            outcome = max(outcomes, key=OUTCOMES.index)
        if outcome == "undrawable":
            self._impossible.add(_place(operation)[1])
        if outcome not in _ABSENT:
            self.count[outcome] += 1
        if outcome not in {"ok", *_ABSENT}:
            self._report(operation, outcome)
        return outcome

    def _report(self, operation: dict[str, Any], outcome: str) -> None:
        what = self._found[0] if self._found else self._told
        is_alone = self._places[_place(operation)] == 1
        schemas = self._judge.schemas
        told = self._found or [self._told]
        cause = cause_of(operation, outcome, told, schemas, is_alone=is_alone)
        others = [one for one in self._found if not is_ambiguous(one)]
        cause = cause or same_name_twice(operation, others, self._judge)
        cause = cause or values_inside_values(operation, others, self._judge)
        cause = cause or credentials_in_one_place(operation, others, schemas)
        if not cause and outcome in _ABSENT:
            cause = two_kinds_of_id(operation, self._operations, self._judge)
            cause = cause or no_id_told(operation, self._operations, self._judge)
        place = f"{_place(operation)[1]}/"
        if outcome in _ABSENT and any(place.startswith(f"{one}/") for one in self._impossible):
            cause = "nothing can be created: no value is valid under the schema of that request"
        self.exceptions.append(
            {
                "call": operation["call"],
                "operation": f"{operation['method']} {operation['path']}",
                "outcome": outcome,
                "what": what,
                "cause": cause,
            }
        )
        if cause:
            self.count["document"] += 1
        else:
            self.faults.append(f"{operation['call']}: {outcome}: {what}")

    def _try(self, operation: dict[str, Any], variant: str) -> str:
        """Call an operation with records known so far, one after another, until one is there."""
        outcome = "undrawable"
        drawn_for_all = self._values.of(operation, _SALTS[variant])
        for known in [*self._records.ids(operation), drawn_for_all]:
            try:
                drawn = self._caller.draw(
                    operation, known, full=variant == "all", salt=_SALTS[variant]
                )
            except UndrawableError as error:
                self._told = self._told or f"{UNDRAWABLE}{error}"
                return "undrawable"
            links = self._linked(operation, drawn)
            for linked in links:
                outcome = self._call_once(operation, variant, linked)
                if outcome not in {"404", "404 undeclared"}:
                    return outcome
            if "{" not in operation["path"]:
                break
        return outcome

    def _linked(self, operation: dict[str, Any], drawn: Drawn) -> list[Drawn]:
        """Name records that exist where the body has to name one of another collection."""
        body = drawn.sent.get(("body", ""))
        if operation["method"] != "POST" or not isinstance(body, dict):
            return [drawn]
        name, ids = self._records.link(operation["path"], body)
        argument = operation["parameters"].get(f"body:{name}")
        found: list[Drawn] = []
        for one in ids:
            linked = {**body, name: one}
            changed = {argument: one} if argument else {operation["parameters"]["body"]: linked}
            sent = {**drawn.sent, ("body", ""): linked}
            found.append(Drawn({**drawn.keywords, **changed}, sent))
        return found or [drawn]

    def _call_once(self, operation: dict[str, Any], variant: str, drawn: Drawn) -> str:
        exchanges: list[Exchange] = []
        found: list[str] = []
        self._files |= {one for one in drawn.keywords.values() if isinstance(one, bytes)}
        absent = ""
        try:
            if variant == "async":
                asyncio.run(self._call_async(operation, drawn, exchanges))
            else:
                self._call(operation, drawn, exchanges)
        except self._status_error as error:
            told = f"{error.status} {json.dumps(error.body, default=str)[:200]}"
            self._told = self._told or told
            if error.status == 404 and "{" in operation["path"]:
                absent = "404" if _declares(operation, 404) else "404 undeclared"
            elif error.status in {404, 409} and _declares(operation, error.status):
                absent = "404"  # the record exists, or is in use: as declared
            elif _is_only_answer(operation, error.status):
                pass  # a redirect is all that the document has
            else:
                found.append(f"status {error.status}: {json.dumps(error.body, default=str)[:300]}")
        except Exception as error:  # noqa: BLE001 - whatever a client raises is a finding
            found.append(f"{type(error).__name__}: {str(error)[:300]}")
        for exchange in exchanges[: 1 if _is_redirect(exchanges) else 2]:
            found += self._judged(exchange, operation, drawn)
        if absent == "404 undeclared":
            found = [one for one in found if one != "undeclared status 404"]
        self._found += dict.fromkeys(found)
        if exchanges and 200 <= exchanges[0].response.status_code < 300:
            self._learn(operation, drawn, exchanges[0])
        return "fault" if found else absent or "ok"

    def _judged(self, exchange: Exchange, operation: dict[str, Any], drawn: Drawn) -> list[str]:
        pointer = operation["pointer"]
        try:
            faults = self._judge.faults(exchange, pointer)
            read = self._judge.read(exchange, pointer)
        except Exception as error:  # noqa: BLE001 - what cannot be read is a finding
            return [f"unreadable: {type(error).__name__}: {str(error)[:200]}"]
        if exchange.received in self._files:  # most documents say nothing of what comes back
            faults = [one for one in faults if not one.startswith("a body with status")]
        for place, value in drawn.sent.items():
            if place not in read:
                if value not in ({}, []):
                    faults.append(f"{place} was given and is not on the wire")
            elif not same_wire(value, read[place]):
                faults.append(f"{place}: {value!r:.150} became {read[place]!r:.150}")
        return faults

    def _keywords(self, operation: dict[str, Any], drawn: Drawn) -> dict[str, Any]:
        switch = (operation["streaming"] or {}).get("argument")
        if switch and drawn.keywords.get(switch, False) is None:
            return {key: value for key, value in drawn.keywords.items() if key != switch}
        return drawn.keywords

    def _call(self, operation: dict[str, Any], drawn: Drawn, exchanges: list[Exchange]) -> None:
        recorder = Recorder(self._mock.transport())
        http = httpx2.Client(transport=recorder)
        try:
            with self._mock.client(http_client=http, max_retries=0, strict=True) as client:
                method = find(client, operation["call"])
                result = method(**self._keywords(operation, drawn))
                if isinstance(result, self._streams[0]):
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
                if isinstance(result, self._streams[1]):
                    async with result as stream:
                        _ = [chunk async for chunk in stream]
        finally:
            exchanges.extend(recorder.exchanges)

    def _learn(self, operation: dict[str, Any], drawn: Drawn, exchange: Exchange) -> None:
        known = {name: value for (place, name), value in drawn.sent.items() if place == "path"}
        if operation["method"] == "DELETE":
            self._records.forget(operation["path"], known)
            return
        try:
            body = json.loads(exchange.received)
        except ValueError:
            body = None
        sent = drawn.sent.get(("body", "")) if operation["method"] in {"POST", "PUT"} else None
        location = exchange.response.headers.get("location", "")
        self._records.learn(operation, known, sent, body, location)


def _place(operation: dict[str, Any]) -> tuple[str, str]:
    """Return what a server tells operations apart by."""
    path = operation["path"].partition("?")[0].partition("#")[0]
    return operation["method"], re.sub(r"\{[^{}]*\}", "{}", path)


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


def _is_redirect(exchanges: list[Exchange]) -> bool:
    """Say whether what follows the first exchange is what it led to, of which the operation says nothing."""
    return bool(exchanges) and 300 <= exchanges[0].response.status_code < 400


def _order(operation: dict[str, Any]) -> tuple[int, int, int, str]:
    """Order operations so that records exist when they are read, and still do when changed."""
    depth = operation["path"].rstrip("/").count("/")
    is_delete = operation["method"] == "DELETE"
    verb = _VERBS.get(operation["method"], 5)
    return int(is_delete), -depth if is_delete else depth, verb, operation["call"]
