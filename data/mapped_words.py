"""Words of a mapping that no row of the export holds: probably mistyped, and then every answer is wrong."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator

from data.mapping import ExportMapping
from data.mapping_value import Value


def unmet_words(mapping: ExportMapping) -> Iterator[str]:
    """Name each word that a test asks for in vain, and each of a value map that is nearly one of the rows'."""
    parts = [mapping.conversation, mapping.customer, mapping.resolver, mapping.outcome]
    parts += [*mapping.messages, *mapping.events, *mapping.turn_labels]
    for value in (value for fields in parts for value in fields.values()):
        if not (value.met.words or value.met.others):
            continue  # Nothing was read: there is nothing to compare with.
        for word in words_of(value):
            near = difflib.get_close_matches(word, value.met.others, 1, 0.7)
            if word in value.met.words or not (near or value.is_test):
                continue
            meant = f"; did you mean {near[0]!r}?" if near else ""
            yield f"{word!r} occurs in no row of {' + '.join(value.column)!r}{meant}"


def words_of(value: Value) -> list[str]:
    """Give the words that a test or a value map names; the empty one asks for empty cells."""
    return [word for word in (value.is_not or value.is_one_of or list(value.values)) if word]


def warn_of_unmet_words(mapping: ExportMapping) -> None:
    """Say on the terminal which words of the mapping were met nowhere."""
    for said in dict.fromkeys(unmet_words(mapping)):
        print(f"note: mapping: {said}", file=sys.stderr)
