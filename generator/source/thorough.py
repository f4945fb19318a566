"""Asks openapi-spec-validator, and says of each of its findings where in the document it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openapi_spec_validator import (
    OpenAPIV2SpecValidator,
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)

from . import pointers

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from openapi_spec_validator.validation.keywords import KeywordValidator

_LONGEST_CHAIN = 20  # references that lead from one to the next; more is a loop
_VALIDATORS = {
    "2.0": OpenAPIV2SpecValidator,
    "3.0": OpenAPIV30SpecValidator,
    "3.1": OpenAPIV31SpecValidator,
    "3.2": OpenAPIV32SpecValidator,
}


def thorough_findings(
    data: dict[str, Any], version: str, told: Container[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield pointer and message of what is wrong with a document of this version (``3.1``).

    It judges schemas by the same meta-schema: what has been ``told`` of a pointer is not told again.
    Nothing but ``data`` is read. Whatever the library raises goes through.
    """
    validator = _VALIDATORS[version]
    located = {name: _located(kind) for name, kind in validator.keyword_validators.items()}
    # Without handlers it opens no file and no URL, whatever the document refers to.
    offline = type(
        "_Offline", (validator,), {"keyword_validators": located, "resolver_handlers": {}}
    )
    for error in offline(data).iter_errors():
        place = list(error.absolute_path)
        inner = _written_at(data, [*place, *getattr(error, "path_within", ())])
        if (
            pointers.follow(data, inner) == error.instance
        ):  # it is the document itself that is judged
            if (pointer := pointers.from_keys(inner)) in told:
                continue
        else:
            pointer = pointers.from_keys(_written_at(data, place))
        yield pointer, error.message or type(error).__name__


def _located(kind: type[KeywordValidator]) -> type[KeywordValidator]:
    """Return the validator of a keyword whose errors know what it was asked about."""
    call: Any = kind.__call__

    def located_call(self: KeywordValidator, *args: Any, **keywords: Any) -> Iterator[Any]:
        # Each is asked about a path into the document, and some about a name or a value, too.
        place = next((one.parts for one in args if hasattr(one, "parts")), None)
        for error in call(self, *args, **keywords):
            if place is not None and not getattr(error, "is_located", False):
                # What path it has leads into what was judged: a schema, or a value.
                error.path_within = list(error.path)
                error.path.clear()
                error.path.extend(place)
                error.is_located = True
            yield error

    return type(kind.__name__, (kind,), {"__call__": located_call})


def _written_at(data: Any, keys: list[Any]) -> tuple[str, ...]:
    """Return where the content at ``keys``, which lead through references, is written."""
    node = data
    found: list[str] = []
    for key in keys:
        for _ in range(_LONGEST_CHAIN):
            reference = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(reference, str) or not reference.startswith("#/") or key in node:
                break
            target = list(pointers.to_keys(reference))
            try:
                node = pointers.follow(data, target)
            except KeyError:
                break
            found = target
        try:
            node = pointers.child(node, str(key))
        except KeyError:
            break
        found.append(str(key))
    return tuple(found)
