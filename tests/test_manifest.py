"""A bundle is what its files say, wherever it lies; one that was damaged is one sentence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from data.errors import BadInput
from data.files import read_json, write_json
from serving.bundle import write_bundle
from serving.manifest import FORMAT, MANIFEST, check_bundle, write_manifest


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A small bundle with a folder inside."""
    folder = tmp_path / "bundle"
    (folder / "escalation").mkdir(parents=True)
    (folder / "escalation" / "model.txt").write_text("tree", encoding="utf-8")
    (folder / "policy.json").write_text("{}", encoding="utf-8")
    write_manifest(folder)
    return folder


def sentence(folder: Path) -> str:
    with pytest.raises(BadInput) as refused:
        check_bundle(folder)
    assert "\n" not in str(refused.value)
    assert ". Fix: " in str(refused.value)
    return str(refused.value)


def change(folder: Path, **values: Any) -> None:
    write_json(folder / MANIFEST, read_json(folder / MANIFEST) | values)


def test_an_unchanged_bundle_passes_with_its_digest(bundle: Path) -> None:
    assert check_bundle(bundle).digest == read_json(bundle / MANIFEST)["digest"]
    assert set(read_json(bundle / MANIFEST)["files"]) == {"escalation/model.txt", "policy.json"}


def test_the_digest_does_not_depend_on_place_or_name(bundle: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "champion"
    shutil.copytree(bundle, other)
    assert check_bundle(other).digest == check_bundle(bundle).digest
    assert write_manifest(other) == check_bundle(bundle).digest


def test_the_digest_depends_on_what_the_files_say_and_how_they_are_called(bundle: Path) -> None:
    digests = {check_bundle(bundle).digest}
    (bundle / "policy.json").write_text("{ }", encoding="utf-8")
    digests.add(write_manifest(bundle))
    (bundle / "policy.json").rename(bundle / "rules.json")
    digests.add(write_manifest(bundle))
    assert len(digests) == 3


def test_a_folder_without_manifest_is_no_bundle(bundle: Path) -> None:
    (bundle / MANIFEST).unlink()
    assert "has no manifest.json" in sentence(bundle)
    assert "has no manifest.json" in sentence(bundle / "nowhere")


def test_a_missing_file_is_named(bundle: Path) -> None:
    (bundle / "escalation" / "model.txt").unlink()
    assert "'escalation/model.txt' is missing in" in sentence(bundle)


def test_a_changed_file_is_named(bundle: Path) -> None:
    (bundle / "policy.json").write_text('{"threshold": 0}', encoding="utf-8")
    assert "'policy.json' was changed in" in sentence(bundle)


def test_another_format_is_named_with_the_one_that_is_read(bundle: Path) -> None:
    change(bundle, format=FORMAT + 1)
    assert f"{FORMAT + 1}' cannot be read, this version reads {FORMAT}" in sentence(bundle)


def test_a_file_that_was_changed_together_with_its_entry_is_seen(bundle: Path) -> None:
    digest = check_bundle(bundle).digest
    (bundle / "policy.json").write_text('{"threshold": 0}', encoding="utf-8")
    write_manifest(bundle)
    change(bundle, digest=digest)
    assert "manifest.json: digest" in sentence(bundle)


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", "null", json.dumps({"format": FORMAT, "files": {}})])
def test_a_broken_manifest_is_one_sentence(bundle: Path, content: str) -> None:
    (bundle / MANIFEST).write_text(content, encoding="utf-8")
    assert "manifest.json' is not a manifest" in sentence(bundle)


def test_writing_a_bundle_twice_gives_one_digest_and_leaves_nothing_over(tmp_path: Path) -> None:
    source = tmp_path / "model.txt"
    source.write_text("tree", encoding="utf-8")
    folder = tmp_path / "bundle"
    first = write_bundle({"escalation/model.txt": source, "old.txt": source}, {"reasons": 4}, folder)
    second = write_bundle({"escalation/model.txt": source}, {"reasons": 4}, folder)
    assert first != second
    assert second == write_bundle({"escalation/model.txt": source}, {"reasons": 4}, tmp_path / "other")
    assert not (folder / "old.txt").exists()
    assert check_bundle(folder).digest == second
