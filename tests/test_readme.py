"""The README says what is true: its figures come from kept files, its request is answered as shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

from serving.example import BEGIN, END
from serving.predictor import Predictor
from serving.request import EXAMPLE, PredictRequest
from tests.benchmarks.readme import blocks
from training.results import RESULTS, readme_block

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_results_are_those_of_the_kept_runs() -> None:
    kept = sorted((ROOT / RESULTS).glob("*.json"))
    assert {path.stem for path in kept} >= {"simulated", "it_tickets"}
    assert readme_block(kept) in README


def test_the_benchmarks_are_those_of_the_kept_files() -> None:
    for block, _ in blocks():
        assert block in README


def test_the_example_is_the_request_and_its_answer_has_that_shape(predictor: Predictor) -> None:
    block = README[README.index(BEGIN) : README.index(END)]
    request, answer = (json.loads(text) for text in re.findall(r"```json\n(.*?)```", block, re.DOTALL))
    assert request == EXAMPLE
    asked = PredictRequest.model_validate(request)
    given = predictor.predict(asked.conversation, asked.resolvers).model_dump(mode="json")
    assert given.keys() == answer.keys()
    assert given["escalation"].keys() == answer["escalation"].keys()


def test_every_make_target_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([\w-]+)", README)) | set(re.findall(r"^make ([\w-]+)", README, re.MULTILINE))
    assert named >= {"run", "test", "serve", "mlflow", "doctor"}
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_no_folder_outside_the_repository_is_named() -> None:
    assert "../" not in README
    assert not re.search(r"(?<![\w:/.])/(home|work|root|tmp|mnt)/", README)
