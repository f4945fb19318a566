"""How long does it take to generate a package, from a cold process into an empty folder?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from . import documents, peers
from .floor import floor
from .measure import PYTHON, Patience, Row, Summary, Usage, median, run, scratch, size_of, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_LARGE = 1_000_000  # bytes of a document for which peers are run once
_TIMES_PEERS = 3
_NO_TIME = "no time left"
_BUDGETS = {documents.SMALL.name: "0.5 s", "github.json": "1.5 s"}


def measure(
    corpus: Path | None,
    times: int,
    number: int,
    sampled: int,
    patience: Patience,
    summary: Summary,
) -> Iterator[str]:
    """Yield tables: for the largest document, the small one, a sample of a corpus, and other large ones.

    The largest goes first: with it others take longest, and there is still time for that.
    """
    large = documents.largest(corpus, number) if corpus else []
    sample = documents.sample(corpus, sampled) if corpus else []
    for path in (*large[:1], documents.SMALL):
        yield _compare(path, times, patience, summary)
    if sample:
        yield _compare_sample(sample, patience)
    for path in large[1:]:
        yield _compare(path, times, patience, summary)


def _compare(document: Path, times: int, patience: Patience, summary: Summary) -> str:
    ours = _row("twinspec", partial(twinspec, document), times)
    rows = [ours, floor(document, times)]
    budget = _BUDGETS.get(document.name, "")
    if ours.usage:
        size = f"{document.parent.name}/{document.name}"
        summary.add(f"{size}: generated", f"{ours.usage.wall:.2f} s", budget and f"<= {budget}")
        memory = "<= 400 MB" if budget else ""
        summary.add(f"{size}: peak memory", f"{ours.usage.peak:,.0f} MB", memory)
    for peer in peers.installed():
        once = document.stat().st_size > _LARGE
        row = _row(
            peer.name,
            partial(peer.command, document),
            1 if once else min(times, _TIMES_PEERS),
            warm=not once,
            patience=patience,
        )
        rows.append(row)
        if ours.usage and row.usage and document.stat().st_size > 10 * _LARGE:
            ratio = row.usage.wall / ours.usage.wall
            more = "> " if row.usage.stopped else ""
            wanted = f">= {peer.factor}" if peer.factor else ""
            summary.add(f"{document.name}: {peer.name} takes", f"{more}{ratio:.1f} x", wanted)
    return table(f"generate {document.name} ({document.stat().st_size / 1e6:.1f} MB)", rows)


def _compare_sample(sample: Sequence[Path], patience: Patience) -> str:
    """Compare sums over documents, each generated once; a peer that fails with one is charged nothing."""
    rows = [_sum("twinspec", sample, twinspec)]
    rows.extend(_sum(peer.name, sample, peer.command, patience) for peer in peers.installed())
    return table(f"generate {len(sample)} documents of all sizes, one after the other", rows)


def _sum(
    name: str,
    sample: Sequence[Path],
    command: Callable[[Path, Path], list[str]],
    patience: Patience | None = None,
) -> Row:
    found: list[Row] = []
    for document in sample:
        row = _row(name, partial(command, document), 1, warm=False, patience=patience)
        if row.instead == _NO_TIME:
            return row
        found.append(row)
    used = [row.usage for row in found if row.usage is not None]
    failed = len(found) - len(used)
    total = Usage(
        sum(usage.wall for usage in used),
        sum(usage.cpu for usage in used),
        max((usage.peak for usage in used), default=0),
        stopped=any(usage.stopped for usage in used),
    )
    title = f"{name}; {failed} failed" if failed else name
    return Row(title, total, sum(row.files for row in found), sum(row.lines for row in found))


def twinspec(document: Path, out: Path) -> list[str]:
    """Return the command that generates everything from a document."""
    return [
        *(PYTHON, "-m", "generator", "generate", str(document), "--quiet"),
        *("-o", str(out), "--package", "generated_api"),
    ]


def _row(
    name: str,
    command: Callable[[Path], list[str]],
    times: int,
    *,
    warm: bool = True,
    patience: Patience | None = None,
) -> Row:
    if patience and not patience.left:
        return Row(name, None, instead=_NO_TIME)
    folder = scratch()

    def once(number: int) -> Usage | None:
        out = folder / str(number)
        out.mkdir()
        return run(command(out), limit=patience.each if patience else None)

    usage = median(once, times, warm=warm)
    return Row(name, usage, *size_of(folder / ("0" if warm else "1")))
