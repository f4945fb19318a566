"""The table in ``docs/client.md`` names tests; here it is held against them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "docs" / "client.md").read_text(encoding="utf-8")
TABLE = TEXT.partition("## The table")[2].partition("## Figures")[0]
NAMED = sorted(set(re.findall(r"`(\w+)::(test_\w+)`", TABLE)) - {("retries", "test_x")})
PATHS = sorted(
    set(re.findall(r"`((?:unit|golden|contract|packaging|types)/[\w./]+(?:::\w+)?)`", TABLE))
)


@pytest.mark.parametrize(("module", "name"), NAMED)
def test_named_test_exists(module: str, name: str) -> None:
    text = (Path(__file__).parent / f"test_runtime_{module}.py").read_text(encoding="utf-8")
    assert re.search(rf"^(async )?def {name}\(", text, re.MULTILINE)


@pytest.mark.parametrize("path", PATHS)
def test_named_file_exists(path: str) -> None:
    file, _, name = path.partition("::")
    place = ROOT / "tests" / file
    assert place.exists()
    if name:
        assert re.search(rf"^def {name}\(", place.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_row_has_a_test_or_says_what_is_missing() -> None:
    rows = [line.split("|") for line in TABLE.splitlines() if line.startswith("| ")][1:]
    filled = [row for row in rows if row[2].strip()]
    assert len(filled) > 60
    for row in filled:
        assert "`" in row[3] or "missing" in row[2], row[1]
