"""Reading documents: every form of text, and one clear message for each fault."""

from __future__ import annotations

import hashlib
import io
import json
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.diagnostics import DiagnosticError, Diagnostics
from generator.source import Document, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MINIMAL = '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}'


def read(
    folder: Path, content: str | bytes, name: str = "openapi.json"
) -> tuple[Document, Diagnostics]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    diagnostics = Diagnostics()
    return load(path, diagnostics), diagnostics


def fault_of(folder: Path, content: str | bytes, name: str = "openapi.json") -> Any:
    with pytest.raises(DiagnosticError) as caught:
        read(folder, content, name)
    diagnostic = caught.value.diagnostic
    assert diagnostic.hint
    assert diagnostic.location is not None
    return diagnostic


def values(folder: Path, yaml_text: str) -> Any:
    document, _ = read(folder, f"openapi: 3.1.0\npaths: {{}}\nx-v:\n{yaml_text}", "a.yaml")
    return document.data["x-v"]


def test_json(tmp_path: Path) -> None:
    document, diagnostics = read(tmp_path, MINIMAL)
    assert document.data == json.loads(MINIMAL)
    assert document.format == "json"
    assert document.text == MINIMAL
    assert document.uri == str(tmp_path / "openapi.json")
    assert document.sha256 == hashlib.sha256(MINIMAL.encode()).hexdigest()
    assert len(diagnostics) == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    "text", [MINIMAL.replace("T", "Ünï"), "openapi: 3.1.0\ninfo: {title: Ünï}"]
)
def test_encodings(tmp_path: Path, encoding: str, text: str) -> None:
    document, _ = read(tmp_path, text.encode(encoding), "openapi")
    assert document.data["info"]["title"] == "Ünï"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MINIMAL.encode())))
    document = load("-", Diagnostics())
    assert document.uri == "<stdin>"
    assert document.data["openapi"] == "3.1.0"


def test_tabs_and_control_characters_in_json(tmp_path: Path) -> None:
    document, _ = read(tmp_path, '{\n\t"openapi":\t"3.1.0",\n\t"x-a": "a\tb"}')
    assert document.data["x-a"] == "a\tb"


def test_json_with_trailing_comma_is_read_as_yaml_with_a_warning(tmp_path: Path) -> None:
    document, diagnostics = read(tmp_path, '{"openapi": "3.1.0",\n "paths": {},\n}')
    assert document.data == {"openapi": "3.1.0", "paths": {}}
    [warning] = diagnostics
    assert warning.code == "broken-json"
    assert (warning.location.line, warning.location.column) == (3, 1)  # type: ignore[union-attr]


def test_duplicate_keys_in_json_are_located(tmp_path: Path) -> None:
    text = '{"openapi": "3.1.0",\n "x-a": [1, {"b": "}", "c": 1,\n   "b": 2}]}'
    document, diagnostics = read(tmp_path, text)
    assert document.data["x-a"][1]["b"] == 2
    [warning] = diagnostics
    assert (warning.code, warning.pointer) == ("duplicate-key", "#/x-a/1/b")
    assert str(warning.location).endswith("openapi.json:3:4")


def test_numbers_that_json_does_not_know(tmp_path: Path) -> None:
    digits = "9" * 5000
    text = f'{{"openapi": "3.1.0", "x": [NaN, -Infinity, 1e999, 12345678901234567890, {digits}]}}'
    document, diagnostics = read(tmp_path, text)
    largest = sys.float_info.max
    assert document.data["x"] == [None, None, largest, 12345678901234567890, largest]
    assert {found.code for found in diagnostics} == {"not-a-json-number", "number-too-large"}


