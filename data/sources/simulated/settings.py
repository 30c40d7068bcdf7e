"""The settings of the simulated help desk."""

from __future__ import annotations

import math
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from data.limits import Count, Section, Seed, Share

Language = Literal["en", "de", "es", "fr"]


class Simulated(Section):
    """The built-in help desk: how many conversations, over how many days, from which seed.

    ``languages`` are the customers' shares of languages, ``alert_share`` is the share of cases that monitoring opens,
    ``bot_share`` the share of chats that a bot answers first. From week ``drift_week`` on, counted from 0, there is
    a new product, new wording and a new policy; null means never.
    """

    conversations: Annotated[int, Field(ge=1)]
    days: Count
    seed: Seed
    languages: Annotated[dict[Language, Share], Field(min_length=1)]
    alert_share: Share
    bot_share: Share
    drift_week: Annotated[int, Field(ge=0)] | None

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if not math.isclose(sum(self.languages.values()), 1, abs_tol=1e-6):
            raise ValueError(f"languages sum to {sum(self.languages.values()):g}; make the shares sum to 1")
        if self.drift_week is not None and self.drift_week * 7 >= self.days:
            raise ValueError(
                f"drift_week {self.drift_week} is after the last of {self.days} days; name an earlier week"
            )
        return self
