"""Encoding and delimiter found out from files that programs and people write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.csv_dialect import CHUNK, delimiter_of, encoding_of

ACCENTS = "Größe; Verspätung – 5 € für Señor Núñez à l’hôtel"


def written(folder: Path, content: bytes) -> Path:
    path = folder / "table.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_an_encoding_is_named(encoding: str, tmp_path: Path) -> None:
    assert encoding_of(written(tmp_path, ACCENTS.encode(encoding))) == (encoding, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark(encoding: str, tmp_path: Path) -> None:
    assert encoding_of(written(tmp_path, ACCENTS.encode(encoding))) == (encoding, True)


@pytest.mark.parametrize("damage", [b"\xff", b"\xfe\xf5", b"\x00\xff\x9d", "Größe".encode() + b"\xfc"])
def test_single_broken_bytes_leave_a_file_utf_8(damage: bytes, tmp_path: Path) -> None:
    assert encoding_of(written(tmp_path, b"plain text " * 50 + damage)).encoding == "utf-8-sig"


@pytest.mark.parametrize(("encoding", "named"), [("utf-8", "utf-8-sig"), ("cp1252", "cp1252")])
def test_an_accent_in_the_last_row_of_a_large_file_counts(encoding: str, named: str, tmp_path: Path) -> None:
    for filling in (CHUNK - 1, CHUNK, 2 * CHUNK + 1):
        assert encoding_of(written(tmp_path, b"x" * filling + "ü und ß".encode(encoding))).encoding == named


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=50), place=st.integers(-6, 2))
def test_utf_8_stays_utf_8_wherever_a_letter_is_cut(text: str, place: int, tmp_path: Path) -> None:
    path = written(tmp_path, b"x" * (CHUNK + place) + text.encode("utf-8"))
    assert encoding_of(path).encoding == "utf-8-sig"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b;c\n1,5;2,5;3\n", ";"),
        ('"a, b, c, d";x\n"1, 2";3\n', ";"),
        ("a\tb\n1,2,3\t4\n", "\t"),
        ("a|b\n1;2|3\n", "|"),
        ('a,b\n"1;2;3;4","x\ny;z"\n', ","),
        ("single\n1\n", ","),
        ("", ","),
    ],
)
def test_the_sign_between_cells(text: str, mark: str, tmp_path: Path) -> None:
    assert delimiter_of(written(tmp_path, text.encode()), "utf-8") == mark


@pytest.mark.parametrize("cell", ["x" * 200_000, '"' + f"{'an open quote ' * 200}\n" * 60])
def test_a_cell_larger_than_the_limit_of_the_csv_module_stops_nothing(cell: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"id;text\n1;a\n2;{cell}\n".encode())
    # In a process of its own: the limit holds for a whole process, and another test may have raised it.
    code = (
        "import sys\nfrom pathlib import Path\nfrom data.csv_dialect import delimiter_of\n"
        "print(delimiter_of(Path(sys.argv[1]), 'utf-8-sig'))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ";\n")