def test_half_characters_are_replaced(tmp_path: Path) -> None:
    text = r'{"openapi": "3.1.0", "x": ["\ud83d\ude00", "\ud83d!", "\\ud83d", "\uDE00"]}'
    document, diagnostics = read(tmp_path, text)
    assert document.data["x"] == ["😀", "�!", r"\ud83d", "�"]
    assert len(diagnostics) == 2
    json.dumps(document.data, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on", "on"), ("yes", "yes"), ("NO", "NO"), ("2020-01-01", "2020-01-01"), ("1:30", "1:30"),
        ("012", 12), ("0o17", 15), ("0xff", 255), ("1_000", "1_000"), ("+7", 7), ("1.", 1.0),
        (".5", 0.5), ("1e3", 1000.0), ("1e999", "1e999"), ("1.2.3", "1.2.3"), ("-x", "-x"), ("~", None),
        ("null", None), ("true", True), ("False", False), ("'12'", "12"), ('"true"', "true"),
        ("!!str 12", "12"), ("!!int '12'", 12), ("!custom 12", "12"), (".nan", None), ("''", ""),
    ],
)  # fmt: skip
def test_yaml_core_schema(tmp_path: Path, written: str, value: object) -> None:
    found = values(tmp_path, f"  a: {written}\n")["a"]
    assert found == value
    assert type(found) is type(value)


def test_yaml_keys_stay_as_written(tmp_path: Path) -> None:
    found = values(tmp_path, "  200: a\n  on: b\n  null: c\n  1.0: d\n  ? [x, 1]\n  : e\n")
    assert found == {"200": "a", "on": "b", "null": "c", "1.0": "d", '["x", 1]': "e"}


def test_yaml_merge_keys_and_anchors(tmp_path: Path) -> None:
    text = """\
  a: &a {x: 1, y: 1}
  b: &b {y: 2, z: 2}
  one: {<<: *a, y: 0}
  two: {<<: [*a, *b], w: 3}
  text: {"<<": kept}
  list: &l [1]
  again: *l
"""
    found = values(tmp_path, text)
    assert found["one"] == {"x": 1, "y": 0}
    assert found["two"] == {"x": 1, "y": 1, "z": 2, "w": 3}
    assert found["text"] == {"<<": "kept"}
    assert found["again"] == [1]


def test_yaml_agrees_with_pyyaml_where_the_schemas_agree(tmp_path: Path) -> None:
    text = "openapi: '3.1.0'\npaths:\n- {a: [1, -2.5, true, ~], 'b c': |\n    x\n     y\n  }\n- - >-\n    p\n    q\n"
    text = text.replace("|\n    x\n     y\n  ", '"x\\ny"')
    assert read(tmp_path, text, "a.yaml")[0].data == yaml.safe_load(text)


def test_duplicate_keys_and_further_documents_in_yaml(tmp_path: Path) -> None:
    document, diagnostics = read(
        tmp_path, "openapi: 3.1.0\npaths: {}\npaths: {/a: {}}\n---\nb: 1\n"
    )
    assert document.data["paths"] == {"/a": {}}
    assert [(found.code, found.location.line) for found in diagnostics] == [  # type: ignore[union-attr]
        ("duplicate-key", 3),
        ("several-documents", 4),
    ]


def test_what_is_found_in_yaml_has_its_pointer(tmp_path: Path) -> None:
    text = """
openapi: 3.1.0
x-a:
  - {b: 1, b: 2}
  - c: {d: .nan}
    ? [1]
    : e
    ? [1]
    : f
  - <<: 7
    g: {h: 1}
    g: {h: 2}
x-a: []
"""
    _, diagnostics = read(tmp_path, text)
    assert [(found.code, found.pointer) for found in diagnostics] == [
        ("duplicate-key", "#/x-a/0/b"),
        ("not-a-json-number", "#/x-a/1/c/d"),
        ("complex-key", "#/x-a/1/[1]"),
        ("duplicate-key", "#/x-a/1/[1]"),
        ("duplicate-key", "#/x-a/2/g"),
        ("broken-merge", "#/x-a/2"),
        ("duplicate-key", "#/x-a"),
    ]


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DiagnosticError) as caught:
        load(tmp_path / "none.yaml", Diagnostics())
    assert caught.value.diagnostic.code == "missing-file"
    assert "none.yaml" in str(caught.value)


