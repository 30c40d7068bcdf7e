"""Matrices: the shipped ones are whole, each fault is found, and the drawn tree is what the functions do."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from data.errors import BadInput
from data.schema import Customer, Resolver, TriggerFamily
from features.triggers.find import rules
from tests.handmade import talk
from training.matrix_check import problems
from training.matrix_drawing import draw, markdown
from training.matrix_tree import Moment, tree, walk, way_out
from training.policy import NEVER, Costs, Policy, decide
from training.severity import FILE, Facts, Matrices, facts_of, read_matrices, severity_of, step_of, tier_for

SHIPPED = read_matrices()
RESOLVERS = [
    Resolver(resolver_id="ann", team="desk", tier=1), Resolver(resolver_id="bob", team="experts", tier=3),
    Resolver(resolver_id="left", team="gone", tier=4, active=False),
]  # fmt: skip
FACTS = st.builds(
    Facts,
    rules=st.frozensets(st.sampled_from(sorted(rules())), max_size=4),
    category=st.sampled_from([None, *get_args(TriggerFamily)]),
    priority=st.sampled_from([None, "critical", "P2 ", "low"]),
    affected=st.none() | st.floats(0, 200),
    value=st.none() | st.floats(0, 300_000),
)


def changed(**sections: Any) -> Matrices:
    """Give the shipped matrices with other sections."""
    return Matrices.model_validate({**yaml.safe_load(FILE.read_text(encoding="utf-8")), **sections})


def step(category: str = "any", severity: Any = "any", **fields: Any) -> dict[str, Any]:
    """Give a row of the escalation matrix."""
    return {
        "category": category,
        "severity": severity,
        "type": "functional",
        "tier": 2,
        "respond_minutes": 60,
        **fields,
    }


def test_the_shipped_matrices_have_no_fault() -> None:
    assert problems(SHIPPED, RESOLVERS) == []


ALWAYS, RULE = {"level": "low"}, {"level": "high", "rules": ["safety"]}
FAULTS: list[tuple[str, str, dict[str, Any]]] = [
    ("uncovered", "urgency", {"urgency": [RULE]}),
    ("dead", "impact[0]", {"impact": [ALWAYS, RULE, ALWAYS]}),
    ("dead", "urgency[1]", {"urgency": [RULE, {**RULE, "level": "medium"}, ALWAYS]}),
    ("unknown", "urgency[0].rules", {"urgency": [{"level": "high", "rules": ["saftey"]}, ALWAYS]}),
    ("uncovered", "severity.low.low", {"severity": {**SHIPPED.severity, "low": {"high": "P2", "medium": "P3"}}}),
    ("ambiguous", "severity", {"severity": {**SHIPPED.severity, "high": {"high": "P2", "medium": "P1", "low": "P2"}}}),
    ("uncovered", "escalation: emotion, P1", {"escalation": [step(severity=["P2", "P3", "P4"])]}),
    ("ambiguous", "escalation: emotion, P1", {"escalation": [step(), step("emotion"), step("emotion", tier=3)]}),
    ("dead", "escalation[1]", {"escalation": [step(), step()]}),
    ("cyclic", "escalation", {"escalation": [
        step(team="desk", backup="experts"), step("emotion", team="experts", backup="desk"),
    ]}),
    ("unknown", "escalation[0].team", {"escalation": [step(team="dezk")]}),
    ("unknown", "escalation[0].backup", {"escalation": [step(team="desk", backup="gone")]}),
    ("dead", "escalation[0].tier", {"escalation": [step(tier=4)]}),
    ("uncovered", "authority: refund", {"authority": [{"action": "refund", "up_to": 10, "tier": 1}]}),
    ("ambiguous", "authority: refund, 10.0", {"authority": [
        {"action": "refund", "up_to": 10, "tier": 1}, {"action": "refund", "up_to": 10, "tier": 2},
        {"action": "refund", "tier": 3},
    ]}),
    ("dead", "authority: refund, 10", {"authority": [
        {"action": "refund", "up_to": 10, "tier": 2}, {"action": "refund", "tier": 1},
    ]}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "place", "sections"), FAULTS)
def test_each_fault_is_found_and_says_how_to_mend_it(kind: str, place: str, sections: dict[str, Any]) -> None:
    found = [one for one in problems(changed(**sections), RESOLVERS) if (one.kind, one.place) == (kind, place)]
    assert found
    assert all("Fix: " in str(one) for one in found)


def test_names_are_compared_only_where_resolvers_are_known() -> None:
    assert problems(changed(escalation=[step(team="nobody")]), None) == []


@given(FACTS)
def test_the_tree_ends_where_the_functions_do(facts: Facts) -> None:
    drawn, done = walk(way_out(SHIPPED), Moment(facts)).step, step_of(facts, SHIPPED)
    assert drawn
    assert done
    same = {"category", "severity"}  # Rows of one way are drawn together.
    assert drawn.model_dump(exclude=same) == done.model_dump(exclude=same)


@given(FACTS, st.floats(0, 1), st.floats(0, 1) | st.just(NEVER), st.floats(0, 1), st.booleans(), st.booleans())
def test_the_tree_decides_as_decide_does(
    facts: Facts, probability: float, threshold: float, watch_ratio: float, floor: bool, on_the_edge: bool
) -> None:
    policy = Policy(threshold, watch_ratio, Costs(10, 1), "valid")
    if on_the_edge:
        probability = min(threshold * watch_ratio, 1.0)
    end = walk(tree(SHIPPED, policy), Moment(facts, probability, floor))
    assert end.action == decide(probability, policy, floor)
    assert end.step == (walk(way_out(SHIPPED), Moment(facts)).step if end.action == "escalate" else None)


@given(FACTS, st.sampled_from(sorted(rules())))
def test_one_more_rule_never_makes_a_case_milder(facts: Facts, rule: str) -> None:
    more = facts.model_copy(update={"rules": facts.rules | {rule}})
    assert severity_of(more, SHIPPED) <= severity_of(facts, SHIPPED)


def test_severity_by_hand() -> None:
    assert severity_of(Facts(), SHIPPED) == "P4"
    assert severity_of(Facts(rules=frozenset({"safety"})), SHIPPED) == "P1"
    assert severity_of(Facts(rules=frozenset({"vip"})), SHIPPED) == "P3"
    assert severity_of(Facts(priority=" Critical", affected=60), SHIPPED) == "P1"
    assert severity_of(Facts(value=200_000), SHIPPED) == "P2"


def test_facts_of_a_case() -> None:
    case = talk(("customer", "hi"), customer_id="c", customer=Customer(customer_id="c", value=9), priority="P2",
                attributes={"affected_users": 7})  # fmt: skip
    facts = facts_of(case, {"churn": "emotion", "fraud": "procedural_requirement"}, SHIPPED)
    assert facts == Facts(
        rules=frozenset({"churn", "fraud"}), category="procedural_requirement", priority="P2", affected=7, value=9
    )
    assert facts_of(talk(("customer", "hi")), {}, SHIPPED) == Facts()


def test_of_several_families_the_one_that_is_answered_soonest_counts() -> None:
    both = facts_of(
        talk(("customer", "hi")), {"asks_for_person": "customer_request", "safety": "impact_urgency"}, SHIPPED
    )
    found = step_of(both, SHIPPED)
    assert found
    assert (both.category, found.respond_minutes) == ("impact_urgency", 15)


@pytest.mark.parametrize(("amount", "tier"), [(100, 1), (100.01, 2), (5_000, 3)])
def test_who_may_refund(amount: float, tier: int) -> None:
    assert tier_for("refund", amount, SHIPPED.authority) == tier
    assert tier_for("a present", amount, SHIPPED.authority) is None


def test_everything_is_drawn(tmp_path: Path) -> None:
    policy = Policy(0.4, 0.5, Costs(10, 1), "valid")
    picture, text, page = draw(SHIPPED, policy, tmp_path)
    drawn_once = picture.read_bytes()
    draw(SHIPPED, policy, tmp_path)
    assert picture.read_bytes() == drawn_once
    assert "<svg" in picture.read_text(encoding="utf-8")
    assert "http://" not in page.read_text(encoding="utf-8").partition("</svg>")[2]
    assert "severity is P1" in text.read_text(encoding="utf-8")
    assert "probability from 0.200 on: **watch" in text.read_text(encoding="utf-8")
    assert "within 15 minutes" in markdown(SHIPPED, way_out(SHIPPED))


def test_a_file_that_is_wrong_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "matrices.yaml"
    with pytest.raises(BadInput, match="is not there"):
        read_matrices(path)
    path.write_text(FILE.read_text(encoding="utf-8").replace("level: high", "level: huge", 1), encoding="utf-8")
    with pytest.raises(BadInput, match=r"urgency\.0\.level"):
        read_matrices(path)
