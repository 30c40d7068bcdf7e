"""The pipeline takes any desk: without resolvers, clock, texts or customers, small, or labelled turn by turn."""

from __future__ import annotations

from contextlib import chdir
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

import data.labels
import data.split
import features.history
import features.text_score
import training.evaluation
from data.errors import BadInput
from data.files import read_conversations, read_json, read_table, write_table
from data.schema import Conversation
from data.snapshot import snapshot
from features.featurize import featurize
from features.recent import Recent, openings
from tests.handmade import talk
from tests.laws import columns_that_differ
from tests.small_desks import Desk, Ran, run, run_stages, store
from training.results import markdown, show

DESKS = {
    "chat_with_attributes": Desk(
        attributes=lambda number, angry: {
            "Seats, paid": number % 7 + 3.0 * angry, "vip": angry, "plan": "free" if angry else "gold",
            "order": f"o{number}",
        },
    ),
    "turns": Desk(clock=False, turn_label="dissatisfied"),
    "phone_intents": Desk(authors=("bot", "customer"), clock=False, intents=True, longest=14),
    "alerts": Desk(authors=("system",), resolver=lambda _: "on call"),
    "single_tickets": Desk(clock=False, longest=1, resolver=lambda n: ("net", "web", "mail")[n % 3]),
    "new_resolver": Desk(resolver=lambda n: "newcomer" if n > 140 and n % 2 else ("net", "web")[n % 2]),
    "named_only_late": Desk(resolver=lambda n: ("net", "web")[n % 2] if n > 140 else None),
}  # fmt: skip


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    return {name: run(desk, tmp_path_factory.mktemp(name)) for name, desk in DESKS.items()}


@pytest.mark.parametrize("name", DESKS)
def test_every_desk_is_learnt_and_answered(name: str, runs: dict[str, Ran]) -> None:
    ran = runs[name]
    assert ran.report["escalation"]["difference"]["prior"]["auc"]["low"] > 0
    answer = ran.predictor.predict(talk(("customer", "still broken, angry"), ("agent", "thanks"), name="new"))
    assert 0 <= answer.escalation.probability <= 1
    written = StringIO()
    show(ran.report, Console(file=written, width=100))
    assert "model" in written.getvalue()
    assert markdown(ran.report).count("**") == 4


@pytest.mark.parametrize("name", DESKS)
def test_the_online_row_equals_the_batch_row_on_every_desk(name: str, runs: dict[str, Ran]) -> None:
    ran = runs[name]
    batch = read_table(ran.folder / "features/out/matrix/escalation.parquet").query("part != 'train'").head(60)
    columns = read_json(ran.folder / "training/out/escalation/features.json")
    cases = {case.conversation_id: case for case in read_conversations(ran.folder / "data/out/conversations")}
    keys = zip(batch.conversation_id, batch.sequence, strict=True)
    fitted = ran.predictor.fitted
    others = Recent(openings(cases.values()), fitted.embed)
    rows = [featurize([snapshot(cases[n], sequence)], fitted, others) for n, sequence in keys]
    online = np.concatenate([row.values for row in rows])
    assert columns_that_differ(columns, batch[columns].to_numpy(float), rows[0].columns, online) == []


@pytest.mark.parametrize("name", ["turns", "phone_intents", "chat_with_attributes"])
def test_without_resolvers_the_answer_and_the_report_say_so(name: str, runs: dict[str, Ran]) -> None:
    answer = runs[name].predictor.predict(talk(("customer", "still broken")))
    assert answer.resolvers == []
    assert answer.route.resolver_id is None
    assert "no resolver is named" in answer.route.why
    assert "no resolver is named" in runs[name].report["resolver"]["absent"][0]
    assert "no resolver is named" in markdown(runs[name].report)


def test_one_resolver_takes_it_all(runs: dict[str, Ran]) -> None:
    answer = runs["alerts"].predictor.predict(talk(("system", "still broken")))
    assert [named.resolver_id for named in answer.resolvers] == ["on call"]
    assert runs["alerts"].report["resolver"]["model"]["top_1"]["value"] == 1


