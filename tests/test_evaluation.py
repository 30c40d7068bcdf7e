from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from rich.console import Console

from data.errors import BadInput
from data.files import read_json, read_params, write_json, write_table
from data.parameters import Parameters
from training.bootstrap import Resampling
from training.curves import OTHER, frequent
from training.evaluation import evaluate
from training.moments import headline, placed
from training.pictures import draw
from training.policy import Costs, Policy
from training.results import BEGIN, END, keep, readme_block, show, with_block
from training.scored import Inputs, content_digest
from training.slices import by_slice, resolver_slices
from training.timing import LENGTH_ONLY, first_alarms, horizon, length_only

KEYS = ["conversation_id", "sequence"]
HOW = Resampling(100, 0.95, 0)


@pytest.fixture(scope="module")
def parameters() -> Parameters:
    """The project's own settings, with few resamples and small slices."""
    given = read_params()
    return given.model_copy(
        update={"evaluation": given.evaluation.model_copy(update={"bootstrap_samples": 100, "smallest_slice": 10})}
    )


def lists(rows: list[list[str]]) -> pd.Series[Any]:
    return pd.Series(rows, dtype=object)


def made_inputs(count: int = 240, turns: int = 6) -> Inputs:
    """A made-up desk: customer and agent take turns, half the cases escalate, the model half knows which."""
    generator = np.random.default_rng(2)
    names = [f"c{number:03}" for number in range(count)]
    escalated = generator.random(count) < 0.5
    messages = pd.DataFrame(
        [
            {
                "conversation_id": name,
                "sequence": turn,
                "author": "agent" if turn % 2 else "customer",
                "sent_at": pd.Timestamp("2026-01-01", tz="UTC") + pd.Timedelta(minutes=10 * turn),
            }
            for name in names
            for turn in range(turns)
        ]
    )
    at = turns - 1 if turns > 1 else None
    outcomes = pd.DataFrame({"conversation_id": names, "escalated": escalated})
    outcomes["escalated_sequence"] = pd.Series([at if is_one else None for is_one in escalated], dtype=float)
    labels = messages[["conversation_id", "sequence"]].assign(
        escalates=messages["conversation_id"].map(dict(zip(names, escalated.astype(int), strict=True)))
    )
    labels = labels[(labels["escalates"] == 0) | (labels["sequence"] < (at or turns))]
    labels["weight"] = 1 / labels.groupby("conversation_id")["sequence"].transform("size")
    noise = generator.normal(size=len(labels))
    resolver = labels.drop_duplicates("conversation_id")[KEYS]
    resolver = resolver.reset_index(drop=True)
    resolver["resolver_id"] = np.where(generator.random(len(resolver)) < 0.6, "network", "billing")
    ranked = resolver[KEYS].assign(ranked=lists([[name, "other desk"] for name in resolver["resolver_id"]]))
    frequency = resolver[KEYS].assign(method="frequency", ranked=lists([["network", "billing"]] * len(resolver)))
    parts = np.array(["train", "valid", "test"])[np.arange(count) % 3]
    split = pd.DataFrame({"conversation_id": names, "part": parts, "first_of_template": np.arange(count) % 12 != 2})
    probability = 1 / (1 + np.exp(-(2 * labels["escalates"] - 1 + noise)))
    conversations = pd.DataFrame(
        {
            "conversation_id": names,
            "channel": np.where(np.arange(count) % 2, "chat", "email"),
            "language": "en",
            "product": None,
            "customer_id": [f"p{number % 100}" for number in range(count)],
        }
    )
    return Inputs(
        source="made_up",
        digest="sha256:0",
        conversations=conversations,
        messages=messages,
        events=pd.DataFrame(columns=["conversation_id", "event_sequence", "kind", "at"]),
        customers=pd.DataFrame({"customer_id": ["p1", "p2"], "tier": ["gold", "basic"]}),
        outcomes=outcomes,
        split=split,
        escalation=labels,
        resolver=resolver,
        scores=labels[KEYS].assign(probability=probability),
        baseline_scores=labels[KEYS].assign(prior=0.5, keyword_rules=np.where(noise > 0, 0.7, 0.3)),
        ranked=ranked,
        baseline_ranked=frequency,
    )