def test_directory(tmp_path: Path) -> None:
    with pytest.raises(DiagnosticError) as caught:
        load(tmp_path, Diagnostics())
    assert caught.value.diagnostic.code == "is-a-directory"


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("", "empty-document", None),
        (" \n\t", "empty-document", None),
        ("# only a comment\n", "empty-document", None),
        (b"\x89PNG\r\n\x1a\n\xff", "not-text", (1, 1)),
        (b"PK\x03\x04\x00\x00", "not-text", None),
        ("[1, 2]", "not-an-object", (1, 1)),
        ("just words", "not-an-object", (1, 1)),
        ('{"openapi": "3.1.0",\n  "paths": {]}', "broken-json", (2, 13)),
        ("openapi: 3.1.0\npaths:\n  a: 'b\n", "broken-yaml", (4, 1)),
        ("openapi: 3.1.0\npaths: {a: [}\n", "broken-yaml", (2, 13)),
        ("openapi: 3.1.0\n\tpaths: {}\n", "broken-yaml", (2, 1)),
        ("a: *b\n", "broken-yaml", (1, 4)),
        ("a: &b [*b]\n", "broken-yaml", (1, 8)),
        ("a: \x07\n", "broken-yaml", None),
        ('{"name": "x", "dependencies": {}}', "not-openapi", (1, 1)),
        ('{"paths": [], "openapi": {}}', "not-openapi", (1, 1)),
    ],
)
def test_faults(
    tmp_path: Path, content: str | bytes, code: str, place: tuple[int, int] | None
) -> None:
    diagnostic = fault_of(tmp_path, content)
    assert diagnostic.code == code
    if place is not None:
        assert (diagnostic.location.line, diagnostic.location.column) == place


def test_missing_version_is_a_warning(tmp_path: Path) -> None:
    document, diagnostics = read(tmp_path, '{"paths": {}}')
    assert document.data == {"paths": {}}
    assert [found.code for found in diagnostics] == ["missing-version"]


@pytest.mark.parametrize("depth", [300, 100_000])
@pytest.mark.parametrize(
    "nested", ['{"openapi": "3.1.0", "x": %s1%s}', "openapi: 3.1.0\nx: %s1%s\n"]
)
def test_depth(tmp_path: Path, nested: str, depth: int) -> None:
    assert fault_of(tmp_path, nested % ("[" * depth, "]" * depth)).code == "document-too-deep"


def test_alias_bomb(tmp_path: Path) -> None:
    lines = ["openapi: 3.1.0", "a0: &a0 [1, 1]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    diagnostic = fault_of(tmp_path, "\n".join(lines))
    assert diagnostic.code == "document-too-large"
    assert diagnostic.location.line > 5


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("location", "/openapi.json")
            self.end_headers()
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("location", "/loop")
            self.end_headers()
        elif self.path == "/openapi.json":
            self.send_response(200)
            self.send_header("content-type", "text/plain")
            self.end_headers()
            self.wfile.write(MINIMAL.encode())
        elif self.path == "/pet.yaml":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"type: string")
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is inherited
        pass


@contextmanager
def server() -> Iterator[str]:
    httpd = HTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}"
    finally:
        httpd.shutdown()
        thread.join()
        httpd.server_close()


def test_urls() -> None:
    with server() as address:
        for path in ("/openapi.json", "/moved"):
            document = load(address + path, Diagnostics())
            assert document.uri == address + path
            assert document.data["openapi"] == "3.1.0"
        for path, words in (("/none", "status 404"), ("/loop", "redirects too often")):
            with pytest.raises(DiagnosticError, match=words) as caught:
                load(address + path, Diagnostics())
            assert caught.value.diagnostic.code == "unreachable-url"
    with pytest.raises(DiagnosticError, match="cannot be read"):
        load(address + "/openapi.json", Diagnostics())
