"""What is known of a snapshot and a resolver together: the pair function of batch and online.

Routing is ranking over (case, resolver) pairs: the same columns serve every resolver, known to the model or new.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.schema import Conversation, Resolver
from data.snapshot import seen_at
from features.columns import MISSING
from features.featurize import Features, Fitted
from features.intent_course import named, products_among
from features.past_cases import value_of
from features.text_score import whole_text

# Not the customer's intent: top-1 on the real tickets fell by .005 to .010 with it, two seeds.
EXPERIENCE = ("customer_id", "product", "category", "queue", "channel")
STATIC = {
    "pair_linear_share": "how much the text sounds like this resolver's cases",
    "pair_linear_behind": "distance of that share from the best resolver's",
    "pair_linear_rank": "place of the resolver by that share",
    "pair_similarity": "likeness of the most similar case the resolver solved",
    "pair_centroid": "likeness to the middle of the cases the resolver solved",
    "pair_cases": "cases the resolver solved so far",
    "pair_share": "share of all cases that the resolver solved",
    "pair_tier": "tier of the resolver",
    "pair_speaks": "whether the resolver speaks the language of the case",
    "pair_skilled": "whether product, category or a product the customer names is among the resolver's skills",
}


@dataclass(frozen=True)
class Pairs:
    """Features of pairs, shape (pairs, columns); ``group`` counts the pairs of each snapshot, in order."""

    columns: list[str]
    values: NDArray[np.float64]
    resolver_ids: list[str]
    group: list[int]


def pair_means(shares_at: Sequence[int]) -> dict[str, str]:
    """Give every pair column in order with its plain meaning."""
    votes = {f"pair_votes_{k}": f"share of the {k} most similar past cases that the resolver solved" for k in shares_at}
    experience = {
        f"pair_{key}_cases": f"cases of the same {key.removesuffix('_id')} that the resolver solved"
        for key in EXPERIENCE
    }
    shares = {
        f"pair_{key}_share": f"share of the {key.removesuffix('_id')}'s cases that the resolver solved"
        for key in EXPERIENCE
    }
    return STATIC | votes | experience | shares


class Ranking:
    """The resolvers of a fitted state, with what pairs need of each: computed once, not per request."""

    def __init__(self, fitted: Fitted, resolvers: Sequence[Resolver], candidates: int) -> None:
        self.fitted, self.candidates = fitted, candidates
        self.profile = {resolver.resolver_id: resolver for resolver in resolvers}
        index = fitted.neighbours
        solved = {name for name in index.resolver_ids if name is not None}
        self.resolver_ids = sorted(solved | set(self.profile) | set(fitted.text_score.resolver.classes))
        place = {name: number for number, name in enumerate(self.resolver_ids)}
        self.solver = np.array([place[name] if name is not None else -1 for name in index.resolver_ids], int)
        self.linear_column = np.array([place[name] for name in fitted.text_score.resolver.classes], int)
        self.cases = np.bincount(self.solver[self.solver >= 0], minlength=len(place)).astype(float)
        sums = np.zeros((len(place), index.vectors.shape[1]))
        np.add.at(sums, self.solver[self.solver >= 0], index.vectors[self.solver >= 0])
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        self.centroids = np.divide(sums, length, out=np.zeros_like(sums), where=length > 0)

    def pairs(self, snapshots: Sequence[Conversation], features: Features) -> Pairs:
        """Give the pair features of each snapshot with its candidates, best candidates first.

        ``features`` are those of the same snapshots.
        """
        columns = list(pair_means(self.fitted.neighbours.shares_at))
        linear = np.zeros((len(snapshots), len(self.resolver_ids)))
        linear[:, self.linear_column] = self.fitted.text_score.resolver_shares([whole_text(case) for case in snapshots])
        rows, names, group = [], [], []
        for number, case in enumerate(snapshots):
            table = self.table(case, linear[number], features, number)
            chosen = self.retrieve(table)
            rows.append(np.column_stack([table[column][chosen] for column in columns]))
            names += [self.resolver_ids[place] for place in chosen]
            group.append(len(chosen))
        values = np.concatenate(rows) if rows else np.empty((0, len(columns)))
        return Pairs(columns, values, names, group)

    def retrieve(self, table: dict[str, NDArray[np.float64]]) -> NDArray[np.int64]:
        """Choose the candidates: good by text, by similar cases, by the customer's history or by volume.

        The true resolver is never put among them by hand: trained so, top-1 falls from .74 to .14.
        """
        votes = table[f"pair_votes_{max(self.fitted.neighbours.shares_at)}"]
        customer = np.nan_to_num(table["pair_customer_id_share"])
        likely = (
            table["pair_linear_share"] + votes + customer + 0.1 * table["pair_centroid"] + 0.1 * table["pair_share"]
        )
        return np.argsort(-np.round(likely, 9), kind="stable")[: self.candidates]

    def table(
        self, case: Conversation, linear: NDArray[np.float64], features: Features, number: int
    ) -> dict[str, NDArray[np.float64]]:
        """Give every pair column for all resolvers of one snapshot."""
        size = len(self.resolver_ids)
        rank = np.empty(size)
        rank[np.argsort(-np.round(linear, 9), kind="stable")] = np.arange(size)
        found, similarity = features.nearest.rows[number], features.nearest.similarity[number]
        weight = np.clip(similarity, 0.01, None) ** self.fitted.neighbours.power
        by = self.solver[found]
        table = {
            "pair_linear_share": linear,
            "pair_linear_behind": linear - linear.max(initial=0),
            "pair_linear_rank": rank,
            "pair_similarity": best_of(by, similarity, size),
            "pair_centroid": np.round(self.centroids @ features.places[number], 9),
            "pair_cases": self.cases,
            "pair_share": self.cases / max(self.cases.sum(), 1),
        }
        for k in self.fitted.neighbours.shares_at:
            solved = by[:k] >= 0
            votes = np.bincount(by[:k][solved], weights=weight[:k][solved], minlength=size)
            table[f"pair_votes_{k}"] = votes / max(float(weight[:k].sum()), 1e-12)
        return table | self.experience(case) | self.profiles(case)

    def experience(self, case: Conversation) -> dict[str, NDArray[np.float64]]:
        """Count what each resolver had solved for the same customer, product ..., as of the snapshot."""
        at, table = seen_at(case), {}
        for key in EXPERIENCE:
            value = value_of(case, key)
            solved = [self.fitted.history.resolved(key, value, name, at) for name in self.resolver_ids]
            counts = np.array(solved, float) if value is not None else np.full(len(self.resolver_ids), MISSING)
            table[f"pair_{key}_cases"] = counts
            table[f"pair_{key}_share"] = counts / (np.nansum(counts) + self.fitted.history.smoothing)
        return table

    def profiles(self, case: Conversation) -> dict[str, NDArray[np.float64]]:
        """Compare the case with what is known of each resolver."""
        topics = topics_of(case, self.fitted.history.products)
        rows = [profile_values(self.profile.get(name), case, topics) for name in self.resolver_ids]
        tier, speaks, skilled = np.array(rows, float).reshape(-1, 3).T
        return {"pair_tier": tier, "pair_speaks": speaks, "pair_skilled": skilled}


def best_of(by: NDArray[np.int64], similarity: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    """Give each resolver's most similar solved case among the nearest; missing where there is none."""
    best = np.full(size, -np.inf)
    np.maximum.at(best, by[by >= 0], similarity[by >= 0])
    return np.where(np.isinf(best), MISSING, best)


def topics_of(case: Conversation, products: Sequence[str]) -> set[str | None]:
    """Give what a case is about: its product, its category, and the products of the source that are named in it."""
    return (products_among(named(case, tuple(products))) | {case.product, case.category}) - {None}


def profile_values(
    resolver: Resolver | None, case: Conversation, topics: Collection[str | None]
) -> tuple[float, float, float]:
    """Give tier, whether the language is spoken, whether a topic is a skill; missing where not known."""
    if resolver is None:
        return MISSING, MISSING, MISSING
    tier = MISSING if resolver.tier is None else float(resolver.tier)
    speaks = float(case.language in resolver.languages) if resolver.languages and case.language else MISSING
    skilled = float(not set(resolver.skills).isdisjoint(topics)) if resolver.skills and topics else MISSING
    return tier, speaks, skilled
