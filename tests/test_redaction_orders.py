"""Personal data told in other ways: two accounts, bare mobile numbers, secrets before their word, small farewells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.files import read_params
from data.personal.finding import COUNTRIES
from data.placeholders import PLACEHOLDER
from data.redaction import found, redact

FOUND = {
    "von AT61 1904 3002 3457 3201 auf DE89 3704 0044 0532 0130 00 umbuchen": [
        "IBAN AT61 1904 3002 3457 3201",
        "IBAN DE89 3704 0044 0532 0130 00",
    ],
    "WARUM MELDET SICH KEINER!!! 015123456789": ["PHONE 015123456789"],
    "Ich warte zuhause, 015123456789 ist besetzt": ["PHONE 015123456789"],
    "Ich bin daheim: niemand da. 06641234567": ["PHONE 06641234567"],
    "Still waiting at home 07911123456": ["PHONE 07911123456"],
    "Sigo en casa, 655123987.": ["PHONE 655123987"],
    "toujours rien ! 0612345678 à partir de midi": ["PHONE 0612345678"],
    "the wifi password is actually hunter22 but it drops": ["SECRET hunter22"],
    "Das Passwort ist jetzt einfach Sonne-77!": ["SECRET Sonne-77!"],
    "la contraseña es entonces Gato_99": ["SECRET Gato_99"],
    "le mot de passe, c'est simple; la clé du wifi c'est Soleil99": ["SECRET Soleil99"],
    "I set Velo-Rouge-31 as my password": ["SECRET Velo-Rouge-31"],
    "Ich habe Blume!77 als Passwort eingegeben": ["SECRET Blume!77"],
    "puse Gato-2024 como contraseña y no entra": ["SECRET Gato-2024"],
    "Zebra77xx is my password.": ["SECRET Zebra77xx"],
    "Der Code aus der SMS, 482913, wird nicht akzeptiert": ["SECRET 482913"],
    "El código que me llegó por SMS (482 913) no funciona": ["SECRET 482 913"],
    "The code I got by text, 482913, does not work": ["SECRET 482913"],
    "482913 is your Example verification code": ["SECRET 482913"],
    "redis://:s3cr3tpw@cache.example.com:6379": ["SECRET s3cr3tpw"],
    "https://jane%40example.com:pw77@host.example.com/": ["EMAIL jane%40example.com", "SECRET pw77"],
    "geht immer noch nicht\ndanke lg tobi": ["NAME tobi"],
    "no va\nsaludos, marta": ["NAME marta"],
    "mfg t. becker": ["NAME t. becker"],
    "toujours en panne, cdlt paul": ["NAME paul"],
    "still broken\nthanks\nbob": ["NAME bob"],
    "Frau von der Heide wartet": ["NAME von der Heide"],
    "Update von 10.2.3.4 auf 10.2.4.1, Server 10.2.4.9": ["IP 10.2.4.9"],
    "the server moved from 10.0.0.5 to 10.0.0.6": ["IP 10.0.0.5", "IP 10.0.0.6"],
}
STAYS = (
    "Zählerstand 0612345678, Seriennummer: 015123456789",
    "Número de serie 655123987. Lectura del contador: 00458712, anterior 00431200",
    "le relevé du compteur 0612345678",
    "trainee 767202934",
    "pedido 655123987.",
    "The password is then sent by mail, la clé est cassée, das Passwort ist noch immer falsch",
    "In Windows10 ist mein Passwort abgelaufen, we use Bitwarden1 as password manager",
    "Error code from the text log: 50012; code d'erreur reçu par mail : 500123; código postal por correo 28013",
    "gruß aus hamburg",
    "danke schön",
    "gracias, un momento",
    "actualicé de la versión 10.2.3.4 a la 10.2.4.1",
    "mise à jour de 10.2.3.4 vers 10.2.4.1, upgraded to 12.1.0.4",
    "Die Temperatur lag bei 22.5.1.0 laut Anzeige",
)
KNOWN = (
    ("Le poste de Le Goff est mort", "Yann Le Goff", ["Le Goff"]),
    ("en la cruz roja, De la Cruz y de la Cruz", "Ana de la Cruz", ["De la Cruz", "de la Cruz"]),
    ("VON DER HEIDE ruft an, in der Heide", "Uta von der Heide", ["VON DER HEIDE", "Heide"]),
    ("García Márquez, Luis", "Luis García Márquez", ["García Márquez", "Luis"]),
    ("Anna Groß wartet", "Anna Maria Groß", ["Anna Groß"]),
)


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_other_ways_to_tell_are_understood(text: str, expected: list[str]) -> None:
    assert [f"{one.kind} {one.text}" for one in found(text)] == expected


@pytest.mark.parametrize("text", STAYS)
def test_what_only_looks_alike_stays(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "name", "expected"), KNOWN)
def test_a_known_person_is_one_name_however_it_is_told(text: str, name: str, expected: list[str]) -> None:
    assert [one.text for one in found(text, [name])] == expected
    placeholders = {match.group() for match in PLACEHOLDER.finditer(redact(f"{text} / {name}", [name], b"key"))}
    assert len(placeholders) == 1


@given(st.lists(st.sampled_from(["DE89 3704 0044 0532 0130 00", "AT61 1904 3002 3457 3201"]), min_size=1, max_size=4))
def test_accounts_side_by_side_are_all_found(accounts: list[str]) -> None:
    assert [one.text for one in found(" oder ".join(accounts))] == accounts


def test_the_project_knows_the_countries_that_the_figures_are_measured_with() -> None:
    assert tuple(read_params().conversations.redaction.countries) == COUNTRIES
