"""All that can be said of a file nobody has described: one streamed pass, then the slow parts on a sample."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from data.csv_dialect import UTF_8
from data.describe.cases import staff_words, varying_columns, whole_cases
from data.describe.draft import draft
from data.describe.header import is_headless
from data.describe.leaks import Leak, find_leaks
from data.describe.material import Draft, Material
from data.describe.outcome import Outcome, guess_outcome, outcome_labels, resolver_column
from data.describe.people import is_personal
from data.describe.quality import Personal, Repeats, languages, personal_data, repeats
from data.describe.reading import Export, Row, open_export
from data.describe.roles import Described, describe_columns, without_summary
from data.describe.tally import Profile, profile_of
from data.errors import BadInput
from data.formats import SOURCE_OF
from data.json_stream import Broken
from data.personal.finding import found

HEAD_ROWS = 1000
REPEATED = 0.9  # Below this share of different numbers, several rows belong to one conversation.
WORDED = ("text", "category", "identifier")
Watch = Callable[[Iterable[Row | Broken]], Iterable[Row | Broken]]


@dataclass
class Description:
    """What was found; ``nested`` describes the messages inside each record, where there are any."""

    path: Path
    kind: str
    source: str
    encoding: str
    delimiter: str | None
    profile: Profile
    columns: Mapping[str, Described]
    by_message: bool = False
    messages_at: str = ""
    nested_profile: Profile | None = None
    nested: Mapping[str, Described] = field(default_factory=dict)
    nameless: Sequence[int] = ()
    repeated: Mapping[str, int] = field(default_factory=dict)
    is_sure: bool = True  # Of its encoding.
    is_headless: bool = False
    lists: Mapping[str, int] = field(default_factory=dict)  # Of a file of one record: its lists and their lengths.
    broken: Counter[str] = field(default_factory=Counter)
    conversations: int = 0
    outcome: Outcome | None = None
    escalation_rate: float | None = None
    resolvers: tuple[str, int] | None = None
    repeats: Repeats | None = None
    languages: Mapping[str, float] = field(default_factory=dict)
    personal: Sequence[Personal] = ()
    leaks: Sequence[Leak] = ()
    draft: Draft | None = None

    @property
    def is_vendor(self) -> bool:
        """Whether a source of its own reads this file."""
        return self.source not in ("csv_file", "jsonl_file")


def describe(path: Path, size: int, watch: Watch = lambda rows: rows) -> Description:
    """Look at a file; raises BadInput for one that holds no rows. ``watch`` may show how far the pass is."""
    key, messages_at = first_look(path)
    described = one_pass(open_export(path), watch, size, key, messages_at)
    key = repeated_key(described.columns, described.profile)
    if key != described.profile.key and not messages_at:
        # Sorted by time, the first rows may all be of different conversations: only the whole file tells.
        described = one_pass(open_export(path), watch, size, key, "")
    look_closer(described)
    return described


def first_look(path: Path) -> tuple[str | None, str]:
    """Judge by the first rows which column names the conversation of several rows, or where the messages are."""
    head = [row for row in islice(open_export(path).rows, HEAD_ROWS) if isinstance(row, Row) and row.cells]
    if not head:
        raise BadInput("FILE", path, "holds no row that can be read", "export again; a table needs a header and rows")
    profile = profile_of((row.cells for row in head), HEAD_ROWS)
    key = repeated_key(describe_columns(profile), profile)
    return key, "" if key else place_of_messages([row.lists for row in head])


def repeated_key(columns: Mapping[str, Described], profile: Profile) -> str | None:
    """Give the column that names the conversation where several rows belong to one."""
    key = next((column.name for column in columns.values() if column.role == "conversation_id"), None)
    return key if key and profile.columns[key].distinct < REPEATED * profile.columns[key].filled else None


def place_of_messages(places: Sequence[Mapping[str, Sequence[Mapping[str, str]]]]) -> str:
    """Give the path of the list that holds the messages of each record; empty where there is none."""
    ranked = []
    for place in dict.fromkeys(name for lists in places for name in lists):
        parts = [dict(part) for lists in places for part in lists.get(place, ())]
        roles = {column.role for column in describe_columns(profile_of(parts, HEAD_ROWS)).values()}
        if roles & {"body", "intent"}:
            ranked.append(("author" in roles, "body" in roles, len(parts), place))
    return max(ranked)[-1] if ranked else ""


def one_pass(export: Export, watch: Watch, size: int, key: str | None, messages_at: str) -> Description:
    """Count everything that needs the whole file, and keep a sample."""
    profile, nested, broken = Profile(size, key), Profile(size), Counter[str]()
    lists: dict[str, int] = {}
    for row in watch(export.rows):
        if isinstance(row, Broken):
            broken[row.reason] += 1
            continue
        profile.add(row.cells, str(row.number) if messages_at else None)  # The sample holds the same as of messages.
        lists = {name: len(parts) for name, parts in row.lists.items()} if profile.rows == 1 else {}
        for part in row.lists.get(messages_at, ()):
            nested.add(part, str(row.number))
    source = SOURCE_OF.get(export.kind, export.kind)
    found = Description(export.path, export.kind, source, export.encoding, export.delimiter, profile,
                        describe_columns(profile), bool(key), messages_at, broken=broken)  # fmt: skip
    found.nameless, found.repeated, found.lists = export.nameless, export.repeated, lists
    found.is_sure = export.is_sure
    found.is_headless = bool(export.delimiter) and export.kind != "uss" and is_headless(found.columns)
    if messages_at:
        found.nested_profile, found.nested = nested, describe_columns(nested)
        found.columns = without_summary(found.columns)
    found.conversations = profile.columns[key].distinct if key else profile.rows
    return found


def look_closer(described: Description) -> None:
    """Do what is too slow for every row on the sample: outcome, leaks, texts, and the mapping."""
    rows = described.profile.sample.rows
    cases = whole_cases(rows, described.profile.key) if described.by_message else rows
    described.outcome = guess_outcome(described.columns)
    labels = outcome_labels(rows, described.outcome, described.profile.key if described.by_message else None)
    known = [label for label in labels if label is not None]
    described.escalation_rate = sum(known) / len(known) if known else None
    # In rows that are messages, a person may be who wrote this one.
    told = ((), ()) if described.by_message else (cases, labels)
    if resolver := resolver_column(described.columns, described.outcome, *told):
        described.resolvers = resolver, described.profile.columns[resolver].distinct
    varying = varying_columns(rows, described.profile.key) if described.by_message else frozenset()
    described.leaks = find_leaks(cases, described.columns, described.outcome, labels, varying)
    profile, inner, place = described.profile, described.nested_profile, described.messages_at
    staff = staff_words(profile, inner, described.nested if inner else described.columns, labels, place)
    if staff:
        described.leaks = [*described.leaks, staff]
    look_at_texts(described, rows)
    if not (described.is_vendor and (described.delimiter is None or described.by_message)):
        encoding = described.encoding if described.delimiter and described.encoding != UTF_8 else ""
        described.draft = draft(
            Material(described.columns, described.by_message, described.outcome, described.leaks,
                     described.profile.rows, described.messages_at, described.nested,
                     varying, resolver, staff.reasons[0] if staff else "", encoding)
        )  # fmt: skip


def look_at_texts(described: Description, rows: Sequence[Mapping[str, str]]) -> None:
    """Find near-duplicates, languages and personal data."""
    nested_rows = described.nested_profile.sample.rows if described.nested_profile else []
    table = described.nested or described.columns
    texts = [column.name for column in table.values() if column.role in ("title", "body")]
    said = [" ".join(filter(None, (row.get(name, "") for name in texts))) for row in nested_rows or rows]
    described.repeats = repeats(by_conversation(described, said))
    described.languages = languages(said)
    cells: dict[str, Sequence[str]] = {
        column.name: [row.get(column.name, "") for row in rows]
        for column in described.columns.values()
        if column.values.kind in WORDED or is_personal(column.name)
    }
    for column in described.nested.values():
        if column.values.kind in WORDED:
            cells[f"{described.messages_at}: {column.name}"] = [row.get(column.name, "") for row in nested_rows]
    described.personal = personal_data(cells, found)


def by_conversation(described: Description, said: Sequence[str]) -> list[str]:
    """Join what was said in one conversation, where a row is a message."""
    profile = described.nested_profile or described.profile
    if not (described.by_message or described.nested):
        return list(said)
    joined: dict[str, list[str]] = {}
    for key, text in zip(profile.sample.keys, said, strict=True):
        joined.setdefault(key, []).append(text)
    return [" ".join(texts) for texts in joined.values()]
