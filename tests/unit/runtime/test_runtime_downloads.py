"""What stands beside an unfinished download is true at every moment, also when the process is killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2
from twin._runtime.downloads import Download

if TYPE_CHECKING:
    from pathlib import Path


def response(tag: str, status: int = 200) -> httpx2.Response:
    return httpx2.Response(status, headers={"etag": tag, "content-length": "100"})


def begun(path: Path, response: httpx2.Response, *, resume: bool = True) -> Download:
    return Download(path, response, attempts=0, progress=None, resume=resume)


def asked_range(path: Path, tag: str) -> str | None:
    return begun(path, response(tag)).earlier().get("range", ("", None))[1]


def test_a_note_never_speaks_of_bytes_of_another_version(tmp_path: Path) -> None:
    part, note = tmp_path / "file.part", tmp_path / "file.part-version"
    part.write_bytes(b"1" * 40)
    note.write_text('"v1"')
    target = tmp_path / "file"
    assert asked_range(target, '"v1"') == "bytes=40-"
    assert asked_range(target, '"v2"') is None  # killed before the bytes of v1 are gone
    assert asked_range(target, '"v2"') is None

    download = begun(target, response('"v1"'))
    download.earlier()
    download.restart(response('"v2"'))  # changed meanwhile; killed before they are gone
    assert asked_range(target, '"v2"') is None
    part.write_bytes(b"")
    download.note_version()
    part.write_bytes(b"2" * 30)
    assert asked_range(target, '"v2"') == "bytes=30-"
    assert asked_range(target, '"v1"') is None


def test_no_note_stays_where_nothing_is_to_be_resumed(tmp_path: Path) -> None:
    note = tmp_path / "file.part-version"
    for download in (
        begun(tmp_path / "file", response('"v2"'), resume=False),
        begun(tmp_path / "file", response('W/"v2"')),  # a weak tag names no bytes
    ):
        note.write_text('"v1"')
        assert download.earlier() == {}
        download.note_version()
        assert not note.exists()
