"""What had become of earlier cases of the same customer, product, queue ..., as of each moment."""

from __future__ import annotations

from math import isnan
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from data.files import write_json, write_table
from data.tables import Outcome
from features.customer_past import VISITS
from features.history import ALWAYS, entries, known_at
from features.office_hours import UNKNOWN
from features.past_cases import COLUMNS, History, columns, history_features, load_history, value_of
from features.triggers.fired import NOTHING_KNOWN
from tests.handmade import after, talk, timed_talk

KEYS = ["customer_id", "product", "attributes.plant"]


def outcome(**known: object) -> Outcome:
    return Outcome.model_validate({"conversation_id": "c", **known})


def test_the_same_row_whatever_the_order_of_the_cases() -> None:
    rows = [(f"c{n}", "product", "atlas", after(n), n % 2, "r", 0, 0) for n in range(6)]
    for order in (rows, rows[::-1]):
        history = History(pd.DataFrame(order, columns=COLUMNS), ["product"], smoothing=2)
        assert history.rate("product", "atlas", after(4)) == pytest.approx(((2 + 2 * 0.5) / 6, 4))


def test_features_are_counted_as_of_the_snapshot() -> None:
    rows = [("p", "product", "atlas", after(10), 1, "r", 1, 0), ("q", "product", "atlas", after(30), 0, "r", 0, 0)]
    history = History(pd.DataFrame(rows, columns=COLUMNS), KEYS, smoothing=1)
    values = history_features(timed_talk((20, "customer", "hi"), product="atlas"), history)
    assert list(values) == list(columns(KEYS))
    assert values["history_product_cases"] == 1
    assert values["history_product_rate"] == pytest.approx((1 + 0.5) / 2)
    assert isnan(values["history_customer_id_rate"])
    assert isnan(values["history_attributes.plant_rate"])


def test_without_any_case_the_rate_is_even() -> None:
    history = History(pd.DataFrame(columns=COLUMNS), KEYS, smoothing=1)
    assert history.rate("product", "atlas", None) == (0.5, 0)
    assert history.resolved("product", "atlas", "r", None) == 0
    assert history.resolved("product", None, "r", None) == 0


def test_a_key_may_be_a_field_the_customers_tier_or_a_column_of_the_source() -> None:
    case = talk(
        ("customer", "hi"), product="atlas", customer={"customer_id": "ann", "tier": "gold"}, attributes={"plant": 7.0}
    )
    assert [value_of(case, key) for key in ("product", "customer_tier", "attributes.plant")] == ["atlas", "gold", "7"]
    bare = talk(("customer", "hi"))
    assert [value_of(bare, key) for key in ("product", "customer_tier", "attributes.plant")] == [None] * 3


def test_an_outcome_is_known_from_its_end_else_from_the_last_thing_seen() -> None:
    event = {"event_sequence": 0, "after_sequence": 0, "kind": "closed", "at": after(50)}
    case = timed_talk((0, "customer", "hi"), (5, "bot", "hello"), events=[event])
    assert known_at(case, outcome(resolved_at=after(99))) == after(99)
    assert known_at(case, outcome()) == after(50)
    assert known_at(case.model_copy(update={"events": []}), outcome()) == after(5)
    assert known_at(talk(("customer", "hi")), outcome()) == ALWAYS


def test_a_case_leaves_one_entry_a_known_value() -> None:
    case = timed_talk((0, "customer", "hi"), product="atlas")
    rows = list(entries(case, outcome(resolver_id="net"), 1, 2, KEYS))
    assert rows == [
        ("c", "all", "all", after(0), 1, "net", 0, 2),
        ("c", "product", "atlas", after(0), 1, "net", 0, 2),
    ]


def test_a_fold_is_left_out_when_asked(tmp_path: Path) -> None:
    rows = [(f"c{n}", "product", "atlas", after(n), 1, None if n else "net", 0, n % 3) for n in range(6)]
    named = dict(zip(COLUMNS, zip(*rows, strict=True), strict=True))
    write_table(tmp_path / "entries.parquet", pa.table({name: list(values) for name, values in named.items()}))
    write_table(tmp_path / "visits.parquet", VISITS.empty_table())
    UNKNOWN.save(tmp_path)
    write_json(tmp_path / "rules_know.json", NOTHING_KNOWN._asdict())
    write_json(tmp_path / "settings.json", {"keys": ["product"], "smoothing": 1, "attributes": ["seats"]})
    assert load_history(tmp_path).rate("product", "atlas", after(99))[1] == 6
    assert load_history(tmp_path).attributes == ("seats",)
    without = load_history(tmp_path, without_fold=0)
    assert without.rate("product", "atlas", after(99))[1] == 4
    assert without.resolved("product", "atlas", "net", after(99)) == 0
