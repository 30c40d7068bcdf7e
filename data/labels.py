"""STAGE labels: what came after each snapshot: does it escalate, at the next turn, and who resolved it.

A source may label single turns instead (dissatisfied here): then a turn's own label is the question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow as pa

from data.errors import BadInput, exit_with_sentence
from data.files import CONVERSATIONS, iter_conversations, iter_records, read_params, write_json
from data.schema import Conversation
from data.tables import Outcome, TurnLabel
from data.targets import ESCALATION, choose_target, known_targets
from data.writing import written_together

OUT = Path("data/out/labels")
NAMED = [("conversation_id", pa.string()), ("sequence", pa.int64())]
SNAPSHOTS = pa.schema([*NAMED, ("escalates", pa.int64()), ("next_turn", pa.float64()), ("weight", pa.float64())])
HANDOVERS = pa.schema([*NAMED, ("resolver_id", pa.string())])


def escalation_labels(conversation: Conversation, outcome: Outcome) -> list[dict[str, object]]:
    """Give a row for each snapshot before the first escalation; none where the outcome is unknown.

    ``escalates`` is 1 when the case escalates after the snapshot, ``next_turn`` when it does so before another
    message (missing where the source does not say when). ``weight`` is 1 / the conversation's snapshots.
    """
    if outcome.escalated is None:
        return []
    hop = outcome.escalated_sequence
    # Events date an escalation that did not happen too, but not one that they do not hold.
    dated = hop is not None or bool(conversation.events and not outcome.escalated)
    start = conversation.messages[0].sequence if dated else first_customer_sequence(conversation)
    sequences = [m.sequence for m in conversation.messages if m.sequence >= start and (hop is None or m.sequence < hop)]
    return [
        {
            "conversation_id": conversation.conversation_id,
            "sequence": sequence,
            "escalates": int(outcome.escalated),
            "next_turn": float(outcome.escalated and sequence == sequences[-1]) if dated else None,
            "weight": 1 / len(sequences),
        }
        for sequence in sequences
    ]


def resolver_label(conversation: Conversation, outcome: Outcome) -> dict[str, object] | None:
    """Give the snapshot at hand-over with who finally resolved it; None where nobody is named or seen before.

    A case without a dated hand-over was dispatched on its first customer message.
    """
    if outcome.resolver_id is None:
        return None
    hop = outcome.escalated_sequence
    before = [message.sequence for message in conversation.messages if hop is not None and message.sequence < hop]
    if hop is not None and not before:
        return None
    sequence = before[-1] if before else first_customer_sequence(conversation)
    return {
        "conversation_id": conversation.conversation_id,
        "sequence": sequence,
        "resolver_id": outcome.resolver_id,
    }


def first_customer_sequence(conversation: Conversation) -> int:
    """Give the customer's first message, or the first one where no customer wrote."""
    by_customer = (message.sequence for message in conversation.messages if message.author == "customer")
    return next(by_customer, conversation.messages[0].sequence)


def turn_rows(conversation: Conversation, labels: Iterable[TurnLabel], target: str) -> list[dict[str, object]]:
    """Give a row for each turn that the source labelled for the target; it is 1 above one half.

    A label of a message that is not there (kept aside with a reason, or never sent) labels nothing.
    """
    there = {message.sequence for message in conversation.messages}
    own = sorted(
        (label for label in labels if label.target == target and label.sequence in there),
        key=lambda label: label.sequence,
    )
    return [
        {
            "conversation_id": conversation.conversation_id,
            "sequence": label.sequence,
            "escalates": int(label.value > 0.5),
            "next_turn": None,
            "weight": 1 / len(own),
        }
        for label in own
    ]


