"""STAGE conversations: the chosen source's raw files to clean canonical tables; bad rows to quarantine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from data.errors import BadInput, exit_with_sentence, shorten
from data.escalation_rule import derive
from data.files import CONVERSATIONS, digest_of, read_params, refuse_a_temporary_copy, write_json
from data.parameters import DEFAULT_SOURCE
from data.quarantine import EMPTY, ORPHANED, REPEATED, Cleaned, clean
from data.redaction import redact_group
from data.redaction_key import redaction_key
from data.refusal import nothing_usable
from data.source import chosen, read_source
from data.source_rows import SourceRow, Unreadable
from data.source_settings import Conversations
from data.spill import Seen, temporary_database
from data.stored_names import keep_unique
from data.tables import Quarantined
from data.writing import canonical_tables

OUT = CONVERSATIONS
MOST_REASONS = 1_000  # Reasons that name a value are many; the rare ones are forgotten.


def prepared(
    rows: Iterable[SourceRow | Unreadable], source: str, parameters: Conversations, key: bytes
) -> Iterator[Cleaned]:
    """Give each conversation clean, with its escalation derived where the source does not say it, and redacted."""
    with temporary_database() as database:
        seen = Seen(database)
        for cleaned in clean(rows, source):
            cases = {case.conversation_id: case for case in cleaned.tables["conversations"]}
            events = cleaned.tables["events"]
            cleaned.tables["outcomes"] = [
                derive(
                    outcome,
                    cases[outcome.conversation_id],
                    [event for event in events if event.conversation_id == outcome.conversation_id],
                    parameters.escalated_when,
                    parameters.tiers,
                )
                for outcome in cleaned.tables["outcomes"]
            ]
            if parameters.redaction.enabled:
                cleaned.tables.update(redact_group(cleaned.tables, parameters.redaction, key, tuple(cleaned.names)))
                keep_unique(cleaned, seen)
            cleaned.tables["quarantine"] = [shortened(row) for row in cleaned.quarantine]
            yield cleaned


def shortened(row: Quarantined) -> Quarantined:
    """Show the beginning of a bad value."""
    return row.model_copy(update={"value": shorten(row.value)})


class Tally:
    """What came in, what was kept aside and why, counted while it passes."""

    def __init__(self) -> None:
        self.rows_in = self.lost = self.kept_aside = 0
        self.reasons: Counter[str] = Counter()
        self.causes: Counter[str] = Counter()

    def add(self, cleaned: Cleaned) -> None:
        """Count the rows of one conversation."""
        self.rows_in += cleaned.rows_in
        self.kept_aside += len(cleaned.quarantine)
        for row in cleaned.quarantine:
            self.lost += row.table == "conversations"
            self.reasons[f"{row.table}: {row.field} {row.reason}"] += 1
            if row.reason not in (ORPHANED, EMPTY, REPEATED):
                self.causes[f"{row.field} {row.reason}"] += 1
        for counter in (self.reasons, self.causes):
            if len(counter) > 2 * MOST_REASONS:
                for reason, _ in counter.most_common()[MOST_REASONS:]:
                    del counter[reason]


def check_share(tally: Tally, usable: int, source: str, most: float, raw: Path | None = None) -> None:
    """Raise BadInput when there is nothing to work with, or too much of it is unusable."""
    if not usable and raw:
        raise nothing_usable(raw, source, usual_fault(tally))
    if usable + tally.lost == 0:
        fix = "give a file with at least one conversation in it"
        raise BadInput("RAW", f"file of source {source}", "holds no conversation", fix)
    # Of some sources most rows are messages: both shares count, that of conversations and that of all rows.
    shares = {"conversations": (tally.lost, usable + tally.lost), "rows": (tally.kept_aside, tally.rows_in)}
    what, (bad, of) = max(shares.items(), key=lambda counted: counted[1][0] / counted[1][1])
    if bad / of > most:
        fix = f"mend the source, first of all {usual_fault(tally)}; or raise conversations.max_quarantined"
        problem = f"is exceeded: {bad} of {of} {what} ({bad / of:.1%}) are unusable"
        raise BadInput("conversations.max_quarantined", most, problem, fix)


def usual_fault(tally: Tally) -> str:
    """Give what was wrong most often, or nothing."""
    common = (tally.causes or tally.reasons).most_common(1)
    return f"{common[0][1]} times: {common[0][0]}" if common else ""


def counting() -> Progress:
    """Give the display of a long read whose end is not known."""
    words = TextColumn("{task.completed:,.0f} rows")
    return Progress(SpinnerColumn(), TextColumn("reading"), words, TimeElapsedColumn(), console=Console(stderr=True))


def store(cleaned: Iterable[Cleaned], folder: Path) -> tuple[Tally, dict[str, int]]:
    """Write the canonical tables part by part; give what was counted on the way, and the rows of each table."""
    tally = Tally()
    with canonical_tables(folder) as writers, counting() as display:
        task = display.add_task("")
        for conversation in cleaned:
            tally.add(conversation)
            for table, records in conversation.tables.items():
                writers[table].add(records)
            display.advance(task, conversation.rows_in)
    return tally, {table: writer.count for table, writer in writers.items()}


def main() -> None:
    """Read the chosen source, write the canonical tables and one line that counts them."""
    refuse_a_temporary_copy(Path.cwd())
    parameters = read_params().conversations
    choice = chosen()
    rows = read_source(choice, parameters)
    tally, counts = store(prepared(rows, choice.name, parameters, redaction_key(choice.name)), OUT)
    write_json(OUT / "summary.json", {
        "source": choice.name,
        "raw_digest": digest_of(choice.raw) if choice.raw else None,
        "simulated": parameters.simulated.model_dump() if choice.name == DEFAULT_SOURCE else None,
        "redaction": parameters.redaction.model_dump(),
        "rows_in": tally.rows_in,
        "rows": counts,
        "reasons": dict(tally.reasons.most_common(20)),
    })  # fmt: skip
    print(
        f"{choice.name}: {counts['conversations']} conversations, {counts['messages']} messages, "
        f"{counts['quarantine']} of {tally.rows_in} rows in quarantine ({OUT / 'quarantine.parquet'})"
    )
    check_share(tally, counts["conversations"], choice.name, parameters.max_quarantined, choice.raw)


if __name__ == "__main__":
    exit_with_sentence(main)
