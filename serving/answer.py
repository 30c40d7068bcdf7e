"""What ``POST /predict`` answers: will it escalate, who should take it, and why.

Parts of the design that are not built yet are absent here: nothing is made up to fill them.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from data.field_types import Identifier, Probability
from data.schema import Action, EscalationType, TriggerFamily
from training.severity import Severity


class Part(BaseModel):
    """A part of an answer: no unknown fields, no infinite numbers, nothing changes once given."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Reason(Part):
    """Why the probability is what it is: a family of features, its push in log-odds up or down, and its strongest.

    ``sequence`` is the message that it is about, null where it is about the whole conversation.
    """

    family: str
    feature: str
    says: str
    contribution: float
    sequence: int | None


class Precedent(Part):
    """A past case that looked like this one, and what became of it."""

    conversation_id: Identifier
    similarity: float
    escalated: bool
    resolver_id: Identifier | None


class Trigger(Part):
    """A rule that fired: by the words of a message, from ``start`` to ``end`` of what it says, or by a field.

    The model may not veto a ``floor``.
    """

    rule: str
    family: TriggerFamily
    floor: bool
    sequence: int | None
    start: int | None
    end: int | None
    text: str


class Way(Part):
    """Which way the escalation matrix sends such a case; without ``team`` the ranking names one of that tier."""

    type: EscalationType
    team: str | None
    tier: int
    backup: str | None
    respond_minutes: int


class Escalation(Part):
    """Will it escalate, and what the policy makes of that: a rule that is a floor escalates whatever the probability.

    ``sure`` is false between the probabilities where the model cannot keep the error that its policy states.
    A threshold above 1 never escalates. ``severity`` is P1 (worst) to P4, ``way`` is null where no row covers the case.
    """

    probability: Probability
    sure: bool | None
    action: Action
    severity: Severity
    way: Way | None
    threshold: Annotated[float, Field(ge=0)]
    triggers: list[Trigger]
    reasons: list[Reason]
    precedents: list[Precedent]


class RankedResolver(Part):
    """Who could take it; ``available`` and ``load`` are null unless the request told them."""

    resolver_id: Identifier
    score: float
    available: bool | None
    load: int | None


class Route(Part):
    """Who should take it; null when nobody can, and then ``why`` says so."""

    resolver_id: Identifier | None
    backup_resolver_id: Identifier | None
    why: str


class ModelVersion(Part):
    """Which models answered; version and alias are null outside a registry."""

    version: str | None
    alias: str | None
    bundle: str


class Answer(Part):
    """The whole answer to one conversation, as of its last message; ``put_aside`` says which messages were left out."""

    decision_id: Identifier
    conversation_id: Identifier
    as_of_sequence: int
    escalation: Escalation
    resolvers: list[RankedResolver]
    route: Route
    model: ModelVersion
    put_aside: list[str]
