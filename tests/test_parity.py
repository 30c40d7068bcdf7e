"""One feature function, two callers: the online row equals the batch row, and neither sees what comes later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.files import read_conversations, read_json, read_table
from data.schema import Conversation, Opening
from data.snapshot import seen_at, snapshot
from features.featurize import featurize
from features.recent import WINDOW_MINUTES, Recent, openings
from serving.predictor import Predictor
from tests.conftest import Example
from tests.laws import Values, columns_that_differ, depends_on_company, sees_the_future
from training.escalation import check_columns

ROWS = 400


def held_out(run: Path, name: str, most: int = ROWS) -> tuple[pd.DataFrame, list[Conversation]]:
    """Give rows of the validation and test part from a run's matrix, and their snapshots."""
    table = read_table(run / "features/out/matrix" / f"{name}.parquet").query("part in ('valid', 'test')")
    keys = table[["conversation_id", "sequence"]].drop_duplicates()
    keys = keys.sample(min(most, len(keys)), random_state=0)
    cases = {case.conversation_id: case for case in read_conversations(run / "data/out/conversations")}
    snapshots = [snapshot(cases[n], s) for n, s in zip(keys.conversation_id, keys.sequence, strict=True)]
    return keys.merge(table, on=["conversation_id", "sequence"]), snapshots


def last_hour(case: Conversation, known: Sequence[Opening]) -> list[Opening]:
    """Give how cases of the hour before a snapshot began, as a desk would send them with it."""
    now = seen_at(case)
    return [one for one in known if now and now - timedelta(minutes=WINDOW_MINUTES) <= one.opened_at < now]


def online(
    predictor: Predictor, snapshots: Sequence[Conversation], known: Sequence[Opening]
) -> tuple[list[str], Values]:
    """Featurize each snapshot alone, as the service does."""
    embed = predictor.fitted.embed
    rows = [featurize([case], predictor.fitted, Recent(last_hour(case, known), embed)) for case in snapshots]
    return rows[0].columns, np.concatenate([row.values for row in rows])


def check_run(run: Path, predictor: Predictor) -> None:
    """Hold features, probabilities and rankings of a run's batch against the predictor's answers."""
    batch, snapshots = held_out(run, "escalation")
    cases = {case.conversation_id: case for case in read_conversations(run / "data/out/conversations")}
    known = openings(cases.values())
    columns, values = online(predictor, snapshots, known)
    names = read_json(run / "training/out/escalation/features.json")
    assert columns_that_differ(names, batch[names].to_numpy(float), columns, values) == []
    keys = ["conversation_id", "sequence"]
    scores = batch[keys].merge(read_table(run / "training/out/escalation/scores.parquet"), on=keys)
    recents = [last_hour(case, known) for case in snapshots]
    answers = [predictor.predict(case, recent=recent) for case, recent in zip(snapshots, recents, strict=True)]
    answered = [answer.escalation.probability for answer in answers]
    assert np.abs(scores.probability - answered).max() <= 1e-6
    ranked = read_table(run / "training/out/resolver/ranked.parquet").query("part in ('valid', 'test')").head(100)
    for name, sequence, expected in zip(ranked.conversation_id, ranked.sequence, ranked.ranked, strict=True):
        case = snapshot(cases[name], sequence)
        answer = predictor.predict(case, recent=last_hour(case, known))
        assert [named.resolver_id for named in answer.resolvers] == list(expected[: len(answer.resolvers)])


def test_the_online_answer_equals_the_batch_row(simulated_run: Path, predictor: Predictor) -> None:
    check_run(simulated_run, predictor)


def test_the_online_answer_equals_the_batch_row_on_real_tickets(tickets_run: Path) -> None:
    check_run(tickets_run, Predictor(tickets_run / "serving/out/bundle"))


