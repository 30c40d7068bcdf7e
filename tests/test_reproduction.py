"""The pipeline as a user drives it: repeated, changed in one place, compared, on another source and back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import checkout, command


def stages_run(output: str) -> list[str]:
    """Name the stages that DVC ran or would run, in order."""
    return re.findall(r"Running stage '(\w+)'", output)


@pytest.fixture
def copy(simulated_run: Path, tmp_path: Path) -> Path:
    """A finished run that a test may change."""
    return Path(shutil.copytree(simulated_run, tmp_path / "run", symlinks=True))


def change(folder: Path, old: str, new: str) -> None:
    """Change one setting."""
    path = folder / "params.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_second_repro_runs_nothing_but_tracking(copy: Path) -> None:
    assert stages_run(command(copy, "dvc", "repro")) == ["tracking"]


@pytest.mark.parametrize(
    ("old", "new", "rerun"),
    [
        ("precedents: 3", "precedents: 2", ["bundle", "tracking"]),
        ("cost_missed: 10", "cost_missed: 5", ["evaluation", "bundle", "tracking"]),
        ("smoothing: 5", "smoothing: 6", [
            "history", "matrix", "escalation", "resolver", "evaluation", "bundle", "tracking",
        ]),
    ],
)  # fmt: skip
def test_one_setting_reruns_only_what_depends_on_it(copy: Path, old: str, new: str, rerun: list[str]) -> None:
    change(copy, old, new)
    assert stages_run(command(copy, "dvc", "repro")) == rerun


def test_a_cost_changes_the_policy_and_nothing_trained(copy: Path) -> None:
    before = (copy / "training/out/escalation/model.txt").read_bytes()
    threshold = json.loads((copy / "serving/out/bundle/policy.json").read_text())["threshold"]
    change(copy, "cost_missed: 10", "cost_missed: 2")
    command(copy, "dvc", "repro", "bundle")
    assert json.loads((copy / "serving/out/bundle/policy.json").read_text())["threshold"] > threshold
    assert (copy / "training/out/escalation/model.txt").read_bytes() == before


def test_an_unknown_setting_is_one_sentence(copy: Path) -> None:
    change(copy, "num_leaves: 7", "num_leafs: 7")
    output = command(copy, "training.escalation", ok=False)
    assert "params.yaml: escalation.num_leafs" in output
    assert "did you mean 'num_leaves'?" in output
    assert "Traceback" not in output


def test_metrics_and_plots_can_be_shown(copy: Path) -> None:
    shown = command(copy, "dvc", "metrics", "show", "--json")
    metrics = json.loads(shown[shown.index("{") :])[""]["data"]["training/evaluation.json"]["data"]
    assert 0.5 < metrics["escalation"]["model"]["auc"]["value"] < 1
    command(copy, "dvc", "plots", "show", "--out", "plots")
    page = (copy / "plots" / "index.html").read_text(encoding="utf-8")
    assert "false_positive_rate" in page
    assert "tfidf_logistic" in page


def test_an_experiment_keeps_the_workspace_comparable(copy: Path) -> None:
    shutil.copyfile(Path(__file__).parents[1] / ".gitignore", copy / ".gitignore")
    shutil.rmtree(copy / ".dvc" / "tmp", ignore_errors=True)
    settings = copy / ".dvc" / "config"
    settings.write_text(settings.read_text(encoding="utf-8").replace("no_scm = True", ""), encoding="utf-8")
    who = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "run"]):
        subprocess.run(["git", *arguments], cwd=copy, check=True, capture_output=True)
    output = command(copy, "dvc", "exp", "run", "-S", "bundle.precedents=2")
    assert stages_run(output) == ["bundle", "tracking"]
    assert json.loads((copy / "serving/out/bundle/answer.json").read_text())["precedents"] == 2


def test_an_empty_file_is_one_sentence_and_the_default_source_comes_back(tmp_path: Path) -> None:
    folder = checkout(tmp_path / "run")
    tickets = folder.parent / "some tickets.csv"
    tickets.write_text("Number,Short description,Description,Caller,Assignment group\n", encoding="utf-8")
    command(folder, "data.source", "--name", "it_tickets", "--raw", str(tickets))
    assert {path.name for path in (folder / "data/raw").iterdir()} == {".gitkeep", "source.yaml", tickets.name}
    empty = command(folder, "dvc", "repro", "conversations", ok=False)
    assert "holds no conversation" in empty
    assert "Traceback" not in empty
    command(folder, "data.source")
    assert {path.name for path in (folder / "data/raw").iterdir()} == {".gitkeep"}
