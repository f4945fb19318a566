"""References: what they lead to, what is brought in, and what happens to those that lead nowhere."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema_rs import validator_for

from generator.diagnostics import Diagnostics
from generator.source import Document, SpecTree, bundle_text, load, resolve
from generator.source.remote import fetch_reference

if TYPE_CHECKING:
    from pathlib import Path


def document(data: dict[str, Any], uri: str = "openapi.json") -> Document:
    complete = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, **data}
    return Document(uri, complete, json.dumps(complete).encode(), "json", "")


def resolved(data: dict[str, Any]) -> tuple[SpecTree, list[tuple[str, str]]]:
    source = document(data)
    before = copy.deepcopy(source.data)
    diagnostics = Diagnostics()
    tree = resolve(source, diagnostics)
    assert source.data == before, "the input was changed"
    return tree, [(found.code, found.pointer) for found in diagnostics]


def schemas(entries: dict[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    tree, found = resolved({"components": {"schemas": entries}})
    return tree.root["components"]["schemas"], found


def files(
    folder: Path, contents: dict[str, Any], *, allow_remote: bool = False
) -> tuple[SpecTree, list[str]]:
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False)
        )
    diagnostics = Diagnostics()
    name = next(iter(contents))
    tree = resolve(load(folder / name, diagnostics), diagnostics, allow_remote=allow_remote)
    return tree, [str(found) for found in diagnostics]


def openapi(**sections: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, **sections}


def using(reference: str) -> dict[str, Any]:
    return openapi(components={"schemas": {"User": {"properties": {"x": {"$ref": reference}}}}})


def test_plain_documents_are_shared_not_copied() -> None:
    source = document(
        {"components": {"schemas": {"A": {"$ref": "#/components/schemas/B"}, "B": {}}}}
    )
    tree = resolve(source, Diagnostics())
    assert tree.root is source.data
    assert tree.version == "3.1.0"


@pytest.mark.parametrize(
    ("reference", "settled"),
    [
        ("#/components/schemas/a~1b", "#/components/schemas/a~1b"),
        ("#/components/schemas/a%2Fb", "#/components/schemas/a~1b"),
        ("#/components/schemas/c%20d", "#/components/schemas/c d"),
        ("#/components/schemas/50%25", "#/components/schemas/50%"),
        ("#/components/schemas/x%20y", "#/components/schemas/x%20y"),
        ("#/components/schemas/e~0f/", "#/components/schemas/e~0f"),
        ("openapi.json#/components/schemas/c d", "#/components/schemas/c d"),
        ("./openapi.json#/components/schemas/c d", "#/components/schemas/c d"),
        ("#/components/schemas/Alias/properties/p", "#/components/schemas/c d/properties/p"),
        (
            "#/components/responses/R/content/t~1x/schema",
            "#/components/responses/R/content/t~1x/schema",
        ),
    ],
)
def test_spellings_of_a_pointer(reference: str, settled: str) -> None:
    named: dict[str, Any] = {
        "a/b": {},
        "c d": {"properties": {"p": {}}},
        "50%": {},
        "x%20y": {},
        "e~f": {},
    }
    named["Alias"] = {"$ref": "#/components/schemas/c d"}
    tree, found = resolved(
        {
            "components": {
                "schemas": {**named, "Z": {"items": {"$ref": reference}}},
                "responses": {"R": {"description": "", "content": {"t/x": {"schema": {}}}}},
            }
        }
    )
    assert tree.follow("#/components/schemas/Z/items") == {"$ref": settled}
    assert tree.follow(settled) is not None
    assert found == []


def test_payload_is_not_read() -> None:
    data = {
        "enum": [{"$ref": "#/none"}],
        "default": {"$ref": "#/none"},
        "const": {"$ref": "#/none"},
        "examples": [{"$ref": "#/none"}],
        "x-y": {"$ref": "#/none"},
        "properties": {"$ref": {"type": "string"}, "example": {"type": "string"}},
    }
    found = schemas({"A": data})
    assert found == ({"A": data}, [])


def test_a_property_named_ref_is_walked() -> None:
    found, _ = schemas(
        {"A": {"properties": {"$ref": {"items": {"$ref": "#/components/schemas/none"}}}}}
    )
    assert found["A"]["properties"]["$ref"] == {"items": {}}


def test_dangling_references_are_removed_everywhere() -> None:
    tree, found = resolved(
        {
            "paths": {
                "/a": {
                    "parameters": [{"$ref": "#/components/parameters/none"}],
                    "get": {"responses": {"200": {"$ref": "#/components/responses/none"}}},
                },
                "/b": {"$ref": "#/paths/none"},
            },
            "components": {
                "schemas": {"A": {"$ref": 7}, "B": {"$ref": "#nowhere", "description": "kept"}},
                "callbacks": {"C": {"{$url}": {"$ref": "#/none"}}},
                "examples": {"E": {"$ref": "none.json"}},
            },
        }
    )
    root = tree.root
    assert root["paths"]["/a"]["parameters"] == [{}]
    assert root["paths"]["/a"]["get"]["responses"] == {"200": {}}
    assert root["paths"]["/b"] == {}
    assert root["components"]["schemas"] == {"A": {}, "B": {"description": "kept"}}
    assert root["components"]["callbacks"] == {"C": {"{$url}": {}}}
    assert {code for code, _ in found} == {"dangling-reference"}
    assert [pointer for _, pointer in found] == [
        "#/paths/~1a/parameters/0",
        "#/paths/~1a/get/responses/200",
        "#/paths/~1b",
        "#/components/schemas/A",
        "#/components/schemas/B",
        "#/components/callbacks/C/{$url}",
        "#/components/examples/E",
    ]


def test_circles_of_references_are_cut() -> None:
    def ref(name: str) -> dict[str, str]:
        return {"$ref": f"#/components/schemas/{name}"}

    found, codes = schemas(
        {"A": ref("A"), "B": ref("C"), "C": ref("B"), "D": ref("B"), "E": {"items": ref("E")}}
    )
    assert found == {"A": {}, "B": {}, "C": {}, "D": ref("B"), "E": {"items": ref("E")}}
    assert codes == [("dangling-reference", f"#/components/schemas/{name}") for name in "ABC"]


@pytest.mark.parametrize(
    "reference",
    [
        "Pet",
        "#/definitions/Pet",
        "#Pet",
        "/components/schemas/Pet",
        "#components/schemas/Pet",
    ],
)
def test_misspelled_references(reference: str) -> None:
    found, codes = schemas({"Pet": {}, "A": {"items": {"$ref": reference}}})
    assert found["A"] == {"items": {"$ref": "#/components/schemas/Pet"}}
    assert codes == [("misspelled-reference", "#/components/schemas/A/items")]


def test_the_whole_document_means_the_schema_around() -> None:
    found, codes = schemas({"A": {"properties": {"next": {"$ref": "#"}}}})
    assert found["A"]["properties"]["next"] == {"$ref": "#/components/schemas/A"}
    assert codes == [("misspelled-reference", "#/components/schemas/A/properties/next")]


def test_identifiers_and_anchors() -> None:
    found, codes = schemas(
        {
            "A": {
                "$id": "https://example.com/a.json",
                "$defs": {"in": {"type": "string"}, "named": {"$anchor": "n", "type": "null"}},
                "prefixItems": [{"$ref": "#/$defs/in"}, {"$ref": "#n"}, {"$ref": "b.json#top"}],
                "items": {"$ref": "#/components/schemas/C"},
            },
            "B": {"$id": "https://example.com/b.json", "$anchor": "top", "type": "integer"},
            "C": {"$ref": "https://example.com/b.json"},
        }
    )
    assert found["A"] == {
        "$defs": {"in": {"type": "string"}, "named": {"type": "null"}},
        "prefixItems": [
            {"$ref": "#/components/schemas/A/$defs/in"},
            {"$ref": "#/components/schemas/A/$defs/named"},
            {"$ref": "#/components/schemas/B"},
        ],
        "items": {"$ref": "#/components/schemas/C"},
    }
    assert found["C"] == {"$ref": "#/components/schemas/B"}
    assert codes == []


def test_dynamic_references_are_read_statically() -> None:
    found, codes = schemas(
        {
            "Tree": {"$dynamicAnchor": "node", "properties": {"sub": {"$dynamicRef": "#node"}}},
            "Old": {"$recursiveAnchor": True, "items": {"$recursiveRef": "#"}},
        }
    )
    assert found["Tree"] == {"properties": {"sub": {"$ref": "#/components/schemas/Tree"}}}
    assert found["Old"] == {"items": {"$ref": "#/components/schemas/Old"}}
    assert [code for code, _ in codes] == [
        "dynamic-reference"
    ]  # of 2019-09, which is read statically


def test_a_dynamic_reference_means_what_the_schema_around_it_is_extended_by() -> None:
    found, codes = schemas(
        {
            "List": {
                "$id": "list",
                "items": {"$dynamicRef": "#item"},
                "$defs": {"any": {"$dynamicAnchor": "item"}},
            },
            "Numbers": {
                "$id": "numbers",
                "$ref": "list",
                "$defs": {"number": {"$dynamicAnchor": "item", "type": "number"}},
            },
            "Plain": {"$ref": "#/components/schemas/List"},
        }
    )
    assert found["List"]["items"] == {"$ref": "#/components/schemas/List/$defs/any"}
    assert found["Plain"] == {"$ref": "#/components/schemas/List"}
    assert found["Numbers"]["$ref"] == "#/components/schemas/Numbers_List"
    assert found["Numbers_List"] == {"items": {"$ref": "#/components/schemas/Numbers/$defs/number"}}
    assert codes == []


def test_a_copied_schema_is_located_where_it_was_written(tmp_path: Path) -> None:
    tree, found = files(
        tmp_path,
        {
            "openapi.json": openapi(components={"schemas": {"Names": {"$ref": "names.json"}}}),
            "names.json": {
                "$ref": "list.json",
                "$defs": {"name": {"$dynamicAnchor": "item", "type": "string"}},
            },
            "list.json": {
                "type": "array",
                "items": {"$dynamicRef": "#item"},
                "$defs": {"any": {"$dynamicAnchor": "item"}},
            },
        },
    )
    copy = tree.follow("#/components/schemas/Names")["$ref"]
    item = tree.follow(f"{copy}/items")["$ref"]
    assert tree.follow(item) == {"type": "string"}
    assert tree.locate(copy).uri.endswith("list.json")
    assert found == []


def test_copies_are_not_made_without_end() -> None:
    anchors = {
        f"A{n}": {"$id": f"a{n}", "$dynamicAnchor": "x", "$ref": "loop"} for n in range(1200)
    }
    loop = {"$id": "loop", "not": {"$dynamicRef": "#x"}, "$defs": {"x": {"$dynamicAnchor": "x"}}}
    found, _ = schemas({"Loop": loop, **anchors})
    assert len(found) == 1 + 1200 + 1000


def test_keywords_of_a_vocabulary_that_is_left_out_mean_nothing() -> None:
    vocabulary = {
        f"https://json-schema.org/draft/2020-12/vocab/{name}": True
        for name in ("core", "applicator")
    }
    found, _ = schemas(
        {
            "Dialect": {"$id": "https://a.example/dialect", "$vocabulary": vocabulary},
            "Free": {
                "$schema": "https://a.example/dialect",
                "properties": {"minimum": {"minimum": 3, "title": "kept"}},
            },
        }
    )
    assert found["Free"]["properties"] == {"minimum": {"title": "kept"}}


def test_what_stands_outside_of_openapi_is_brought_in() -> None:
    tree, found = resolved(
        {
            "x-shared": {"Pet": {"properties": {"mate": {"$ref": "#/x-shared/Pet"}}}},
            "components": {"schemas": {"A": {"items": {"$ref": "#/x-shared/Pet"}}}},
        }
    )
    assert tree.follow("#/components/schemas/A/items") == {"$ref": "#/components/schemas/Pet"}
    assert tree.follow("#/components/schemas/Pet/properties/mate") == {
        "$ref": "#/components/schemas/Pet"
    }
    assert tree.locate("#/components/schemas/Pet/properties").column == source_column(tree)
    assert found == []


def source_column(tree: SpecTree) -> int:
    text = json.dumps(tree.origins["#"].document.data)
    return text.index('"properties"') + 1


def test_files_are_bundled(tmp_path: Path) -> None:
    tree, found = files(
        tmp_path,
        {
            "openapi.yaml": openapi(
                paths={"/pets": {"$ref": "paths/pets.yaml"}, "/more": {"$ref": "paths/pets.yaml"}},
                components={
                    "schemas": {"Pet": {"$ref": "schemas/Pet.yaml"}, "Error": {"type": "string"}}
                },
            ),
            "paths/pets.yaml": {
                "get": {
                    "parameters": [{"$ref": "../params.json#/Limit"}],
                    "responses": {"200": {"$ref": "../common.yaml#/responses/Pets"}},
                }
            },
            "params.json": '{"Limit": {"name": "limit", "in": "query", "schema": {"type": "integer"}}}',
            "common.yaml": {
                "responses": {
                    "Pets": {
                        "description": "ok",
                        "content": {"a/b": {"schema": {"$ref": "schemas/Pet.yaml"}}},
                    }
                },
                "Error": {"type": "object"},
            },
            "schemas/Pet.yaml": {
                "properties": {
                    "parent": {"$ref": "Pet.yaml"},
                    "toy": {"$ref": "#/$defs/Toy"},
                    "error": {"$ref": "../common.yaml#/Error"},
                    "root": {"$ref": "../openapi.yaml#/components/schemas/Error"},
                },
                "$defs": {"Toy": {"type": "string"}},
            },
        },
    )
    assert found == []
    root = tree.root
    get = root["paths"]["/pets"]["get"]
    assert get["parameters"] == [{"$ref": "#/components/parameters/Limit"}]
    assert get["responses"] == {"200": {"$ref": "#/components/responses/Pets"}}
    assert root["paths"]["/more"] == {"$ref": "#/paths/~1pets"}
    assert tree.follow("#/components/parameters/Limit/name") == "limit"
    assert tree.follow("#/components/responses/Pets/content/a~1b/schema") == {
        "$ref": "#/components/schemas/Pet"
    }
    assert root["components"]["schemas"]["Pet"]["properties"] == {
        "parent": {"$ref": "#/components/schemas/Pet"},
        "toy": {"$ref": "#/components/schemas/Toy"},
        "error": {"$ref": "#/components/schemas/common_Error"},
        "root": {"$ref": "#/components/schemas/Error"},
    }
    place = tree.locate("#/components/schemas/Pet/properties/toy")
    assert place.uri == str(tmp_path / "schemas/Pet.yaml")
    text = (tmp_path / "schemas/Pet.yaml").read_text().splitlines()
    assert text[place.line - 1].strip() == "toy:"  # type: ignore[operator]
    assert tree.locate("#/components/parameters/Limit/name").uri == str(tmp_path / "params.json")


def test_whole_sections_in_files(tmp_path: Path) -> None:
    tree, found = files(
        tmp_path,
        {
            "openapi.yaml": openapi(
                paths={"$ref": "paths.yaml"}, components={"schemas": {"$ref": "all.yaml"}}
            ),
            "paths.yaml": {"/a": {"get": {"responses": {}}}},
            "all.yaml": {"A": {"type": "string"}, "B": {"$ref": "#/A"}},
        },
    )
    assert found == []
    assert tree.root["paths"] == {"/a": {"get": {"responses": {}}}}
    assert tree.root["components"]["schemas"]["A"] == {"type": "string"}
    target = tree.follow("#/components/schemas/B/$ref")
    assert tree.follow(target) == {"type": "string"}


def test_files_in_a_circle(tmp_path: Path) -> None:
    tree, found = files(
        tmp_path,
        {
            "a.yaml": using("b.yaml"),
            "b.yaml": {"items": {"$ref": "c.yaml"}},
            "c.yaml": {"items": {"$ref": "b.yaml"}},
        },
    )
    assert found == []
    assert tree.follow("#/components/schemas/b/items") == {"$ref": "#/components/schemas/c"}
    assert tree.follow("#/components/schemas/c/items") == {"$ref": "#/components/schemas/b"}


def test_files_that_only_refer_in_a_circle(tmp_path: Path) -> None:
    tree, found = files(
        tmp_path,
        {"a.yaml": using("b.yaml"), "b.yaml": {"$ref": "c.yaml"}, "c.yaml": {"$ref": "b.yaml"}},
    )
    assert tree.follow("#/components/schemas/b") == {}
    assert tree.follow("#/components/schemas/c") == {}
    assert len(found) == 2


def test_path_items_in_a_circle(tmp_path: Path) -> None:
    item = {"post": {"callbacks": {"c": {"{$url}": {"$ref": "p.yaml"}}}, "responses": {}}}
    tree, found = files(
        tmp_path, {"a.yaml": openapi(paths={"/p": {"$ref": "p.yaml"}}), "p.yaml": item}
    )
    assert found == []
    assert tree.follow("#/paths/~1p/post/callbacks/c/{$url}") == {"$ref": "#/paths/~1p"}


def test_names_from_files_are_unique_and_legal(tmp_path: Path) -> None:
    tree, _ = files(
        tmp_path,
        {
            "a.yaml": openapi(
                components={
                    "schemas": {
                        "Pet": {},
                        "U": {"prefixItems": [{"$ref": f"{n}/Pet.yaml"} for n in "xyz"]},
                        "V": {"$ref": "we ird.yaml#/a%20b", "description": "d"},
                    }
                }
            ),
            **{f"{n}/Pet.yaml": {"title": n} for n in "xyz"},
            "we ird.yaml": {"a b": {"title": "odd"}},
        },
    )
    assert tree.follow("#/components/schemas/U/prefixItems") == [
        {"$ref": f"#/components/schemas/Pet_{n}"} for n in (2, 3, 4)
    ]
    assert tree.follow("#/components/schemas/V") == {
        "description": "d",
        "$ref": "#/components/schemas/a_b",
    }


def test_discriminator_mappings_are_references(tmp_path: Path) -> None:
    def choice(**mapping: str) -> dict[str, Any]:
        return {"oneOf": [], "discriminator": {"propertyName": "kind", "mapping": mapping}}

    shape = choice(a="#/components/schemas/Cat", b="Dog")
    tree, found = files(
        tmp_path,
        {
            "a.yaml": openapi(
                components={
                    "schemas": {
                        "S": choice(one="b.yaml#/components/schemas/Shape", two="S", three="#/no"),
                    }
                }
            ),
            "b.yaml": openapi(components={"schemas": {"Shape": shape, "Cat": {}, "Dog": {}}}),
        },
    )
    assert tree.follow("#/components/schemas/S/discriminator/mapping") == {
        "one": "#/components/schemas/Shape",
        "two": "S",
    }
    assert tree.follow("#/components/schemas/Shape/discriminator/mapping") == {
        "a": "#/components/schemas/Cat",
        "b": "#/components/schemas/Dog",
    }
    assert len(found) == 1


def test_files_of_another_version_are_upgraded(tmp_path: Path) -> None:
    old = {
        "swagger": "2.0",
        "paths": {},
        "definitions": {"Pet": {"type": "string", "x-nullable": True}},
    }
    tree, found = files(tmp_path, {"a.yaml": using("old.yaml#/definitions/Pet"), "old.yaml": old})
    assert found == []
    assert tree.follow("#/components/schemas/Pet") == {"type": ["string", "null"]}


def test_what_is_out_of_bounds_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("type: string")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    for reference in ("../secret.yaml", "link.yaml", "https://example.com/a.yaml", "/etc/hostname"):
        tree, found = files(tmp_path, {"in/a.yaml": using(reference)})
        assert tree.follow("#/components/schemas/User/properties/x") == {}
        assert len(found) == 1
        assert "[refused-reference]" in found[0]
        assert "allow_remote" in found[0]
    tree, found = files(tmp_path, {"in/a.yaml": using("../secret.yaml")}, allow_remote=True)
    assert tree.follow("#/components/schemas/secret") == {"type": "string"}
    assert found == []


@pytest.mark.parametrize(
    ("content", "words"),
    [("a: [", "broken YAML"), ("- 1", "not an object"), (None, "no such file"), ("", "empty")],
)
def test_files_that_cannot_be_read(tmp_path: Path, content: str | None, words: str) -> None:
    if content is not None:
        (tmp_path / "b.yaml").write_text(content)
    tree, found = files(tmp_path, {"a.yaml": using("b.yaml")})
    assert tree.follow("#/components/schemas/User/properties/x") == {}
    assert len(found) == 1
    assert words in found[0]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]"])
def test_private_addresses_are_never_read(host: str) -> None:
    with pytest.raises(Exception, match="not a public address"):
        fetch_reference(f"http://{host}/a.yaml", "openapi.yaml")


def test_bundle_is_one_valid_document() -> None:
    tree, _ = resolved(
        {
            "components": {
                "schemas": {
                    "a {b}": {"type": "string"},
                    "C": {"$ref": "#/components/schemas/a {b}"},
                }
            }
        }
    )
    bundled = json.loads(bundle_text(tree))
    assert bundled["components"]["schemas"]["C"] == {"$ref": "#/components/schemas/a%20%7Bb%7D"}
    judge = validator_for({**bundled, "$ref": "#/components/schemas/C"})
    assert judge.is_valid("x")
    assert not judge.is_valid(1)


def test_follow() -> None:
    tree, _ = resolved({"x-a": {"b/c": [{"d": None}]}})
    assert tree.follow("#") is tree.root
    assert tree.follow("#/x-a/b~1c/0") == {"d": None}
    assert tree.follow("#/x-a/b~1c/0/d") is None
    for pointer in ("#/x-a/none", "#/x-a/b~1c/1", "#/x-a/b~1c/-1", "#/x-a/b~1c/0/d/e", "x"):
        with pytest.raises(KeyError):
            tree.follow(pointer)


def test_pointers_go_through_references(tmp_path: Path) -> None:
    inner = {"get": {"parameters": [{"name": "q", "in": "query", "schema": {"enum": ["a"]}}]}}
    tree, found = files(
        tmp_path,
        {
            "openapi.yaml": openapi(
                paths={
                    "/a": {"$ref": "paths.yaml#/a"},
                    "/loop": {"$ref": "#/paths/~1loop/get"},
                },
                components={
                    "schemas": {
                        "S": {"$ref": "#/paths/~1a/get/parameters/0/schema"},
                        "Gone": {"$ref": "#/paths/~1a/get/parameters/7/schema"},
                    }
                },
            ),
            "paths.yaml": {"a": inner},
        },
    )
    assert tree.root["components"]["schemas"]["S"] == {"enum": ["a"]}
    assert [message.partition(" [")[2].partition("]")[0] for message in found] == [
        *("dangling-reference", "dangling-reference")
    ]


@pytest.mark.parametrize(
    ("uri", "own_name", "expected"),
    [
        ("https://a.test/api/openapi.json", None, "https://a.test/api/openapi.json"),
        ("https://a.test/o.json", "https://b.test/o.json", "https://b.test/o.json"),
        ("openapi.json", "https://b.test/o.json", "https://b.test/o.json"),
        ("openapi.json", "o.json", ""),
        ("openapi.json", None, ""),
    ],
)
def test_where_relative_urls_start(uri: str, own_name: str | None, expected: str) -> None:
    members = {"openapi": "3.2.0"} if own_name is None else {"openapi": "3.2.0", "$self": own_name}
    assert resolve(document(members, uri), Diagnostics()).base_url == expected


def test_links_lead_to_operations_of_the_bundle(tmp_path: Path) -> None:
    def answering(**links: str) -> dict[str, Any]:
        named = {name: {"operationRef": reference} for name, reference in links.items()}
        return {"get": {"responses": {"200": {"description": "", "links": named}}}}

    here = answering(
        own="#/paths/~1b~1%7Bid%7D/get",
        brought="other.json#/paths/~1c/get",
        whole="https://example.test/api.json#/paths/~1a/get",
        elsewhere="other.json#/paths/~1d/get",
        nowhere="#/paths/~1zzz/get",
    )
    there = {
        "/c": answering(
            back="main.json#/paths/~1a/get", own="#/paths/~1c/get", lost="#/paths/~1d/get"
        ),
        "/d": answering(),
    }
    paths = {"/a": here, "/b/{id}": answering(), "/c": {"$ref": "other.json#/paths/~1c"}}
    main = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    tree, found = files(tmp_path, {"main.json": main, "other.json": {"paths": there}})

    def links(path: str) -> dict[str, str | None]:
        answer = tree.root["paths"][path]["get"]["responses"]["200"]
        return {name: link.get("operationRef") for name, link in answer["links"].items()}

    assert links("/a") == {
        "own": "#/paths/~1b~1%7Bid%7D/get",
        "brought": "#/paths/~1c/get",
        "whole": "https://example.test/api.json#/paths/~1a/get",
        "elsewhere": "other.json#/paths/~1d/get",
        "nowhere": None,
    }
    assert links("/c") == {"back": "#/paths/~1a/get", "own": "#/paths/~1c/get", "lost": None}
    ends = ("links/whole", "links/elsewhere", "links/nowhere", "links/lost")
    assert len(found) == len(ends)
    for end in ends:
        code = "dangling-reference" if end[6:] in {"nowhere", "lost"} else "foreign-operation"
        assert any(f"[{code}]" in one and f"{end}/operationRef" in one for one in found)
