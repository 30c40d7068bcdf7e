"""Damaged exports of every source: no record vanishes, none is lost for its neighbour's fault, nothing stops a run."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from data.files import read_conversations, read_params
from data.parameters import DEFAULT_SOURCE
from data.quarantine import Cleaned
from data.source import SOURCES
from data.tables import Quarantined
from data.writing import canonical_tables
from tests.cleaning import cleaned, unlawful
from tests.damage import KINDS, Fate, damaged
from tests.vendor_exports import EXPORTS
from tests.vendor_records import MARK, Export

RECORDS = 70  # Of each file, of which these many are damaged:
DAMAGED = 30
SEED = 11


class Piece(NamedTuple):
    """What stands in a file for one record, what was done to it, and its line or number."""

    chunk: bytes
    kind: str = ""
    row: int = 0

    @property
    def marks(self) -> set[str]:
        """The marks that are left in it."""
        return set(MARK.findall(self.chunk.decode("latin-1")))

    @property
    def text(self) -> str:
        """Give it as quarantine shows it."""
        return self.chunk.decode("utf-8", "surrogateescape").encode("utf-8", "backslashreplace").decode()

    @property
    def fate(self) -> Fate:
        """What must become of it."""
        return KINDS[self.kind].fate if self.kind else "clean"


def damaged_file(export: Export, kinds: Sequence[str], chance: Random) -> tuple[bytes, list[Piece]]:
    """Give a file of which most records are damaged, and its pieces."""
    pieces: list[Piece] = []
    chosen = set(chance.sample(range(RECORDS), DAMAGED))
    for number in range(RECORDS):
        kind = chance.choice(kinds)
        chunk = damaged(export, KINDS[kind], number, chance) if number in chosen else None
        if chunk is None or (KINDS[kind].share < 1 and sum(piece.kind == kind for piece in pieces) >= 2):
            pieces.append(Piece(export.chunk(export.record(number))))
        else:
            pieces += [Piece(chunk, kind)] * (2 if kind == "the same twice" else 1)
    content, rows = export.file([piece.chunk for piece in pieces])
    return content, [piece._replace(row=row) for piece, row in zip(pieces, rows, strict=True)]


def lost(export: Export, pieces: Sequence[Piece], found: Cleaned) -> list[str]:
    """Name each record of which something is neither clean nor kept aside."""
    records = clean_records(found)
    said = Counter(mark for record in records for mark in set(MARK.findall(record)))
    cases = {case.conversation_id for case in found.tables["conversations"]}
    aside = [is_aside(export, piece, found) for piece in pieces]
    wrong = []
    for place, piece in enumerate(pieces):
        clean = {mark for mark in piece.marks if said[mark]}
        all_clean = bool(clean) and (export.states or clean >= {mark for mark in piece.marks if "p0" not in mark})
        known = aside[place] or merged(pieces, aside, place) or export.about not in piece.chunk
        traced = known or bool(clean) or any(name in piece.text for name in cases)
        # A piece cut to a few letters may stand in the text of the damaged record before it, whose quote is open.
        inside = bool(piece.kind) and not piece.marks and any(piece.text in record for record in records)
        fine = {
            "traced": traced,
            "whole": known or all_clean or inside,
            "aside": known,
            "clean": all_clean or (not piece.kind and export.shared and aside[place]),
        }[piece.fate]
        if not fine:
            wrong.append(f"{piece.kind or 'undamaged'}, row {piece.row}: {piece.chunk[:2000]!r}")
    return wrong


def is_aside(export: Export, piece: Piece, found: Cleaned) -> bool:
    """Say whether a row in quarantine tells of a record: by its line, its mark or what is shown of it."""
    lines = range(piece.row, piece.row + export.lines(piece.chunk))
    return any(
        piece.marks & set(MARK.findall(row.value))
        or (row.row == piece.row if export.counted else row.row in lines)
        or (export.counted and shows(row, piece))
        for row in found.quarantine
    )


def shows(row: Quarantined, piece: Piece) -> bool:
    """Say whether the shown value is from this record: long enough, or broken JSON itself.

    The records of a damaged list are counted as they can be told apart, so their numbers may differ from ours.
    """
    structure = "not readable JSON" in row.reason or "not a record" in row.reason
    end = piece.text[piece.text.rfind(row.value[:10]) :] if row.value[:10] in piece.text else ""
    # What is shown may run on into the next record.
    shown = row.value[:30] in piece.text or (bool(end) and row.value.startswith(end))
    return shown and (len(row.value) >= 10 or structure)


def merged(pieces: Sequence[Piece], aside: Sequence[bool], place: int) -> bool:
    """Say whether a damaged record was put aside together with damaged ones before it.

    Nobody can tell where a record ends whose quote or bracket is open, if the next one is broken at its beginning.
    """
    run = place
    while run > 0 and pieces[run].kind and pieces[run - 1].kind:
        run -= 1
        if aside[run]:
            return True
    return False


def clean_records(found: Cleaned) -> list[str]:
    """Give every clean record as text."""
    return [str(record) for table, records in found.tables.items() if table != "quarantine" for record in records]


class Suffered(NamedTuple):
    """What became of all damaged files of an export."""

    damaged: int
    unlawful: list[str]
    lost: list[str]
    unreadable: list[str]


def suffered(export: Export, folder: Path) -> Suffered:
    """Damage the export in every kind that makes sense for it, clean each file, write and read the tables."""
    total = Suffered(0, [], [], [])
    for number, kind in enumerate(KINDS):
        content, pieces = damaged_file(export, [kind], Random(SEED))
        place = folder / str(number)
        found = cleaned(export.read(export.write(place, content, RECORDS), read_params()), export.source)
        with canonical_tables(place / "tables") as writers:
            for table, records in found.tables.items():
                writers[table].add(records)
        if len(read_conversations(place / "tables")) != len(found.tables["conversations"]):
            total.unreadable.append(kind)
        total.unlawful.extend(unlawful(found, found.rows_in))
        total.lost.extend(lost(export, pieces, found))
        total = total._replace(damaged=total.damaged + sum(bool(piece.kind) for piece in pieces))
        shutil.rmtree(place)
    return total


@pytest.fixture(scope="module")
def all_suffered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Suffered]:
    """Every export with what became of its damaged files."""
    return {export.name: suffered(export, tmp_path_factory.mktemp(export.name)) for export in EXPORTS}


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_no_damaged_record_vanishes(export: Export, all_suffered: dict[str, Suffered]) -> None:
    found = all_suffered[export.name]
    assert found.lost == []
    assert found.unlawful == []
    assert found.unreadable == []


def test_ten_thousand_records_of_all_sources_are_damaged(all_suffered: dict[str, Suffered]) -> None:
    assert {export.source for export in EXPORTS} == set(SOURCES) - {DEFAULT_SOURCE}
    assert sum(found.damaged for found in all_suffered.values()) >= 10_000


@pytest.mark.parametrize("export", EXPORTS[::4], ids=lambda export: export.name)
def test_the_checker_misses_a_record_that_was_dropped(export: Export, tmp_path: Path) -> None:
    content, pieces = damaged_file(export, ["a truncated line"], Random(SEED))
    rows = list(export.read(export.write(tmp_path / "export", content, RECORDS), read_params()))
    assert lost(export, pieces, cleaned(rows, export.source)) == []
    gone = pieces[next(place for place, piece in enumerate(pieces) if not piece.kind)]
    kept = [row for row in rows if row.row != gone.row and not gone.marks & set(MARK.findall(str(row)))]
    assert any(f"row {gone.row}:" in wrong for wrong in lost(export, pieces, cleaned(kept, export.source)))
