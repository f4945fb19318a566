from __future__ import annotations

import json
import re
from urllib.parse import unquote

import jsonschema_rs
import pytest

from generator.console import Console
from generator.diagnostics import Diagnostic, Location, Severity
from generator.report import as_format, as_text

NASTY = Diagnostic(
    code="odd-name",
    severity=Severity.WARNING,
    pointer="#/paths/~1a,b:c",
    message="50% of\r\n::error::names, here: odd",
    hint="Rename\x1b[31m it.",
    location=Location("dir, 1/ä:b%.yaml", 3, 7),
)
PLAIN = Diagnostic("no-title", Severity.ERROR, "#", "no title", location=Location("/abs/x.json"))
BARE = Diagnostic("hello", Severity.NOTE, "", "hello")
ALL = (NASTY, PLAIN, BARE)

# The parts of the SARIF 2.1.0 schema (OASIS) that concern what is written here.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {"uniqueItems": True, "items": {"required": ["id"]}}
                                },
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "items": {
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"required": ["text"]},
                                "locations": {"items": {"$ref": "#/$defs/location"}},
                            },
                        }
                    },
                },
            },
        },
    },
    "$defs": {
        "location": {
            "additionalProperties": False,
            "properties": {
                "logicalLocations": {"type": "array", "uniqueItems": True},
                "physicalLocation": {
                    "properties": {
                        "artifactLocation": {
                            "properties": {"uri": {"type": "string", "format": "uri-reference"}}
                        },
                        "region": {
                            "additionalProperties": False,
                            "properties": {
                                "startLine": {"type": "integer", "minimum": 1},
                                "startColumn": {"type": "integer", "minimum": 1},
                            },
                        },
                    }
                },
            },
        }
    },
}


def test_text_is_one_line_and_a_hint_and_cannot_drive_a_terminal() -> None:
    head, hint = as_text(NASTY).split("\n")
    assert head == (
        "dir, 1/ä:b%.yaml:3:7: warning: 50% of\\r\\n::error::names, here: odd"
        " [odd-name] at #/paths/~1a,b:c"
    )
    assert hint == "    Rename\\x1b[31m it."
    assert as_text(BARE) == "note: hello [hello]"


def test_json_holds_everything() -> None:
    first, second, third = json.loads(as_format(ALL, "json"))
    assert (first["file"], first["line"], first["column"]) == ("dir, 1/ä:b%.yaml", 3, 7)
    assert (first["severity"], first["message"]) == ("warning", NASTY.message)
    assert (second["file"], second["line"]) == ("/abs/x.json", None)
    assert third["file"] is None


def test_github_annotations_can_be_read_back() -> None:
    lines = as_format(ALL, "github").splitlines()
    assert len(lines) == 3
    found = re.fullmatch(r"::warning (.*?)::(.*)", lines[0])
    assert found
    properties = {
        name: unquote(value) for name, value in (pair.split("=", 1) for pair in found[1].split(","))
    }
    assert properties == {
        "title": "twinspec: odd-name",
        "file": "dir, 1/ä:b%.yaml",
        "line": "3",
        "col": "7",
    }
    assert unquote(found[2]) == f"{NASTY.message} {NASTY.hint}"
    assert lines[1].startswith("::error ")
    assert lines[2] == "::notice title=twinspec%3A hello::hello"


@pytest.mark.parametrize("found", [ALL, ()])
def test_sarif_is_valid(found: tuple[Diagnostic, ...]) -> None:
    log = json.loads(as_format(found, "sarif"))
    jsonschema_rs.Draft202012Validator(SARIF, validate_formats=True).validate(log)
    assert [one["level"] for one in log["runs"][0]["results"]] == [one.severity for one in found]


def test_sarif_places() -> None:
    first, second, third = json.loads(as_format(ALL, "sarif"))["runs"][0]["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "dir%2C%201/%C3%A4%3Ab%25.yaml"}
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert second["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "file:///abs/x.json"}
    }
    assert "locations" not in third


def test_many_warnings_are_summarised(capsys: pytest.CaptureFixture[str]) -> None:
    many = [Diagnostic("w", Severity.WARNING, f"#/{n}", "odd") for n in range(25)]
    Console().diagnose([BARE, *many, PLAIN])
    captured = capsys.readouterr()
    lines = captured.err.splitlines()
    assert captured.out == ""
    assert lines[0] == as_text(PLAIN)
    assert len(lines) == 22
    assert lines[-1] == "... and 5 warnings and 1 note more; --report FILE.json has all"


def test_quiet_prints_errors_only(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(quiet=True)
    console.diagnose(ALL)
    console.say("done")
    assert capsys.readouterr().err == as_text(PLAIN) + "\n"
