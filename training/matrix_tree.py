"""The decision tree that follows from the matrices: what people read must be what the functions do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple, get_args

from data.schema import Action, TriggerFamily
from training.policy import Policy
from training.severity import Facts, Matrices, Severity, Step, best_steps, severity_of

Choose = Callable[["Moment"], str]
NO_CATEGORY = "none of these"
CATEGORIES: tuple[TriggerFamily | None, ...] = (*get_args(TriggerFamily), None)


class Moment(NamedTuple):
    """A case after one message: what the matrices ask, the model's probability, whether a floor rule fired."""

    facts: Facts
    probability: float = 0.0
    floor: bool = False


class Leaf(NamedTuple):
    """The end of a way: what is done."""

    says: str
    step: Step | None
    action: Action = "escalate"


class Question(NamedTuple):
    """A fork: what is asked, the answers and where each leads, and how a case answers it."""

    asks: str
    answers: tuple[tuple[str, Question | Leaf], ...]
    choose: Choose


def tree(matrices: Matrices, policy: Policy) -> Question:
    """Build the whole tree: whether to escalate, by rule or by probability, and which way."""
    to_watch = policy.threshold * policy.watch_ratio
    escalate = f"has a floor rule that fired, or a probability from {policy.threshold:.3f} on"
    watch, else_ = f"has a probability from {to_watch:.3f} on", "has none of these"

    def choose(case: Moment) -> str:
        if case.floor or case.probability >= policy.threshold:
            return escalate
        return watch if case.probability >= to_watch else else_

    answers = (
        (escalate, way_out(matrices)),
        (watch, Leaf("watch: look again after the next message", None, "watch")),
        (else_, Leaf("continue", None, "continue")),
    )
    return Question("case", answers, choose)


def way_out(matrices: Matrices) -> Question:
    """Build the way of what escalates: severity first, then the category, categories of one way taken together."""

    def of_severity(case: Moment) -> str:
        return f"is {severity_of(case.facts, matrices)}"

    answers = tuple((f"is {severity}", of_category(severity, matrices)) for severity in get_args(Severity))
    return Question("severity", answers, of_severity)


def of_category(severity: Severity, matrices: Matrices) -> Question | Leaf:
    """Build the fork by category below one severity."""
    together: defaultdict[str, list[TriggerFamily | None]] = defaultdict(list)
    for category in CATEGORIES:
        together[leaf(category, severity, matrices).says].append(category)
    groups = [(own, leaf(own[0], severity, matrices)) for _, own in sorted(together.items())]
    if len(groups) == 1:
        return groups[0][1]

    def choose(case: Moment) -> str:
        return next(named(own) for own, _ in groups if case.facts.category in own)

    return Question("category", tuple((named(own), way) for own, way in groups), choose)


def named(categories: Sequence[str | None]) -> str:
    """Give categories in words."""
    return "is " + ", ".join((category or NO_CATEGORY).replace("_", " ") for category in categories)


def leaf(category: str | None, severity: Severity, matrices: Matrices) -> Leaf:
    """Give the end of the way of a category and a severity."""
    best = best_steps(category, severity, matrices)
    if not best:
        return Leaf("nobody: no row covers it", None)
    step = best[0]
    backup = f", then {step.backup}" if step.backup else ""
    who = f"{step.team or 'the best ranked'} of tier {step.tier}{backup}"
    return Leaf(f"{step.type} escalation to {who}, answer within {step.respond_minutes} minutes", step)


def walk(node: Question | Leaf, case: Moment) -> Leaf:
    """Follow the tree to its end for one case."""
    while isinstance(node, Question):
        node = dict(node.answers)[node.choose(case)]
    return node
