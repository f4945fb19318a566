"""Runs Schemathesis on a mock and reads what it found."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from event_streams import has_events, overlaid
from legible import legible
from served_mock import TOKEN, serve

_HERE = Path(__file__).parent
_PHASES = "examples,coverage,fuzzing,stateful"


@dataclass(frozen=True)
class Verdict:
    """What Schemathesis says of one mock: failures by kind and operation, and the cases it sent."""

    document: str
    cases: int
    failures: Counter[str]
    tracebacks: int
    text: str

    @property
    def server_errors(self) -> int:
        """The answers of 5xx that it met."""
        return sum(n for title, n in self.failures.items() if title.startswith("Server error"))


def judge(
    tool: Path, document: Path, folder: Path, examples: int, *, lenient: bool = False
) -> Verdict:
    """Serve a document and have it judged: all checks, all phases.

    Args:
        tool: the command ``st``.
        document: the document to serve.
        folder: takes the package and the reports.
        examples: how many cases are drawn for each operation.
        lenient: whether any 4xx is taken as declared: most documents leave 401, 404 and 422 out.

    Raises:
        RuntimeError: if the mock does not start or Schemathesis cannot read the document.
    """
    content = yaml.safe_load(document.read_text("utf-8"))
    judged = document
    if lenient or has_events(content):
        changed = refusing(legible(overlaid(content))) if lenient else overlaid(content)
        judged = folder / "overlaid.json"
        judged.write_text(json.dumps(changed, default=str), "utf-8")
    config = folder / "schemathesis.toml"
    hooks = json.dumps(str(_HERE / "wire_hooks.py"))
    settings = (_HERE / "schemathesis.toml").read_text("utf-8")
    settings = settings.replace('"wire_hooks.py"', hooks)
    schemes = (content.get("components") or {}).get("securitySchemes")
    schemes = schemes or content.get("securityDefinitions") or {}
    config.write_text(settings + _credentials(schemes), "utf-8")
    report = folder / "report.json"
    with serve(document, folder / "package") as served:
        arguments = ["--url", served.url, "--checks", "all", "--phases", _PHASES]
        arguments += ["-n", str(examples), "--continue-on-failure", "--workers", "1"]
        arguments += ["--request-timeout", "5", "--report", "json"]
        arguments += ["--report-json-path", str(report), *_headers(schemes)]
        command = [str(tool), "--config-file", str(config), "run", str(judged), *arguments]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        log = served.log.read_text("utf-8")
    if not report.exists():
        raise RuntimeError(f"{document.name}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    found = json.loads(report.read_text("utf-8"))
    failures = Counter({one["title"]: one["count"] for one in found["failures"]})
    failures += Counter({"Operation that it cannot test": found["operations"]["errored"]})
    tracebacks = log.count("Traceback")
    return Verdict(
        document.name, found["test_cases"]["generated"], failures, tracebacks, done.stdout
    )


def refusing(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document whose operations may refuse a request also with a status they do not declare."""
    is_old = "swagger" in document
    paths = {
        path: {name: _refusing(operation, is_old=is_old) for name, operation in item.items()}
        for path, item in document["paths"].items()
    }
    return {**document, "paths": paths}


def _refusing(operation: Any, *, is_old: bool) -> Any:
    if not (isinstance(operation, dict) and isinstance(operation.get("responses"), dict)):
        return operation
    extra = {"default" if is_old else "4XX": {"description": "Refused."}}
    return {**operation, "responses": {**extra, **operation["responses"]}}


def _credentials(schemes: dict[str, Any]) -> str:
    """Return the tables of a configuration that give the token of the mock for each scheme."""
    tables: list[str] = []
    for name, scheme in schemes.items():
        kind = (scheme.get("type"), str(scheme.get("scheme", "")).lower())
        if kind[0] == "apiKey":
            line = f'api_key = "{TOKEN}"'
        elif kind == ("http", "bearer"):
            line = f'bearer = "{TOKEN}"'
        elif kind == ("http", "basic") or kind[0] == "basic":
            line = f'username = "judge"\npassword = "{TOKEN}"'
        else:
            continue
        tables.append(f"\n[auth.openapi.{json.dumps(name)}]\n{line}\n")
    return "".join(tables)


def _headers(schemes: dict[str, Any]) -> list[str]:
    """Return the header for tokens of OAuth 2, of which a configuration knows nothing."""
    kinds = {scheme.get("type") for scheme in schemes.values()}
    if kinds & {"oauth2", "openIdConnect"}:
        return ["-H", f"Authorization: Bearer {TOKEN}"]
    return []
