"""STAGE labels: what came after each snapshot: does it escalate, at the next turn, and who resolved it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.errors import BadInput, exit_with_sentence
from data.files import CONVERSATIONS, read_conversations, read_params, read_records, write_table
from data.schema import Conversation
from data.tables import Outcome

OUT = Path("data/out/labels")


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


def labels(conversations: list[Conversation], outcomes: dict[str, Outcome]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the escalation and the resolver labels of all conversations with an outcome."""
    known = [(c, outcomes[c.conversation_id]) for c in conversations if c.conversation_id in outcomes]
    escalation = [row for pair in known for row in escalation_labels(*pair)]
    resolver = [row for pair in known if (row := resolver_label(*pair))]
    return (
        pd.DataFrame(escalation, columns=["conversation_id", "sequence", "escalates", "next_turn", "weight"]),
        pd.DataFrame(resolver, columns=["conversation_id", "sequence", "resolver_id"]),
    )


def check_both_outcomes(escalation: pd.DataFrame) -> None:
    """Raise BadInput where nothing can be learnt: no outcome is known, or all cases ended alike."""
    fix = "give a source with conversations that escalated and others that did not"
    if escalation.empty:
        raise BadInput("outcomes: escalated", "", "is known for no conversation", fix)
    if escalation.escalates.nunique() < 2:
        only = bool(escalation.escalates.iloc[0])
        raise BadInput("outcomes: escalated", only, "is the outcome of every conversation", fix)


def main() -> None:
    """Label every snapshot."""
    read_params()
    outcomes = {outcome.conversation_id: outcome for outcome in read_records(CONVERSATIONS, "outcomes")}
    escalation, resolver = labels(read_conversations(), outcomes)
    check_both_outcomes(escalation)
    write_table(OUT / "escalation.parquet", escalation.astype({"next_turn": float}))
    write_table(OUT / "resolver.parquet", resolver)
    share = (escalation.escalates * escalation.weight).sum() / max(escalation.weight.sum(), 1)
    print(f"{len(escalation)} snapshots, {share:.1%} of conversations escalate; {len(resolver)} with a resolver")


if __name__ == "__main__":
    exit_with_sentence(main)