def test_two_swapped_columns_are_caught(simulated_run: Path, predictor: Predictor) -> None:
    batch, snapshots = held_out(simulated_run, "escalation", 50)
    columns, values = online(predictor, snapshots, [])
    first, second = columns.index("structure_messages"), columns.index("sentiment_last")
    order = list(range(len(columns)))
    order[first], order[second] = second, first
    # Swapped values under the right names: only a comparison with the batch can see it.
    names = read_json(simulated_run / "training/out/escalation/features.json")
    wrong = columns_that_differ(names, batch[names].to_numpy(float), columns, values[:, order])
    assert {"structure_messages", "sentiment_last"} <= set(wrong)
    # Swapped names: the model itself refuses.
    with pytest.raises(ValueError, match="feature columns differ"):
        check_columns([columns[place] for place in order], names)


def test_order_and_batch_size_change_nothing(predictor: Predictor, examples: dict[str, Example]) -> None:
    snapshots = [example.conversation for example in examples.values()]

    def real(cases: Sequence[Conversation]) -> tuple[list[str], Values]:
        found = featurize(cases, predictor.fitted)
        return found.columns, found.values

    def counts_cases_so_far(cases: Sequence[Conversation]) -> tuple[list[str], Values]:
        found = featurize(cases, predictor.fitted)
        found.values[:, 0] = range(1, len(cases) + 1)
        return found.columns, found.values

    assert depends_on_company(real, snapshots) == []
    assert depends_on_company(counts_cases_so_far, snapshots) == [real(snapshots)[0][0]]


def test_later_messages_change_nothing(predictor: Predictor, examples: dict[str, Example]) -> None:
    longest = max((e.conversation for e in examples.values()), key=lambda case: len(case.messages))

    def real(case: Conversation, sequence: int) -> Values:
        return featurize([snapshot(case, sequence)], predictor.fitted).values

    def forgets_to_cut(case: Conversation, _: int) -> Values:
        return featurize([case], predictor.fitted).values

    def forgets_the_events(case: Conversation, sequence: int) -> Values:
        cut = snapshot(case, sequence)
        return featurize([cut.model_copy(update={"events": case.events})], predictor.fitted).values

    assert len(longest.messages) > 3
    assert sees_the_future(forgets_the_events, longest)
    assert sees_the_future(real, longest) == []
    assert sees_the_future(forgets_to_cut, longest) == [message.sequence for message in longest.messages]


def test_equal_input_gives_equal_answers(predictor: Predictor, examples: dict[str, Example]) -> None:
    for example in examples.values():
        first, second = predictor.predict(example.conversation), predictor.predict(example.conversation)
        assert replace_id(first) == replace_id(second)


def replace_id(answer: object) -> object:
    """Leave out what differs by design."""
    return answer.model_copy(update={"decision_id": "any"})  # type: ignore[attr-defined]


def test_missing_fields_are_missing_not_guessed(predictor: Predictor) -> None:
    bare = Conversation.model_validate(
        {"conversation_id": "bare", "messages": [{"author": "customer", "text": "my screen is black"}]}
    )
    found = featurize([bare], replace(predictor.fitted))
    named = dict(zip(found.columns, found.values[0], strict=True))
    for column in ("time_age_minutes", "time_hour", "history_customer_id_rate", "time_due_minutes"):
        assert np.isnan(named[column]), column


def test_the_answer_says_which_rules_fired_and_by_which_words(predictor: Predictor) -> None:
    said = [
        {"author": "customer", "text": "I was charged twice."},
        {"author": "bot", "text": "Would you like to talk to a person?"},
        {"author": "customer", "text": "Yes. Let me talk to a person, or my lawyer will write to you."},
    ]
    case = Conversation.model_validate({"conversation_id": "c", "messages": said})
    fired = {one.rule: one for one in predictor.predict(case).escalation.triggers}
    assert set(fired) == {"asks_for_person", "legal_threat"}
    assert {one.sequence for one in fired.values()} == {2}
    assert all(one.text == str(said[2]["text"])[one.start : one.end] and one.floor for one in fired.values())
