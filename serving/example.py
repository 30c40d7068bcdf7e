"""Show one request and its answer; with ``--readme`` write both into README.md.

python -m serving.example            the example request, answered by the bundle
python -m serving.example --readme   also into README.md, when the bundle is that of the default source
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

from data.errors import exit_with_sentence
from data.files import read_json
from data.parameters import DEFAULT_SOURCE
from serving.answer import Answer
from serving.request import EXAMPLE, PredictRequest
from training.evaluation import EVALUATION
from training.results import README, with_block

BUNDLE = Path("serving/out/bundle")
INNERMOST = re.compile(r"\{[^{}\[\]]*\}")
BEGIN, END = "<!-- example:begin -->", "<!-- example:end -->"


def shortened(value: Any) -> Any:
    """Round the numbers of an answer to three digits."""
    if isinstance(value, dict):
        return {name: shortened(part) for name, part in value.items()}
    if isinstance(value, list):
        return [shortened(part) for part in value]
    return round(value, 3) if isinstance(value, float) else value


def example_block(request: dict[str, Any], answer: Answer) -> str:
    """Give request and answer as Markdown; the identifier of the decision is cut, it is another each time."""
    shown = shortened(answer.model_dump(mode="json"))
    shown["decision_id"] = shown["decision_id"][:8] + "…"
    shown["model"]["bundle"] = shown["model"]["bundle"][:15] + "…"
    asked, answered = pretty(request), pretty(shown)
    return f"{BEGIN}\n```json\n{asked}\n```\n\nanswers\n\n```json\n{answered}\n```\n{END}"


def pretty(value: Any) -> str:
    """Give JSON with a line for each innermost object."""
    text = json.dumps(value, indent=1, ensure_ascii=False)
    return INNERMOST.sub(lambda found: " ".join(found.group().split()), text)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("--readme", action="store_true", help="write request and answer into README.md")
    given = parser.parse_args()
    from serving.predictor import Predictor  # Seconds of imports, which --help need not pay.

    asked = PredictRequest.model_validate(EXAMPLE)
    block = example_block(EXAMPLE, Predictor(BUNDLE).predict(asked.conversation, asked.resolvers, asked.recent))
    print(block)
    if given.readme and read_json(EVALUATION)["source"] == DEFAULT_SOURCE:
        README.write_text(with_block(README.read_text(encoding="utf-8"), block, (BEGIN, END)), encoding="utf-8")


if __name__ == "__main__":
    exit_with_sentence(main)
