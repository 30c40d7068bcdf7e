"""The hand-written cases of triggers: how well rules fire on them, and that no shortcut of the search loses one."""

from __future__ import annotations

from features.language import READ
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
    floors = {part: {"all rules": least} for part, least in (("known", (0.97, 0.94)), ("unseen", (0.8, 0.7)))}
    floors |= {language: {"all rules": (0.93, 0.87)} for language in READ}
    floors["known"] |= dict.fromkeys(measured["known"], (0.94, 0.94)) | {"asks_for_person": (0.95, 0.95)}
    below = [
        (group, rule, kind, shares["value"])
        for group, least_of in floors.items()
        for rule, least in least_of.items()
        for (kind, shares), floor in zip(measured[group][rule].items(), least, strict=True)
        if shares["value"] < floor
    ]
    assert below == []
