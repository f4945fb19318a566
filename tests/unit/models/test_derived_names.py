"""What types are called whose name no author gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = {"type": "string"}


def thing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def choice(stem: str) -> dict[str, Any]:
    """Describe an enum that is too long to stand in place."""
    return {"type": "string", "enum": [f"{stem}-{number}-of-many" for number in range(20)]}


@pytest.fixture
def names_of(lowered: Callable[..., Any]) -> Callable[..., list[str]]:
    """Return the names of all types made of these components, in the order of definition."""
    return lambda schemas: list(lowered(schemas)[1].classes.values())


@pytest.mark.parametrize("word", ["part", "base", "variant", "enum", "array"])
def test_properties_can_be_called_like_structure(names_of: Any, word: str) -> None:
    inner = thing(repo=thing(id=TEXT))
    names = names_of({"Pull": thing(head=inner, **{word: inner})})
    assert names == [
        "Pull",
        "PullHead",
        f"Pull{word.capitalize()}",
        "PullHeadRepo",
        f"Pull{word.capitalize()}Repo",
    ]


def test_structure_is_left_out(names_of: Any) -> None:
    merged = {"allOf": [thing(a=thing(b=TEXT)), {"$ref": "#/components/schemas/Other"}]}
    assert names_of({"Whole": merged, "Other": thing(c=TEXT)}) == ["Whole", "WholeA", "Other"]


def test_parts_that_nothing_tells_apart_are_left_out(names_of: Any) -> None:
    base = thing(data=thing(a=TEXT), links=thing(a=TEXT))
    parts = [{"properties": {"data": thing(b=TEXT)}}, {"properties": {"links": thing(c=TEXT)}}]
    names = names_of(
        {"Page": {"allOf": [{"$ref": "#/components/schemas/Base"}, *parts]}, "Base": base}
    )
    assert [name for name in names if name.startswith("Page")] == ["Page", "PageData", "PageLinks"]


def test_kinds_are_left_out(names_of: Any) -> None:
    lists = [{"type": "array", "items": TEXT}, {"type": "array", "items": thing(a=TEXT)}]
    request = thing(model={"anyOf": [TEXT, choice("m")]}, input={"anyOf": lists})
    assert names_of({"Request": request}) == ["Request", "RequestModel", "RequestInputItem"]


def test_two_of_a_kind_are_kept_apart(names_of: Any) -> None:
    request = thing(
        size={"anyOf": [choice("s"), choice("t"), thing(a=TEXT), thing(a=TEXT, b=TEXT)]}
    )
    assert names_of({"Request": request}) == [
        "Request",
        "RequestSize",
        "RequestSizeEnum2",
        "RequestSizeObject",
        "RequestSizeB",
    ]


@pytest.mark.parametrize(
    ("owner", "name", "expected"),
    [
        ("Chat", "chat_usage", "ChatUsage"),
        ("UploadSession", "session_endpoints", "UploadSessionEndpoints"),
        ("SignRequestSigner", "signer_decision", "SignRequestSignerDecision"),
        ("ReviewRequested", "requested_team", "ReviewRequestedRequestedTeam"),
        ("Requested", "requested_team", "RequestedTeam"),
        ("Error", "error", "ErrorError"),
        ("NewsFeed", "feed_item", "NewsFeedItem"),
    ],
)
def test_words_that_both_share_are_said_once(
    names_of: Any, owner: str, name: str, expected: str
) -> None:
    assert names_of({owner: thing(**{name: thing(a=TEXT)})}) == [owner, expected]


def test_what_would_be_ambiguous_is_said_in_full(names_of: Any) -> None:
    claim = thing(claim_type=thing(a=TEXT), claim=thing(b=TEXT))
    assert names_of({"TokenClaim": claim, "TokenClaimType": thing(c=TEXT)}) == [
        "TokenClaim",
        "TokenClaimClaimType",
        "TokenClaimClaim",
        "TokenClaimType",
    ]


def test_long_names_leave_out_their_middle(names_of: Any) -> None:
    fee = {"items": thing(Detail=thing(fee_frequency=thing(a=TEXT)))}
    bands = {"items": thing(OverdraftTierBandingSet={"items": thing(OverdraftFeesCharged=fee)})}
    product = thing(PersonalCurrentAccountMarketingState=bands)
    names = names_of({"ProductDefinition": product})
    assert names[-1] == "ProductDefinitionOverdraftFeesChargedItemDetailFeeFrequency"
    assert all(len(name) <= 80 for name in names)


def test_long_names_of_components_keep_their_end(names_of: Any) -> None:
    prefix = "Accounting.Interfaces.Controllers.Api.PagedResult_System.Collections.Generic.List"
    names = names_of({f"{prefix}_Model.{kind}_": thing(a=TEXT) for kind in ("Order", "Shipment")})
    assert names == [
        "AccountingControllersApiPagedResultSystemCollectionsGenericListModelOrder",
        "AccountingControllersApiPagedResultSystemCollectionsGenericListModelShipment",
    ]


def test_long_names_of_components_first_lose_what_they_repeat(names_of: Any) -> None:
    name = "api.v2.account.incoming_number.incoming_number_assigned_add_on"
    name = f"{name}.incoming_number_assigned_add_on_extension_data"
    assert names_of({name: thing(a=TEXT)}) == [
        "ApiV2AccountIncomingNumberAssignedAddOnExtensionData"
    ]
