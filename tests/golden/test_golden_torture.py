"""Ninety constructs that have broken some generator, and where a golden document has each of them.

A place is the folder of the document and the keys that lead to the construct; the golden tests hold
what it becomes against the compiler, ruff, black, mypy and pyright.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
# Number, what it is, golden document, place: `:name` is a schema, `:name/x` a property of one; else keys
# separated by blanks.
PLACES = """
1 two schemas that refer to each other | recursion | :Sister/brother
2 itself in array items | recursion | :Folder/folders
3 a JSON value as a union of itself | recursion | :JsonValue
4 lists of lists over a union named later | recursion | :Grid
5 recursive allOf | recursion | :Comment
6 required recursive property | recursion | :Sum/left
7 a chain of references in a circle | recursion | :Selfish
8 circles through several names | recursion | :Note/about
9 allOf of one reference that is allOf itself | allof | :Staff
10 allOf with nothing but required beside | allof | :NewEmployee
11 a child overrides part of a property | allof | :Manager
12 allOf merges array items | allof | :Manager
13 allOf of subsets of an enum | allof | :Warm
14 allOf of primitives, with oneOf, multipleOf | allof | :Limits/step
15 allOf over a root type keeps limits | allof | :ShortId
16 oneOf whose members overlap | unions | :Answer/overlap
17 oneOf of a primitive and an object | unions | :Answer/number_or_object
18 oneOf of a text and a list of texts | unions | :Answer/word_or_words
19 anyOf of primitives in a parameter | unions | paths /search get parameters 0
20 null more than once | unions | :Answer/nulls
21 mapping on a parent, children without the property | discriminators | :Vehicle
22 an enum as the discriminator | discriminators | :VehicleKind
23 several values for one variant | discriminators | :Created/event-type
24 values that are no texts | discriminators | :Versioned
25 inline allOf members | discriminators | :Inline
26 mapped to itself | discriminators | :Vehicle
27 a name that is no Python name, lists of the union | discriminators | :Everything/shapes
28 implicit mapping, mapping by bare name | discriminators | :Event
29 discriminator without oneOf | discriminators | :Vehicle
30 values that are not known yet | discriminators | :Event
31 an empty enum | enums | :Enums/empty
32 null alone, null inside | enums | :Enums/null_only
33 nullable without a null member | enums | :Enums/null_not_listed
34 values that differ in case | enums | :Enums/cases
35 signs that count | enums | :Zone
36 blanks, leading digits | enums | :Enums/odd
37 values of several types | enums | :Enums/mixed
38 negative numbers | enums | paths /enums/{zone} get parameters 2
39 members called like methods | enums | :Enums/methods
40 constants of every type | enums | :Enums/constant_object
41 constants in oneOf | enums | :Enums/by_const
42 booleans | enums | :Enums/truth
43 names of the wrong number | enums | :Enums/named
44 names that differ in case and underscores | names | :class/fooBar
45 keywords as names | names | paths /class/{from}/{self} get
46 parameters called like the client's own | identifiers | paths /client get parameters 0
47 properties called like what models have | names | :class/model_config
48 models called like imports | identifiers | :Operation
49 leading underscores and digits | identifiers | :_Private/_id
50 symbols in an operationId | identifiers | paths /client get operationId
51 one operationId twice, none at all | identifiers | paths /client put operationId
52 missing, odd and foreign tags | identifiers | paths /client get tags
53 two schemas of one title | identifiers | :org.example.Model
54 dots in names | identifiers | :com.example.Model
55 backslashes and quotes in descriptions | names | info description
56 hostile texts | names | paths /class/{from}/{self} get summary
57 defaults of lists, objects and models | defaults | :Settings/theme
58 defaults of enums | defaults | :Settings/slow
59 {} for a free-form object | defaults | :Settings/object
60 defaults of the wrong type, falsy ones | defaults | :Settings/wrong
61 a reference or null | defaults | :Settings/maybe_theme
62 null in lists | defaults | :Settings/holes
63 absent, null and default are three things | defaults | :Settings/three
64 readOnly in required | defaults | :Settings/created
65 integers of 64 bits and beyond | defaults | :Settings/huge
66 byte, binary, contentEncoding | defaults | :Settings/encoded
67 local times, times, durations | defaults | :Settings/local
68 schemas without a type | defaults | :Settings/untyped_object
69 keywords beside $ref | keywords | :Keywords/sibling
70 prefixItems | keywords | :Keywords/pair
71 patternProperties, propertyNames | keywords | :Keywords/patterns
72 typed additionalProperties beside properties | keywords | :Keywords/typed
73 unevaluatedProperties | keywords | :Keywords/closed
74 contains | keywords | :Keywords/contains
75 if, dependentSchemas, $dynamicRef, $defs | keywords | :Keywords/conditional
76 references to and within other files | references | :User/address
77 references to path items, deep ones | references | paths /users $ref
78 references to bodies, responses, parameters | references | components pathItems User patch requestBody $ref
79 deepObject, pipes, spaces | parameters | paths /search get parameters 2
80 parameters by content, allowReserved, cookies | parameters | paths /search get parameters 6
81 arrays in headers | parameters | paths /points/{point} get parameters 1
82 hyphens and overrides of path parameters | parameters | paths /points/{point} parameters 1
83 multipart: files, JSON parts, null, unions, types | multipart | paths /images post requestBody
84 nested forms | multipart | paths /charges post requestBody
85 text, XML, ranges, parameters of media types | multipart | paths /anything put requestBody
86 several bodies | multipart | paths /messages post requestBody
87 204 beside 200, several 2xx, ranges, default | responses | paths /jobs post responses 4XX
88 security: {}, AND, OR, two bearers | security | paths /both get security
89 servers of paths, callbacks, webhooks | security | paths /upload servers
90 YAML 1.1 words, circles in extensions | documents | :Country/no
"""
CASES = [
    (int(line.split()[0]), *(part.strip() for part in line.split(" ", 1)[1].split("|")))
    for line in PLACES.strip().splitlines()
]


class _Text(yaml.BaseLoader):
    """All scalars are text: only the places matter."""


def _document(case: str) -> Any:
    # `<<` is an ordinary key without the tags of the other loaders.
    return yaml.load((HERE / case / "openapi.yaml").read_text("utf-8"), Loader=_Text)  # noqa: S506


def _steps(place: str) -> list[str]:
    if not place.startswith(":"):
        return place.split()
    name, _, field = place[1:].partition("/")
    return ["components", "schemas", name, *(["properties", field] if field else [])]


def test_all_ninety_are_there() -> None:
    assert [number for number, *_ in CASES] == list(range(1, 91))


@pytest.mark.parametrize(("number", "what", "case", "place"), CASES)
def test_a_golden_document_has_it(number: int, what: str, case: str, place: str) -> None:
    assert what
    found = _document(case)
    for step in _steps(place):
        found = found[int(step) if isinstance(found, list) else step]
    assert found is not None, number