def all_figures(found: Any) -> Iterator[dict[str, float]]:
    if isinstance(found, dict):
        if "value" in found:
            yield found
        else:
            for inner in found.values():
                yield from all_figures(inner)


def test_report_has_the_agreed_shape(parameters: Parameters) -> None:
    report = evaluate(made_inputs(), parameters).report
    assert list(report) == [
        "source",
        "target",
        "data_digest",
        "headline",
        "confidence",
        "conversations",
        "escalation",
        "resolver",
    ]
    assert report["conversations"] == {"train": 80, "valid": 80, "test": 80}
    escalation, resolver = report["escalation"], report["resolver"]
    assert {"auc", "average_precision", "f1", "brier", "calibration_error", "expected_cost"} < set(escalation["model"])
    assert set(resolver["model"]) == {"top_1", "top_3", "mrr", "macro_f1"}
    assert set(escalation["baselines"]) == set(escalation["difference"]) == {"prior", "keyword_rules"}
    abstention = escalation["abstention"]
    assert abstention["stated_error"] == 0.05
    assert 0 <= abstention["sure"]["value"] <= 1
    assert set(escalation["policies"]) == {"fixed_half", "always", "never", "without_floor"}
    figures = list(all_figures(report))
    assert len(figures) > 100
    for figure in figures:
        assert list(figure) == ["value", "low", "high", "n"]
        assert figure["low"] <= figure["high"]
    # One of four test conversations repeats a template: the headline leaves it out, all_rows does not.
    assert escalation["model"]["auc"]["n"] == resolver["model"]["top_1"]["n"] == 60
    assert escalation["all_rows"]["model"]["auc"]["n"] == escalation["pooled"]["model"]["auc"]["n"] == 80


def test_a_difference_is_the_model_minus_the_baseline(parameters: Parameters) -> None:
    escalation = evaluate(made_inputs(), parameters).report["escalation"]
    model, baseline = escalation["model"]["auc"]["value"], escalation["baselines"]["prior"]["auc"]["value"]
    assert baseline == 0.5
    assert escalation["difference"]["prior"]["auc"]["value"] == pytest.approx(model - baseline)
    assert escalation["difference"]["prior"]["auc"]["low"] > 0


def test_thresholds_come_from_the_valid_part_only(parameters: Parameters) -> None:
    inputs = made_inputs()
    part = inputs.escalation["conversation_id"].map(inputs.split.set_index("conversation_id")["part"])

    def threshold_when_turned(name: str) -> float:
        turned = inputs.escalation["escalates"].where(part != name, 1 - inputs.escalation["escalates"])
        return evaluate(
            replace(inputs, escalation=inputs.escalation.assign(escalates=turned)), parameters
        ).policy.threshold

    unchanged = evaluate(inputs, parameters).policy
    assert unchanged.chosen_on == "valid"
    assert threshold_when_turned("test") == unchanged.threshold
    assert threshold_when_turned("valid") != unchanged.threshold


def test_the_served_policy_is_the_evaluated_one(parameters: Parameters) -> None:
    evaluated = evaluate(made_inputs(), parameters)
    assert evaluated.report["escalation"]["thresholds"]["model"] == evaluated.policy.threshold
    assert evaluated.policy.costs == Costs(parameters.policy.cost_missed, parameters.policy.cost_unneeded)


def test_one_outcome_in_the_test_part_leaves_figures_out_with_a_reason(parameters: Parameters, tmp_path: Path) -> None:
    inputs = made_inputs()
    nobody = replace(inputs, escalation=inputs.escalation.assign(escalates=0))
    evaluated = evaluate(nobody, parameters)
    section = evaluated.report["escalation"]
    assert "auc" not in section["model"]
    assert section["model"]["brier"]["n"] == 60
    assert "auc" in section["absent"][0]
    assert len(draw(evaluated.tables, evaluated.policy, tmp_path)) == 4


