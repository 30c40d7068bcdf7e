"""The committed dvc.lock is the default source's, and nothing was changed after the run that wrote it."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.test_imports import ROOT
from tests.test_pipeline import Stages, names

EMPTY_FILE = hashlib.md5(b"", usedforsecurity=False).hexdigest()


def stale(lock: Stages, pipeline: Stages, params: dict[str, Any], read: Callable[[str], bytes | None]) -> list[str]:
    """Give each stage and file that changed after the lock was written; ``read`` gives a committed file or None."""
    wrong = [f"{stage} was never run" for stage in pipeline if stage not in lock]
    wrong += [f"{stage} is no stage" for stage in lock if stage not in pipeline]
    for stage in [stage for stage in lock if stage in pipeline]:
        entry = lock[stage]
        if {dep["path"] for dep in entry.get("deps", [])} != set(names(pipeline[stage].get("deps"))):
            wrong.append(f"{stage} has other deps")
        if entry["cmd"] != pipeline[stage]["cmd"]:
            wrong.append(f"{stage} has another cmd")
        for file in [*entry.get("deps", []), *entry.get("outs", [])]:
            content = read(file["path"])
            if content is not None and hashlib.md5(content, usedforsecurity=False).hexdigest() != file["md5"]:
                wrong.append(f"{stage} ran with another {file['path']}")
        ran_with = entry.get("params", {}).get("params.yaml", {})
        wrong += [f"{stage} ran with another {key}" for key, used in ran_with.items() if setting(params, key) != used]
    return wrong


def setting(params: dict[str, Any], key: str) -> Any:
    """Give the value of a dotted key."""
    value: Any = params
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def folder_digest(files: dict[str, str]) -> str:
    """Give DVC's digest of a folder that holds these files (path to md5)."""
    listed = [{"md5": digest, "relpath": path} for path, digest in sorted(files.items())]
    return hashlib.md5(json.dumps(listed, sort_keys=True).encode(), usedforsecurity=False).hexdigest() + ".dir"


def committed(path: str) -> bytes | None:
    """Give a file as the last commit has it; where there is no git, as it lies there."""
    if not (ROOT / ".git").exists():
        return (ROOT / path).read_bytes() if (ROOT / path).is_file() else None
    command = ["git", "cat-file", "blob", f"HEAD:{path}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None


def committed_yaml(path: str) -> dict[str, Any]:
    """Read a committed YAML file that must be there."""
    content = committed(path)
    assert content is not None, f"{path} is not committed; run `make run` and commit it"
    read: dict[str, Any] = yaml.safe_load(content)
    return read


def test_the_lock_is_the_default_sources() -> None:
    stages = committed_yaml("dvc.lock")["stages"]
    raw = {dep["md5"] for entry in stages.values() for dep in entry["deps"] if dep["path"] == "data/raw"}
    assert raw == {folder_digest({".gitkeep": EMPTY_FILE})}


def test_the_lock_is_fresh() -> None:
    pipeline, lock = committed_yaml("dvc.yaml")["stages"], committed_yaml("dvc.lock")["stages"]
    assert stale(lock, pipeline, committed_yaml("params.yaml"), committed) == []


def nothing(_: str) -> bytes | None:
    return None


def test_a_stale_lock_is_reported() -> None:
    pipeline = {"labels": {"cmd": "c", "deps": ["a.py", "data/raw"]}, "split": {"cmd": "s", "deps": []}}
    digest = hashlib.md5(b"x = 1\n", usedforsecurity=False).hexdigest()
    deps = [{"path": "a.py", "md5": digest}, {"path": "data/raw", "md5": "folder.dir"}]
    entry = {"cmd": "c", "deps": deps, "params": {"params.yaml": {"labels": {"target": "escalation"}}}}
    params = {"labels": {"target": "escalation"}}
    lock: Stages = {"labels": entry, "split": {"cmd": "s"}}
    assert stale(lock, pipeline, params, lambda path: b"x = 1\n" if path == "a.py" else None) == []
    assert stale(lock, pipeline, params, lambda path: b"x = 2\n" if path == "a.py" else None) == [
        "labels ran with another a.py"
    ]
    assert stale(lock, pipeline, {"labels": {}}, nothing) == ["labels ran with another labels"]
    assert stale({"labels": entry, "old": {"cmd": "o"}}, pipeline, params, nothing) == [
        "split was never run", "old is no stage",
    ]  # fmt: skip
    assert stale({"labels": entry | {"cmd": "d", "deps": []}, "split": {"cmd": "s"}}, pipeline, params, nothing) == [
        "labels has other deps", "labels has another cmd",
    ]  # fmt: skip


def test_the_folder_digest_is_dvcs(tmp_path: Path) -> None:
    from dvc.repo import Repo

    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / ".gitkeep").touch()
    (tmp_path / "raw" / "a.csv").write_text("x\n", encoding="utf-8")
    repo = Repo.init(str(tmp_path), no_scm=True)
    (stage,) = repo.add(str(tmp_path / "raw"))
    repo.close()
    digest = hashlib.md5(b"x\n", usedforsecurity=False).hexdigest()
    assert stage.outs[0].hash_info.value == folder_digest({".gitkeep": EMPTY_FILE, "a.csv": digest})
