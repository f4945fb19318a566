"""What the processes of one server have in common beside records: journal, faults and clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .kept import Kept
from .orders import SharedOrders
from .shared_journal import SharedJournal
from .sqlite_store import SqliteStore

if TYPE_CHECKING:
    from pathlib import Path

    from .mock import MockServer

_CONTROL: Final = "control.db"
_JOURNAL: Final = "journal"
_BEGUN: Final = "begun"


def prepare(folder: Path) -> None:
    """Make in a folder what the processes share, before they begin."""
    (folder / _JOURNAL).mkdir()
    SqliteStore(folder / _CONTROL).close()


def share(mock: MockServer, folder: Path, limit: int) -> None:
    """Have a mock share journal, faults and clock with the other processes that were given the folder.

    Args:
        mock: the mock of this process.
        folder: it was prepared.
        limit: how many requests the journal remembers.
    """
    store = SqliteStore(folder / _CONTROL)
    ordered = mock.faults.all()  # by the behaviour of the package, which each process has
    mock.faults.share(SharedOrders(store))
    mock.clock.share(Kept(store, "clock", _written, _read))
    marks = Kept(store, "marks", _written, _read)
    with store.transaction():
        if _BEGUN not in marks:
            marks[_BEGUN] = True
            for fault in ordered:
                mock.faults.add(fault)
    mock.calls = SharedJournal(folder / _JOURNAL, marks, limit)
    mock.dispatcher.finished = mock.calls.finish


def _written(value: Any) -> dict[str, Any]:
    return {"value": value}


def _read(kept: dict[str, Any]) -> Any:
    return kept["value"]
