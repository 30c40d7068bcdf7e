"""What is kept on disk instead of in memory answers as a set, a map and a sort in memory would."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from data.grouping import grouped
from data.spill import Seen, Stored, temporary_database

law = settings(max_examples=60, deadline=None)
names = st.text(st.characters(), max_size=4)


@law
@given(st.lists(names))
def test_seen_is_a_set(given_names: list[str]) -> None:
    known: set[str] = set()
    with temporary_database() as database:
        seen = Seen(database)
        for name in (name.encode("utf-8", "replace").decode() for name in given_names):
            assert seen.holds("customers", name) is (name in known)
            assert seen.add("customers", name) is (name not in known)
            assert not seen.holds("resolvers", name)
            known.add(name)


@law
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=30))
def test_links_never_close_a_circle(links: list[tuple[int, int]]) -> None:
    kept: dict[str, str] = {}
    with temporary_database() as database:
        seen = Seen(database)
        for name, target in ((f"c{a}", f"c{b}") for a, b in links):
            circle = seen.circle(name, target)
            walked = [name, target]
            while walked[-1] in kept and walked[-1] != name:
                walked.append(kept[walked[-1]])
            assert circle == (walked if walked[-1] == name else [])
            if not circle:
                kept.setdefault(name, target)


def test_the_first_record_of_a_name_is_kept() -> None:
    with temporary_database() as database:
        records: list[tuple[str, dict[str, Any]]] = [("a", {"value": 1.5}), ("b", {}), ("a", {"value": 2})]
        stored = Stored(database, records)
        assert stored.get("a") == {"value": 1.5}
        assert stored.get("b") == {}
        assert stored.get("c") is None
        assert stored.get(None) is None


@law
@given(st.lists(st.tuples(st.none() | st.integers(0, 3) | st.sampled_from(["0", " 1", "x\ud800", "\x00", ""]), names)))
def test_records_come_together_in_order_of_first_appearance(pairs: list[tuple[object, str]]) -> None:
    records = [{"case": case, "text": text, "line": line} for line, (case, text) in enumerate(pairs)]
    groups = list(grouped(records, "case"))
    assert sorted((r for _, group in groups for r in group), key=lambda r: r["line"]) == records
    firsts = [group[0]["line"] for _, group in groups]
    assert firsts == sorted(firsts)
    for name, group in groups:
        assert [r["line"] for r in group] == sorted(r["line"] for r in group)
        assert name is not None or len(group) == 1
    together = [name for name, _ in groups if name is not None]
    assert len(together) == len(set(together))
    assert len(list(groupby(together))) == len(together)