class InStep:
    """Records taken conversation by conversation, in the order in which both are stored: none is held in memory."""

    def __init__(self, records: Iterable[Any]) -> None:
        self._groups = groupby(records, key=lambda record: record.conversation_id)
        self._waiting = next(self._groups, None)

    def of(self, name: str) -> list[Any]:
        """Give the records of the next conversation; none where it has none."""
        if self._waiting is None or self._waiting[0] != name:
            return []
        own = list(self._waiting[1])
        self._waiting = next(self._groups, None)
        return own

    def check_all_taken(self) -> None:
        """Raise BadInput where a record was passed over, since its conversation came earlier or not at all."""
        if self._waiting is not None:
            fix = "run the stage again: dvc repro --force conversations"
            raise BadInput("conversation_id", self._waiting[0], "stands in another order than the conversations", fix)


def labels(
    cases: Iterable[Conversation], outcomes: Iterable[Outcome], turns: Iterable[TurnLabel] = (), target: str = ""
) -> Iterator[tuple[list[dict[str, object]], dict[str, object] | None]]:
    """Give the labelled snapshots and the hand-over of each conversation; with a ``target``, turns have labels."""
    endings, marked = InStep(outcomes), InStep(turns)
    for case in cases:
        ending, own = endings.of(case.conversation_id), marked.of(case.conversation_id)
        outcome = ending[0] if ending else Outcome(conversation_id=case.conversation_id)
        rows = turn_rows(case, own, target) if target else escalation_labels(case, outcome)
        yield rows, resolver_label(case, outcome)
    endings.check_all_taken()
    marked.check_all_taken()


def check_both_outcomes(counts: Counter[int], target: str = ESCALATION) -> None:
    """Raise BadInput where nothing can be learnt: no label is known, or all are alike."""
    fix = "give a source with conversations that escalated and others that did not"
    field = "outcomes: escalated" if target == ESCALATION else f"turn_labels: {target}"
    if not counts:
        logs = "ticket_audits (Zendesk), sys_audit (ServiceNow), expand=changelog (Jira)"
        fix = f"give outcomes, or export the log of changes too, as {logs}: without it nobody knows what escalated"
        raise BadInput(field, "", "is known for no conversation", fix)
    if len(counts) < 2:
        raise BadInput(field, bool(*counts), "is the outcome of every conversation", fix)


def write_labels(found: Iterable[tuple[list[dict[str, object]], dict[str, object] | None]]) -> Counter[str]:
    """Write both tables part by part, and count snapshots by label, conversations and hand-overs."""
    counts: Counter[str] = Counter()
    with written_together() as opened:
        escalation = opened.table(OUT / "escalation.parquet", SNAPSHOTS)
        resolver = opened.table(OUT / "resolver.parquet", HANDOVERS)
        for rows, handover in found:
            escalation.add(rows)
            resolver.add([handover] if handover else [])
            counts.update(f"label {row['escalates']}" for row in rows)
            counts.update({"conversations": bool(rows), "hand-overs": bool(handover)})
            counts["escalated"] += any(row["escalates"] for row in rows)
    return counts


def main() -> None:
    """Label every snapshot."""
    said, turn_targets = known_targets(CONVERSATIONS)
    target = choose_target(read_params().labels.target, said, turn_targets)
    per_turn = not (said and target == ESCALATION)
    outcomes, turns = (iter_records(CONVERSATIONS, name) for name in ("outcomes", "turn_labels"))
    counts = write_labels(labels(iter_conversations(), outcomes, turns, target if per_turn else ""))
    snapshots = {value: counts[f"label {value}"] for value in (0, 1) if counts[f"label {value}"]}
    check_both_outcomes(Counter(snapshots), target)
    write_json(OUT / "target.json", {"target": target, "per_turn": per_turn})
    share = counts["escalated"] / counts["conversations"]
    print(
        f"{target}: {sum(snapshots.values())} snapshots, {share:.1%} of {counts['conversations']} conversations "
        f"{'have one' if per_turn else 'escalate'}; {counts['hand-overs']} with a resolver"
    )


if __name__ == "__main__":
    exit_with_sentence(main)
