"""The oracle's figures by hand, and the law that only evaluation may read the truth."""

from __future__ import annotations

import ast
from dataclasses import replace
from io import StringIO
from typing import Any

import numpy as np
import pandas as pd
import pytest
import yaml
from rich.console import Console
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

from data.errors import BadInput
from data.files import read_params
from data.parameters import Parameters
from tests.test_evaluation import made_inputs
from tests.test_imports import ROOT, imported, project_sources
from tests.test_pipeline import names
from training.bootstrap import Resampling
from training.evaluation import evaluate
from training.moments import headline
from training.oracle import BASELINE, ORACLE, oracle_section, with_truth
from training.results import explained, markdown, show
from training.scored import Inputs, escalation_rows
from training.tracked import figures

HOW = Resampling(200, 0.95, 0)
# The simulation writes the truth and the stage `truth` stores it; of what learns or answers only evaluation reads it.
WRITERS, READER = ("data.truth", "data.sources.simulated"), "training.scored"


@pytest.fixture(scope="module")
def parameters() -> Parameters:
    given = read_params()
    return given.model_copy(update={"evaluation": given.evaluation.model_copy(update={"bootstrap_samples": 100})})


def scored_rows(count: int = 600) -> pd.DataFrame:
    """Cases whose outcome follows a true probability, of which the model knows more than the baseline."""
    generator = np.random.default_rng(1)
    true = generator.beta(1, 2, count)
    return pd.DataFrame(
        {
            "conversation_id": [f"c{row}" for row in range(count)],
            "sequence": 0,
            "escalates": (generator.random(count) < true).astype(int),
            "model": np.clip(true + generator.normal(0, 0.1, count), 0, 1),
            BASELINE: np.clip(true + generator.normal(0, 0.5, count), 0, 1),
            ORACLE: true,
        }
    )


def test_the_oracle_is_measured_as_scikit_learn_does() -> None:
    rows = scored_rows()
    section = oracle_section(rows, HOW)
    assert section["oracle"]["auc"]["value"] == pytest.approx(roc_auc_score(rows.escalates, rows.oracle), abs=1e-6)
    precision = average_precision_score(rows.escalates, rows.oracle)
    assert section["oracle"]["average_precision"]["value"] == pytest.approx(precision, abs=1e-6)
    assert section["oracle"]["brier"]["value"] == pytest.approx(brier_score_loss(rows.escalates, rows.oracle), abs=1e-6)
    reached, least, most = (roc_auc_score(rows.escalates, rows[name]) for name in ("model", BASELINE, ORACLE))
    assert section["gap_closed"]["value"] == pytest.approx((reached - least) / (most - least), abs=1e-5)
    assert section["gap_closed"]["low"] < section["gap_closed"]["value"] < section["gap_closed"]["high"]


@pytest.mark.parametrize(("column", "share"), [(ORACLE, 1.0), (BASELINE, 0.0)])
def test_the_gap_is_closed_by_the_truth_and_not_by_the_baseline(column: str, share: float) -> None:
    # Paired: on every resample both are the same, so the interval has no width.
    rows = scored_rows()
    closed = oracle_section(rows.assign(model=rows[column]), HOW)["gap_closed"]
    assert (closed["low"], closed["value"], closed["high"]) == (share, share, share)


def test_without_a_gap_there_is_no_share_of_it() -> None:
    rows = scored_rows()
    assert "gap_closed" not in oracle_section(rows.assign(**{BASELINE: rows[ORACLE]}), HOW)
    assert "gap_closed" not in oracle_section(rows.drop(columns=BASELINE), HOW)
    assert oracle_section(rows.drop(columns=ORACLE), HOW) == {}


def test_truth_stands_beside_exactly_the_headline_rows() -> None:
    rows = scored_rows(3).drop(columns=ORACLE)
    truth = pd.DataFrame({"conversation_id": ["c1", "c0", "c2", "c2"], "sequence": [0, 0, 0, 1]})
    truth["probability"] = [0.1, 0.2, 0.3, 0.4]
    assert with_truth(rows, truth)[ORACLE].tolist() == [0.2, 0.1, 0.3]
    assert ORACLE not in with_truth(rows, truth.head(0))
    assert ORACLE not in with_truth(rows, None)
    with pytest.raises(BadInput, match="'1' headline snapshots have no true probability"):
        with_truth(rows, truth.head(2))


