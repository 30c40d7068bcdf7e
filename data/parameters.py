"""Every setting of ``params.yaml``: one section a stage, with its limits; unknown keys are refused.

Values live in ``params.yaml`` alone: a default written twice goes wrong once.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from data.limits import Count, Positive, Section, Seed, Share
from data.model_settings import Baselines, Boosting, Escalation, Matrix, TextScore
from data.source_settings import Conversations

DEFAULT_SOURCE = "simulated"
HISTORY_KEYS = (
    "customer_id",
    "customer_tier",
    "product",
    "category",
    "channel",
    "queue",
    "handler_team",
    "priority",
    "language",
)
HistoryKey = Annotated[str, Field(pattern=rf"^({'|'.join(HISTORY_KEYS)}|attributes\..+)$")]


class Truth(Section):
    """``rollouts`` is how often a simulated case is played on from each snapshot; more make its truth more exact."""

    rollouts: Count


class Labels(Section):
    """``target`` says which question is asked after each message.

    ``escalation``, the name of a label that the source gives to single turns, or ``auto``: the one that is there.
    """

    target: Annotated[str, Field(min_length=1)]


class Split(Section):
    """Shares of conversations; the rest is the test part. Folds divide the training part."""

    train_share: Share
    valid_share: Share
    folds: Annotated[int, Field(ge=2)]
    seed: Seed

    @model_validator(mode="after")
    def _leaves_a_test_part(self) -> Self:
        if self.train_share + self.valid_share >= 1:
            raise ValueError("train_share + valid_share leave nothing to test on; make their sum less than 1")
        return self


class Embedding(Section):
    """``model`` is ``all-MiniLM-L6-v2`` (its files come with an installed package) or a local folder.

    ``backend`` runs it; ``auto`` is the fastest installed one of the table that ``make bench-encoder`` writes. Texts
    are read in windows of what the model takes at once, at most ``windows`` of them.
    """

    model: str
    backend: Literal["auto", "onnx", "openvino", "torch"]
    windows: Count


class Sentiment(Section):
    """``model`` is ``vader`` or the folder of a transformer that classifies texts as negative, neutral and positive.

    ``languages`` are those that the model knows, as two-letter codes in small letters; any other gives a missing score.
    """

    model: Annotated[str, Field(min_length=1)]
    languages: Annotated[list[Annotated[str, Field(pattern="^[a-z]{2}$")]], Field(min_length=1)]


class History(Section):
    """``smoothing`` is how many average cases a rate starts with; ``keys`` are the fields that have a rate.

    A key is one of ``HISTORY_KEYS`` or ``attributes.x`` for the source's own column x. ``attributes`` are the source's
    own columns that become features, numbers as they are and text as a rate: ``auto`` for all, or a list of names.
    """

    smoothing: Positive
    keys: list[HistoryKey]
    attributes: Literal["auto"] | list[str]

    @field_validator("attributes", mode="before")
    @classmethod
    def _auto_or_names(cls, given: object) -> object:
        if given == "auto" or (isinstance(given, list) and all(isinstance(name, str) for name in given)):
            return given
        raise ValueError("give auto, or a list of names")


class Neighbours(Section):
    """Past cases compared: at each count of ``shares_at``, weighted by similarity to the given power.

    More than ``exact_up_to`` are searched through an index.
    """

    shares_at: Annotated[list[Count], Field(min_length=1)]
    similarity_power: Positive
    exact_up_to: Count


class Policy(Section):
    """What errors cost and how the probability becomes an action; ``alarms_per_day`` is what a team can look at.

    Where it is given it fixes the threshold instead of the costs. ``abstain_error`` is what a sure answer may be wrong.
    """

    cost_missed: Positive
    cost_unneeded: Positive
    alarms_per_day: Positive | None = None
    abstain_error: Annotated[float, Field(gt=0, lt=0.5)]
    watch_ratio: Share


class Evaluation(Section):
    """``headline_customer_message`` is the moment of the headline figures: after that message of the customer."""

    headline_customer_message: Count
    bootstrap_samples: Annotated[int, Field(ge=100)]
    confidence: Annotated[float, Field(gt=0, lt=1)]
    smallest_slice: Count
    seed: Seed


class Bundle(Section):
    """``precedents`` similar past cases are shown with an answer; ``resolvers`` are named at most."""

    precedents: Count
    resolvers: Count
    reasons: Count


class Tracking(Section):
    """Where a run appears in MLflow."""

    experiment: str
    model: str


class Parameters(Section):
    """The whole file."""

    conversations: Conversations
    truth: Truth
    labels: Labels
    split: Split
    embedding: Embedding
    sentiment: Sentiment
    history: History
    neighbours: Neighbours
    text_score: TextScore
    matrix: Matrix
    escalation: Escalation
    resolver: Boosting
    baselines: Baselines
    policy: Policy
    evaluation: Evaluation
    bundle: Bundle
    tracking: Tracking
