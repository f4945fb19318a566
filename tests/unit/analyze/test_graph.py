"""Strongly connected components of the schemas, judged by the definition of one."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.analyze.graph import components, schema_edges
from generator.ir.schemas import (
    ArraySchema,
    NameHint,
    ObjectSchema,
    Property,
    SchemaDefinition,
    SchemaId,
    SchemaRef,
    StringSchema,
    UnionSchema,
)


def definitions(**schemas):
    return {
        SchemaId(name): SchemaDefinition(SchemaId(name), schema, NameHint((name,), "named"))
        for name, schema in schemas.items()
    }


def test_edges_are_what_a_schema_refers_to_anywhere_inside():
    schemas = definitions(
        A=ObjectSchema((Property("b", ArraySchema(SchemaRef(SchemaId("B")))),)),
        B=UnionSchema(
            (SchemaRef(SchemaId("C")), SchemaRef(SchemaId("A")), StringSchema()), "anyOf"
        ),
        C=StringSchema(),
    )
    assert schema_edges(schemas) == {"A": ("B",), "B": ("C", "A"), "C": ()}
    assert components(schema_edges(schemas)) == (("C",), ("A", "B"))


def test_order_is_reverse_topological_and_that_of_the_document():
    edges = {"a": ["c", "b"], "b": ["c"], "c": [], "e": ["d"], "d": ["e", "a"]}
    assert components(edges) == (("c",), ("b",), ("a",), ("e", "d"))


def test_unknown_targets_do_not_count():
    assert components({"a": ["x"]}) == (("a",),)


def test_long_chains_do_not_recurse():
    edges = {str(index): [str(index + 1)] for index in range(5000)}
    found = components(edges)
    assert len(found) == 5000
    assert found[0] == ("4999",)
    ring = {str(index): [str((index + 1) % 5000)] for index in range(5000)}
    assert components(ring) == (tuple(ring),)


def reachable(edges, start):
    seen, waiting = set(), [start]
    while waiting:
        for target in edges[waiting.pop()]:
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(1, 8).flatmap(
        lambda size: st.lists(st.sets(st.integers(0, size - 1)), min_size=size, max_size=size)
    )
)
def test_definition(targets):
    edges = dict(enumerate(map(sorted, targets)))
    found = components(edges)
    assert sorted(node for component in found for node in component) == sorted(edges)
    reach = {node: reachable(edges, node) | {node} for node in edges}
    home = {node: place for place, component in enumerate(found) for node in component}
    for one in edges:
        for other in edges:
            together = other in reach[one] and one in reach[other]
            assert (home[one] == home[other]) == together
            if other in reach[one]:
                assert home[other] <= home[one]
