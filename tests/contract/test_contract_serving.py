"""The mock as a process of its own: it tells where it is, answers, and stops when it is told to."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cuadra
import httpx2
import pytest
from cuadra import Client

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def until(found: Callable[[], Any]) -> None:
    """Wait until something is the case; what cannot be reached is not yet."""
    for _ in range(200):
        with contextlib.suppress(httpx2.HTTPError):
            if found():
                return
        time.sleep(0.1)
    raise TimeoutError


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
    command = [*MOCK, "--no-auth", "--state", str(tmp_path / "state.db")]
    for expected in ([], ["Docs"]):
        with served(command, GENERATED) as (process, url, line):
            assert "mock-token" not in line
            with Client(token="any", base_url=url) as client:
                assert [one.name for one in client.datasets.list()] == expected
                client.datasets.create(name="Docs")
            process.terminate()
            assert process.wait(10) == 0


def test_what_was_acknowledged_outlives_a_killed_server(tmp_path: Path) -> None:
    command = [*MOCK, "--state", str(tmp_path / "state.db")]
    acknowledged: list[str] = []
    clients = 4  # at once, so that several requests are written together
    with served(command, GENERATED) as (process, url, _):

        def create() -> None:
            with (
                Client(token="mock-token", base_url=url, max_retries=0) as client,
                contextlib.suppress(cuadra.APIConnectionError),
            ):
                while True:
                    acknowledged.append(client.datasets.create(name="Docs").id)

        threads = [threading.Thread(target=create) for _ in range(clients)]
        for thread in threads:
            thread.start()
        until(lambda: len(acknowledged) > 200)
        process.kill()
        for thread in threads:
            thread.join(20)
        process.wait(10)
    with (
        served(command, GENERATED) as (_, url, _),
        Client(token="mock-token", base_url=url) as client,
    ):
        kept = [one.id for one in client.datasets.list()]
    assert set(acknowledged) <= set(kept)
    assert len(kept) <= len(acknowledged) + clients, "some may have been written and not answered"


def test_workers_share_records_tokens_and_repeated_answers() -> None:
    with served([*MOCK, "--workers", "2"], GENERATED) as (process, url, _):
        until(lambda: httpx2.get(f"{url}/_mock/state").status_code == 200)
        headers = {"authorization": "Bearer mock-token"}
        ids = []
        for number in range(20):  # each on a connection of its own, so that both workers answer
            made = httpx2.post(
                f"{url}/v1/datasets",
                json={"name": f"Docs {number // 2}"},
                headers={**headers, "idempotency-key": f"key {number // 2}"},
            )
            ids.append(made.json()["id"])
        unique = list(dict.fromkeys(ids))
        assert ids == [name for name in unique for _ in range(2)]
        for _ in range(6):
            told = httpx2.get(f"{url}/_mock/state/datasets").json()
            assert [one["id"] for one in told["records"]] == unique
        process.terminate()
        assert process.wait(15) == 0


def test_workers_answer_as_one_mock() -> None:
    with served([*MOCK, "--workers", "2"], GENERATED) as (process, url, _):
        until(lambda: httpx2.get(f"{url}/_mock/state").status_code == 200)

        def ask(method: str, path: str, **options: Any) -> httpx2.Response:
            """Ask on a connection of its own, so that now one worker answers, now the other."""
            headers = {"authorization": "Bearer mock-token"}
            return httpx2.request(method, url + path, headers=headers, timeout=30, **options)

        def statuses() -> list[int]:
            return [ask("GET", "/v1/datasets").status_code for _ in range(12)]

        fault = {"kind": "fail", "call": "datasets.list", "status": 503, "times": 5}
        assert ask("POST", "/_mock/faults", json=fault).status_code == 200
        assert statuses() == [503] * 5 + [200] * 7
        limit = {"kind": "limit", "requests": 8, "per": 3600, "times": None}
        assert ask("POST", "/_mock/faults", json=limit).status_code == 200
        assert statuses() == [200] * 8 + [429] * 4
        assert ask("POST", "/_mock/clock", json={"seconds": 3600}).status_code == 200
        assert statuses() == [200] * 8 + [429] * 4
        for _ in range(6):
            journal = ask("GET", "/_mock/journal").json()["requests"]
            assert [one["number"] for one in journal] == list(range(1, 37))
            assert sorted({one["status"] for one in journal}) == [200, 429, 503]
            assert len(ask("GET", "/_mock/faults").json()["faults"]) == 1
        assert ask("POST", "/_mock/reset", json={}).status_code == 200
        assert statuses() == [200] * 12
        assert ask("GET", "/_mock/journal").json()["count"] == 12
        process.terminate()
        assert process.wait(15) == 0


def test_the_server_starts_again_when_the_package_changes_and_keeps_its_state(
    tmp_path: Path,
) -> None:
    shutil.copytree(GENERATED / "cuadra", tmp_path / "cuadra")
    headers = {"authorization": "Bearer mock-token"}
    with served([*MOCK, "--reload"], tmp_path) as (process, url, _):
        httpx2.post(f"{url}/v1/datasets", json={"name": "Docs"}, headers=headers, timeout=30)
        behaviour = tmp_path / "cuadra" / "mock" / "behaviour.json"
        said = json.loads(behaviour.read_text("utf-8"))
        said["operations"]["datasets.create"]["role"] = "sample"
        behaviour.write_text(json.dumps(said), "utf-8")

        def role() -> str:
            routes = httpx2.get(f"{url}/_mock/routes").json()["routes"]
            return str(next(one["role"] for one in routes if one["call"] == "datasets.create"))

        until(lambda: role() == "sample")
        assert httpx2.get(f"{url}/_mock/state/datasets").json()["count"] == 1
        process.terminate()
        assert process.wait(15) == 0


def test_the_command_line_follows_the_document(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.json"
    said = json.loads((ROOT / "specs" / "cuadra" / "openapi.json").read_text("utf-8"))
    spec.write_text(json.dumps(said), "utf-8")
    command = [sys.executable, "-m", "generator", "mock", str(spec), "--port", "0", "--reload"]
    headers = {"authorization": "Bearer mock-token"}
    with served(command, ROOT) as (process, url, _):
        httpx2.post(f"{url}/v1/datasets", json={"name": "Docs"}, headers=headers, timeout=30)
        spec.write_text("{", "utf-8")  # as it may be while somebody writes
        time.sleep(1)
        said["info"]["title"] = "Another title"
        spec.write_text(json.dumps(said), "utf-8")
        until(lambda: httpx2.get(f"{url}/_mock/").json()["title"] == "Another title")
        assert httpx2.get(f"{url}/_mock/state/datasets").json()["count"] == 1
        process.terminate()
        assert process.wait(15) == 0


def test_a_file_that_holds_no_state_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("these are notes, " * 100)
    command = [*MOCK, "--state", str(path)]
    done = subprocess.run(
        command, cwd=GENERATED, capture_output=True, text=True, timeout=20, check=False
    )
    assert done.returncode == 1
    assert "notes.txt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("options", [["--workers", "2", "--reload"], ["--workers", "0"]])
def test_options_that_do_not_go_together_are_told(options: list[str]) -> None:
    done = subprocess.run(
        [*MOCK, *options], cwd=GENERATED, capture_output=True, text=True, timeout=20, check=False
    )
    assert done.returncode == 2
    assert options[0] in done.stderr


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
