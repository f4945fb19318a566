from __future__ import annotations

import pytest

from generator.diagnostics import DiagnosticError
from generator.files import GeneratedFile
from generator.targets.python.format import FormatError, format_files

UGLY = "x = {'a':1}\ndef f( ): return   x\n"
PRETTY = 'x = {"a": 1}\n\n\ndef f():\n    return x\n'
LONG = (
    "value = some_function(first_argument_is_long, second_argument_is_long, third_is_also_long)\n"
)


@pytest.mark.parametrize("formatter", ["ruff", "black"])
def test_only_python_is_formatted_and_the_order_stays(formatter: str) -> None:
    files = [
        GeneratedFile("pkg/z.py", UGLY),
        GeneratedFile("pkg/data.json", "{ }"),
        GeneratedFile("build/dist/a.py", UGLY),
        GeneratedFile("pkg/long.py", LONG),
    ]
    formatted = format_files(files, formatter)  # type: ignore[arg-type]  # parametrized text
    assert [file.path for file in formatted] == [file.path for file in files]
    assert [file.text for file in formatted] == [PRETTY, "{ }", PRETTY, LONG]
    assert format_files(files, "none") == tuple(files)


@pytest.mark.parametrize("formatter", ["ruff", "black"])
def test_output_that_does_not_parse_is_named(formatter: str) -> None:
    files = [GeneratedFile("pkg/good.py", UGLY), GeneratedFile("pkg/bad.py", "def (:\n")]
    with pytest.raises(FormatError, match=r"pkg/bad\.py"):
        format_files(files, formatter)  # type: ignore[arg-type]  # parametrized text
    assert issubclass(FormatError, DiagnosticError)  # which is told, not shown as a traceback


def test_configuration_around_does_not_leak_in(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("project")
    (folder / "ruff.toml").write_text('line-length = 20\n[format]\nquote-style = "single"\n')
    monkeypatch.chdir(folder)
    assert format_files([GeneratedFile("a.py", LONG)], "ruff")[0].text == LONG