def test_a_source_without_resolvers_says_so(parameters: Parameters, tmp_path: Path) -> None:
    inputs = made_inputs()
    empty = {name: getattr(inputs, name).iloc[:0] for name in ("resolver", "ranked", "baseline_ranked")}
    evaluated = evaluate(replace(inputs, **empty), parameters)
    assert evaluated.report["resolver"]["absent"] == [
        "every figure: no resolver is named in the outcomes of this source"
    ]
    draw(evaluated.tables, evaluated.policy, tmp_path)
    show(evaluated.report, Console(file=StringIO()))


def test_a_missing_probability_is_named(parameters: Parameters) -> None:
    inputs = made_inputs()
    with pytest.raises(BadInput, match="held-out snapshots have no probability"):
        evaluate(replace(inputs, scores=inputs.scores.iloc[10:]), parameters)
    with pytest.raises(BadInput, match="have no ranking"):
        evaluate(replace(inputs, ranked=inputs.ranked.iloc[10:]), parameters)


def test_single_messages_have_no_timing(parameters: Parameters) -> None:
    escalation = evaluate(made_inputs(turns=1), parameters).report["escalation"]
    assert escalation["timing"] == {}
    assert "pooled" not in escalation
    timing = evaluate(made_inputs(), parameters).report["escalation"]["timing"]
    assert set(timing["after_customer_message"]) == {"1", "2", "3"}
    assert set(timing["after_customer_message"]["1"]["baselines"]) == {LENGTH_ONLY}
    # Every escalated conversation here is labelled at turns 0 to 4 and escalates at turn 5, ten minutes a turn.
    assert timing["alarms"]["horizon_minutes"]["value"] == pytest.approx(
        10 * timing["alarms"]["horizon_messages"]["value"]
    )


def test_the_headline_moment_of_hand_made_conversations() -> None:
    authors = {
        "ended_early": ["customer", "agent"],
        "long": ["bot", "customer", "agent", "customer", "agent", "customer"],
        "no_customer": ["system", "agent"],
    }
    messages = pd.DataFrame(
        [
            {"conversation_id": name, "sequence": turn, "author": author, "sent_at": pd.NaT}
            for name, said in authors.items()
            for turn, author in enumerate(said)
        ]
    )
    rows = placed(messages[KEYS], messages)
    chosen = headline(rows, customer_message=2).set_index("conversation_id")["sequence"].to_dict()
    assert chosen == {"ended_early": 0, "long": 3, "no_customer": 0}
    # Escalated after message 2: the later snapshots have no label, so the customer's first message counts.
    cut = rows[(rows["conversation_id"] != "long") | (rows["sequence"] <= 2)]
    assert headline(cut, 2).set_index("conversation_id")["sequence"]["long"] == 1


def test_labels_without_a_message_are_refused() -> None:
    messages = pd.DataFrame({"conversation_id": ["a"], "sequence": [0], "author": ["customer"], "sent_at": [None]})
    with pytest.raises(BadInput, match="labelled snapshots have no message"):
        placed(pd.DataFrame({"conversation_id": ["b"], "sequence": [0]}), messages)


def test_horizon_of_hand_made_alarms() -> None:
    start = pd.Timestamp("2026-01-01", tz="UTC")
    rows = pd.DataFrame(
        {
            "conversation_id": ["found", "found", "found", "missed", "calm", "false"],
            "sequence": [0, 1, 2, 0, 0, 0],
            "escalates": [1, 1, 1, 1, 0, 0],
            "model": [0.1, 0.6, 0.9, 0.2, 0.1, 0.8],
            "said_at": [start + pd.Timedelta(minutes=5 * n) for n in (0, 1, 2, 0, 0, 0)],
        }
    )
    moments = pd.DataFrame(
        {
            "conversation_id": ["found", "missed"],
            "escalated_sequence": [4.0, 3.0],
            "escalated_at": [start + pd.Timedelta(minutes=35), pd.NaT],
        }
    )
    found = horizon(first_alarms(rows, Policy(0.5, 0.5, Costs(10, 1), "valid"), moments), HOW)
    values = {name: figure["value"] for name, figure in found.items()}
    assert values == {"found_before": 0.5, "false_alarms": 0.5, "horizon_messages": 3, "horizon_minutes": 30}
    assert found["horizon_minutes"]["n"] == 1


