"""The example in docs/mock.md works as it stands there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "mock.md").read_text(encoding="utf-8")


def test_the_example_to_copy_runs(tmp_path: Path) -> None:
    section = MANUAL.partition("### An example to copy")[2].partition("\n### ")[0]
    behaviour, script = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    shutil.copy(ROOT / "specs" / "bookshop" / "openapi.yaml", tmp_path)
    (tmp_path / "behaviour.py").write_text(behaviour, encoding="utf-8")
    command = [sys.executable, "-m", "generator", "generate", str(tmp_path / "openapi.yaml")]
    options = ["-o", str(tmp_path / "out"), "--package", "bookshop"]
    subprocess.run([*command, *options], cwd=ROOT, check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "out")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
