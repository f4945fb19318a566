"""The mock as a process of its own: it tells where it is, answers, and stops when it is told to."""

from __future__ import annotations

import contextlib
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
import pytest
from cuadra import Client

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated" / "cuadra"
MOCK = [sys.executable, "-m", "cuadra.mock", "--port", "0"]


@contextlib.contextmanager
def served(command: list[str], folder: Path) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """Yield the process with the address and the line it printed; it is stopped in any case."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = next(line for line in process.stdout if "http://" in line)
            found = re.search(r"http://[\w.:\[\]]+", line)
            assert found is not None
            yield process, found[0], line
        finally:
            if process.poll() is None:
                process.kill()


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT])
def test_the_package_serves_until_it_is_told_to_stop(kind: signal.Signals) -> None:
    with served(MOCK, GENERATED) as (process, url, line):
        assert url.startswith("http://127.0.0.1:")
        assert "mock-token" in line
        with Client(token="mock-token", base_url=url) as client:
            made = client.datasets.create(name="Docs")
            assert client.datasets.get(made.id).name == "Docs"
        assert httpx2.get(f"{url}/v1/datasets").status_code == 401
        process.send_signal(kind)
        assert process.wait(10) == 0


def test_records_outlive_the_process_in_a_file(tmp_path: Path) -> None:
    command = [*MOCK, "--no-auth", "--state", str(tmp_path / "state.json")]
    for expected in ([], ["Docs"]):
        with served(command, GENERATED) as (process, url, line):
            assert "mock-token" not in line
            with Client(token="any", base_url=url) as client:
                assert [one.name for one in client.datasets.list()] == expected
                client.datasets.create(name="Docs")
            process.terminate()
            assert process.wait(10) == 0


def test_a_port_that_is_taken_is_told() -> None:
    with served(MOCK, GENERATED) as (_, url, _):
        port = url.rpartition(":")[2]
        second = subprocess.run(
            [*MOCK[:-1], port],
            cwd=GENERATED,
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
    assert second.returncode == 1
    assert port in second.stderr
    assert "Traceback" not in second.stderr


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT])
def test_the_command_line_serves_a_document(
    kind: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    spec = ROOT / "specs" / "cuadra" / "openapi.json"
    command = [sys.executable, "-m", "generator", "mock", str(spec), "--port", "0"]
    with served(command, ROOT) as (process, url, line):
        assert "mock-token" in line
        with Client(token="mock-token", base_url=url) as client:
            assert client.datasets.create(name="Docs").name == "Docs"
        process.send_signal(kind)
        assert process.wait(10) == 0