def desk_with_truth() -> Inputs:
    inputs = made_inputs()
    noise = np.random.default_rng(5).normal(0, 0.2, len(inputs.escalation))
    true = np.clip(0.25 + 0.5 * inputs.escalation["escalates"] + noise, 0, 1)
    truth = inputs.escalation[["conversation_id", "sequence"]].assign(probability=true)
    baselines = inputs.baseline_scores.assign(**{BASELINE: np.clip(true + 3 * noise[::-1], 0, 1)})
    return replace(inputs, truth=truth, baseline_scores=baselines)


def test_the_report_the_table_and_the_readme_name_the_oracle(parameters: Parameters) -> None:
    report = evaluate(desk_with_truth(), parameters).report
    section = report["escalation"]
    assert section["oracle"]["auc"]["n"] == section["model"]["auc"]["n"]
    written = StringIO()
    show(report, Console(file=written, width=100))
    assert "oracle" in written.getvalue()
    assert "| oracle | " in markdown(report)
    closed = section["gap_closed"]
    assert f"closes {closed['value']:.3f} ({closed['low']:.3f} to {closed['high']:.3f}) of the gap" in explained(report)
    assert figures(report)["escalation/oracle/auc"] == section["oracle"]["auc"]["value"]
    assert figures(report)["escalation/gap_closed/auc_low"] == closed["low"]
    assert "oracle" not in markdown(evaluate(made_inputs(), parameters).report)


def test_turn_labels_make_pooled_figures_the_headline(parameters: Parameters) -> None:
    inputs = replace(made_inputs(), target="dissatisfied", per_turn=True)
    report = evaluate(inputs, parameters).report
    rows = escalation_rows(inputs)
    pooled = rows[(rows["part"] == "test") & rows["first_of_template"]]
    assert len(headline(pooled, 2, per_turn=True)) == len(pooled) > pooled["conversation_id"].nunique()
    assert report["target"] == "dissatisfied"
    assert "every labelled turn" in report["headline"]
    figure = report["escalation"]["model"]["auc"]
    assert figure["value"] == pytest.approx(roc_auc_score(pooled["escalates"], pooled["model"]), abs=1e-6)
    assert figure["n"] == pooled["conversation_id"].nunique()
    assert "alarms" not in report["escalation"]["timing"]
    assert "Is this turn labelled dissatisfied?" in markdown(report)


def readers_of_the_truth(sources: dict[str, str]) -> list[str]:
    """Name the modules that import the stage, or name its folder, beside its writers and its one reader."""
    allowed = (*WRITERS, READER)
    return sorted(
        name
        for name, source in sources.items()
        if not name.startswith(allowed) and ("data.truth" in imported(source) or "out/truth" in texts(source))
    )


def texts(source: str) -> str:
    """Give all text constants of a module."""
    found = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return "\n".join(text for text in found if isinstance(text, str))


def stages_that_see_the_truth(stages: dict[str, Any]) -> list[str]:
    """Name the stages that depend on the truth."""
    return [stage for stage, entry in stages.items() if any("out/truth" in path for path in names(entry.get("deps")))]


def test_only_evaluation_reads_the_truth() -> None:
    sources = project_sources()
    assert "out/truth" in texts(sources[READER])
    assert readers_of_the_truth(sources) == []
    stages = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]
    assert set(stages_that_see_the_truth(stages)) <= {"evaluation"}


def test_a_reader_of_the_truth_is_reported() -> None:
    planted = {
        "features.cheat": "from data.truth import OUT",
        "data.labels": "from pathlib import Path\nTRUE = Path('data/out/truth/truth.parquet')",
        "data.truth": "OUT = 'data/out/truth'",
        "serving.fair": "import data.tables",
    }
    assert readers_of_the_truth(planted) == ["data.labels", "features.cheat"]
    deps = {"matrix": {"deps": ["data/out/truth"]}, "evaluation": {"deps": ["data/out/truth/truth.parquet"]}}
    assert stages_that_see_the_truth(deps) == ["matrix", "evaluation"]
