"""``docs/coverage.md``: each keyword with what models make of it, found out by trying."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keyword_probes import PROBES, document_of_probes
from model_factory import generate_models
from pydantic import BaseModel, ValidationError
from twin._runtime.decoding import Decoder
from twin._runtime.errors import DecodeError
from twin._runtime.schema_keywords import canonical
from twin.server._runtime.document import Document

if TYPE_CHECKING:
    from keyword_probes import Probe

PATH = Path(__file__).parents[2] / "docs" / "coverage.md"

_HEAD = """\
# What becomes of each keyword

Made by `UPDATE_COVERAGE=1 pytest tests/conformance`; a test compares. Every row was tried: the values of
its probe (`tests/support/keyword_probes.py`) go through generated models, through the same models in strict
mode, and through the validation of the mock.

Whatever the row says: a client takes every value, valid or not, and gives it back equal.

- **in the type**: the model's own type refuses an invalid value. A client then decodes as much as
  fits and keeps the rest as it came.
- **strict**: a strict client, and `Model.model_validate(..., strict=True)`, refuse an invalid value.
- **mock**: the mock and the endpoint stubs refuse it.
- `-`: the keyword refuses nothing.

| keyword | in the type | strict | mock | becomes |
|---|---|---|---|---|
"""

_SUITE = """
## JSON Schema Test Suite

Of the required tests of draft 2020-12 models take every valid instance and give it back; strict mode and
the mock take every valid instance and refuse every invalid one (`tests/conformance` judges them all).
"""

_APPROXIMATED = """
## Approximated

- A schema without `type` is taken for the type that its keywords speak of; values of other types stay as
  they come. A class of such a schema says so: `class Folder(Model, any_type=True)`.
- A property that `patternProperties` does not match, where `additionalProperties` says nothing, may have any
  value; the mapping's type is that of the patterns.
- Properties that `then`, `else` and `dependentSchemas` declare, themselves or by reference, are optional
  fields, whatever the condition says.
- A discriminator's property that a variant does not declare is an optional field of it.
- Of `date-time`s the instant is kept, to the last digit, and the offset; `t`, `z` and `-00:00` are written
  `T`, `Z` and `Z`.
- `format`, `contentEncoding`, `contentMediaType` and `contentSchema` judge nothing in models, strict or not:
  they are annotations (JSON Schema validation, sections 7.2.1 and 8.1), and servers are careless with
  them. The mock does hold what it receives to `format`, `int32` and `int64` included, unless the document
  says that its dialect is JSON Schema's own: `jsonSchemaDialect`, or `$schema` in a schema, is
  `https://json-schema.org/draft/2020-12/schema`. There a format is an annotation.
- `$dynamicRef` is exact, by copies: a schema that means different things on different ways to it becomes
  one schema for each. `$recursiveRef` (2019-09) means the nearest anchor.
- Two members of a `oneOf` that accept the same object: the mock and the stubs refuse it, unless all that one
  of them can say with the properties it names fits another one as well; then nothing would be right.
- Members of a `oneOf` that nothing but their formats tells apart (an e-mail address or an IP address): strict
  mode judges no formats, so it takes whatever fits a member but for its format, and does not count. The
  mock holds the value to the formats, and counts.
- `oneOf` with a discriminator is judged by the variant that the value names, not by counting.
- A keyword with a value of the wrong kind (`type: int`, `minimum: "3"`, `required: true`) says nothing. The
  document that stubs and mock judge by is without it, so that everything beside it still judges.
"""


def render(folder: Path) -> str:
    """Try all keywords, with models generated into ``folder``, and return the text of the document."""
    generated = generate_models(document_of_probes(), folder)
    mock = Document(generated.document, {"operations": []})
    rows = [
        _row(probe, getattr(generated.models, f"Holder{index}"), mock, index)
        for index, probe in enumerate(PROBES)
    ]
    return "\n".join([_HEAD + "\n".join(rows), _SUITE.rstrip("\n"), _APPROXIMATED])


def _row(probe: Probe, holder: type[BaseModel], mock: Document, index: int) -> str:
    decoder = Decoder(holder)
    for value in (*probe.valid, *probe.invalid):
        data = {"value": value}
        assert canonical(decoder.from_json(_text(data)).to_dict()) == canonical(data), probe
    for value in probe.valid:
        decoder.from_json(_text({"value": value}), strict=True)
    validator = mock.validator(f"#/components/schemas/Holder{index}", "response")
    invalid = [{"value": value} for value in probe.invalid]
    columns = (
        [_refuses_by_type(holder, data) for data in invalid],
        [_refuses_strictly(decoder, data) for data in invalid],
        [not validator.is_valid(data) for data in invalid],
    )
    return f"| {probe.keyword} | {' | '.join(map(_word, columns))} | {probe.note} |"


def _word(refused: list[bool]) -> str:
    if not refused:
        return "-"
    return "yes" if all(refused) else "partly" if any(refused) else "no"


def _text(data: Any) -> bytes:
    return json.dumps(data).encode()


def _refuses_by_type(holder: type[BaseModel], data: Any) -> bool:
    try:
        holder.model_validate(data)
    except ValidationError:
        return True
    return False


def _refuses_strictly(decoder: Decoder, data: Any) -> bool:
    try:
        decoder.from_json(_text(data), strict=True)
    except DecodeError:
        return True
    return False
