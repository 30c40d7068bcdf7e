"""The settings of what is fitted: the text score, the boosted trees, and what they are compared with."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from data.limits import Count, Fraction, Positive, Section, Seed


class TextScore(Section):
    """The linear model over words and characters; ``resolver_*`` is the one that names the resolver."""

    word_ngrams: tuple[int, int]
    character_ngrams: tuple[int, int]
    min_df: Count
    regularisation: Positive
    resolver_regularisation: Positive
    resolver_sharpness: Positive

    @model_validator(mode="after")
    def _shortest_first(self) -> Self:
        for name, (low, high) in {"word": self.word_ngrams, "character": self.character_ngrams}.items():
            if not 1 <= low <= high:
                raise ValueError(f"{name}_ngrams is [{low}, {high}]; give the shortest first, from 1 on")
        return self


class Matrix(Section):
    """``candidates`` resolvers are ranked for a case."""

    candidates: Count


class Boosting(Section):
    """LightGBM settings by their own names, kept few."""

    rounds: Count
    learning_rate: Positive
    num_leaves: Annotated[int, Field(ge=2, le=131_072)]  # LightGBM's own limit.
    min_data_in_leaf: Count
    feature_fraction: Fraction
    bagging_fraction: Fraction
    lambda_l2: Annotated[float, Field(ge=0)]
    seed: Seed


class Escalation(Boosting):
    """``missing_share`` of the training weight is on copies that lack optional fields, as requests may."""

    missing_share: Annotated[float, Field(ge=0, lt=1)]


class Baselines(Section):
    """The strong simple methods every run is compared with."""

    neighbours: Count
    naive_rounds: Count
    naive_multiclass_rounds: Count
    seed: Seed
