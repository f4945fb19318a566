"""The words that inline schemas could be named by."""

from __future__ import annotations

from generator.ir.schemas import VARIANT

BASE = "#/components/schemas/"


def variants(read_schemas, *nodes, **members):
    reading = read_schemas(
        Pet={"oneOf": list(nodes), **members},
        Dog={"properties": {"bark": {"type": "string"}}},
    )
    return [
        found.hint.words
        for key, found in reading.api.schemas.items()
        if key.startswith(BASE + "Pet/oneOf/")
    ]


def test_title_names_a_variant(read_schemas):
    nodes = {"title": "Cat", "properties": {}}, {"title": "Cow", "properties": {}}
    assert variants(read_schemas, *nodes) == [("Cat",), ("Cow",)]


def test_titles_of_variants_further_down_follow_what_these_belong_to(read_schemas, read_operation):
    nodes = [{"title": "Cat", "properties": {}}, {"title": "Cow", "properties": {}}]
    animals = {"type": "array", "items": {"oneOf": nodes}}
    assert words(read_schemas(Farm={"properties": {"animals": animals}}))[-2:] == [
        ("Farm", "Cat"),
        ("Farm", "Cow"),
    ]
    reading = read_operation({"operationId": "addPet", "requestBody": content({"oneOf": nodes})})
    assert words(reading)[-2:] == [("addPet", "body", "Cat"), ("addPet", "body", "Cow")]


def test_titles_stand_alone_only_where_all_have_one(read_schemas):
    nodes = {"title": "Cat", "properties": {}}, {"properties": {"milk": {}}}
    assert variants(read_schemas, *nodes) == [("Pet", VARIANT, "Cat"), ("Pet", VARIANT, "milk")]


def test_constant_property_names_a_variant(read_schemas):
    def of(kind):
        return {"properties": {"object": {"const": "pet"}, "type": {"enum": [kind]}}}

    assert variants(read_schemas, of("cat"), of("cow")) == [
        ("Pet", VARIANT, "cat"),
        ("Pet", VARIANT, "cow"),
    ]


def test_discriminator_goes_before_other_constants(read_schemas):
    def of(kind):
        return {"properties": {"sound": {"const": f"{kind}!"}, "type": {"const": kind}}}

    found = variants(read_schemas, of("cat"), of("cow"), discriminator={"propertyName": "type"})
    assert found == [("Pet", VARIANT, "cat"), ("Pet", VARIANT, "cow")]


def test_own_property_names_a_variant(read_schemas):
    nodes = (
        {"properties": {"name": {}, "milk": {}}, "required": ["name", "milk"]},
        {"properties": {"name": {}}, "required": ["name"]},
        {"$ref": BASE + "Dog"},
    )
    assert variants(read_schemas, *nodes) == [
        ("Pet", VARIANT, "milk"),
        ("Pet", VARIANT, "object"),
    ]


def test_kind_names_a_variant_and_numbers_come_last(read_schemas):
    nodes = {"type": "string", "enum": ["a", "b"]}, {"type": "object"}, {"type": "object"}
    assert variants(read_schemas, *nodes) == [
        ("Pet", VARIANT, "enum"),
        ("Pet", VARIANT, "object"),
        ("Pet", VARIANT, "object", "2"),
    ]


def test_the_only_variant_beside_null_is_named_like_the_whole(read_schemas):
    assert variants(read_schemas, {"type": "null"}, {"type": "object"}) == [("Pet",)]


OBJECT = {"properties": {"a": {"type": "string"}}}
OTHER = {"properties": {"b": {"type": "string"}}}


def content(schema, media_type="application/json"):
    return {"description": "", "content": {media_type: {"schema": schema}}}


def words(reading):
    return [found.hint.words for found in reading.api.schemas.values()]


def test_operation_names(read_operation):
    reading = read_operation(
        {
            "operationId": "listFiles",
            "parameters": [{"name": "status", "in": "query", "schema": {"enum": ["a", "b"]}}],
            "requestBody": content(OTHER),
            "responses": {"200": content(OBJECT), "404": content(OTHER)},
        }
    )
    assert words(reading) == [
        ("listFiles", "status"),
        ("listFiles", "body"),
        ("listFiles", "response"),
        ("listFiles", "response", "404"),
    ]


def test_operation_without_id_is_named_by_method_and_path(read_operation):
    reading = read_operation({"responses": {"200": content(OBJECT)}}, path="/v1/files/{id}")
    assert words(reading) == [("get", "v1", "files", "id", "response")]


def test_events_are_called_events(read_operation):
    reading = read_operation(
        {
            "operationId": "chat",
            "responses": {
                "200": {
                    "content": {
                        "application/json": {"schema": OBJECT},
                        "text/event-stream": {"schema": OTHER},
                    }
                }
            },
        }
    )
    assert words(reading) == [("chat", "response"), ("chat", "event")]


def test_equal_inline_schemas_of_an_operation_are_one(read_operation):
    reading = read_operation(
        {
            "operationId": "op",
            "requestBody": {
                "content": {
                    "application/json": {"schema": OBJECT},
                    "application/x-www-form-urlencoded": {"schema": OBJECT},
                    "multipart/form-data": {"schema": OTHER},
                }
            },
            "responses": {"400": content(OTHER), "401": content(OTHER)},
        }
    )
    assert words(reading) == [
        ("op", "body"),
        ("op", "body", "multipart"),
        ("op", "response", "400"),
    ]
    form = reading.api.operations[0].request_body.content[1]
    assert form.schema.id.endswith("application~1json/schema")
    assert form.schema_pointer.endswith("application~1x-www-form-urlencoded/schema")


def test_components_lend_their_names(read_operation):
    reading = read_operation(
        {
            "operationId": "op",
            "parameters": [{"$ref": "#/components/parameters/Status"}],
            "requestBody": {"$ref": "#/components/requestBodies/Thing"},
            "responses": {"404": {"$ref": "#/components/responses/NotFound"}},
        },
        components={
            "parameters": {"Status": {"name": "s", "in": "query", "schema": {"enum": ["a", "b"]}}},
            "requestBodies": {"Thing": content(OBJECT)},
            "responses": {"NotFound": content(OBJECT)},
        },
    )
    assert words(reading) == [("Status",), ("Thing", "body"), ("NotFound", "response")]


def test_reference_into_another_operation(read):
    target = "#/paths/~1a/get/responses/200/content/application~1json/schema/properties/a"
    reading = read(
        paths={
            "/b": {"get": {"responses": {"200": content({"$ref": target})}}},
            "/a": {"get": {"operationId": "getA", "responses": {"200": content(OBJECT)}}},
        }
    )
    assert reading.words(target) == ("getA", "response", "a")
