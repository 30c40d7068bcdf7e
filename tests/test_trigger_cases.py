"""The hand-written cases of triggers: how well rules fire on them, and that no shortcut of the search loses one."""

from __future__ import annotations

from features.triggers.find import MARKS, find, first_unguarded, folded, phrases
from tests.benchmarks.trigger_cases import judge, measure, read_cases


def test_the_lookup_loses_nothing_on_the_hand_written_cases() -> None:
    every = phrases().every
    for case in read_cases():
        if not MARKS.isdisjoint(case.text):
            continue  # What is quoted is blanked before the search.
        plain, found = folded(case.text), {one.rule for one in find(case.text)}
        assert {phrase.rule for phrase in every if first_unguarded(phrase, plain)} == found, case.text


def test_hand_written_cases_fire_as_well_as_before() -> None:
    measured = measure([judge(case) for case in read_cases()])
    for part, least in (("known", (0.97, 0.94)), ("unseen", (0.8, 0.7))):
        shares = measured[part]["all rules"]
        assert shares["precision"]["value"] >= least[0], part
        assert shares["recall"]["value"] >= least[1], part
    assert measured["all"]["asks_for_person"]["recall"]["value"] >= 0.95
