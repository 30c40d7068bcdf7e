"""How bad a case is, which way it goes and who may decide, by the matrices in ``training/matrices.yaml``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from data.errors import BadInput
from data.limits import Count, Section
from data.schema import Conversation, EscalationType, TriggerFamily
from data.settings_yaml import load

FILE = Path(__file__).with_name("matrices.yaml")
ANY = "any"

Level = Literal["high", "medium", "low"]
Severity = Literal["P1", "P2", "P3", "P4"]
Number = Annotated[float, Field(ge=0)]


class Condition(Section):
    """A row of urgency or impact: what must hold for the level; a row without a condition always holds."""

    level: Level
    rules: list[str] = Field(default_factory=list)
    priority: list[str] = Field(default_factory=list)
    affected_from: Number | None = None
    value_from: Number | None = None

    @property
    def always(self) -> bool:
        """Say whether nothing is asked."""
        return not self.rules and not self.priority and self.affected_from is None and self.value_from is None


class Step(Section):
    """A row of the escalation matrix: which way a case of a category and a severity goes."""

    category: TriggerFamily | Literal["any"]
    severity: list[Severity] | Literal["any"]
    type: EscalationType
    team: str | None = None
    tier: Count
    backup: str | None = None
    respond_minutes: Count

    @property
    def exactness(self) -> int:
        """Give how exactly a row says what it is for."""
        return 2 * (self.category != ANY) + (self.severity != ANY)

    def fits(self, category: str | None, severity: Severity) -> bool:
        """Say whether a case is one of this row's."""
        return self.category in (ANY, category) and (self.severity == ANY or severity in self.severity)


class Authority(Section):
    """A row of the authority matrix: from which tier on an action up to a sum may be decided."""

    action: str
    up_to: Number | None = None
    tier: Count


class Matrices(Section):
    """All matrices of a desk."""

    affected_attribute: str
    urgency: list[Condition]
    impact: list[Condition]
    severity: dict[Level, dict[Level, Severity]]
    escalation: list[Step]
    authority: list[Authority]


class Facts(Section):
    """What the matrices ask of a case: rules that fired with their families, priority, people affected, value."""

    rules: frozenset[str] = frozenset()
    category: TriggerFamily | None = None
    priority: str | None = None
    affected: float | None = None
    value: float | None = None


def read_matrices(path: Path = FILE) -> Matrices:
    """Read the file; raises BadInput naming the first value that is not valid."""
    if not path.exists():
        raise BadInput("matrices", path, "is not there", "take training/matrices.yaml of the repository")
    try:
        return Matrices.model_validate(load(path.read_text(encoding="utf-8"), path.name))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BadInput(f"{path.name}: {place}", first["input"], first["msg"], "see the rows beside it") from None


def facts_of(case: Conversation, fired: Mapping[str, TriggerFamily], matrices: Matrices) -> Facts:
    """Give the facts of a case; ``fired`` are the rules that fired, with their families.

    Of several families the category is the one whose way is answered soonest: who is in danger and also asks for a
    person is not to wait as long as who only asks.
    """
    affected = (case.attributes or {}).get(matrices.affected_attribute)
    facts = Facts(
        rules=frozenset(fired),
        priority=case.priority,
        affected=affected if isinstance(affected, int | float) else None,
        value=case.customer.value if case.customer else None,
    )
    severity = severity_of(facts, matrices)
    ways = {family: best_steps(family, severity, matrices) for family in fired.values()}
    soonest = min((family for family in ways if ways[family]), key=lambda f: ways[f][0].respond_minutes, default=None)
    return facts.model_copy(update={"category": soonest})


def holds(condition: Condition, facts: Facts) -> bool:
    """Say whether a row holds: one of its conditions is enough."""
    given = [
        not facts.rules.isdisjoint(condition.rules),
        facts.priority is not None and facts.priority.strip().lower() in condition.priority,
        condition.affected_from is not None and (facts.affected or 0) >= condition.affected_from,
        condition.value_from is not None and (facts.value or 0) >= condition.value_from,
    ]
    return condition.always or any(given)


def level_of(rows: Sequence[Condition], facts: Facts) -> Level:
    """Give the level of the first row that holds, low where none does."""
    return next((row.level for row in rows if holds(row, facts)), "low")


def severity_of(facts: Facts, matrices: Matrices) -> Severity:
    """Give the severity of a case: P1 is the worst; the mildest where the matrix has no cell."""
    row = matrices.severity.get(level_of(matrices.urgency, facts), {})
    return row.get(level_of(matrices.impact, facts), "P4")


def best_steps(category: str | None, severity: Severity, matrices: Matrices) -> list[Step]:
    """Give the most exact rows for a case: one, or none, or several where the matrix is ambiguous."""
    fitting = [step for step in matrices.escalation if step.fits(category, severity)]
    exactness = max((step.exactness for step in fitting), default=0)
    return [step for step in fitting if step.exactness == exactness]


def step_of(facts: Facts, matrices: Matrices) -> Step | None:
    """Give which way a case would go; None where no row covers it."""
    return next(iter(best_steps(facts.category, severity_of(facts, matrices), matrices)), None)


def tier_for(action: str, amount: float, authority: Collection[Authority]) -> int | None:
    """Give the lowest tier that may decide an action on a sum in euros; None where nobody may."""
    may = [row.tier for row in authority if row.action == action and (row.up_to is None or amount <= row.up_to)]
    return min(may, default=None)
