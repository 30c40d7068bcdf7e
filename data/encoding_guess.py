"""Which encoding a text that is not UTF-8 was saved with: a guess from its bytes, and whether it is a sure one."""

from __future__ import annotations

import re
from typing import NamedTuple

from charset_normalizer import from_bytes
from py3langid import classify

WINDOWS = "cp1252"
# Those that spreadsheets and help desks still save tables with.
CANDIDATES = [WINDOWS, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp932", "euc_jp", "gb18030", "big5",
              "cp949", "koi8_r"]  # fmt: skip
# Where two encodings give equally smooth texts, the language that is read in them decides.
OF_LANGUAGE = {
    "cp1250": frozenset(["pl", "cs", "sk", "hu", "hr", "sl", "bs", "ro", "sq"]), "cp1254": frozenset(["tr", "az"]),
}  # fmt: skip
ROUGHEST = 0.3  # One sentence that comes again and again, in Japanese, is as rough as 0.2.
AS_SMOOTH = 0.02
AS_COHERENT = 0.15
ENOUGH_BYTES = 10  # Fewer bytes beyond ASCII name no encoding.
LARGEST_SAMPLE = 1 << 16
LINE_FROM = re.compile(rb"[\x80-\xff][^\n]*")
HIGH = bytes(range(0x80, 0x100))
NEW_LINE = 0x0A
BEFORE = 100  # Bytes of a line before its first letter beyond ASCII.


class Guess(NamedTuple):
    """An encoding, and whether it is sure enough to read by without asking."""

    encoding: str
    is_sure: bool


def telling_lines(chunk: bytes, size: int) -> bytes:
    """Give the parts of a text that hold bytes beyond ASCII, up to a size: the others tell no encoding."""
    found: list[bytes] = []
    for match in LINE_FROM.finditer(chunk):
        start = max(chunk.rfind(b"\n", 0, match.start()) + 1, match.start() - BEFORE)
        part = chunk[start : min(match.end(), start + size)]
        # The last bytes may be half a letter, which no encoding reads; before an ASCII byte a letter has ended.
        found.append(part if start + len(part) < len(chunk) and chunk[start + len(part)] == NEW_LINE else
                     part.rstrip(HIGH))  # fmt: skip
        size -= len(part) + 1
        if size <= 0:
            break
    return b"\n".join(found)


def guess_encoding(sample: bytes) -> Guess | None:
    """Guess by how smooth the text is that each encoding makes of a sample; None where none makes one."""
    if sum(byte > 0x7F for byte in sample) < ENOUGH_BYTES:
        return None
    matches = list(from_bytes(sample, cp_isolation=CANDIDATES, enable_fallback=False, threshold=ROUGHEST))
    if not matches:
        return None
    best = matches[0]
    close = {best.encoding, *best.could_be_from_charset}
    for other in matches[1:]:
        if other.chaos <= best.chaos + AS_SMOOTH and other.coherence >= best.coherence - AS_COHERENT:
            close |= {other.encoding, *other.could_be_from_charset}
    if WINDOWS not in close:
        return Guess(best.encoding, is_sure=False)
    language = classify(sample.decode(WINDOWS, "replace"))[0]
    for encoding, spoken in OF_LANGUAGE.items():
        if language in spoken and encoding in close:
            return Guess(encoding, is_sure=False)
    return Guess(WINDOWS, is_sure=True)
