"""How much was kept aside, and why: counted while it passes, and too much fails the run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.conversations import MOST_REASONS, Tally, check_share, prepared, usual_fault
from data.errors import BadInput
from data.files import digest_of, read_params
from data.quarantine import Cleaned, clean
from data.source import Choice, read_source
from data.source_rows import SourceRow, Unreadable
from tests.cleaning import Rows, cleaned, damaged, desk


def counted(found: Cleaned) -> Tally:
    tally = Tally()
    tally.add(found)
    return tally


def test_too_large_a_share_of_bad_rows_fails_and_names_the_commonest_reason() -> None:
    tally = counted(damaged(0, opened_at="never"))
    check_share(tally, 3, "desk", 0.25)
    with pytest.raises(BadInput, match=r"1 of 4 conversations \(25\.0%\) are unusable") as refused:
        check_share(tally, 3, "desk", 0.24)
    assert "1 times: opened_at " in refused.value.fix


def test_bad_rows_count_also_where_their_conversations_are_clean() -> None:
    tally = Tally()
    found = cleaned([*desk(4), *(Unreadable("messages", 99 + n, "record", "{", "is not JSON") for n in range(12))])
    tally.add(found)
    assert tally.lost == 0
    check_share(tally, 4, "desk", 0.3)
    with pytest.raises(BadInput, match=r"12 of 40 rows \(30\.0%\) are unusable.*12 times: record is not JSON"):
        check_share(tally, 4, "desk", 0.29)


@pytest.mark.parametrize("source", ["it_tickets", "csv_file"])
def test_rows_with_the_same_fault_are_counted_together(source: str, tmp_path: Path) -> None:
    raw, mapping = tmp_path / "tickets.csv", tmp_path / "mapping.yaml"
    lines = ["7,title,text,ann,GRP_0", *(f"{number},short" for number in range(121))]
    raw.write_text("\n".join(["Number,Short description,Description,Caller,Assignment group", *lines, ""]), "utf-8")
    mapping.write_text(
        "{conversation: {conversation_id: Number}, messages: [{author: {constant: customer}, text: Description}]}",
        "utf-8",
    )
    tally = Tally()
    for found in clean(read_source(Choice(source, raw, mapping), read_params().conversations), source):
        tally.add(found)
    assert list(tally.reasons.values()) == [121]
    assert usual_fault(tally).startswith("121 times: Number has 2 fields where the header has 5; look for a missing")


def test_a_bad_value_is_cut_after_its_personal_data_is_out() -> None:
    rows: Rows = [*desk(1), Unreadable("messages", 9, "text", f"{'x ' * 35}carla.lopez@example.com", "is late")]
    parameters = read_params().conversations
    (row,) = [row for found in prepared(rows, "desk", parameters, b"key") for row in found.quarantine]
    assert "carla" not in row.value
    assert "<EMAIL" in row.value
    assert len(row.value) <= 80


def test_a_source_without_conversations_fails() -> None:
    with pytest.raises(BadInput, match="holds no conversation"):
        check_share(Tally(), 0, "desk", 0.05)


def test_reasons_that_differ_in_every_row_do_not_fill_the_memory() -> None:
    tally = Tally()
    for number in range(5_000):
        found = Cleaned("desk", rows_in=2)
        found.put_aside("messages", number, "sent_at", "", f"is earlier than {number}")
        found.put_aside("messages", number, "author", "", "is unknown")
        tally.add(found)
    assert (tally.rows_in, tally.kept_aside, tally.lost) == (10_000, 10_000, 0)
    assert len(tally.reasons) <= 2 * MOST_REASONS
    assert tally.reasons["messages: author is unknown"] == 5_000


def test_one_conversation_at_a_time_is_in_memory() -> None:
    given: list[str] = []

    def rows() -> Iterator[SourceRow | Unreadable]:
        for row in desk(50):
            given.append(row.table)
            yield row

    for number, _ in enumerate(clean(rows(), "desk")):
        assert len(given) <= 7 * (number + 1) + 1


def test_a_file_and_a_folder_are_named_by_their_content(tmp_path: Path) -> None:
    raw = tmp_path / "raw.csv"
    raw.write_text("abc", encoding="utf-8")
    assert digest_of(raw).startswith("sha256:ba7816bf")
    whole = digest_of(tmp_path)
    raw.rename(tmp_path / "other.csv")
    assert digest_of(tmp_path) != whole
