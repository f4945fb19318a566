"""Serves the mock over HTTP: ``python -m <package>.mock --port 4010``."""

from __future__ import annotations

import argparse
import contextlib
import ipaddress
import json
import os
import signal
import socket
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from .sharing import prepare, share
from .sqlite_store import SqliteStore, StateFileError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

    import uvicorn

    from ...server._runtime import App
    from .mock import MockServer

_USUAL = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
_STOPPING = (signal.SIGINT, signal.SIGTERM)
_GRACE = 5  # seconds that a request in progress gets to end when the server stops


@dataclass(frozen=True, slots=True)
class Setup:
    """All it takes to make the application, in this process or in another.

    Args:
        make: makes the mock; called with ``seed``, ``token``, ``auth`` and ``store``.
        state: the state file; without it records are in memory.
        is_local: whether only this machine can reach the server.
        shared: the folder of what several processes have in common beside records; without it, this one
            answers all requests.
    """

    make: Callable[..., MockServer]
    seed: int
    token: str
    auth: bool
    state: Path | None
    is_local: bool
    shared: Path | None

    def __call__(self) -> App:
        """Make the application."""
        store = SqliteStore(self.state, together=True) if self.state is not None else None
        mock = self.make(seed=self.seed, token=self.token, auth=self.auth, store=store)
        if store is not None:
            mock.dispatcher.file = store
            mock.mark({})  # to reset is to begin anew, not to go back to some start of a process
        mock.calls.limit = _JOURNAL
        if self.shared is not None:
            share(mock, self.shared, _JOURNAL)
        mock.control.is_local = self.is_local
        return mock.app


_JOURNAL = 1_000  # requests that a server remembers


def main(make: Callable[..., MockServer], argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        make: makes the mock, see :class:`Setup`.
        argv: the arguments; those of the process by default.
    """
    parser = _parser()
    options = parser.parse_args(argv)
    if options.reload and options.workers > 1:
        parser.error("--reload works with one worker")
    if options.workers < 1:
        parser.error("--workers needs at least 1")
    try:
        import uvicorn  # noqa: F401
    except ImportError:
        return _fail(
            "The mock server needs uvicorn: pip install uvicorn, or install this package with [mock]."
        )
    with contextlib.ExitStack() as stack:
        state: Path | None = options.state
        shared: Path | None = None
        if options.workers > 1 or (options.reload and state is None):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mock-state-")))
            state = state or folder / "state.db"
            shared = folder if options.workers > 1 else None
        try:
            if state is not None:
                SqliteStore(state).close()  # made once, before several processes open it
            if shared is not None:
                prepare(shared)
            listener = stack.enter_context(_listen(options.host, options.port))
        except StateFileError as error:
            return _fail(str(error))
        except OSError as error:
            place = f"{options.host} port {options.port}"
            return _fail(f"Cannot listen on {place}: {error.strerror}.")
        setup = Setup(
            make,
            options.seed,
            options.token,
            not options.no_auth,
            state,
            is_local=_is_local(options.host),
            shared=shared,
        )
        run = _runner(setup, listener, options)
        told = "no credential needed" if options.no_auth else f"credential: {options.token}"
        host = f"[{options.host}]" if ":" in options.host else options.host
        url = f"http://{host}:{listener.getsockname()[1]}"
        with _quiet_signals():
            print(f"Mock server on {url} ({told})", flush=True)  # noqa: T201
            run()
    return 0


def _runner(
    setup: Setup, listener: socket.socket, options: argparse.Namespace
) -> Callable[[], None]:
    """Return what serves until it is told to stop: one process, several, or one that is replaced."""
    import uvicorn

    http = _protocol(Path(__file__).parents[2] / "server" / "operations.json")
    if options.workers > 1:
        from uvicorn.supervisors import Multiprocess

        config = _config(setup, http=http, workers=options.workers)
        return lambda: Multiprocess(config, sockets=[listener]).run()
    if options.reload:
        from .reloading import Reloader

        config = _config(setup, http=http)
        folder = Path(sys.modules[setup.make.__module__].__file__ or "").parent.parent
        server = uvicorn.Server(config)
        watched = [folder / "mock", folder / "server"]
        return lambda: Reloader(config, server.run, [listener], watched).run()
    app = setup()  # what is wrong with it shows before the address is told
    return partial(_serve, uvicorn.Server(_config(lambda: app, http=http)), listener)


def _serve(server: uvicorn.Server, listener: socket.socket) -> None:
    """Serve until a signal comes; one may come before the server itself listens to signals."""
    for kind in _STOPPING:
        signal.signal(kind, server.handle_exit)
    server.run(sockets=[listener])


def _protocol(operations: Path) -> type[asyncio.Protocol] | Literal["auto", "h11"]:
    """Return the parser of requests that knows all methods; the fast one refuses unusual ones."""
    methods = {one["method"] for one in json.loads(operations.read_bytes())["operations"]}
    if not methods <= _USUAL:
        return "h11"
    try:
        from .plain_http import PlainHTTP
    except ImportError:  # httptools is not installed
        return "auto"
    return PlainHTTP


def _config(make: Callable[[], App], **options: Any) -> uvicorn.Config:
    import uvicorn

    return uvicorn.Config(
        make,
        factory=True,
        interface="asgi3",
        ws="none",
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_GRACE,
        **options,
    )


def _fail(message: str) -> int:
    print(message, file=sys.stderr)  # noqa: T201 - a command line speaks to its user
    return 1


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; port 0 takes one that is free.

    Raises:
        OSError: if the port is taken or the host is none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio turns Nagle's algorithm off; else each answer waits 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two servers share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


@contextlib.contextmanager
def _quiet_signals() -> Iterator[None]:
    """Let a signal that stops the server be no failure.

    uvicorn stops in order and then raises the signal again, for whoever handled it before; that is a
    failure by default, but to stop is all that was asked for. So it is before uvicorn listens to signals.
    """
    before = {kind: signal.signal(kind, _stop) for kind in _STOPPING}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


def _stop(kind: int, frame: FrameType | None) -> None:
    """End the process in order."""
    raise SystemExit(0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Serve the mock of this API.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=4010, help="0 takes a free one")
    parser.add_argument("--seed", type=int, default=0, help="makes ids and samples")
    parser.add_argument("--state", type=Path, help="SQLite file to keep the state in")
    parser.add_argument("--workers", type=int, default=1, help="processes that share the state")
    parser.add_argument(
        "--reload", action="store_true", help="start again when the package changes; state is kept"
    )
    parser.add_argument("--token", default="mock-token", help="the credential that is valid")
    parser.add_argument("--no-auth", action="store_true", help="ask for no credentials")
    return parser
