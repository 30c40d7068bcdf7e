"""Parts of the test data looked at by themselves: by channel, language, product, customer, length and resolver."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

SEEN_OFTEN = 20  # Cases of a resolver in the training part from which on it is no longer rare.
LENGTHS = {"1": 1, "2 to 4": 4, "5 to 8": 8}
LONGER = "9 or more"

Compare = Callable[[pd.DataFrame], dict[str, Any]]


def length(messages: int) -> str:
    """Name the size of a conversation."""
    return next((name for name, most in LENGTHS.items() if messages <= most), LONGER)


def conversation_slices(
    conversations: pd.DataFrame, messages: pd.DataFrame, customers: pd.DataFrame, split: pd.DataFrame
) -> pd.DataFrame:
    """Give for each conversation the slice it belongs to, one column a question; unknown is missing."""
    trained = split.loc[split["part"] == "train", "conversation_id"]
    known = conversations.loc[conversations["conversation_id"].isin(trained), "customer_id"].dropna()
    customer = conversations["customer_id"]
    count = conversations["conversation_id"].map(messages.groupby("conversation_id").size())
    return pd.DataFrame(
        {
            "conversation_id": conversations["conversation_id"],
            "channel": conversations["channel"],
            "language": conversations["language"],
            "product": conversations["product"],
            "customer": customer.isin(known).map({True: "seen", False: "unseen"}).where(customer.notna()),
            "customer_tier": customer.map(customers.set_index("customer_id")["tier"]),
            "conversation_length": count.map(length),
        }
    )


def resolver_slices(resolved: pd.DataFrame, split: pd.DataFrame, outcomes: pd.DataFrame) -> pd.DataFrame:
    """Give for each routed conversation how familiar its resolver is, and whether it was an escalation."""
    trained = split.loc[split["part"] == "train", "conversation_id"]
    times = resolved.loc[resolved["conversation_id"].isin(trained), "resolver_id"].value_counts()
    seen = resolved["resolver_id"].map(times).fillna(0)
    familiar = pd.cut(seen, [-1, 0, SEEN_OFTEN - 1, float("inf")], labels=["unseen", "rarely", "often"])
    escalated = resolved["conversation_id"].map(outcomes.set_index("conversation_id")["escalated"])
    return pd.DataFrame(
        {
            "conversation_id": resolved["conversation_id"],
            "resolver_seen": familiar.astype(str),
            "resolver_escalated": escalated.map({True: "yes", False: "no"}),
        }
    )


def by_slice(rows: pd.DataFrame, parts: pd.DataFrame, smallest: int, compare: Compare) -> dict[str, Any]:
    """Compare within every slice of at least ``smallest`` rows; a question with one answer is left out."""
    joined = rows.merge(parts, on="conversation_id", how="left", validate="many_to_one")
    result: dict[str, Any] = {}
    for question in parts.columns.drop("conversation_id"):
        answers = joined[question].value_counts().sort_index()
        if len(answers) > 1:
            large = [answer for answer, count in answers.items() if count >= smallest]
            result[question] = {str(answer): compare(joined[joined[question] == answer]) for answer in large}
    return {question: found for question, found in result.items() if found}
