"""Sentiment: a score per message, its course over the conversation, and languages the lexicon does not know."""

from __future__ import annotations

from math import isnan
from pathlib import Path

import pyarrow as pa
import pytest

from data.errors import BadInput
from data.files import read_params, write_table
from data.schema import Conversation
from features.course import slope, volatility
from features.embedding import digest
from features.sentiment import COLUMNS, LONGEST, sentiment, sentiment_features, stored_sentiment
from tests.handmade import talk
from tests.test_parameters import written


def score(text: str) -> float:
    """Stand for the lexicon: the text is its own score."""
    return float(text)


def found(case: Conversation) -> dict[str, float]:
    """Give the course; figures alone are in no language, so English is stated."""
    case = case if case.language else case.model_copy(update={"language": "en"})
    values = sentiment_features(case, ["en"], score)
    assert list(values) == list(COLUMNS)
    return {name.removeprefix("sentiment_"): value for name, value in values.items()}


def test_kind_words_score_above_angry_ones() -> None:
    assert sentiment("Thank you, that was wonderful help!") > 0.3
    assert sentiment("This is horrible, I hate it, you are useless.") < -0.3
    assert sentiment("") == 0


def test_a_very_long_text_is_cut_not_refused() -> None:
    assert sentiment("terrible " * LONGEST) == pytest.approx(sentiment(("terrible " * LONGEST)[:LONGEST]))


def test_the_course_by_hand() -> None:
    values = found(talk(("customer", "0.5"), ("bot", "0.9"), ("customer", "-0.7"), ("customer", "-0.1")))
    assert values == pytest.approx(
        {
            "last": -0.1,
            "minimum": -0.7,
            "mean": -0.1,
            "slope": -0.3,
            "volatility": (0.9**0.5),
            "drop": 0.6,
            "handler_mean": 0.9,
            "against_handler": -1.0,
        }
    )


def test_without_a_customer_only_the_handlers_tone_is_known() -> None:
    values = found(talk(("agent", "0.4")))
    assert values.pop("handler_mean") == 0.4
    assert all(isnan(value) for value in values.values())


def test_work_notes_have_no_tone_towards_the_customer() -> None:
    note = {"author": "agent", "text": "-1", "visibility": "internal"}
    case = Conversation.model_validate(
        {"conversation_id": "c", "messages": [{"author": "customer", "text": "0"}, note]}
    )
    assert isnan(found(case)["handler_mean"])


@pytest.mark.parametrize("text", ["Das ist Mist!", "no funciona nada", "ça marche pas", "hm"])
def test_a_few_words_in_another_language_or_in_none_are_missing(text: str) -> None:
    assert isnan(sentiment_features(talk(("customer", text)), ["en"])["sentiment_last"])


def test_a_few_english_words_are_read() -> None:
    assert sentiment_features(talk(("customer", "I hate this")), ["en"])["sentiment_last"] < -0.3


def test_a_language_the_lexicon_does_not_know_is_missing_never_zero() -> None:
    assert all(isnan(value) for value in found(talk(("customer", "0.5"), language="de")).values())


def test_a_messages_own_language_goes_before_the_conversations() -> None:
    messages = [
        {"author": "customer", "text": "0.5", "language": "en-GB"},
        {"author": "customer", "text": "-0.5"},
    ]
    case = Conversation.model_validate({"conversation_id": "c", "language": "fr", "messages": messages})
    assert found(case)["mean"] == 0.5


@pytest.mark.parametrize(("values", "expected"), [([0, 1, 2], 1), ([3, 3], 0), ([1, 0, 0, -1], -0.6)])
def test_the_slope_is_that_of_least_squares(values: list[float], expected: float) -> None:
    assert slope(values) == pytest.approx(expected)


def test_one_value_has_no_slope_and_no_volatility() -> None:
    assert isnan(slope([1]))
    assert isnan(volatility([1]))


def test_the_language_is_told_from_the_words_where_the_source_does_not_say() -> None:
    german = "Der Drucker im zweiten Stock funktioniert seit gestern leider nicht mehr"
    read = sentiment_features(talk(("customer", german), ("customer", "sehr schade")), ["en"], lambda _: 0.5)
    assert all(isnan(value) for value in read.values())
    english = "The printer on the second floor does not work any more since yesterday"
    mixed = sentiment_features(talk(("customer", german), ("customer", english)), ["en"], lambda _: 0.5)
    assert (mixed["sentiment_mean"], isnan(mixed["sentiment_slope"])) == (0.5, True)


def test_stored_scores_are_found_by_text_and_never_guessed(tmp_path: Path) -> None:
    table = pa.table({"digest": [digest("good"), digest("bad")], "sentiment": [0.4, -0.5]})
    write_table(tmp_path / "sentiment.parquet", table)
    stored = stored_sentiment(tmp_path)
    assert (stored("good"), stored("bad")) == (0.4, -0.5)
    with pytest.raises(KeyError):
        stored("never scored")


@pytest.mark.parametrize("languages", [[], ["EN"], ["en-US"]])
def test_languages_that_could_match_nothing_are_refused(languages: list[str], tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"sentiment\.languages"):
        read_params(written(tmp_path, "sentiment.languages", languages))


def test_a_greeting_in_english_makes_no_other_language_known() -> None:
    case = talk(
        ("bot", "Hello! I am your virtual assistant, how can I help you?"), ("customer", "Esto es una vergüenza")
    )
    assert isnan(sentiment_features(case, ["en"])["sentiment_last"])
