"""YAML that people write: read as usual, except that a key given twice is refused instead of forgotten."""

from __future__ import annotations

from typing import Any

import yaml

from data.errors import BadInput

MERGE = "tag:yaml.org,2002:merge"


class RepeatedKey(yaml.YAMLError):
    """A key that stands twice in one mapping, with its lines."""

    def __init__(self, key: str, first: int, second: int) -> None:
        self.key, self.first, self.second = key, first, second
        super().__init__(f"the key {key!r} stands twice, in lines {first} and {second}")


class Loader(yaml.SafeLoader):
    """PyYAML keeps the last of two equal keys and says nothing: a whole section could be lost."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Refuse equal keys before keys merged in from elsewhere are added, which may well be overridden."""
        lines: dict[tuple[str, str], int] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag == MERGE:
                continue
            line = key.start_mark.line + 1
            if (key.tag, key.value) in lines:
                raise RepeatedKey(key.value, lines[key.tag, key.value], line)
            lines[key.tag, key.value] = line
        return super().construct_mapping(node, deep)


def load(text: str, place: str) -> Any:
    """Read a YAML text; raises BadInput for a key that stands twice, and YAML's own errors for the rest."""
    try:
        # A loader made from SafeLoader builds plain values only.
        return yaml.load(text, Loader)  # noqa: S506
    except RepeatedKey as error:
        where = f"stands twice, in lines {error.first} and {error.second}"
        raise BadInput(place, error.key, where, "keep one of the two, with all that belongs to it") from None
