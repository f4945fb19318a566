"""Methods that only the document knows: they are sent and served as it spells them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import httpx2
import pytest

from generator import Config, generate

if TYPE_CHECKING:
    from pathlib import Path

_DONE = {"204": {"description": "Done."}}
_METHODS = {"Copy": "copy_all", "LINK": "link_all", "un-Link": "unlink_all"}
_CALLS = """
import sys
import httpx2
import methods

class Told(httpx2.HTTPTransport):
    def handle_request(self, request):
        print(request.method)
        return super().handle_request(request)

with methods.Client(base_url=sys.argv[1], http_client=httpx2.Client(transport=Told())) as client:
    for name in sys.argv[2:]:
        getattr(client.books, name)()
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("methods")
    operations = {
        method: {"operationId": name, "responses": _DONE} for method, name in _METHODS.items()
    }
    openapi = {
        "openapi": "3.2.0",
        "info": {"title": "Methods", "version": "1"},
        "paths": {"/books": {"additionalOperations": operations}},
    }
    (folder / "openapi.json").write_text(json.dumps(openapi), encoding="utf-8")
    generate(folder / "openapi.json", Config(package="methods"), output=folder / "out")
    return folder / "out"


def test_methods_go_over_the_wire_as_they_are_written(package: Path) -> None:
    command = [sys.executable, "-m", "methods.mock", "--port", "0"]
    with subprocess.Popen(command, cwd=package, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"http://[\w.:]+", server.stdout.readline())
            assert found is not None
            done = subprocess.run(
                [sys.executable, "-c", _CALLS, found[0], *_METHODS.values()],
                cwd=package,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.stdout.split() == list(_METHODS), done.stderr
            calls = httpx2.get(f"{found[0]}/_mock/journal").json()
        finally:
            server.kill()
    assert [row["method"] for row in calls["requests"]] == list(_METHODS)
