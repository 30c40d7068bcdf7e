"""The worked mapping for sales: deals that go up for approval, out of a CRM's export."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.quarantine import Cleaned
from data.schema import Conversation
from data.snapshot import snapshot
from data.sources import csv_file
from tests.cleaning import cleaned, unlawful

EXPORT = Path(__file__).parent / "fixtures" / "opportunities.csv"
MAPPING = Path(__file__).parents[1] / "data" / "mappings" / "sales_opportunities.yaml"


@pytest.fixture(scope="module")
def deals() -> Cleaned:
    return cleaned(csv_file.read(EXPORT, MAPPING), "csv_file")


def test_every_deal_is_clean(deals: Cleaned) -> None:
    assert deals.quarantine == []
    assert unlawful(deals, deals.rows_in) == []
    assert len(deals.tables["conversations"]) == 9


def test_what_needed_approval_escalated_to_the_desk_that_decided(deals: Cleaned) -> None:
    went_up = {one.conversation_id: one.resolver_id for one in deals.tables["outcomes"] if one.escalated}
    assert went_up == {
        "OPP-2042": "Regional Sales Director",
        "OPP-2044": "Legal",
        "OPP-2046": "Pricing Committee",
        "OPP-2048": "Legal",
    }
    kinds = [(event.conversation_id, event.kind) for event in deals.tables["events"]]
    assert kinds.count(("OPP-2044", "denied")) == 1
    assert [kind for _, kind in kinds].count("escalated") == 4


def test_a_deal_escalates_after_the_last_word_before_it_was_submitted(deals: Cleaned) -> None:
    (outcome,) = [one for one in deals.tables["outcomes"] if one.conversation_id == "OPP-2042"]
    said = {message.sequence: message for message in deals.tables["messages"] if message.conversation_id == "OPP-2042"}
    (event,) = [one for one in deals.tables["events"] if (one.conversation_id, one.kind) == ("OPP-2042", "escalated")]
    assert outcome.escalated_sequence == event.after_sequence + 1 == 3
    assert all(message.sent_at <= event.at for message in said.values())


def test_money_and_shares_are_numbers_and_the_ending_is_left_out(deals: Cleaned) -> None:
    attributes = {case.conversation_id: case.attributes for case in deals.tables["conversations"]}
    assert attributes["OPP-2042"] == {
        "amount": 312_000.0, "discount": 22.0, "seats": 1450.0, "competitor": "Veridata", "region": "North",
    }  # fmt: skip
    assert not any("249" in str(value) or "Closed" in str(value) for value in attributes["OPP-2042"].values())


def test_notes_of_the_owner_are_internal(deals: Cleaned) -> None:
    visible = {(said.author, said.visibility) for said in deals.tables["messages"]}
    assert visible == {("customer", "public"), ("agent", "internal")}


def test_customers_and_desks_are_met_once(deals: Cleaned) -> None:
    names = [customer.customer_id for customer in deals.tables["customers"]]
    assert len(names) == len(set(names)) == 8
    desks = {desk.resolver_id: desk.skills for desk in deals.tables["resolvers"]}
    assert desks["Pricing Committee"] == ["discounts", "payment terms", "framework contracts"]
    assert desks["Account Executive"] is None


def test_a_snapshot_before_approval_knows_nothing_of_it(deals: Cleaned) -> None:
    (case,) = [one for one in deals.tables["conversations"] if one.conversation_id == "OPP-2046"]
    bare = {"conversation_id"}
    messages = [one.model_dump(exclude=bare) for one in deals.tables["messages"] if one.conversation_id == "OPP-2046"]
    events = [one.model_dump(exclude=bare) for one in deals.tables["events"] if one.conversation_id == "OPP-2046"]
    deal = Conversation.model_validate(case.model_dump() | {"messages": messages, "events": events})
    assert len(deal.events) == 2
    assert snapshot(deal, 1).events == []
    assert "Committee" not in snapshot(deal, 1).model_dump_json()
