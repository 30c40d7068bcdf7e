"""The people whose names are known, wherever a text names them: in full, by a part, or by their last name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from data.personal.folding import WORD, Folded, folded, one_form, words_of
from data.personal.name_words import DESK_WORDS, ORDINARY_NAMES, SENTENCE_BEGINNERS, WORDS_TOO
from data.personal.ordinary import is_abbreviation, names_a_thing
from data.personal.sought_names import Sought, is_telling, wanted, words_in
from data.placeholders import Found

NO_NAME_ALONE = ORDINARY_NAMES | SENTENCE_BEGINNERS
NO_GENITIVE = ORDINARY_NAMES | WORDS_TOO
UMLAUTS = re.compile("[äöüÄÖÜ]")
SPACES = " \t\u00a0\u202f"


def names_of_people(stated: Iterable[str], routing: Collection[str] = ()) -> tuple[str, ...]:
    """Give those of the names an export states that can only mean a person, without what follows in brackets.

    Left out are names in ``routing``, those of desks and programs, and a single word that is no name by itself.
    """
    teams = {" ".join(name.split()).casefold() for name in routing}
    bare = (without_brackets(name) for name in stated)
    return tuple(dict.fromkeys(name for name in bare if name.casefold() not in teams and means_a_person(name)))


def without_brackets(name: str) -> str:
    """Give a name without what follows in brackets: the company, the address."""
    return " ".join(re.split(r"[(\[<|]", name)[0].split())


def means_a_person(name: str) -> bool:
    """Say whether a name is a person's: no address, no number of a visitor, no desk."""
    parts = [part for part in re.split(r"[\s,]+", name) if part]
    if "@" in name or any(map(str.isdigit, name)) or not DESK_WORDS.isdisjoint(part.lower() for part in parts):
        return False
    if len(parts) == 1:
        return is_telling(name) and name.lower() not in NO_NAME_ALONE
    return any(map(is_telling, parts))


class Place(NamedTuple):
    """Where a name or a part of one stands, and whose it is; ``weak`` is what may be an ordinary word there."""

    start: int
    end: int
    name: str
    weak: bool


def given_names(text: str, names: Sequence[str]) -> Iterator[Found]:
    """Give each place where one of the known people is named; what stands side by side is one name."""
    places = sorted(set(named_parts(text, names)), key=lambda one: (one.start, -one.end, one.weak, one.name))
    run: Place | None = None  # All of it may be ordinary words, or one part makes it a name.
    for place in places:
        if run and place.name == run.name and is_beside(text, run.end, place.start):
            run = run._replace(end=max(run.end, place.end), weak=run.weak and place.weak)
            continue
        if run and not run.weak:
            yield Found("NAME", run.start, run.end, text[run.start : run.end])
        run = place
    if run and not run.weak:
        yield Found("NAME", run.start, run.end, text[run.start : run.end])


def is_beside(text: str, end: int, start: int) -> bool:
    """Say whether what starts there stands next to what ends here."""
    return start <= end or (start == end + 1 and text[end] in SPACES)


def named_parts(text: str, names: Sequence[str]) -> Iterator[Place]:
    """Give each place where a name or a part of one stands."""
    by_first = wanted(tuple(names))
    known = folded(text)
    spans = [match.span() for match in WORD.finditer(known.plain)]
    for place, (start, end) in enumerate(spans):
        word = known.plain[start:end].lower()
        genitives = by_first.get(word[:-1], ()) if word[-1] == "s" else ()
        for sought in (*by_first.get(word, ()), *genitives):
            last = end_of(sought, known.plain, spans, place)
            # Half of one letter (the first s of an ß) is no word.
            if last and known.places[last] != known.places[last - 1] and is_named(sought, text, known, start, last):
                begins, ends = known.places[start], known.places[last]
                yield Place(begins, ends, sought.name, is_weak(sought, text, begins, ends))


def is_weak(sought: Sought, text: str, start: int, end: int) -> bool:
    """Say whether a name, or a part of one, may be an ordinary word or an abbreviation where it stands."""
    if not sought.forms or len(sought.words) > 1:
        return False
    (word,) = sought.words
    if word in WORDS_TOO and names_a_thing(text, start, end):
        return True
    return (sought.part and word in ORDINARY_NAMES) or is_abbreviation(text, start, end, sought.name)


def end_of(sought: Sought, plain: str, spans: Sequence[tuple[int, int]], place: int) -> int:
    """Give where the words end that stand from here, without a genitive's s; 0 where others stand."""
    if place + len(sought.words) > len(spans):
        return 0
    ends = 0
    for number, wanted_word in enumerate(sought.words):
        start, end = spans[place + number]
        if number and not fits(plain[ends:start], sought.gaps[number - 1], sought.comma):
            return 0
        word, last = plain[start:end].lower(), number + 1 == len(sought.words)
        # Bill and Mark have bills and marks.
        genitive = last and word == wanted_word + "s" and wanted_word not in NO_GENITIVE
        if word != wanted_word and not genitive:
            return 0
        ends = end - genitive
    return ends


def fits(between: str, stated: str, comma: bool) -> bool:
    """Say whether what stands between two words may do so inside a name."""
    bare = "".join(between.split())
    if stated == "'":
        return between == stated
    if not stated:
        return bool(between) and (not bare or between in ("_", ".") or (comma and bare == ","))
    return bare == stated or (stated in ("-", ".") and not bare)


def is_named(sought: Sought, text: str, known: Folded, start: int, end: int) -> bool:
    """Say whether the words that stand there are written as a name."""
    as_typed, written = text[known.places[start] : known.places[end]], known.plain[start:end]
    if sought.umlaut and not UMLAUTS.search(unicodedata.normalize("NFC", as_typed)):
        return False
    # Whatever stands before the sign: else one mention would be found a round, and each round reads the whole text.
    mentioned = known.plain[start - 1 : start] == "@"
    if sought.joined:
        return mentioned or all(written[begin].isupper() for begin in sought.joined)
    words = WORD.findall(written)
    if sought.forms:
        return tuple(words) in sought.forms or (
            mentioned and is_telling(written) and written.lower() not in NO_NAME_ALONE
        )
    return all(words[place][0].isupper() for place in sought.capitals)


def plain_name(written: str, names: Sequence[str] = ()) -> str:
    """Give the name for comparing: what is part of exactly one known name stands for that whole name."""
    bare = one_form(without_brackets(written) or written).strip(".")
    whole = {one_form(name) for name in names}
    if bare in whole:
        return bare
    said = frozenset(words_of(written))
    holders = {name for name in whole if any(said <= words for words in words_in(name))}
    return holders.pop() if said and len(holders) == 1 else bare
