"""The other generators, as `make bench-setup` installs them, with the flags their manuals name."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .measure import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_BIN = ROOT / ".bench" / "bin"


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: the command for a document and an empty folder, and what it must beat it by."""

    name: str
    distribution: str
    program: str
    arguments: Callable[[Path, Path], list[str]]
    needs: str | None = None
    factor: int | None = None

    def command(self, document: Path, out: Path) -> list[str]:
        """Return the command."""
        return [str(_BIN / self.program), *self.arguments(document, out)]

    @property
    def missing(self) -> str | None:
        """What is not installed of it."""
        if not (_BIN / self.program).exists():
            return self.distribution
        return self.needs if self.needs and shutil.which(self.needs) is None else None


def _dcg_models(document: Path, out: Path) -> list[str]:
    return [
        *("--input", str(document), "--input-file-type", "openapi"),
        *("--output", str(out / "models.py"), "--output-model-type", "pydantic_v2.BaseModel"),
        *("--target-python-version", "3.11"),
    ]


def _dcg_client(document: Path, out: Path) -> list[str]:
    return [
        *_dcg_models(document, out),
        *("--generate-client", "httpx2", "--client-output", str(out / "client")),
        *("--client-package", "sdk.client", "--client-model-package", "sdk.models"),
        *("--client-default-base-url", "https://api.example.com"),
    ]


PEERS = (
    Peer(
        "openapi-python-client",
        "openapi-python-client",
        "openapi-python-client",
        lambda document, out: [
            *("generate", "--path", str(document), "--output-path", str(out / "sdk"))
        ],
        factor=8,
    ),
    Peer(
        "openapi-generator (python)",
        "openapi-generator-cli",
        "openapi-generator-cli",
        lambda document, out: [
            *("generate", "-g", "python", "-i", str(document), "-o", str(out / "sdk")),
            "--skip-validate-spec",
        ],
        needs="java",
        factor=10,
    ),
    Peer(
        "datamodel-code-generator (models)",
        "datamodel-code-generator",
        "datamodel-codegen",
        _dcg_models,
        factor=25,
    ),
    Peer(
        "datamodel-code-generator (client)",
        "datamodel-code-generator",
        "datamodel-codegen",
        _dcg_client,
    ),
)


def installed() -> tuple[Peer, ...]:
    """Return those that can be run."""
    return tuple(peer for peer in PEERS if peer.missing is None)


def named() -> str:
    """Return a line that names the installed peers with their versions, and the missing ones."""
    versions = {peer.distribution: _version(peer.distribution) for peer in installed()}
    found = [f"{name} {version}" for name, version in versions.items()]
    absent = sorted({peer.missing for peer in PEERS if peer.missing})
    skipped = f" Not installed, so not measured: {', '.join(absent)}." if absent else ""
    return f"Beside {', '.join(found)}.{skipped}" if found else skipped.strip()


def _version(distribution: str) -> str:
    script = f"import importlib.metadata as m; print(m.version({distribution!r}))"
    command = [str(_BIN / "python"), "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "?"
