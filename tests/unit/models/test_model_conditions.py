"""Properties that only `then`, `else` and `dependentSchemas` declare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.ir.schemas import SchemaId

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = {"type": "string"}
WHOLE = {"type": "integer"}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def properties(**members: Any) -> dict[str, Any]:
    return {"properties": members}


def test_fields_of_branches(build: Callable[..., Any]) -> None:
    built = build(
        {
            "Payment": {
                "type": "object",
                **properties(kind=TEXT, amount=TEXT),
                "required": ["kind"],
                "then": {**properties(iban=TEXT, amount={"minLength": 3}), "required": ["iban"]},
                "else": {**properties(card=properties(number=TEXT)), "then": properties(deep=TEXT)},
                "dependentSchemas": {"card": properties(cvc=WHOLE, iban=WHOLE)},
            }
        }
    )
    payment = built.models.Payment
    assert list(payment.model_fields) == ["kind", "amount", "iban", "card", "deep", "cvc"]
    assert [name for name, field in payment.model_fields.items() if field.is_required()] == ["kind"]
    data = {"kind": "x", "card": {"number": "1"}, "cvc": 5, "iban": 7}
    read = payment.model_validate(data)
    assert type(read.card).__name__ == "PaymentCard"
    assert read.to_dict() == data
    assert "iban: str | int | None = None" in built.files["models/payment.py"]


def test_what_a_condition_says_does_not_narrow_what_is_declared(
    lowered: Callable[..., Any],
) -> None:
    when = {"if": {"required": ["a"]}, "then": properties(a={"const": "z"}, b=TEXT)}
    other = {"if": {"required": ["b"]}, "then": properties(b=WHOLE)}
    components = {
        "Base": {"type": "object", **properties(a=TEXT)},
        "Whole": {"allOf": [ref("Base"), when, other]},
        "Beside": {**ref("Base"), **when},
    }
    lowering, _, diagnostics = lowered(components)
    for name, kinds in (("Whole", ["str", "str | int"]), ("Beside", ["str", "str"])):
        fields = lowering.fields(SchemaId(f"#/components/schemas/{name}"))
        assert [field.property.name for field in fields] == ["a", "b"]
        assert [_text(field.type) for field in fields] == kinds
        assert not any(field.property.required for field in fields)
    assert not diagnostics.located(lambda _: None)


def _text(kind: Any) -> str:
    return " | ".join(_text(member) for member in getattr(kind, "members", ())) or kind.name


def test_a_condition_on_a_value_declares_nothing(lowered: Callable[..., Any]) -> None:
    _, names, _ = lowered({"Word": {"type": "string", "then": {"minLength": 3}}})
    assert set(names.classes.values()) == {"Word"}
    assert not names.class_ids


def test_branches_that_leave_it_to_others(build: Callable[..., Any]) -> None:
    """A branch may be a reference, or an `allOf` of them, and need not end."""
    card = {
        "type": "object",
        **properties(number=TEXT, owner={"type": "object", **properties(name=TEXT)}),
        "required": ["number"],
    }
    iban = {"allOf": [ref("Bank"), properties(iban=TEXT)]}
    kind = {"type": "object", **properties(kind=TEXT)}
    built = build(
        {
            "Card": card,
            "Bank": {"type": "object", **properties(bank=TEXT), "then": ref("Iban")},
            "Iban": iban,
            "Payment": {**kind, "if": {}, "then": ref("Card"), "else": {"allOf": [ref("Iban")]}},
            "Merged": {"allOf": [kind, {"if": {}, "then": ref("Card")}]},
            "Alone": {"dependentSchemas": {"x": ref("Card")}},
        }
    )
    models = built.models
    assert list(models.Payment.model_fields) == ["kind", "number", "owner", "bank", "iban"]
    assert list(models.Merged.model_fields) == ["kind", "number", "owner"]
    assert list(models.Alone.model_fields) == ["number", "owner"]
    assert not models.Payment.model_fields["number"].is_required()
    read = models.Payment.model_validate({"owner": {"name": "a"}})
    assert type(read.owner) is models.CardOwner
