"""Operations, parameters, bodies, responses, servers, security, callbacks and webhooks."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics
from generator.ir.api import Info, Tag
from generator.ir.operations import Example, Server, ServerVariable
from generator.ir.schemas import AnySchema, IntegerSchema, ObjectSchema, SchemaRef, StringSchema
from generator.ir.security import (
    ApiKeyScheme,
    HttpScheme,
    MutualTlsScheme,
    OAuth2Scheme,
    OAuthFlow,
    OpenIdConnectScheme,
    SecurityRequirement,
)
from generator.parse import parse
from generator.source import Document, SpecTree, resolve

TEXT = {"type": "string"}


def only(reading):
    (operation,) = reading.api.operations
    return operation


def test_info_tags_and_servers(read):
    api = read(
        info={"title": " T ", "version": 2, "license": {"name": "MIT"}, "contact": {"email": "e"}},
        tags=[{"name": "a", "description": "A."}, {"name": "b"}],
        servers=[
            {
                "url": "https://{region}.x",
                "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}},
            }
        ],
        paths={"/x": {"get": {"tags": ["c", "a", "c"]}}},
    ).api
    assert api.info == Info("T", "2", license_name="MIT", contact_email="e")
    assert api.tags == (Tag("a", "A."), Tag("b"), Tag("c"))
    assert api.servers == (
        Server("https://{region}.x", "", (ServerVariable("region", "eu", ("eu", "us")),)),
    )
    assert api.operations[0].tags == ("c", "a")


def test_every_method_is_an_operation(read):
    methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace", "query"]
    reading = read(
        paths={
            "/x": {
                **{method: {} for method in methods},
                "summary": "S",
                "additionalOperations": {"COPY": {"summary": "Copies."}},
                "x-get": {},
            },
            "x-internal": {"get": {}},
        }
    )
    found = [(item.method, item.pointer) for item in reading.api.operations]
    assert found == [
        *((method.upper(), f"#/paths/~1x/{method}") for method in methods),
        ("COPY", "#/paths/~1x/additionalOperations/COPY"),
    ]
    assert [item.summary for item in reading.api.operations] == ["S"] * 9 + ["Copies."]
    assert reading.codes == []


def test_method_in_upper_case(read):
    reading = read(paths={"/x": {"GET": {}}})
    assert only(reading).method == "GET"
    assert reading.codes == ["method-in-upper-case"]


def test_additional_methods_are_as_they_are_written(read):
    reading = read(paths={"/x": {"additionalOperations": {"Copy": {}, "link": {}, "un-Link": {}}}})
    assert [item.method for item in reading.api.operations] == ["Copy", "link", "un-Link"]
    assert reading.codes == []


@pytest.mark.parametrize(
    ("key", "method", "code"),
    [("get", "GET", "method-with-a-field"), ("A B", "A B", "method-no-token")],
)
def test_additional_methods_that_cannot_be(read, key, method, code):
    reading = read(paths={"/x": {"additionalOperations": {key: {}}}})
    assert only(reading).method == method
    assert reading.codes == [code]


def test_path_item_by_reference(read):
    reading = read(
        paths={
            "/a": {
                "$ref": "#/components/pathItems/P",
                "parameters": [{"name": "q", "in": "query", "schema": TEXT}],
            },
            "/b": {"$ref": "#/components/pathItems/P"},
        },
        components={
            "pathItems": {"P": {"get": {"requestBody": {"content": {"a/b": {"schema": TEXT}}}}}}
        },
    )
    first, second = reading.api.operations
    assert (first.pointer, second.pointer) == ("#/paths/~1a/get", "#/paths/~1b/get")
    assert first.request_body.pointer == "#/components/pathItems/P/get/requestBody"
    assert [item.name for item in first.parameters] == ["q"]
    assert second.parameters == ()


def test_parameters_of_the_operation_override(read):
    reading = read(
        paths={
            "/x/{id}": {
                "parameters": [
                    {"name": "id", "in": "path", "schema": TEXT},
                    {"name": "id", "in": "query", "schema": TEXT},
                ],
                "get": {
                    "parameters": [{"name": "id", "in": "path", "schema": {"type": "integer"}}]
                },
            }
        }
    )
    path, query = only(reading).parameters
    assert (path.location, path.schema, path.required) == ("path", IntegerSchema(), True)
    assert path.pointer == "#/paths/~1x~1{id}/get/parameters/0"
    assert path.schema_pointer == "#/paths/~1x~1{id}/get/parameters/0/schema"
    assert (query.location, query.schema, query.required) == ("query", StringSchema(), False)


@pytest.mark.parametrize(
    ("members", "style", "explode"),
    [
        ({"in": "query"}, "form", True),
        ({"in": "cookie"}, "form", True),
        ({"in": "header"}, "simple", False),
        ({"in": "query", "style": "pipeDelimited"}, "pipeDelimited", False),
        ({"in": "query", "explode": False}, "form", False),
        ({"in": "query", "style": "deepObject", "explode": True}, "deepObject", True),
        ({"in": "cookie", "style": "cookie"}, "cookie", True),
    ],
)
def test_style_and_explode(read_operation, members, style, explode):
    reading = read_operation({"parameters": [{"name": "n", "schema": TEXT, **members}]})
    (parameter,) = only(reading).parameters
    assert (parameter.style, parameter.explode) == (style, explode)
    assert reading.codes == []


def test_parameter_described_by_content(read_operation):
    reading = read_operation(
        {
            "parameters": [
                {
                    "name": "filter",
                    "in": "query",
                    "content": {"application/json": {"schema": {"type": "object"}}},
                },
                {
                    "name": "all",
                    "in": "querystring",
                    "content": {
                        "application/x-www-form-urlencoded": {"schema": {"type": "object"}}
                    },
                },
            ]
        }
    )
    first, second = only(reading).parameters
    assert first.content_type == "application/json"
    assert first.schema == SchemaRef(first.schema_pointer)
    assert (second.location, second.content_type) == (
        "querystring",
        "application/x-www-form-urlencoded",
    )


def test_shared_parameter_is_parsed_once(read):
    reading = read(
        paths={
            "/a": {"get": {"parameters": [{"$ref": "#/components/parameters/P"}]}},
            "/b": {
                "get": {"parameters": [{"$ref": "#/components/parameters/P", "description": "D"}]}
            },
        },
        components={"parameters": {"P": {"name": "p", "in": "query", "schema": TEXT}}},
    )
    first, second = (operation.parameters[0] for operation in reading.api.operations)
    assert first.pointer == "#/components/parameters/P"
    assert first.schema is second.schema
    assert (first.description, second.description) == ("", "D")


def test_examples(read_operation):
    reading = read_operation(
        {
            "parameters": [
                {
                    "name": "n",
                    "in": "query",
                    "schema": TEXT,
                    "examples": {
                        "a": {"value": 1, "summary": "One"},
                        "b": {"$ref": "#/components/examples/B"},
                        "c": {"externalValue": "https://x"},
                        "d": {"dataValue": None},
                    },
                }
            ]
        },
        components={"examples": {"B": {"value": None}}},
    )
    assert only(reading).parameters[0].examples == (
        Example("a", 1, "One"),
        Example("b", None),
        Example("d", None),
    )


@pytest.mark.parametrize(
    ("path", "declared", "names", "codes"),
    [
        ("/{a}/{b}", ["b", "a"], ["a", "b"], []),
        ("/{a}", [], ["a"], ["missing-path-parameter"]),
        ("/{a}", ["a", "z"], ["a"], ["unused-path-parameter"]),
        ("/{fileId}", ["file_id"], ["fileId"], ["misspelled-path-parameter"]),
        ("/{+name}", ["name"], ["+name"], []),
        ("/x/{a}.{b}", ["a", "b"], ["a", "b"], []),
        ("/x#{a}", ["a"], ["a"], []),
    ],
)
def test_path_parameters_fit_the_path(read_operation, path, declared, names, codes):
    parameters = [{"name": name, "in": "path", "schema": TEXT} for name in declared]
    reading = read_operation({"parameters": parameters}, path=path)
    operation = only(reading)
    assert operation.path == path
    assert [item.name for item in operation.parameters] == names
    assert all(item.location == "path" and item.required for item in operation.parameters)
    assert reading.codes == codes


def test_reserved_expansion_keeps_slashes(read_operation):
    parameter = {"name": "name", "in": "path", "schema": TEXT}
    reading = read_operation({"parameters": [parameter]}, path="/v1/{+name}")
    assert only(reading).parameters[0].allow_reserved


def test_query_parameter_inside_the_path(read_operation):
    parameter = {"name": "v", "in": "query", "schema": TEXT}
    reading = read_operation({"parameters": [parameter]}, path="/a?v={v}")
    (found,) = only(reading).parameters
    assert (found.location, found.required, found.style) == ("path", True, "simple")


def test_body_and_encodings(read_operation):
    reading = read_operation(
        {
            "requestBody": {
                "required": True,
                "content": {
                    "multipart/form-data": {
                        "schema": {"type": "object"},
                        "encoding": {
                            "meta": {
                                "contentType": "application/json",
                                "headers": {"X-A": {"schema": TEXT}, "Content-Type": {}},
                            }
                        },
                    },
                    "multipart/mixed": {
                        "prefixEncoding": [{"contentType": "a/b"}],
                        "itemEncoding": {"contentType": "c/d"},
                    },
                },
            }
        },
        method="post",
    )
    body = only(reading).request_body
    assert body.required
    form, mixed = body.content
    (encoding,) = form.encodings
    assert (encoding.property_name, encoding.content_type) == ("meta", "application/json")
    assert [header.name for header in encoding.headers] == ["X-A"]
    assert (mixed.schema, mixed.schema_pointer) == (None, None)
    assert [(item.property_name, item.content_type) for item in mixed.encodings] == [
        ("0", "a/b"),
        ("*", "c/d"),
    ]


@pytest.mark.parametrize(
    ("name", "media", "item", "pointer"),
    [
        ("text/event-stream", {"schema": TEXT}, StringSchema(), "schema"),
        ("application/jsonl; charset=utf-8", {"schema": TEXT}, StringSchema(), "schema"),
        (
            "application/x-ndjson",
            {"schema": {"type": "array", "items": {"type": "integer"}}},
            IntegerSchema(),
            "schema/items",
        ),
        ("application/json-seq", {"itemSchema": TEXT}, StringSchema(), "itemSchema"),
        ("application/json", {"schema": TEXT}, None, None),
    ],
)
def test_item_schemas_of_sequences(read_operation, name, media, item, pointer):
    reading = read_operation({"responses": {"200": {"content": {name: media}}}})
    (found,) = only(reading).responses[0].content
    assert found.item_schema == item
    assert (found.item_schema_pointer or "").endswith(pointer or "")


def test_item_schema_behind_a_reference_to_an_array(read_operation):
    reading = read_operation(
        {
            "responses": {
                "200": {
                    "content": {"text/event-stream": {"schema": {"$ref": "#/components/schemas/L"}}}
                }
            }
        },
        components={"schemas": {"L": {"type": "array", "items": {"type": "object"}}}},
    )
    (found,) = only(reading).responses[0].content
    assert found.schema == SchemaRef("#/components/schemas/L")
    assert found.item_schema == SchemaRef("#/components/schemas/L/items")


def test_responses(read_operation):
    reading = read_operation(
        {
            "responses": {
                200: {
                    "description": " Fine. ",
                    "headers": {"X-Id": {"schema": TEXT, "required": True}},
                },
                "4xx": {"$ref": "#/components/responses/Bad"},
                "Default": {"$ref": "#/components/responses/Bad", "description": "Else."},
                "x-note": {},
                "oops": {},
            }
        },
        components={"responses": {"Bad": {"description": "Bad."}}},
    )
    fine, bad, default = only(reading).responses
    assert (fine.status, fine.description) == ("200", "Fine.")
    assert [(item.name, item.schema, item.required) for item in fine.headers] == [
        ("X-Id", StringSchema(), True)
    ]
    assert (bad.status, bad.description) == ("4XX", "Bad.")
    assert (default.status, default.description) == ("default", "Else.")
    assert reading.codes == ["invalid-status"]


SCHEMES = {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}


@pytest.mark.parametrize(
    ("root", "own", "expected", "codes"),
    [
        (None, None, None, []),
        ([{"key": []}], None, (SecurityRequirement((("key", ()),)),), []),
        ([{"key": []}], [], (), []),
        (
            None,
            [{}, {"key": ["s"]}],
            (SecurityRequirement(), SecurityRequirement((("key", ("s",)),))),
            [],
        ),
        (None, [{"other": []}], (SecurityRequirement(),), ["unknown-security-scheme"]),
        (
            None,
            [{"#/components/securitySchemes/key": []}],
            (SecurityRequirement((("key", ()),)),),
            [],
        ),
    ],
)
def test_effective_security(read_operation, root, own, expected, codes):
    members = {} if root is None else {"security": root}
    reading = read_operation(
        {} if own is None else {"security": own},
        components={"securitySchemes": SCHEMES},
        **members,
    )
    assert only(reading).security == expected
    assert reading.codes == codes


def test_security_schemes(read):
    reading = read(
        components={
            "securitySchemes": {
                "key": SCHEMES["key"],
                "again": {"$ref": "#/components/securitySchemes/key"},
                "http": {"type": "http", "scheme": "Bearer", "bearerFormat": "JWT"},
                "oauth": {
                    "type": "oauth2",
                    "flows": {
                        "clientCredentials": {"tokenUrl": "/t", "scopes": {"read": "Reads."}},
                        "deviceAuthorization": {"deviceAuthorizationUrl": "/d", "tokenUrl": "/t"},
                    },
                },
                "oidc": {"type": "openIdConnect", "openIdConnectUrl": "https://x"},
                "tls": {"type": "mutualTLS"},
                "odd": {"type": "magic"},
            }
        }
    )
    assert reading.api.security_schemes == (
        ApiKeyScheme("key", "X-Key", "header"),
        ApiKeyScheme("again", "X-Key", "header"),
        HttpScheme("http", "bearer", "JWT"),
        OAuth2Scheme(
            "oauth",
            (
                OAuthFlow("clientCredentials", token_url="/t", scopes=(("read", "Reads."),)),
                OAuthFlow("deviceAuthorization", token_url="/t", device_authorization_url="/d"),
            ),
        ),
        OpenIdConnectScheme("oidc", "https://x"),
        MutualTlsScheme("tls"),
    )
    assert reading.codes == ["unknown-security-type"]


def test_own_servers(read):
    reading = read(
        servers=[{"url": "/root"}],
        paths={
            "/x": {"servers": [{"url": "/item"}], "get": {}, "put": {"servers": [{"url": "/op"}]}}
        },
    )
    first, second = reading.api.operations
    assert first.servers == (Server("/item"),)
    assert second.servers == (Server("/op"),)


def test_a_server_without_a_path(read):
    """An empty URL takes away what the servers of the document put before the paths."""
    reading = read(
        servers=[{"url": "/api/v2"}], paths={"/health": {"servers": [{"url": ""}, {}], "get": {}}}
    )
    assert only(reading).servers == (Server("/"),)
    assert reading.codes == ["server-without-url"]


def test_callbacks_and_webhooks(read):
    reading = read(
        paths={
            "/x": {
                "post": {
                    "operationId": "sub",
                    "callbacks": {
                        "onData": {"{$request.body#/url}": {"post": {"requestBody": BODY}}},
                        "shared": {"$ref": "#/components/callbacks/C"},
                    },
                }
            }
        },
        webhooks={"created": {"post": {"operationId": "onCreated"}}},
        components={
            "callbacks": {
                "C": {
                    "{$url}": {
                        "get": {"callbacks": {"again": {"$ref": "#/components/callbacks/C"}}}
                    }
                }
            }
        },
    )
    on_data, shared = only(reading).callbacks
    assert (on_data.name, on_data.expression) == ("onData", "{$request.body#/url}")
    (called,) = on_data.operations
    assert called.method == "POST"
    assert called.parameters == ()
    schema_id = called.request_body.content[0].schema.id
    assert reading.api.schemas[schema_id].hint.words == ("sub", "onData", "payload")
    assert shared.operations[0].callbacks == ()
    (webhook,) = reading.api.webhooks
    assert webhook.name == "created"
    assert webhook.operations[0].operation_id == "onCreated"
    assert isinstance(reading.schema(schema_id), ObjectSchema)


BODY = {"content": {"application/json": {"schema": {"type": "object"}}}}


def test_duplicate_operation_ids_are_both_kept(read):
    reading = read(paths={"/x": {"get": {"operationId": "a"}, "put": {"operationId": "a"}}})
    assert [item.operation_id for item in reading.api.operations] == ["a", "a"]
    assert reading.codes == ["duplicate-operation-id"]


def test_extensions_of_an_operation(read_operation):
    operation = only(read_operation({"x-a": [1], "deprecated": True}))
    assert operation.extensions == (("x-a", [1]),)
    assert operation.deprecated


def test_parameter_that_is_its_own_schema(read_operation):
    reading = read_operation(
        {
            "parameters": [
                {"name": "n", "in": "query", "type": "integer"},
                {"name": "m", "in": "query"},
            ]
        }
    )
    assert [item.schema for item in only(reading).parameters] == [IntegerSchema(), AnySchema()]
    assert reading.codes == ["schema-in-parameter", "parameter-without-schema"]


def test_relative_servers_start_where_the_document_says():
    operation = {"servers": [{"url": "../v2"}, {"url": "{scheme}://x.test"}], "responses": {}}
    root = {
        "openapi": "3.2.0",
        "$self": "https://a.test/api/openapi.json",
        "info": {"title": "T", "version": "1"},
        "paths": {"/x": {"get": operation}},
    }
    api = parse(SpecTree(root, "3.2.0", "", {}), Diagnostics())
    assert [server.url for server in api.servers] == ["https://a.test/"]
    assert [server.url for server in api.operations[0].servers] == [
        *("https://a.test/v2", "{scheme}://x.test")
    ]


def test_tabs_are_reported():
    diagnostics = Diagnostics()
    parameter = {"name": "a", "in": "query", "type": "array", "items": {"type": "string"}}
    root = {
        "swagger": "2.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/x": {"get": {"parameters": [{**parameter, "collectionFormat": "tsv"}]}}},
    }
    api = parse(resolve(Document("a.json", root, b"{}", "json", ""), diagnostics), diagnostics)
    (found,) = api.operations[0].parameters
    assert (found.style, found.explode) == ("form", False)
    assert [one.code for one in diagnostics] == ["tab-separated-values"]


def test_paths_that_are_the_same_request(read):
    operation = {"responses": {"204": {"description": "Done."}}}
    number, text = (
        {"name": name, "in": "path", "required": True, "schema": {"type": kind}}
        for name, kind in (("x", "integer"), ("y", "string"))
    )
    reading = read(
        paths={
            "/a/{x}": {"delete": operation, "parameters": [number]},
            "/a/{y}": {"delete": operation, "parameters": [text]},
            "/files": {"put": operation},
            "/files#share": {"put": operation},
            "/#Action=A": {"get": operation},
            "/#Action=B": {"get": operation},
        }
    )
    assert len(reading.api.operations) == 6
    assert [(one.code, one.pointer) for one in reading.diagnostics] == [
        ("same-request", "#/paths/~1a~1{y}/delete"),
        ("same-request", "#/paths/~1files#share/put"),
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("xml", "application/xml"),
        ("form-data", "multipart/form-data"),
        ("Application JSON", "application/json"),
        ("json; charset=utf-8", "application/json; charset=utf-8"),
        ("", "*/*"),
        ("whatever", "*/*"),
    ],
)
def test_malformed_media_types(read_operation, written, read_as):
    body = {"content": {written: {"schema": {"type": "object"}}}}
    reading = read_operation({"requestBody": body, "responses": {}}, method="post")
    (media,) = only(reading).request_body.content
    assert media.name == read_as
    assert "malformed-media-type" in reading.codes


def test_media_types_are_kept_as_they_are_written(read_operation):
    names = ("application/vnd.a+json; v=1", "image/*", "*/*", "Text/CSV", "application/*+json")
    body = {"content": {name: {} for name in names}}
    reading = read_operation({"requestBody": body, "responses": {}}, method="post")
    assert tuple(one.name for one in only(reading).request_body.content) == names
    assert "malformed-media-type" not in reading.codes


def test_arrays_within_arrays_of_swagger_2():
    inner = {"type": "array", "items": {"type": "integer"}, "collectionFormat": "csv"}
    parameter = {"name": "a", "in": "query", "type": "array", "items": inner}
    data = {
        "swagger": "2.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/x": {"get": {"parameters": [{**parameter, "collectionFormat": "pipes"}]}}},
    }
    diagnostics = Diagnostics()
    tree = resolve(Document("a.json", data, b"", "json", "0" * 64), diagnostics)
    (operation,) = parse(tree, diagnostics).operations
    assert operation.parameters[0].style == "pipeDelimited"
    assert [found.code for found in diagnostics] == ["nested-separators"]


def test_what_was_removed_is_reported_once():
    data = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/x": {"get": {"parameters": [{"$ref": "#/components/parameters/None"}]}}},
        "components": {"securitySchemes": {"key": {"$ref": "#/components/securitySchemes/None"}}},
    }
    diagnostics = Diagnostics()
    tree = resolve(Document("a.json", data, b"", "json", "0" * 64), diagnostics)
    api = parse(tree, diagnostics)
    assert api.operations[0].parameters == () == api.security_schemes
    assert [found.code for found in diagnostics] == ["dangling-reference", "dangling-reference"]


def test_exploded_objects_that_share_names(read_operation):
    filters = {"type": "object", "properties": {"id": {"type": "integer"}, "name": {}}}
    parameters = [
        {"name": "filter", "in": "query", "schema": {"$ref": "#/components/schemas/Filter"}},
        {"name": "name", "in": "query", "schema": {"type": "string"}},
        {"name": "other", "in": "query", "schema": filters},
        {"name": "deep", "in": "query", "style": "deepObject", "schema": filters},
        {"name": "id", "in": "header", "schema": {"type": "string"}},
    ]
    reading = read_operation(
        {"parameters": parameters, "responses": {}}, components={"schemas": {"Filter": filters}}
    )
    assert len(only(reading).parameters) == 5
    assert [(one.code, one.pointer[-1]) for one in reading.diagnostics] == [
        ("shared-parameter-name", "0"),
        ("shared-parameter-name", "2"),
        ("shared-parameter-name", "2"),
    ]


def test_cookies_as_they_are(read_operation):
    parameter = {"name": "c", "in": "cookie", "style": "cookie", "schema": {"type": "string"}}
    reading = read_operation({"parameters": [parameter], "responses": {}})
    (found,) = only(reading).parameters
    assert (found.style, found.explode, reading.codes) == ("cookie", True, [])


def test_a_parameter_that_is_the_required_api_key_is_left_out(read):
    key = {"name": "X-Key", "in": "header", "required": True, "schema": {"type": "string"}}
    other = {"name": "page", "in": "query", "schema": {"type": "integer"}}
    operation = {"parameters": [key, other], "responses": {}}
    scheme = {"type": "apiKey", "in": "header", "name": "x-key"}
    found = read(
        paths={
            "/kept": {"get": {**operation, "security": []}},
            "/left-out": {"get": {**operation, "security": [{"Key": []}]}},
        },
        components={"securitySchemes": {"Key": scheme}},
    )
    names = {one.path: [item.name for item in one.parameters] for one in found.api.operations}
    assert names == {"/kept": ["X-Key", "page"], "/left-out": ["page"]}
    assert "credential-parameter" in found.codes


def test_required_parameters_that_are_keys_make_alternatives_demand_both(read):
    parameters = [
        {"name": name, "in": "query", "required": True, "schema": {"type": "string"}}
        for name in ("key", "token")
    ]
    security = [{"Key": []}, {"Token": []}]
    schemes = {
        "Key": {"type": "apiKey", "in": "query", "name": "key"},
        "Token": {"type": "apiKey", "in": "query", "name": "token"},
    }
    found = read(
        paths={"/a": {"get": {"parameters": parameters, "security": security, "responses": {}}}},
        components={"securitySchemes": schemes},
    )
    (operation,) = found.api.operations
    named = [[name for name, _ in one.schemes] for one in operation.security]
    assert (operation.parameters, named) == ((), [["Key", "Token"]])
