"""The naming rule (stage = module = section = output), and dependencies that cover the code a stage runs."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Any

import pytest
import yaml

from tests.test_imports import FOLDERS, ROOT, imported, project_sources

SHARED = {"policy": {"evaluation", "bundle"}}  # The one section without a stage: evaluation and serving both decide.
Stages = dict[str, dict[str, Any]]


def names(entries: Iterable[str | dict[str, Any]] | None) -> list[str]:
    """Give the paths of a list in which an entry may be a path or a path with options."""
    return [entry if isinstance(entry, str) else next(iter(entry)) for entry in entries or []]


def file_of(module: str, sources: dict[str, str]) -> str:
    """Give a module's file; a package is its ``__init__.py``."""
    path = module.replace(".", "/")
    is_package = module in FOLDERS or any(other.startswith(f"{module}.") for other in sources)
    return f"{path}/__init__.py" if is_package else f"{path}.py"


def needed_files(module: str, sources: dict[str, str]) -> set[str]:
    """Give the files that a module runs: itself and what it imports, directly or not, or names as a text.

    A module that is looked up by its name at run time (``import_module``) stands in the code as a text.
    """
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        seen.add(name)
        texts = {node.value for node in ast.walk(ast.parse(sources[name])) if isinstance(node, ast.Constant)}
        wanted = imported(sources[name]) | {text for text in texts if isinstance(text, str)}
        parents = {name.rpartition(".")[0]}
        waiting += [other for other in (wanted | parents) & set(sources) if other not in seen]
    return {file_of(name, sources) for name in seen if sources[name].strip()}


def wrong_stages(stages: Stages, sections: set[str], sources: dict[str, str]) -> list[str]:
    """Give each breach of the naming rule and each dependency that is missing or too much."""
    homes = {stage: next((f for f in FOLDERS if f"{f}.{stage}" in sources), None) for stage in stages}
    wrong = [f"section {name} has no stage" for name in sorted(sections - set(stages) - set(SHARED))]
    for stage, entry in stages.items():
        home = homes[stage]
        if home is None:
            wrong.append(f"{stage}: there is no module of this name")
            continue
        wrong += [f"{stage}: {problem}" for problem in wrong_entry(stage, home, entry, sections)]
        wrong += [f"{stage}: {problem}" for problem in wrong_code(f"{home}.{stage}", entry, sources)]
    return wrong


def wrong_entry(stage: str, home: str, entry: dict[str, Any], sections: set[str]) -> list[str]:
    """Check the command, the section and the output of one stage."""
    wrong = []
    if entry.get("cmd") != f"python -m {home}.{stage}":
        wrong.append(f"cmd is {entry.get('cmd')!r}")
    named = {name.split(".")[0] for name in names(entry.get("params"))}
    allowed = {stage} | {section for section, users in SHARED.items() if stage in users}
    wrong += [f"params name {name}" for name in sorted(named - allowed)]
    if stage not in sections or stage not in named:
        wrong.append("its section is not named")
    outputs = [path for key in ("outs", "metrics", "plots") for path in names(entry.get(key))]
    own = f"{home}/out/{stage}"
    wrong += [
        f"output {path}"
        for path in outputs
        if path not in (own, f"{home}/{stage}.json") and not path.startswith((f"{own}/", f"{own}."))
    ]
    if not outputs and not entry.get("always_changed"):
        wrong.append("has no output")
    return wrong


def wrong_code(module: str, entry: dict[str, Any], sources: dict[str, str]) -> list[str]:
    """Check that exactly the code a stage runs is among its dependencies, file by file."""
    given = {path.rstrip("/") for path in names(entry.get("deps"))}
    files = {file_of(name, sources) for name in sources}
    needed = needed_files(module, sources)
    folders = {path for path in given if any(file.startswith(f"{path}/") for file in files)}
    wrong = [f"depends on the code folder {path}" for path in sorted(folders)]
    wrong += [f"does not depend on {path}" for path in sorted(needed - given)]
    return wrong + [f"depends on {path}, which it does not import" for path in sorted(given & files - needed)]


def test_the_pipeline_keeps_the_naming_rule() -> None:
    stages = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]
    sections = set(yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8")))
    assert wrong_stages(stages, sections, project_sources()) == []


SOURCES = {
    "data": "", "data.labels": "from data.files import read\nBY_NAME = {'a': 'data.sources.a'}",
    "data.files": "from data import schema", "data.schema": "", "data.other": "X = 1",
    "data.sources": "Y = 1", "data.sources.a": "from data.schema import Case", "training": "",
    "training.evaluation": "import data.schema as s\nprint(s)",
}  # fmt: skip
SOURCES["data.schema"] = "Case = 1"
LABELS: dict[str, Any] = {
    "cmd": "python -m data.labels",
    "deps": ["data/labels.py", "data/files.py", "data/schema.py", "data/sources/__init__.py", "data/sources/a.py",
             "data/raw"],
    "params": ["labels"],
    "outs": ["data/out/labels"],
}  # fmt: skip
EVALUATION: dict[str, Any] = {
    "cmd": "python -m training.evaluation",
    "deps": ["training/evaluation.py", "data/schema.py", "data/out/labels"],
    "params": ["evaluation.seed", "policy"],
    "metrics": [{"training/evaluation.json": {"cache": False}}],
}


def test_a_right_pipeline_is_left_in_peace() -> None:
    stages = {"labels": LABELS, "evaluation": EVALUATION}
    assert wrong_stages(stages, {"labels", "evaluation", "policy"}, SOURCES) == []


@pytest.mark.parametrize(
    ("change", "reported"),
    [
        ({"cmd": "python data/labels.py"}, "labels: cmd is 'python data/labels.py'"),
        ({"params": ["labels", "policy"]}, "labels: params name policy"),
        ({"params": ["evaluation"]}, "labels: params name evaluation"),
        ({"params": []}, "labels: its section is not named"),
        ({"outs": ["data/out/label"]}, "labels: output data/out/label"),
        ({"outs": []}, "labels: has no output"),
        ({"deps": [*LABELS["deps"], "data"]}, "labels: depends on the code folder data"),
        ({"deps": [*LABELS["deps"], "data/sources/"]}, "labels: depends on the code folder data/sources"),
        ({"deps": LABELS["deps"][1:]}, "labels: does not depend on data/labels.py"),
        ({"deps": [p for p in LABELS["deps"] if "schema" not in p]}, "labels: does not depend on data/schema.py"),
        ({"deps": [p for p in LABELS["deps"] if "/a.py" not in p]}, "labels: does not depend on data/sources/a.py"),
        (
            {"deps": [*LABELS["deps"], "data/other.py"]},
            "labels: depends on data/other.py, which it does not import",
        ),
    ],
)
def test_a_wrong_stage_is_reported(change: dict[str, Any], reported: str) -> None:
    stages = {"labels": LABELS | change, "evaluation": EVALUATION}
    assert reported in wrong_stages(stages, {"labels", "evaluation", "policy"}, SOURCES)


def test_a_stage_without_module_and_a_section_without_stage_are_reported() -> None:
    assert wrong_stages({"featurize": LABELS}, {"labels", "policy"}, SOURCES) == [
        "section labels has no stage",
        "featurize: there is no module of this name",
    ]
