"""Predictor(bundle): takes a Conversation, gives an Answer; knows nothing of HTTP."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.files import read_json, read_records
from data.schema import Conversation, Message, Opening, Resolver
from data.snapshot import snapshot
from data.source_settings import Redaction
from features.embedding import Embed, load_embed
from features.featurize import Features, Fitted, featurize
from features.neighbours import load_neighbours
from features.pairs import Ranking
from features.past_cases import load_history
from features.recent import Recent
from features.sentiment import load_sentiment
from features.text_score import TextScore
from features.triggers.fired import Fired, fired
from serving.answer import Answer, Escalation, ModelVersion, Precedent, RankedResolver, Reason, Route, Trigger, Way
from serving.bundle import MATRICES
from serving.manifest import check_bundle
from serving.privacy import request_key, without_personal_data
from serving.reasons import messages_meant, reasons
from training.escalation import EscalationModel
from training.policy import Policy, decide
from training.resolver import ResolverModel
from training.severity import facts_of, read_matrices, severity_of, step_of

Registered = Callable[[str], dict[str, str | None] | None]


def not_registered(_: str) -> None:
    """Stand for a registry where there is none."""


class Predictor:
    """Everything loaded from one bundle; answers are the same for equal input, except for their identifier."""

    def __init__(self, folder: Path, embed: Embed | None = None, registered: Registered | None = None) -> None:
        checked = check_bundle(folder)
        settings, self.limits = read_json(folder / "settings.json"), read_json(folder / "answer.json")
        self.redaction, self.key = Redaction.model_validate(settings["redaction"]), request_key(settings["source"])
        self.bundle_digest = checked.digest
        # Asking the registry takes seconds, so it goes on while the encoder loads.
        asking = ThreadPoolExecutor(1).submit(registered or not_registered, checked.digest)
        self.fitted = Fitted(
            embed=embed or load_embed(folder / "encoder"),
            sentiment=load_sentiment(folder / "sentiment"),
            languages=tuple(settings["languages"]),
            text_score=TextScore.load(folder / "text_score"),
            neighbours=load_neighbours(folder / "neighbours"),
            history=load_history(folder / "history"),
        )
        self.means: dict[str, str] = read_json(folder / "columns.json")["escalation"]
        self.escalation = EscalationModel.load(folder / "escalation")
        self.resolver = ResolverModel.load(folder / "resolver")
        self.policy = Policy.from_json((folder / "policy.json").read_text(encoding="utf-8"))
        self.matrices = read_matrices(folder / MATRICES)
        self.ranking = Ranking(self.fitted, read_records(folder, "resolvers"), settings["candidates"])
        self.model = ModelVersion(**(asking.result() or {"version": None, "alias": None}), bundle=checked.digest)

    def predict(
        self,
        conversation: Conversation,
        resolvers: Sequence[Resolver] | None = None,
        recent: Sequence[Opening] | None = None,
    ) -> Answer:
        """Answer for a conversation as it stands.

        ``resolvers`` is what is known of them right now, ``recent`` how other customers' cases of the last hour began.
        """
        # Through the same doors as the training rows: no personal data, events from the message after them on.
        asked = conversation.conversation_id
        conversation = without_personal_data(conversation, self.redaction, self.key)
        conversation = snapshot(conversation, conversation.as_of_sequence, conversation.at)
        others = None if recent is None else Recent(map(self.as_trained, recent), self.fitted.embed)
        features = featurize([conversation], self.fitted, others)
        ranked = self.rank(conversation, features, resolvers or [])
        return Answer(
            decision_id=str(uuid.uuid4()),
            conversation_id=asked,  # As the caller knows it, also where it holds an address.
            as_of_sequence=conversation.as_of_sequence,
            escalation=self.judge(conversation, features),
            resolvers=ranked[: self.limits["resolvers"]],
            route=route(ranked),
            model=self.model,
            put_aside=[],
        )

    def as_trained(self, opening: Opening) -> Opening:
        """Give the beginning of another case as the training part would hold it: without personal data."""
        said = Message(author="customer", text=opening.text)
        case = Conversation(conversation_id=opening.conversation_id, customer_id=opening.customer_id, messages=[said])
        case = without_personal_data(case, self.redaction, self.key)
        kept = {"conversation_id": case.conversation_id, "customer_id": case.customer_id}
        return opening.model_copy(update={"text": case.messages[0].words, **kept})

    def probability(self, features: Features) -> NDArray[np.float64]:
        """Give the calibrated probability of escalation of each row."""
        return self.escalation.probability(features.values, features.columns)

    def judge(self, conversation: Conversation, features: Features) -> Escalation:
        """Give probability, action, the rules that fired, reasons and precedents of one row."""
        probability = float(self.probability(features)[0])
        rules = fired(conversation, self.fitted.history.rules_know)
        facts = facts_of(conversation, {one.rule: one.family for one in rules}, self.matrices)
        step = step_of(facts, self.matrices)
        return Escalation(
            probability=probability,
            sure=None if self.policy.band is None else not self.policy.band.unsure(probability),
            action=decide(probability, self.policy, any(one.floor for one in rules)),
            severity=severity_of(facts, self.matrices),
            way=Way(**step.model_dump(exclude={"category", "severity"})) if step else None,
            threshold=self.policy.threshold,
            triggers=[Trigger(**one._asdict()) for one in rules],
            reasons=self.reasons(conversation, rules, features),
            precedents=self.precedents(features),
        )

    def reasons(self, conversation: Conversation, rules: Sequence[Fired], features: Features) -> list[Reason]:
        """Give the families of features that moved this probability most, strongest first."""
        columns, row = features.columns, features.values[0]
        pushes = self.escalation.contributions(features.values)[0]
        at = messages_meant(conversation, rules)
        return reasons(columns, row, pushes, self.means, at)[: self.limits["reasons"]]

    def precedents(self, features: Features) -> list[Precedent]:
        """Give the most similar past cases and what became of them."""
        index, found = self.fitted.neighbours, features.nearest
        rows = found.rows[0][: self.limits["precedents"]]
        return [
            Precedent(
                conversation_id=str(index.conversation_ids[row]),
                similarity=float(similarity),
                escalated=bool(index.escalated[row]),
                resolver_id=index.resolver_ids[row],
            )
            for row, similarity in zip(rows, found.similarity[0], strict=False)
        ]

    def rank(self, conversation: Conversation, features: Features, live: Sequence[Resolver]) -> list[RankedResolver]:
        """Rank the candidates; a resolver whom the request, or else the table, calls inactive is left out."""
        pairs = self.ranking.pairs([conversation], features)
        scores = self.resolver.score(pairs.values, pairs.columns)
        now = {resolver.resolver_id: resolver for resolver in live}
        ranked = []
        for place in np.argsort(-scores, kind="stable"):
            name = pairs.resolver_ids[place]
            known = now.get(name) or self.ranking.profile.get(name) or Resolver(resolver_id=name)
            if known.active is not False:
                ranked.append(
                    RankedResolver(
                        resolver_id=name, score=float(scores[place]), available=can_take(known), load=known.load
                    )
                )
        return ranked


def can_take(resolver: Resolver) -> bool | None:
    """Say whether a resolver is free: nobody at capacity is; None where it is not known."""
    full = resolver.load is not None and resolver.capacity is not None and resolver.load >= resolver.capacity
    return False if full else resolver.available


def route(ranked: Sequence[RankedResolver]) -> Route:
    """Name the best resolver who is not known to be away, and the next one behind."""
    free = [resolver.resolver_id for resolver in ranked if resolver.available is not False]
    if not free:
        why = "no ranked resolver is available" if ranked else "no resolver is named in what the models learnt from"
        return Route(resolver_id=None, backup_resolver_id=None, why=why)
    names = [resolver.resolver_id for resolver in ranked]
    skipped = names[: names.index(free[0])]
    why = "ranked first for this case" if not skipped else f"best available; {', '.join(skipped)} not available"
    return Route(resolver_id=free[0], backup_resolver_id=free[1] if len(free) > 1 else None, why=why)
