"""Who made which version champion, when, and on what evidence: MLflow keeps no such history, so its tags do.

The history is on the registered model itself, so everybody who uses the same server reads the same one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from getpass import getuser
from typing import Any, Literal, NamedTuple

from data.errors import BadInput

CHAMPION = "champion"
TAG = "champion_change_"  # Followed by four digits, in the order of the changes.
LONGEST = 1000  # Characters of evidence kept; a server may refuse a tag of more than 5000.


class Change(NamedTuple):
    """One move of the champion's alias; ``before`` is None where there was no champion."""

    kind: Literal["promotion", "rollback"]
    at: str
    by: str
    before: str | None
    after: str
    evidence: str

    def __str__(self) -> str:
        moved = f"version {self.before or 'none'} to {self.after}"
        return f"{self.at} {self.kind} by {self.by}: {moved}; {self.evidence}"


def changes(client: Any, model: str) -> list[Change]:
    """Give all changes, the earliest first; ``client`` is an MlflowClient, the model has to be registered."""
    tags = client.get_registered_model(model).tags
    return [Change(**json.loads(tags[name])) for name in sorted(tags) if name.startswith(TAG)]


def champion_version(client: Any, model: str) -> str | None:
    """Give the version that is champion now."""
    version = client.get_registered_model(model).aliases.get(CHAMPION)
    return None if version is None else str(version)


def move_champion(
    client: Any, model: str, kind: Literal["promotion", "rollback"], version: str, evidence: str, by: str | None = None
) -> Change:
    """Make a version champion and write down how that came; written first, so that no move goes unrecorded."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    change = Change(kind, at, by or user(), champion_version(client, model), version, evidence[:LONGEST])
    place = len(changes(client, model))
    client.set_registered_model_tag(model, f"{TAG}{place:04d}", json.dumps(change._asdict()))
    client.set_registered_model_alias(model, CHAMPION, version)
    return change


def user(name: Callable[[], str] = getuser) -> str:
    """Give who runs this; in a container the number of a user often has no name."""
    try:
        return name()
    except (KeyError, OSError):
        return f"user {os.getuid()}"


def give_alias(client: Any, model: str, version: str, alias: str, reason: str) -> tuple[str, str]:
    """Give a version its alias and write a promotion down; what people rolled back does not come back by itself."""
    is_champion = champion_version(client, model) == version  # Also where somebody gave the alias by hand.
    if alias == CHAMPION and not is_champion and (back := rolled_back(changes(client, model), version)):
        alias, reason = "challenger", f"challenger: {back}"
    if alias != CHAMPION:
        client.set_registered_model_alias(model, alias, version)
    elif not is_champion:
        move_champion(client, model, "promotion", version, reason)
    return alias, reason


def rolled_back(history: Sequence[Change], version: str) -> Change | None:
    """Give the rollback that took the alias from a version, unless somebody promoted it again since."""
    last = next((one for one in reversed(history) if version in (one.before, one.after)), None)
    return last if last and last.kind == "rollback" and last.before == version else None


def version_before(history: Sequence[Change], champion: str | None) -> str:
    """Give the version that the present champion replaced when it was promoted; raises BadInput where none is known."""
    promoted = (one for one in reversed(history) if one.kind == "promotion" and one.after == champion)
    found = next(promoted, None)
    if champion is None or found is None or found.before is None:
        problem = "replaced no earlier champion that is on record"
        raise BadInput("champion", champion, problem, "see python -m training.rollback --history, or train a new one")
    return found.before
