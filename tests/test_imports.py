"""The arrows data -> features -> training -> serving, and that importing a module does nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("data", "features", "training", "serving")
HOME_OF = {"mlflow": ("training.tracking",), "bentoml": ("serving",)}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "config", "misc", "base"}


def project_sources(root: Path = ROOT) -> dict[str, str]:
    """Give the text of every project module by its dotted name."""
    files = (path.relative_to(root) for folder in FOLDERS for path in sorted((root / folder).rglob("*.py")))
    return {module_name(path): (root / path).read_text(encoding="utf-8") for path in files if "out" not in path.parts}


def module_name(path: Path) -> str:
    """Give the dotted name that a file is imported by."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imported(source: str) -> set[str]:
    """Give the dotted names that a module imports, inside functions too; ``from a import b`` gives a and a.b."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def wrong_arrows(sources: dict[str, str]) -> list[str]:
    """Give each import that points to the right, or that brings a library in where it does not belong."""
    wrong = set()
    for module, source in sources.items():
        here = FOLDERS.index(module.split(".")[0])
        for target in {name.split(".")[0] for name in imported(source)}:
            if target in FOLDERS[here + 1 :] or target in ("tests", "notebooks"):
                wrong.add(f"{module} imports {target}")
            homes = HOME_OF.get(target, (module,))
            if not any(module == home or module.startswith(f"{home}.") for home in homes):
                wrong.add(f"{module} imports {target}")
    return sorted(wrong)


def wrong_names(modules: Iterable[str]) -> list[str]:
    """Give each module that is a drawer, or is named like a library and may hide it."""
    libraries = sys.stdlib_module_names | {
        "mlflow",
        "bentoml",
        "dvc",
        "lightgbm",
        "pandas",
        "numpy",
        "torch",
        "sklearn",
    }
    return [name for name in modules if name.split(".")[-1] in DRAWERS | libraries]


def effects_of_importing(modules: Iterable[str], root: Path, folder: Path) -> list[str]:
    """Import modules in a fresh Python that stands in an empty folder; give what that printed and left behind."""
    code = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)"
    home = folder / "home"
    home.mkdir(parents=True)
    work = folder / "work"
    work.mkdir()
    # PATH is for the libraries that look for a program; HOME keeps their caches out of the way.
    environment = {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(home), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-c", code, *modules]
    done = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=False)
    printed = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return printed + [f"made {path.relative_to(work)}" for path in sorted(work.rglob("*"))]


def test_folders_import_leftwards_only() -> None:
    sources = project_sources()
    assert len(sources) > 10
    assert wrong_arrows(sources) == []


@pytest.mark.parametrize(
    ("module", "source", "wrong"),
    [
        ("data.labels", "from features.matrix import OUT", ["data.labels imports features"]),
        ("features.matrix", "def late():\n    import serving.predictor", ["features.matrix imports serving"]),
        ("training.policy", "from tests.conftest import Example", ["training.policy imports tests"]),
        ("training.report", "import mlflow", ["training.report imports mlflow"]),
        ("training.tracking", "import mlflow.models\nimport bentoml", ["training.tracking imports bentoml"]),
        ("serving.predictor", "from mlflow import pyfunc", ["serving.predictor imports mlflow"]),
        ("serving.service", "import bentoml\nfrom data.schema import Case\nfrom serving import answer", []),
    ],
)
def test_a_wrong_arrow_is_reported(module: str, source: str, wrong: list[str]) -> None:
    assert wrong_arrows({module: source}) == wrong


def test_no_module_is_a_drawer_or_hides_a_library() -> None:
    assert wrong_names(project_sources()) == []
    assert wrong_names(["data.utils", "training.mlflow", "features.statistics", "data.schema"]) == [
        "data.utils", "training.mlflow", "features.statistics",
    ]  # fmt: skip


def test_importing_does_nothing(tmp_path: Path) -> None:
    assert effects_of_importing(project_sources(), ROOT, tmp_path) == []


def test_an_import_that_does_something_is_reported(tmp_path: Path) -> None:
    loud = tmp_path / "loud"
    loud.mkdir()
    (loud / "noisy.py").write_text("print('hello')\n", encoding="utf-8")
    (loud / "busy.py").write_text("import pathlib\npathlib.Path('out').mkdir()\n", encoding="utf-8")
    assert effects_of_importing(["noisy", "busy"], loud, tmp_path) == ["hello", "made out"]
