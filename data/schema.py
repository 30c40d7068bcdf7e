"""The contract all folders and the API share: what a conversation, its events and its outcome are.

Every source is turned into these tables; nothing after ``data/`` knows where a conversation came from.
Times are UTC and end in ``_at``; spans end in ``_minutes``; probabilities in ``_probability``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from data.field_types import (
    MAX_TEXT_CHARACTERS,
    Attributes,
    Identifier,
    Moment,
    Position,
    Probability,
    Text,
    Whole,
    usable,
)
from data.spoken import spoken

Author = Literal["customer", "bot", "agent", "system"]
EscalationType = Literal["functional", "hierarchical", "priority", "peer", "automated"]
TriggerFamily = Literal[
    "capability_limit", "authority_boundary", "customer_request", "emotion",
    "service_level", "impact_urgency", "technical_complexity", "procedural_requirement",
]  # fmt: skip
EventKind = Literal[
    "assigned", "escalated", "accepted", "returned", "priority_changed", "sla_changed",
    "approved", "denied", "resolved", "reopened", "closed",
]  # fmt: skip
Verdict = Literal["needed", "avoidable", "missed", "late", "misrouted"]
Action = Literal["escalate", "consult", "watch", "continue", "review"]


class Record(BaseModel):
    """A row of a canonical table: unknown fields are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, allow_inf_nan=False)


class Message(Record):
    """One thing said or written; ``internal`` messages are work notes the customer never sees."""

    sequence: Position = 0  # In a conversation the default is the position.
    author: Author
    text: Annotated[str, Field(max_length=MAX_TEXT_CHARACTERS), AfterValidator(usable)] = ""
    sent_at: Moment | None = None
    author_id: Identifier | None = None
    channel: Text | None = None
    visibility: Literal["public", "internal"] = "public"
    bot_confidence: Probability | None = None
    intent: Text | None = None
    entities: Attributes | None = None
    language: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text.strip() and not self.intent:
            raise ValueError("text is empty and there is no intent; give at least one of them")
        return self

    @cached_property  # Every family of features asks for it, at every snapshot.
    def words(self) -> str:
        """What was said anew, personal data as its type; without text, the name of the intent."""
        return spoken(self.text, self.sequence > 0) if self.text.strip() else (self.intent or "").replace("_", " ")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy, with other values where asked; what was read from the old text is not copied."""
        copied = super().model_copy(update=update, deep=deep)
        copied.__dict__.pop("words", None)
        return copied


class Event(Record):
    """Something that happened to the case after message ``after_sequence``."""

    event_sequence: Position
    at: Moment | None = None
    after_sequence: int = Field(ge=-1, lt=2**63)
    kind: EventKind
    from_: Text | None = Field(default=None, alias="from")
    to: Text | None = None
    escalation_type: EscalationType | None = None
    trigger: TriggerFamily | None = None
    initiated_by: Literal["customer", "handler", "rule", "model", "policy"] | None = None
    reason: Text | None = None


class Case(Record):
    """One conversation without its messages: values as they were at opening, later changes are events."""

    conversation_id: Identifier
    opened_at: Moment | None = None
    channel: Text | None = None
    product: Text | None = None
    category: Text | None = None
    priority: Text | None = None
    language: Text | None = None
    customer_id: Identifier | None = None
    queue: Text | None = None
    handler_id: Identifier | None = None
    sla_due_at: Moment | None = None
    linked_conversation_id: Identifier | None = None
    attributes: Attributes | None = None


class Customer(Record):
    """Who asks, as of ``known_from``."""

    customer_id: Identifier
    known_from: Moment | None = None
    tier: Text | None = None
    value: float | None = None
    preferred_language: Text | None = None
    preferred_channel: Text | None = None
    flags: list[Text] | None = None


class Resolver(Record):
    """Who can take it: a person or a team; ``load`` and ``available`` are live values of a request."""

    resolver_id: Identifier
    kind: Literal["person", "team"] | None = None
    team: Text | None = None
    tier: Whole | None = None
    skills: list[Text] | None = None
    languages: list[Text] | None = None
    shift_start: Text | None = None
    shift_end: Text | None = None
    time_zone: Text | None = None
    on_call_from: Moment | None = None
    on_call_to: Moment | None = None
    capacity: Position | None = None
    authority_limit: float | None = None
    authority_currency: Text | None = None
    active: bool | None = None
    load: Position | None = None
    available: bool | None = None


class Opening(Record):
    """How another case began: who asked, when, and the first words."""

    conversation_id: Identifier
    customer_id: Identifier | None = None
    opened_at: Moment
    text: Annotated[str, Field(min_length=1, max_length=MAX_TEXT_CHARACTERS), AfterValidator(usable)]


class Conversation(Case):
    """What is known of one case at one moment; a snapshot and an API request are both this."""

    messages: list[Message] = Field(min_length=1)
    events: list[Event] = []
    customer: Customer | None = None
    at: Moment | None = None

    @model_validator(mode="before")
    @classmethod
    def _position_is_the_default_sequence(cls, given: Any) -> Any:
        if not isinstance(given, dict) or not isinstance(given.get("messages"), list):
            return given
        numbered = [
            {**message, "sequence": position}
            if isinstance(message, dict) and message.get("sequence") is None
            else message
            for position, message in enumerate(given["messages"])
        ]
        return {**given, "messages": numbered}

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for earlier, later in zip(self.messages, self.messages[1:], strict=False):
            if later.sequence <= earlier.sequence:
                raise ValueError(f"messages: sequence {later.sequence} follows {earlier.sequence}; sort by sequence")
        latest = None
        for message in self.messages:
            if latest and message.sent_at and message.sent_at < latest:
                raise ValueError(f"messages: sent_at runs backwards at sequence {message.sequence}; correct the clock")
            latest = message.sent_at or latest
        if self.at and latest and latest > self.at:
            raise ValueError("at: is earlier than the last message; leave later messages out, or at")
        if self.at and self.opened_at and self.opened_at > self.at:
            raise ValueError("at: is earlier than opened_at; correct one of them")
        return self

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if self.customer and self.customer_id not in (None, self.customer.customer_id):
            raise ValueError(f"customer.customer_id: is not customer_id {self.customer_id!r}; give the same in both")
        if len({event.event_sequence for event in self.events}) < len(self.events):
            raise ValueError("events: event_sequence is given twice; number the events")
        return self

    @property
    def as_of_sequence(self) -> int:
        """The last message that could be seen."""
        return self.messages[-1].sequence
