"""What a customer wants, and how earlier cases with the same intents ended."""

from __future__ import annotations

from math import isnan

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.schema import Conversation, Message
from features.intent_course import INTENT, columns, intent_features, intents, wishes
from features.intents import intent_of_text, table
from features.past_cases import COLUMNS, History
from tests.handmade import after, talk, timed_talk

PAST = [("p0", INTENT, "customer: refund", after(-90), 1, None, 0, 0), ("p1", INTENT, "customer: refund", after(-80), 1,
        None, 0, 0), ("p2", INTENT, "customer: delivery", after(-70), 0, None, 0, 0)]  # fmt: skip


def history(*rows: tuple[object, ...], products: tuple[str, ...] = ()) -> History:
    return History(pd.DataFrame(rows or PAST, columns=COLUMNS), [], smoothing=1, products=products)


def found(case: Conversation, known: History | None = None) -> dict[str, float]:
    values = intent_features(case, known or history())
    assert set(values) == set(columns())
    return values


def so_far(message: Message) -> list[str]:
    case = Conversation(conversation_id="c", language="en", messages=[message])
    return intents(case, wishes(case))


def test_the_first_intent_of_the_table_is_taken() -> None:
    assert intent_of_text("Where is my parcel? I want to talk to a human!", "en") == "contact_person"
    assert intent_of_text("Where is my parcel? Otherwise I want my money back.", "en") == "refund"


def test_information_is_asked_for_by_a_question() -> None:
    assert intent_of_text("What are your hours?", "en") == "information"
    assert intent_of_text("What you are is great", "en") is None


def test_the_sources_own_intent_comes_first_and_only_customers_words_are_read() -> None:
    asked = "Where is my parcel?"
    assert so_far(Message(author="customer", text=asked, intent="greeting")) == ["customer: greeting"]
    assert so_far(Message(author="bot", text=asked)) == []
    assert so_far(Message(author="bot", text="x", intent="ask_again")) == ["bot: ask_again"]


def test_wishes_are_counted_and_their_changes() -> None:
    values = found(talk(("customer", "Where is my parcel?"), ("bot", "on its way"), ("customer", "I want a refund"),
                        ("customer", "please refund me")))  # fmt: skip
    assert (values["intent_delivery"], values["intent_refund"], values["intent_changes"]) == (1, 2, 1)


def test_rates_are_those_of_earlier_cases_with_the_intent() -> None:
    values = found(timed_talk((0, "customer", "Where is my parcel?"), (1, "customer", "I want a refund")))
    average = 2 / 3
    refund, delivery = (2 + average) / 3, average / 2
    assert values["intent_rate_last"] == pytest.approx(refund)
    assert values["intent_rate_maximum"] == pytest.approx(refund)
    assert values["intent_rate_mean"] == pytest.approx((refund + delivery) / 2)


def test_what_ended_later_is_not_known_yet() -> None:
    before = found(timed_talk((-85, "customer", "I want a refund")))
    assert before["intent_rate_last"] == pytest.approx((1 + 2 / 3) / 2)


def test_without_an_intent_the_rates_are_missing() -> None:
    assert isnan(found(talk(("customer", "ok")))["intent_rate_last"])


def test_the_same_intent_means_another_thing_from_the_bot() -> None:
    said = [{"author": author, "intent": "repeat"} for author in ("customer", "bot", "customer")]
    case = Conversation.model_validate({"conversation_id": "c", "messages": said})
    assert intents(case, wishes(case)) == ["customer: repeat", "bot: repeat"]


def test_what_the_customer_names_is_counted() -> None:
    known = history(products=("CloudBox", "Router X200"))
    text = "My order 10023 and order 10024: cloud box and router x200 for 20 EUR and 1.250 €, HTTP 503"
    values = found(talk(("customer", text), ("bot", "your order 99999"), product="CloudBox"), known)
    assert values["entity_orders"] == 2
    assert (values["entity_amounts"], values["entity_largest_amount"]) == (2, 1250)
    assert (values["entity_products"], values["entity_other_product"]) == (2, 1)
    assert values["entity_error_codes"] == 1
    assert isnan(found(talk(("customer", text)), known)["entity_other_product"])


@given(st.text(max_size=200), st.sampled_from(["en", "de", "es", "fr", None, "xx"]))
def test_any_text_has_an_intent_of_the_table_or_none(text: str, language: str | None) -> None:
    assert intent_of_text(text, language) in {*table(), None}


@pytest.mark.parametrize(
    "text", ["I do not want a refund", "No quiero un reembolso", "Je ne veux pas de remboursement"]
)
def test_what_is_not_wanted_is_no_intent(text: str) -> None:
    assert intent_of_text(text) is None


def test_what_has_not_come_is_still_wanted() -> None:
    assert intent_of_text("I have not received my refund") == "refund"