def test_length_only_is_learnt_from_the_training_part() -> None:
    trained = pd.DataFrame({"messages_so_far": [1, 1, 2], "escalates": [0, 0, 1], "weight": [100.0, 100.0, 100.0]})
    scores = length_only(trained, pd.DataFrame({"messages_so_far": [1, 2, 9]}))
    assert scores.tolist() == pytest.approx([5 / 3 / 205, (100 + 5 / 3) / 105, 1 / 3])


def test_slices_are_large_enough_and_have_two_sides() -> None:
    rows = pd.DataFrame({"conversation_id": list("abcde")})
    parts = rows.assign(channel=["chat", "chat", "email", np.nan, np.nan], language="en")
    sizes = by_slice(rows, parts, 2, lambda part: {"rows": len(part)})
    assert sizes == {"channel": {"chat": {"rows": 2}}}


def test_resolvers_are_often_rare_or_unseen_in_the_training_part() -> None:
    resolver = pd.DataFrame(
        {"conversation_id": [f"c{n}" for n in range(24)], "resolver_id": ["a"] * 20 + ["b"] + ["a", "b", "z"]}
    )
    split = pd.DataFrame({"conversation_id": resolver["conversation_id"], "part": ["train"] * 21 + ["test"] * 3})
    outcomes = pd.DataFrame({"conversation_id": resolver["conversation_id"], "escalated": [True] * 23 + [None]})
    found = resolver_slices(resolver, split, outcomes).tail(3)
    assert found["resolver_seen"].tolist() == ["often", "rarely", "unseen"]
    assert found["resolver_escalated"].tolist()[:2] == ["yes", "yes"]
    assert found["resolver_escalated"].isna().tolist()[2]


def test_the_digest_follows_content_not_packing(tmp_path: Path) -> None:
    table = pd.DataFrame({"conversation_id": ["a", "b"], "sequence": [0, 1]})
    path = tmp_path / "labels.parquet"
    write_table(path, table)
    before = content_digest([path])
    pq.write_table(pq.read_table(path), path, compression="gzip", row_group_size=1)
    assert content_digest([path]) == before
    write_table(path, table.assign(sequence=[0, 2]))
    assert content_digest([path]) != before


def test_rare_resolvers_share_one_row_of_the_picture() -> None:
    confusion = pd.DataFrame({"actual": list("aaabbc"), "predicted": list("aabbad")})
    kept = frequent(confusion, most=2)
    assert kept["actual"].tolist() == [*"aaabb", OTHER]
    assert kept["predicted"].tolist() == [*"aabba", OTHER]


def test_tables_and_pictures_are_drawn_for_every_method(parameters: Parameters, tmp_path: Path) -> None:
    evaluated = evaluate(made_inputs(), parameters)
    for name in ("roc", "precision_recall", "calibration", "expected_cost"):
        assert set(evaluated.tables[name]["method"]) == {"model", "prior", "keyword_rules"}
    for name in draw(evaluated.tables, evaluated.policy, tmp_path):
        assert (tmp_path / name).read_bytes().startswith(b"\x89PNG")


def test_readme_shows_every_kept_run(parameters: Parameters, tmp_path: Path) -> None:
    report = evaluate(made_inputs(), parameters).report
    write_json(tmp_path / "evaluation.json", report)
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    kept = keep(tmp_path / "evaluation.json", tmp_path / "results", readme)
    assert read_json(kept) == report
    text = readme.read_text(encoding="utf-8")
    assert text == f"before\n{readme_block([kept])}\nafter\n"
    auc = report["escalation"]["model"]["auc"]
    assert f"{auc['value']:.3f} ({auc['low']:.3f} to {auc['high']:.3f})" in text
    assert "make run SOURCE=made_up" in text
    assert "old" not in text
    with pytest.raises(BadInput, match="are not in the file"):
        with_block("no markers", "block")


def test_the_printed_table_names_every_method_and_what_to_try(parameters: Parameters) -> None:
    written = StringIO()
    show(evaluate(made_inputs(), parameters).report, Console(file=written, width=80))
    for expected in ("model", "prior", "keyword", "frequency", "make serve", "make mlflow", "make run"):
        assert expected in written.getvalue()