def test_resolvers_that_training_never_saw_are_misses_not_errors(runs: dict[str, Ran]) -> None:
    assert 0 < runs["new_resolver"].report["resolver"]["model"]["top_1"]["value"] < 1
    assert runs["named_only_late"].report["resolver"]["model"]["top_1"]["value"] == 0


def test_turn_labels_are_the_question_and_every_labelled_turn_counts(runs: dict[str, Ran]) -> None:
    report = runs["turns"].report
    assert report["target"] == "dissatisfied"
    labels = read_table(runs["turns"].folder / "data/out/labels/escalation.parquet")
    assert labels.groupby("conversation_id").weight.sum().to_numpy() == pytest.approx(1)
    assert labels.next_turn.isna().all()
    assert report["escalation"]["model"]["auc"]["n"] == report["conversations"]["test"]


def test_attributes_of_the_training_part_become_columns_by_themselves(runs: dict[str, Ran]) -> None:
    ran = runs["chat_with_attributes"]
    columns = read_json(ran.folder / "training/out/escalation/features.json")
    found = [column for column in columns if column.startswith(("attribute_", "history_attributes."))]
    assert found == [
        "attribute_seats_paid", "attribute_vip", "history_attributes.plan_rate", "history_attributes.plan_cases",
    ]  # fmt: skip

    def probability(**attributes: object) -> float:
        case = {**talk(("customer", "printer")).model_dump(by_alias=True), "attributes": attributes}
        return ran.predictor.predict(Conversation.model_validate(case)).escalation.probability

    assert probability(vip=True, plan="free") > probability(vip=False, plan="gold")
    # What was a number in the training part is missing where a request has a text, and the other way round its text.
    assert probability(vip="yes") == probability()
    assert probability(plan=5.0) == probability(plan="5")


@pytest.mark.parametrize(
    ("desk", "sentence"),
    [
        (Desk(escalates=lambda _, __: None), "is known for no conversation"),
        (Desk(escalates=lambda _, __: False), "'False' is the outcome of every conversation"),
        (Desk(escalates=lambda n, _: n > 120), "training conversations that escalated: 'none'"),
        (Desk(escalates=lambda n, _: n in (3, 149)), "training conversations that escalated: 'all in one fold'"),
        (Desk(escalates=lambda n, angry: angry if n < 100 else None), "split: 'test' has no labelled conversation"),
    ],
)
def test_what_cannot_be_learnt_stops_early_with_one_sentence(desk: Desk, sentence: str, tmp_path: Path) -> None:
    store(desk, tmp_path)
    with chdir(tmp_path), pytest.raises(BadInput, match=sentence):
        run_stages(data.labels, data.split, features.text_score)


def test_an_attribute_that_nobody_has_is_refused_by_the_stage_that_reads_the_setting(tmp_path: Path) -> None:
    store(Desk(attributes=lambda _, __: {"plan": "gold"}), tmp_path)
    settings = (tmp_path / "params.yaml").read_text(encoding="utf-8")
    (tmp_path / "params.yaml").write_text(settings.replace("attributes: auto", "attributes: [plam]"), encoding="utf-8")
    with chdir(tmp_path):
        run_stages(data.labels, data.split)
        with pytest.raises(BadInput, match="did you mean 'plan'"):
            features.history.main()


def test_the_truth_on_disk_is_measured_and_named_by_the_digest(runs: dict[str, Ran]) -> None:
    ran = runs["chat_with_attributes"]
    labels = read_table(ran.folder / "data/out/labels/escalation.parquet")
    true = labels[["conversation_id", "sequence"]].assign(probability=0.1 + 0.8 * labels.escalates)
    write_table(ran.folder / "data/out/truth/truth.parquet", true.head(0))
    with chdir(ran.folder):
        training.evaluation.main()
    assert read_json(ran.folder / "training/evaluation.json") == ran.report
    write_table(ran.folder / "data/out/truth/truth.parquet", true)
    with chdir(ran.folder):
        training.evaluation.main()
    report = read_json(ran.folder / "training/evaluation.json")
    assert report["escalation"]["oracle"]["auc"]["value"] == 1
    assert report["data_digest"] != ran.report["data_digest"]
