"""What importing a package and making a client may load; time is measured by the benchmarks."""

from __future__ import annotations

import subprocess
import sys

import pytest
from twin import _runtime

_MAKE_A_CLIENT = """
import sys
sys.path[:0] = {path!r}
from twin._runtime import Api, Bearer, Server, SyncClient, AsyncBaseClient
api = Api("x", "X", "1", "X_TEST", servers=(Server("https://x.test"),), schemes={{"b": Bearer()}}, security=(("b",),))
SyncClient(api, credentials={{"b": "t"}})
AsyncBaseClient(api, credentials={{"b": "t"}})
print(*sys.modules)
"""


def test_making_a_client_loads_neither_models_nor_transport() -> None:
    code = _MAKE_A_CLIENT.format(path=sys.path)
    found = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()
    assert {"pydantic", "httpx2", "anyio", "twin._runtime.operations"}.isdisjoint(found)
    assert len([name for name in found if name.startswith("twin._runtime.")]) <= 15


def test_all_names_can_be_imported() -> None:
    for name in dir(_runtime):
        assert getattr(_runtime, name) is not None
    with pytest.raises(AttributeError, match="nonsense"):
        _runtime.nonsense  # noqa: B018
