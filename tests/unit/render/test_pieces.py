"""What is formatted in pieces is as if it had been formatted whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import Config, pipeline
from generator.diagnostics import Diagnostics
from generator.files import GeneratedFile, Piece
from generator.render import render
from generator.targets.python.format import format_files, formatting
from generator.targets.python.pieces import (
    body,
    module_of,
    overload,
    put_back,
    signature,
    statement,
)

TESTS = Path(__file__).parents[2]
SPECS = TESTS.parent / "specs"
DOCUMENTS = sorted(
    (*TESTS.glob("golden/*/openapi.yaml"), *SPECS.glob("*/openapi.json"), *SPECS.glob("*/*.yaml"))
)
LONG = "x" * 60
MODULE = f'''\
# A module.

_GET: Operation[{LONG}] = Operation("GET", "{LONG}")
_PUT = Operation("PUT")


class Pets:
    """Pets.

    def get(self, first: {LONG}, *, second: int | None = None, third: int = 3) -> None: ...
    @{LONG}{LONG}
    """

    @overload
    def get(self, first: {LONG}, *, second: int | None = None) -> None: ...

    def get(self, first: {LONG}, *, second: int | None = None, third: int = 3) -> None:
        """Get."""
        return self._call(_GET, query={{"first": first, "{LONG}": second}})

    def put(self) -> None:
        """Put."""
        return self._call(_PUT)
'''


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.parent.name)
def test_planned_pieces_are_all_that_a_formatter_changes(document: Path) -> None:
    found = Diagnostics()
    package = pipeline.plan(
        pipeline.parse(pipeline.load(document, found), found), Config(package="api"), found
    )
    planned = [one for one in package.artifacts if one.laid_out and one.pieces is not None]
    assert planned
    pieces = {one.path: one.pieces or () for one in planned}
    rendered = render(planned)
    with formatting(rendered, "ruff", {}, pieces) as formatted:
        assert formatted() == format_files(rendered, "ruff")


def test_pieces_are_put_where_they_stood() -> None:
    lines = MODULE.split("\n")
    first, *others = (line for line in lines if line.startswith("    def get("))
    assert first in MODULE[: MODULE.index("@overload")]  # of the docstring, where it stays as it is
    short = others[0].strip().removesuffix(" ...")
    whole = others[1].strip()
    pieces = (
        statement(lines[2]),
        overload(short),
        signature(whole),
        body(next(line.strip() for line in lines if "query=" in line)),
    )
    known = tuple(piece for piece in pieces if piece is not None)
    assert known == pieces
    file = GeneratedFile("a.py", MODULE)
    with formatting([file], "ruff", {}, {"a.py": known}) as formatted:
        assert formatted() == format_files([file], "ruff")


def test_short_statements_are_no_pieces() -> None:
    assert statement("x" * 100) is None
    assert statement("x = (\n" + "    y\n" * 40 + ")") is None
    assert statement("x" * 101) == Piece("x" * 101)
    assert statement("x = (\n" + "y" * 101 + "\n)") is not None
    assert signature("x" * 96) is None
    assert signature("x" * 97) is not None
    assert overload("x" * 92) is None
    assert overload("x" * 93) is not None
    assert body("x" * 92) is None
    assert body("x" * 93) is not None


def test_what_the_formatter_leaves_alone_stays() -> None:
    pieces = (Piece("a = 1"), Piece("b()", "class Piece:\n    def piece(self):\n        "))
    text = "a = 1\n\n\ndef f():\n    b()\n"
    assert put_back(text, pieces, module_of(pieces)) == text
