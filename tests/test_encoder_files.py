"""The published encoder or none; a folder of the user's own is checked for what it must hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from data.errors import BadInput
from data.files import write_json
from features.encoder_files import ENCODER_NAME, ENCODER_SHA256, encoder_folder


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, bytes | None], str]:
    """Install an encoder package with these weights on the path, and give its name."""

    def install(name: str, weights: bytes | None) -> str:
        folder, facts = tmp_path / name.replace("-", "_"), tmp_path / f"{name.replace('-', '_')}-1.0.dist-info"
        folder.mkdir()
        facts.mkdir()
        (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        (facts / "RECORD").write_text(f"{folder.name}/model.safetensors,,\n", encoding="utf-8")
        if weights is not None:
            (folder / "model.safetensors").write_bytes(weights)
        monkeypatch.syspath_prepend(tmp_path)
        return name

    return install


def sentence(model: str, package: str) -> str:
    with pytest.raises(BadInput) as refused:
        encoder_folder(model, package)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_tampered_encoder_is_refused_with_both_digests(installed: Callable[[str, bytes | None], str]) -> None:
    package = installed("tampered-encoder", b"other weights")
    said = sentence(ENCODER_NAME, package)
    assert hashlib.sha256(b"other weights").hexdigest() in said
    assert ENCODER_SHA256 in said
    assert package in said


def test_a_missing_encoder_is_one_sentence(installed: Callable[[str, bytes | None], str]) -> None:
    assert sentence(ENCODER_NAME, "no-such-encoder").startswith("package: 'no-such-encoder' is not installed")
    assert "is not installed" in sentence(ENCODER_NAME, installed("hollow-encoder", None))


def test_an_unknown_model_is_one_sentence() -> None:
    said = sentence("all-MiniLM-L7", "no-such-encoder")
    assert said.startswith("embedding.model: 'all-MiniLM-L7' is not here")
    assert ENCODER_NAME in said


def test_a_folder_of_the_users_own_is_taken(tmp_path: Path) -> None:
    write_json(tmp_path / "modules.json", [])
    with pytest.raises(BadInput, match=r"tokenizer\.json"):
        encoder_folder(str(tmp_path))
    write_json(tmp_path / "tokenizer.json", {})
    assert encoder_folder(str(tmp_path)) == tmp_path
