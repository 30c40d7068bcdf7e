"""Tables in the encodings of other alphabets: guessed, said to be a guess, and never read as words nobody wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from data.csv_dialect import encoding_of
from data.describe.description import describe
from data.describe.mapping_text import mapping_text
from data.describe.page import headline
from data.encoding_guess import Guess, guess_encoding, telling_lines
from data.errors import BadInput
from data.source_rows import SourceRow
from data.sources import csv_file

CZECH = "Dobrý den, nefunguje mi tiskárna, prosím o pomoc. Děkuji, čekám na řešení."
FRENCH = "Le réseau ne marche pas depuis ce matin, merci de m’aider. Mot de passe oublié."
GERMAN = "Größe passt nicht; die Lieferung hat Verspätung, bitte für heute prüfen"
HUNGARIAN = "Nem működik a nyomtató, kérem segítsenek. Elfelejtettem a jelszót, őrült hibaüzenet."
JAPANESE = "プリンターが動きません。助けてください。"
POLISH = "Proszę o pomoc, drukarka nie drukuje już od środy"
RUSSIAN = "Нет доступа к почте. Не могу войти в систему."
TURKISH = "Yazıcı çalışmıyor, lütfen yardım edin, şifremi unuttum, giriş yapamıyorum"


def table(folder: Path, text: str, encoding: str) -> Path:
    """Write thirty cases that say the same."""
    path = folder / "table.csv"
    lines = "".join(f"{row},{text.replace(',', '')} {row},{'yes' if row % 3 else 'no'}\n" for row in range(30))
    path.write_bytes(f"id,description,escalated\n{lines}".encode(encoding))
    return path


@pytest.mark.parametrize(("text", "encoding", "is_sure"), [
    (GERMAN, "cp1252", True), (FRENCH, "cp1252", True), (POLISH, "cp1250", False), (CZECH, "cp1250", False),
    (HUNGARIAN, "cp1250", False), (TURKISH, "cp1254", False), (RUSSIAN, "cp1251", False), (JAPANESE, "cp932", False),
    (RUSSIAN, "utf-8-sig", True),
])  # fmt: skip
def test_an_encoding_is_guessed_and_sure_only_where_one_alone_fits(
    text: str, encoding: str, is_sure: bool, tmp_path: Path
) -> None:
    assert encoding_of(table(tmp_path, text, encoding)) == (encoding, is_sure)


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (POLISH, "cp1250"), (JAPANESE, "cp932")])
def test_a_guess_is_refused_until_the_mapping_names_it(text: str, encoding: str, tmp_path: Path) -> None:
    path = table(tmp_path, text, encoding)
    found = describe(path, 1000)
    assert "(a guess: say encoding: in the mapping)" in headline(found)[0]
    assert found.draft is not None
    assert found.draft.mapping["encoding"] == encoding
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(mapping_text(found.draft, path.name), encoding="utf-8")
    read = [row for row in csv_file.read(path, mapping) if isinstance(row, SourceRow)]
    texts = [row.values["text"] for row in read if row.table == "messages"]
    assert text.replace(",", "")[:15] in texts[0]
    unnamed = {name: value for name, value in found.draft.mapping.items() if name != "encoding"}
    mapping.write_text(yaml.safe_dump(unnamed), encoding="utf-8")
    with pytest.raises(BadInput, match=f"it may be {encoding}, which is a guess.*encoding: {encoding}"):
        list(csv_file.read(path, mapping))


def test_the_lines_that_tell_are_whole_and_bounded() -> None:
    sample = telling_lines(b"plain\n" + "größer\n".encode("cp1252") * 50 + b"x" * (1 << 20) + b"\xfc", 100)
    assert sample.startswith("größer\n".encode("cp1252"))
    assert len(sample) <= 100
    assert guess_encoding(b"plain \xff") is None
    cut = telling_lines(f"x,{JAPANESE * 9}\n".encode("cp932") * 9, 301)
    assert cut.decode("cp932").startswith(f"x,{JAPANESE}")
    assert guess_encoding("größer ".encode("cp1252") * 20) == Guess("cp1252", is_sure=True)


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "\ufeffsep=;"])
def test_a_separator_that_the_first_line_names_is_read_as_excel_does(first: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = "".join(f"{row};so, it is broken, {row}, again;{row % 2}\n" for row in range(30))
    path.write_text(f"{first}\nid;description;escalated\n{rows}", encoding="utf-8")
    found = describe(path, 1000)
    assert (found.delimiter, found.profile.rows, list(found.columns)) == (";", 30, ["id", "description", "escalated"])
    assert found.draft is not None
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(mapping_text(found.draft, path.name), encoding="utf-8")
    read = [row for row in csv_file.read(path, mapping) if getattr(row, "table", "") == "conversations"]
    assert [row.row for row in read[:2]] == [3, 4]
