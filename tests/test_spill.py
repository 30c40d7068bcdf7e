"""What is kept on disk instead of in memory answers as a set, a map and a sort in memory would."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.grouping import grouped
from data.spill import Seen, Stored, temporary_database

law = settings(max_examples=60, deadline=None)
names = st.text(st.characters(), max_size=4)  # Also lone surrogates, which stand for the broken bytes of a file.


@law
@given(st.lists(names))
def test_seen_is_a_set(given_names: list[str]) -> None:
    known: set[str] = set()
    with temporary_database() as database:
        seen = Seen(database)
        for name in given_names:
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
            if name in kept:
                continue  # A conversation is kept once, with one link.
            circle = seen.circle(name, target)
            walked = [name, target]
            while walked[-1] in kept and walked[-1] != name:
                walked.append(kept[walked[-1]])
            assert circle == (walked if walked[-1] == name else [])
            if not circle:
                kept[name] = target
                seen.link(name, target)


@pytest.mark.parametrize("step", [1, -1])
def test_a_long_chain_of_links_takes_no_time_squared(step: int) -> None:
    with temporary_database() as database:
        seen, number = Seen(database), 20_000
        statements: list[str] = []
        database.set_trace_callback(statements.append)
        for place in range(number)[::step]:
            assert seen.circle(f"c{place}", f"c{place + 1}") == []
            seen.link(f"c{place}", f"c{place + 1}")
        assert len(statements) < 10 * number
        assert seen.circle(f"c{number}", "c0")[-3:] == ["c18", "...", f"c{number}"]
        assert seen.circle("elsewhere", "c0") == []


def test_a_process_that_is_ended_leaves_nothing_behind(tmp_path: Path) -> None:
    code = (
        "from data.grouping import grouped\n"
        "records = ({'case': n % 7, 'text': 'late parcel ' * 100} for n in range(20_000))\n"
        "found = grouped(records, 'case')\nnext(found)\nprint('sorted', flush=True)\ninput()"
    )
    environment = os.environ | {"TMPDIR": str(tmp_path), "SQLITE_TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "sorted\n"
        run.terminate()
        run.wait()
    assert list(tmp_path.rglob("*")) == []


def test_the_first_record_of_a_name_is_kept() -> None:
    with temporary_database() as database:
        records: list[tuple[str, dict[str, Any]]] = [("a", {"value": 1.5}), ("b", {}), ("a", {"value": 2})]
        stored = Stored(database, records)
        assert stored.get("a") == {"value": 1.5}
        assert stored.get("b") == {}
        assert stored.get("c") is None
        assert stored.get("5\udcff") is None
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
