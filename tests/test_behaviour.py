"""What a trained model must do: a greeting changes little, anger raises the risk, plain cases come out right."""

from __future__ import annotations

from typing import Any

import pytest

from data.schema import Conversation, Resolver
from features.featurize import featurize
from features.triggers.fired import fired
from serving.answer import Reason
from serving.predictor import Predictor
from serving.reasons import messages_meant, reasons


def chat(*turns: tuple[str, str], **fields: Any) -> Conversation:
    messages = [{"author": author, "text": text} for author, text in turns]
    return Conversation.model_validate({"conversation_id": "test", "messages": messages} | fields)


def risk(predictor: Predictor, *turns: tuple[str, str]) -> float:
    return predictor.predict(chat(*turns)).escalation.probability


ISSUE = ("customer", "The CRM does not save my changes since this morning.")
REPLY = ("agent", "Could you sign out and in again and try once more?")


def test_another_greeting_changes_little(predictor: Predictor) -> None:
    plain = risk(predictor, ISSUE)
    greeted = risk(predictor, ("customer", f"Hello, {ISSUE[1]}"))
    assert abs(plain - greeted) < 0.15


@pytest.mark.parametrize(
    ("calm", "angry"),
    [
        (
            "Thanks, that worked.",
            "It still does not work, I told you twice. I want to speak to your manager.",
        ),
        ("I will try that.", "This is unacceptable. Let me talk to a supervisor."),
    ],
)
def test_an_angrier_message_raises_the_probability(predictor: Predictor, calm: str, angry: str) -> None:
    assert risk(predictor, ISSUE, REPLY, ("customer", angry)) > risk(predictor, ISSUE, REPLY, ("customer", calm)) + 0.05


def test_plain_cases_come_out_right(predictor: Predictor) -> None:
    solved = risk(predictor, ISSUE, REPLY, ("customer", "It works now, thank you. You can close this."))
    stuck = risk(
        predictor, ISSUE, REPLY, ("customer", "Nothing changed, it still does not save."), REPLY,
        ("customer", "I did all that already. Still not saving. I want somebody who can fix this, your supervisor."),
    )  # fmt: skip
    assert solved < 0.35 < stuck


def test_an_unavailable_resolver_is_skipped_and_an_inactive_one_left_out(predictor: Predictor) -> None:
    case = chat(ISSUE, REPLY, ("customer", "Still broken."))
    first, second = [named.resolver_id for named in predictor.predict(case).resolvers][:2]
    busy = predictor.predict(case, [Resolver(resolver_id=first, available=False, load=9)])
    assert busy.resolvers[0].available is False
    assert busy.resolvers[0].load == 9
    assert busy.route.resolver_id == second
    assert first in busy.route.why
    gone = predictor.predict(case, [Resolver(resolver_id=first, active=False)])
    assert first not in [named.resolver_id for named in gone.resolvers]
    everyone = [Resolver(resolver_id=name, available=False) for name in predictor.ranking.resolver_ids]
    nobody = predictor.predict(case, everyone).route
    assert nobody.resolver_id is None
    assert "no ranked resolver is available" in nobody.why


def test_reasons_add_up_to_what_the_model_says(predictor: Predictor) -> None:
    answer = predictor.predict(chat(ISSUE, REPLY, ("customer", "This is a disaster, I want your manager!"))).escalation
    sizes = [abs(reason.contribution) for reason in answer.reasons]
    assert sizes == sorted(sizes, reverse=True)
    assert all(("raises" in reason.says) == (reason.contribution > 0) for reason in answer.reasons)
    assert len({reason.family for reason in answer.reasons}) == len(answer.reasons)
    assert len(answer.precedents) == 3


@pytest.mark.parametrize(
    "evidence",
    ["I want to speak to your manager.", "Let me talk to a real person.", "Otherwise I will cancel my contract."],
)
def test_without_the_named_evidence_the_probability_moves_the_stated_way(predictor: Predictor, evidence: str) -> None:
    said = "It is the invoice of March."
    answer = predictor.predict(chat(ISSUE, REPLY, ("customer", f"{said} {evidence}"))).escalation
    families = reasons_of(predictor, chat(ISSUE, REPLY, ("customer", f"{said} {evidence}")))
    reason = next(reason for reason in families if reason.family == "trigger")
    assert reason.sequence == 2
    assert reason.contribution > 0
    assert risk(predictor, ISSUE, REPLY, ("customer", said)) < answer.probability


def test_a_family_is_a_sum_of_its_features(predictor: Predictor) -> None:
    case = chat(ISSUE, REPLY, ("customer", "This is a disaster, I want your manager!"))
    features = featurize([case], predictor.fitted)
    pushes = predictor.escalation.contributions(features.values)[0]
    assert sum(reason.contribution for reason in reasons_of(predictor, case)) == pytest.approx(pushes.sum())


def reasons_of(predictor: Predictor, case: Conversation) -> list[Reason]:
    """Give the reasons of all families, however few an answer shows."""
    features = featurize([case], predictor.fitted)
    pushes = predictor.escalation.contributions(features.values)[0]
    at = messages_meant(case, fired(case))
    return reasons(features.columns, features.values[0], pushes, predictor.means, at)


def test_a_rule_that_is_a_floor_escalates_whatever_the_model_says(predictor: Predictor) -> None:
    answer = predictor.predict(chat(("customer", "The charger caught fire and my daughter is injured."))).escalation
    assert (answer.action, answer.severity) == ("escalate", "P1")
    assert answer.way
    assert answer.way.respond_minutes == 15
    quiet = predictor.predict(chat(("customer", "Thanks, that is all."))).escalation
    assert quiet.severity == "P4"
    assert (quiet.action == "escalate") == (quiet.probability >= quiet.threshold)
