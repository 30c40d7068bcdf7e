"""JSON in which an object may give one name twice: Python keeps the last value alone, and the others are lost."""

from __future__ import annotations

import json
from typing import Any


class Decoder:
    """Decodes JSON values; ``repeated`` is a name that an object of the latest one gives two different values."""

    def __init__(self) -> None:
        self.repeated: str | None = None
        self._decoder = json.JSONDecoder(object_pairs_hook=self._object)

    def value(self, text: str, position: int = 0) -> tuple[Any, int]:
        """Give the value at a position and where it ends; raises ValueError or RecursionError as ``json`` does."""
        self.repeated = None
        return self._decoder.raw_decode(text, position)

    def whole(self, text: str) -> Any:
        """Give the value that is all of a text; raises ValueError, RecursionError, and for a repeated name."""
        self.repeated = None
        value = self._decoder.decode(text)
        if self.repeated is not None:
            raise ValueError(twice(self.repeated))
        return value

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            self.repeated = next(
                (name for name, value in pairs if found[name] is not value and found[name] != value), self.repeated
            )
        return found


def twice(name: str) -> str:
    """Say what is wrong with an object that gives a name twice."""
    return f"the field {name[:50]!a} is given twice"
