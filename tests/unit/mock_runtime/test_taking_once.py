"""What is good once is given once, also where several have the store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from twin.mock._runtime import SqliteStore
from twin.mock._runtime.kept import Kept

if TYPE_CHECKING:
    from pathlib import Path

    from twin.mock._runtime.store import Store


def _codes(store: Store) -> Kept[str]:
    return Kept(store, "codes", lambda text: {"text": text}, lambda kept: str(kept["text"]))


def test_one_of_several_processes_gets_a_code(tmp_path: Path) -> None:
    stores = [SqliteStore(tmp_path / "state.db") for _ in range(4)]
    codes = [_codes(store) for store in stores]
    for number in range(25):
        codes[0][f"code {number}"] = "yours"
        with ThreadPoolExecutor(4) as pool:
            taken = list(pool.map(lambda own, name=f"code {number}": own.take(name), codes))
        assert sorted(taken, key=str) == [None, None, None, "yours"]
    for store in stores:
        store.close()
