"""The settings of the first stage: what is taken from a source, and how."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from data.limits import Section, Share
from data.sources.simulated.settings import Simulated

EscalatedWhen = Literal[
    "the case moves to a group of a higher tier",
    "the case leaves the group it was opened in",
    "the priority is raised",
]


class Redaction(Section):
    """Personal data leaves every text before it is stored.

    ``names_in`` are attributes, and fields like customer_id, that hold people's names; ``countries`` are those whose
    telephone numbers are known without a country code, as two-letter codes.
    """

    enabled: bool
    names_in: list[str]
    countries: Annotated[list[Annotated[str, Field(pattern="^[A-Z]{2}$")]], Field(min_length=1)]


class Conversations(Section):
    """``max_quarantined`` is the share of conversations, and of all rows, that may be unusable before the stage fails.

    ``escalated_when`` says what counts as an escalation where the source itself does not; any of them is enough.
    ``tiers`` gives groups their tier where their names do not say it (``Network L2``, ``Tier 3``, ``2nd level``).
    """

    max_quarantined: Share
    redaction: Redaction
    escalated_when: list[EscalatedWhen]
    tiers: dict[str, int]
    simulated: Simulated
