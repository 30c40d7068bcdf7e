"""The true probability is right on average, repeatable, kept apart, and there for the simulated desk alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from subprocess import run

import numpy as np
import pandas as pd
import pytest
import yaml

from data.files import CONVERSATIONS, read_table, write_json
from data.sources.simulated.case import Case
from data.sources.simulated.seasons import HOUR
from data.sources.simulated.truth import AUTHORS, Truth, probability, silent, truths
from data.sources.simulated.world import World
from tests.test_imports import ROOT
from tests.test_simulated import SETTINGS

SMALL = SETTINGS.model_copy(update={"conversations": 60})


def ended(count: int) -> dict[str, Case]:
    world = World(SETTINGS.model_copy(update={"conversations": count}), silent)
    cases: dict[str, Case] = {}
    while not world.over:
        cases |= {case.conversation_id: case for case in world.step().finished}
    return cases


@pytest.fixture(scope="module")
def told() -> list[Truth]:
    return list(truths(SETTINGS.model_copy(update={"conversations": 1500}), 12))


def test_what_is_said_to_happen_happens_as_often(told: list[Truth]) -> None:
    cases = ended(1500)
    # One snapshot a conversation, by its place: a choice that looks at the outcome would bend the share.
    for place in (0, 1):
        count: dict[str, int] = {}
        chosen = []
        for truth in told:
            count[truth.conversation_id] = count.get(truth.conversation_id, -1) + 1
            if count[truth.conversation_id] == place:
                chosen.append((truth.probability, cases[truth.conversation_id].hop_at is not None))
        given = np.array(sorted(chosen))
        for part in np.array_split(given, 10):
            said, happened = part.mean(axis=0)
            # 12 roll-outs and a queue that stands still in them: allowed is 1.5 % beside four standard errors.
            assert abs(said - happened) < 0.015 + 4 * np.sqrt(max(said * (1 - said), 0.01) / len(part))


def test_the_truth_tells_who_escalates(told: list[Truth]) -> None:
    cases = ended(1500)
    last = {truth.conversation_id: truth.probability for truth in told}
    yes = [p for name, p in last.items() if cases[name].hop_at is not None]
    no = [p for name, p in last.items() if cases[name].hop_at is None]
    assert np.mean(yes) > np.mean(no) + 0.4


def test_every_message_that_waits_for_the_desk_has_its_truth() -> None:
    expected = set()
    for name, case in ended(60).items():
        told_before = [m for m in case.messages if case.hop_at is None or m["sequence"] < case.hop_at]
        expected |= {(name, m["sequence"]) for m in told_before if m["author"] == "customer"}
    found = {(truth.conversation_id, truth.sequence) for truth in truths(SMALL, 1)}
    assert expected <= found


def test_the_truth_is_repeatable_and_disturbs_nothing() -> None:
    first = list(truths(SMALL, 2))
    assert first == list(truths(SMALL, 2))
    assert AUTHORS == ("customer", "system")
    world, alone = World(SMALL, silent), World(SMALL, silent)
    while not world.over:
        step, same = world.step(), alone.step()
        if not step.case.closed and step.case.hop_at is None and step.messages:
            probability(step.case, world.desk, 1, 2)
        assert (step.second, step.events, step.messages) == (same.second, same.events, same.messages)


def test_hidden_state_moves_the_truth() -> None:
    def after_opening(**hidden: float) -> float:
        world = World(SETTINGS, silent, quiet=True)
        case = world.begin(10 * HOUR, hidden, impact=0.2, amount=0.0, regulated=False, needs_tool=False)
        world.step()
        return probability(case, world.desk, 1, 40)

    assert after_opening(difficulty=0.0) < 0.3 < after_opening(difficulty=1.5)
    assert after_opening(difficulty=0.0, anger=0.0) < after_opening(difficulty=0.0, anger=1.4)


def stage(folder: Path, simulated: dict[str, object] | None) -> pd.DataFrame:
    """Run the stage on what the first stage says of its world."""
    given = yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8"))
    given["truth"]["rollouts"] = 2
    (folder / "params.yaml").write_text(yaml.safe_dump(given), encoding="utf-8")
    write_json(folder / CONVERSATIONS / "summary.json", {"simulated": simulated})
    run([sys.executable, "-m", "data.truth"], cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True)
    return read_table(folder / "data/out/truth/truth.parquet")


def test_the_stage_writes_one_row_a_snapshot(tmp_path: Path) -> None:
    table = stage(tmp_path, SETTINGS.model_copy(update={"conversations": 40}).model_dump())
    assert list(table.columns) == ["conversation_id", "sequence", "probability"]
    assert table.conversation_id.nunique() == 40
    assert not table.duplicated(["conversation_id", "sequence"]).any()
    assert table.probability.between(0, 1).all()


def test_other_sources_have_no_truth(tmp_path: Path) -> None:
    table = stage(tmp_path, None)
    assert table.empty
    assert list(table.columns) == ["conversation_id", "sequence", "probability"]


def test_an_order_that_waits_decides_and_roll_outs_take_nobodys_time() -> None:
    world = World(SETTINGS, silent, quiet=True)
    case = world.begin(10 * HOUR, {"difficulty": 0.9}, impact=0.2, amount=0.0, regulated=False, needs_tool=False)
    world.step()
    free, places = probability(case, world.desk, 1, 20), {name: list(at) for name, at in world.desk.free_at.items()}
    chances = {}
    for action in ("escalate", "continue"):
        world.tell({case.conversation_id: action})
        chances[action] = probability(case, world.desk, 1, 20)
    assert chances["continue"] < free < chances["escalate"] == 1
    case.order = None
    case.hop_at, case.phase, case.team, case.cause = 1, "take", "platform", "expertise"
    probability(case, world.desk, 1, 20)
    assert world.desk.free_at == places
