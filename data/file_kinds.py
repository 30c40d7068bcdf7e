"""What kind of file the first bytes are of: a container, a page or document of tags, text in which encoding."""

from __future__ import annotations

HEAD = 1 << 18
MAGIC = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"%PDF": "pdf",
    b"PAR1": "parquet",
    b"\x1f\x8b": "gzip",
    b"\xd0\xcf\x11\xe0": "excel",  # The format before 2007.
    b"SQLite format 3\x00": "sqlite",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
}
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
HOW_TO_OPEN = {
    "excel": "open it in a spreadsheet and save it as CSV UTF-8",
    "zip": "unpack it and give the file inside",
    "gzip": "unpack it with gunzip and give the file inside",
    "pdf": "export the conversations as CSV or JSON instead",
    "html": "it may be a login page: export again, as CSV or JSON",
    "parquet": "save it as CSV, for example with pandas.read_parquet(path).to_csv(path)",
    "sqlite": "save the table as CSV, for example with sqlite3 -csv -header",
    "image": "export the conversations as CSV or JSON instead",
    "utf-32": "save it as UTF-8 (in a spreadsheet: CSV UTF-8)",
    "binary": "export the conversations as CSV or JSON instead",
    "xml": "export the conversations as CSV or JSON instead",
}
CONTROL = bytes(sign for sign in range(32) if sign not in b"\t\n\v\f\r\x1a\x1b")  # Texts have next to none of these.
SHORTEST_BINARY = 64


def kind_of_bytes(head: bytes) -> str | None:
    """Name a kind of file that is not plain text, or that is a page or document of tags."""
    for magic, kind in MAGIC.items():
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return "excel" if b"xl/" in head or b"[Content_Types].xml" in head[:400] else "zip"
    start = head[:1000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if start.startswith((b"<?xml", b"<xml", b"<unload")):
        return "servicenow" if b"<sys_id>" in head or b"<incident" in head else "xml"
    return "binary" if is_binary(head) else None


def is_binary(head: bytes) -> bool:
    """Say whether bytes are no text: most lines hold control signs, one in twenty of all; a few bad lines may."""
    if len(head) < SHORTEST_BINARY or is_wide(head):
        return False
    lines = [line for line in head.split(b"\n") if line]
    odd = [len(line) - len(line.translate(None, CONTROL)) for line in lines]
    return sum(odd) * 20 > len(head) and sum(map(bool, odd)) * 2 > len(lines)


def is_wide(head: bytes) -> bool:
    """Say whether bytes are UTF-16, by their mark or by zeros in every second byte."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return head.startswith(UTF_16) or max(even, odd) * 2 > max(len(head) // 2, 1) > 4 * min(even, odd)
