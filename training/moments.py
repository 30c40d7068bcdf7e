"""At which moment of a conversation a figure is taken, and what was on the table then."""

from __future__ import annotations

import pandas as pd

from data.errors import BadInput

SNAPSHOT = ["conversation_id", "sequence"]


def placed(labels: pd.DataFrame, messages: pd.DataFrame) -> pd.DataFrame:
    """Add to each labelled snapshot how far the conversation was.

    ``customer_message`` counts the customer's messages so far, ``from_customer`` says that the last one is theirs,
    ``messages_so_far`` counts all, ``said_at`` is when the last one was sent.
    """
    ordered = messages.sort_values(SNAPSHOT, kind="stable")
    from_customer = ordered["author"] == "customer"
    seen = pd.DataFrame(
        {
            "conversation_id": ordered["conversation_id"],
            "sequence": ordered["sequence"],
            "from_customer": from_customer,
            "customer_message": from_customer.groupby(ordered["conversation_id"]).cumsum(),
            "messages_so_far": ordered.groupby("conversation_id").cumcount() + 1,
            "said_at": ordered["sent_at"],
        }
    )
    rows = labels.merge(seen, on=SNAPSHOT, how="left", validate="one_to_one")
    if lost := int(rows["messages_so_far"].isna().sum()):
        raise BadInput("labels", lost, "labelled snapshots have no message", "rerun the stages: dvc repro")
    return rows


def headline(rows: pd.DataFrame, customer_message: int, per_turn: bool = False) -> pd.DataFrame:
    """Give one snapshot a conversation: after that message of the customer, or after their last one before it.

    Only moments at which the customer has just written count, since the last message of a conversation that ended
    is often a farewell that gives the outcome away. Where no customer wrote, it is the first labelled snapshot.
    A source that labels turn by turn (``per_turn``) asks about each of them: there all labelled snapshots count.
    """
    ordered = rows.sort_values(SNAPSHOT, kind="stable", ignore_index=True)
    if per_turn:
        return ordered
    asked = ordered[ordered["from_customer"] & (ordered["customer_message"] <= customer_message)]
    chosen = asked.drop_duplicates("conversation_id", keep="last")
    silent = ordered[~ordered["conversation_id"].isin(chosen["conversation_id"])]
    return pd.concat([chosen, silent.drop_duplicates("conversation_id")]).sort_values(SNAPSHOT, ignore_index=True)


def headline_words(customer_message: int, per_turn: bool = False) -> str:
    """Say in one sentence which rows the headline figures rest on."""
    if per_turn:
        return "test part, one conversation a template, every labelled turn alike; intervals resample conversations"
    return (
        f"test part, one conversation a template, one snapshot a conversation: just after the customer's message "
        f"{customer_message}, or their last labelled message when the conversation ended or escalated before it"
    )


def after_message(rows: pd.DataFrame, customer_message: int) -> pd.DataFrame:
    """Give the snapshots taken just after the customer's message of that number."""
    return rows[rows["from_customer"] & (rows["customer_message"] == customer_message)]
