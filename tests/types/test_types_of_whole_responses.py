"""What type checkers make of ``raw``, ``streamed`` and requests beyond the document."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

CUADRA = Path(__file__).parents[2] / "generated" / "cuadra"
USE = """
from typing import assert_type

from cuadra import AsyncClient, Client, models
from cuadra._runtime import (
    AsyncPage, AsyncStreamedResponse, Page, RawResponse, RefreshToken, StreamedResponse,
    async_raw, async_streamed, raw, streamed,
)

client = Client(token=RefreshToken("r", client_id="me")).with_options(total_timeout=9)
response = raw(client.files.get)("f1", timeout=3, total_timeout=5, reconnects=2)
assert_type(response, RawResponse[models.FileOut])
assert_type(response.parse(), models.FileOut)
assert_type(response.typed_headers.get_as("x-total", int), int | None)
assert_type(raw(client.files.list)(limit=3).parse(), Page[models.FileOut, models.FilePage])
with streamed(client.files.get)("f1") as whole:
    assert_type(whole, StreamedResponse[models.FileOut])
    whole.save("x", on_progress=lambda done, total: None)
assert_type(client.get("/x", cast_to=models.FileOut), models.FileOut)
assert_type(client.post("/x", cast_to=list[int], query={"a": 1}, timeout=1), list[int])
raw(client.files.get)(1)  # {wrong}
raw(client.files.get)("f1", limit=1)  # {wrong}


async def use(client: AsyncClient) -> None:
    assert_type(await async_raw(client.files.get)("f1"), RawResponse[models.FileOut])
    page = (await async_raw(client.files.list)()).parse()
    assert_type(page, AsyncPage[models.FileOut, models.FilePage])
    async with async_streamed(client.files.get)("f1") as whole:
        assert_type(whole, AsyncStreamedResponse[models.FileOut])
        assert_type(await whole.parse(), models.FileOut)
    assert_type(await client.get("/x", cast_to=models.FileOut), models.FileOut)
"""
CHECKERS = {
    "mypy": (["--strict"], "type: ignore[arg-type, call-arg]"),
    "pyright": (["--pythonpath", sys.executable], "pyright: ignore"),
}


@pytest.mark.parametrize("checker", CHECKERS)
def test_types(checker: str, tmp_path: Path) -> None:
    options, ignored = CHECKERS[checker]
    lines = USE.replace("{wrong}", ignored).splitlines()
    if checker == "mypy":  # each line has one kind of mistake, and what ignores none is an error
        lines = [
            line.replace("[arg-type, call-arg]", "[call-arg]" if "limit" in line else "[arg-type]")
            for line in lines
        ]
    file = tmp_path / "use.py"
    file.write_text("\n".join(lines))
    settings = {"extraPaths": [str(CUADRA)], "reportUnnecessaryTypeIgnoreComment": "error"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    done = subprocess.run(
        [sys.executable, "-m", checker, *options, str(file)],
        cwd=CUADRA if checker == "mypy" else tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
