"""Generated files are one value, whether they are made as text or as bytes."""

from __future__ import annotations

import hashlib
import pickle

import pytest

from generator import GeneratedFile

TEXT = "# caf\u00e9 \U0001f600\n"
CONTENT = TEXT.encode()


@pytest.mark.parametrize(
    "file", [GeneratedFile("a/b.py", TEXT), GeneratedFile.of("a/b.py", CONTENT)]
)
def test_text_bytes_and_hash_are_of_the_same_content(file: GeneratedFile) -> None:
    assert file.text == TEXT
    assert file.content == CONTENT
    assert file.digest == hashlib.sha256(CONTENT).hexdigest()


def sent(file: GeneratedFile) -> GeneratedFile:
    """Return a file as another process gets it."""
    received = pickle.loads(pickle.dumps(file))  # noqa: S301 -- our own bytes
    assert isinstance(received, GeneratedFile)
    return received


def test_a_file_is_the_same_however_it_was_made() -> None:
    file = GeneratedFile("a.py", TEXT)
    for same in (GeneratedFile.of("a.py", CONTENT), sent(file)):
        assert same == file
        assert hash(same) == hash(file)
        assert repr(same) == repr(file)
    for other in (file.at("b.py"), GeneratedFile("a.py", "\n"), "a.py"):
        assert other != file


def test_a_file_keeps_what_is_known_of_it_elsewhere() -> None:
    moved = GeneratedFile.of("a.py", CONTENT, "known").at("pkg/a.py")
    assert (moved.path, moved.content, moved.digest) == ("pkg/a.py", CONTENT, "known")
    assert sent(moved).digest == "known"
