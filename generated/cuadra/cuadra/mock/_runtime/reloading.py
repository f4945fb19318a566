"""Replaces the server's process when a file of the package changes; the socket stays open meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uvicorn.supervisors.basereload import BaseReload

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from socket import socket

    import uvicorn

_SUFFIXES = frozenset({".py", ".json"})


class Reloader(BaseReload):
    """Runs a server in a process of its own, and a new one after each change.

    Args:
        config: how to serve.
        target: serves on the sockets it is given.
        sockets: they listen all the time, so that no caller is refused.
        folders: where Python and JSON files are watched.
    """

    def __init__(
        self,
        config: uvicorn.Config,
        target: Callable[[list[socket] | None], None],
        sockets: list[socket],
        folders: Sequence[Path],
    ) -> None:
        super().__init__(config, target, sockets)
        self.reloader_name = "The mock"
        self._folders = folders
        self._before = self._times()

    def should_restart(self) -> list[Path] | None:
        """Wait a moment and return the files that changed in it, if any did."""
        self.pause()
        now = self._times()
        changed = [path for path in now.keys() | self._before.keys() if self._differs(path, now)]
        self._before = now
        return sorted(changed) or None

    def _differs(self, path: Path, now: dict[Path, int]) -> bool:
        return now.get(path) != self._before.get(path)

    def _times(self) -> dict[Path, int]:
        found: dict[Path, int] = {}
        for folder in self._folders:
            for path in folder.rglob("*"):
                if path.suffix in _SUFFIXES:
                    try:
                        found[path] = path.stat().st_mtime_ns
                    except FileNotFoundError:
                        continue  # it went away while we looked
        return found
