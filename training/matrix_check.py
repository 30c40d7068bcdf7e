"""What is wrong with the matrices: uncovered, ambiguous, dead, cyclic, unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from data.errors import nearest
from data.schema import Resolver, TriggerFamily
from features.triggers.find import rules
from training.severity import Condition, Level, Matrices, Severity, Step, best_steps

Kind = Literal["uncovered", "ambiguous", "dead", "cyclic", "unknown"]


class Problem(NamedTuple):
    """One thing that is wrong: where, what, and how to mend it."""

    kind: Kind
    place: str
    says: str
    fix: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.place}: {self.says}. Fix: {self.fix}."


def problems(matrices: Matrices, resolvers: Sequence[Resolver] | None) -> list[Problem]:
    """Give everything that is wrong; without ``resolvers`` names are not compared."""
    found = [
        *of_levels("urgency", matrices.urgency),
        *of_levels("impact", matrices.impact),
        *of_severity(matrices),
        *of_steps(matrices),
        *of_authority(matrices),
        *of_cycles(matrices.escalation),
    ]
    return [*found, *of_names(matrices, resolvers)] if resolvers is not None else found


def of_levels(name: str, rows: Sequence[Condition]) -> Iterator[Problem]:
    """Check that the last row, and only the last, always holds, and that rules exist."""
    if not rows or not rows[-1].always:
        yield Problem("uncovered", name, "no row holds for every case", "end with a row of a level alone")
    for place, row in enumerate(rows[:-1]):
        if row.always:
            yield Problem("dead", f"{name}[{place}]", "holds always, so no row below counts", "make it the last row")
    for place, row in enumerate(rows):
        for rule in row.rules:
            if rule not in rules():
                fix = nearest(rule, rules())
                yield Problem("unknown", f"{name}[{place}].rules", f"{rule!r} is no rule", f"correct it ({fix})")
    seen: set[str] = set()
    for place, row in enumerate(rows):
        if row.rules and seen.issuperset(row.rules) and not row.priority:
            yield Problem(
                "dead", f"{name}[{place}]", "rows above take all of its rules", "remove it or its rules above"
            )
        seen.update(row.rules)


def of_severity(matrices: Matrices) -> Iterator[Problem]:
    """Check that each pair of levels has a severity, and a worse pair none that is milder."""
    order: tuple[Level, ...] = get_args(Level)
    for urgency in order:
        for impact in order:
            if impact not in matrices.severity.get(urgency, {}):
                yield Problem("uncovered", f"severity.{urgency}.{impact}", "has no severity", "give one of P1 to P4")
    rows = [[matrices.severity.get(urgency, {}).get(impact) for impact in order] for urgency in order]
    for line in [*rows, *map(list, zip(*rows, strict=True))]:
        if any(worse and milder and worse > milder for worse, milder in pairwise(line)):
            says = f"{', '.join(map(str, line))} gets worse as the case gets milder"
            yield Problem("ambiguous", "severity", says, "let P1 stand for the highest levels")


def of_steps(matrices: Matrices) -> Iterator[Problem]:
    """Check that each category and severity has one row, and each row a case that it is for."""
    used: Counter[int] = Counter()
    for category in (None, *get_args(TriggerFamily)):
        for severity in get_args(Severity):
            best = best_steps(category, severity, matrices)
            place = f"escalation: {category or 'no category'}, {severity}"
            if not best:
                yield Problem("uncovered", place, "no row covers it", "add a row for it, or one for any")
            if len({step.model_dump_json(exclude={"severity"}) for step in best}) > 1:
                yield Problem("ambiguous", place, f"{len(best)} rows of the same exactness", "keep one of them")
            used.update(map(id, best[:1]))
    for number, step in enumerate(matrices.escalation):
        if not used[id(step)]:
            says = f"{step.category}, {step.severity}: other rows take every case of it"
            yield Problem("dead", f"escalation[{number}]", says, "remove it, or the row that is as exact")


def of_authority(matrices: Matrices) -> Iterator[Problem]:
    """Check that for each action every sum has a tier, a higher sum no lower one."""
    for action in dict.fromkeys(row.action for row in matrices.authority):
        rows = [row for row in matrices.authority if row.action == action]
        bounds = Counter(row.up_to for row in rows)
        if None not in bounds:
            most = max(row.up_to or 0 for row in rows)
            yield Problem("uncovered", f"authority: {action}", f"nobody may above {most:g}", "add a row without up_to")
        for bound, times in bounds.items():
            if times > 1:
                yield Problem("ambiguous", f"authority: {action}, {bound}", f"{times} rows", "keep one of them")
        ordered = sorted(rows, key=lambda row: float("inf") if row.up_to is None else row.up_to)
        for lower, higher in pairwise(ordered):
            if higher.tier <= lower.tier and higher.up_to != lower.up_to:
                says = f"tier {higher.tier} may more than tier {lower.tier}"
                yield Problem("dead", f"authority: {action}, {lower.up_to:g}", says, "let tiers rise with sums")


def of_cycles(steps: Sequence[Step]) -> Iterator[Problem]:
    """Check that no case can be handed round in a circle from team to backup."""
    after: dict[str, set[str]] = {}
    for step in steps:
        if step.team and step.backup:
            after.setdefault(step.team, set()).add(step.backup)
    try:
        TopologicalSorter(after).prepare()
    except CycleError as error:
        way = " -> ".join(reversed(error.args[1]))
        yield Problem("cyclic", "escalation", f"a case may go {way}", "give the last of them another backup")


def of_names(matrices: Matrices, resolvers: Sequence[Resolver]) -> Iterator[Problem]:
    """Check that teams and backups are active resolvers, and tiers those of some."""
    active = [one for one in resolvers if one.active is not False]
    names = {one.resolver_id for one in active} | {one.team for one in active if one.team}
    gone = {one.resolver_id for one in resolvers} | {one.team for one in resolvers if one.team}
    tiers = {one.tier for one in active if one.tier is not None}
    for place, step in enumerate(matrices.escalation):
        for field, name in (("team", step.team), ("backup", step.backup)):
            if name and name not in names:
                says = f"{name!r} is {'no longer active' if name in gone else 'no resolver and no team'}"
                fix = nearest(name, names) if names else "name one of the resolvers"
                yield Problem("unknown", f"escalation[{place}].{field}", says, f"correct it ({fix})")
        if tiers and step.tier > max(tiers):
            says = f"tier {step.tier}: the highest of an active resolver is {max(tiers)}"
            yield Problem("dead", f"escalation[{place}].tier", says, "give a tier that somebody has")
