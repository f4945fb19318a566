"""``docs/coverage.md`` says what the models do."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import coverage_table

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_coverage_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    text = coverage_table.render(tmp_path)
    if os.environ.get("UPDATE_COVERAGE"):
        coverage_table.PATH.write_text(text, "utf-8")
    assert coverage_table.PATH.read_text("utf-8") == text
