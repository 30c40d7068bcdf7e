"""Errors as RFC 9457 problem details: one clear sentence, with the field, its value and the fix.

``type`` stays ``about:blank`` (RFC 9457, section 4.2.1): a problem means no more than its HTTP status says,
and what a program needs beyond that is in ``field``.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from starlette.responses import Response

from data.errors import BadInput, nearest, shorten

MEDIA_TYPE = "application/problem+json"
LARGEST_EXACT = 2**53  # RFC 8259, section 6: beyond it readers of JSON disagree about a whole number.
ABSENT = object()
Path = tuple[str | int, ...]

FIXES = {
    "missing": "add it",
    "timezone_aware": "add the offset from UTC, for example 2026-01-31T09:30:00Z",
    "datetime": "give a time with its offset from UTC, for example 2026-01-31T09:30:00Z",
    "too_short": "give at least one",
    "string_too_short": "give at least one character",
    "string_too_long": "shorten it",
    "string_unicode": "send the text as UTF-8",
    "string_type": "give text in quotes",
    "int": "give a whole number",
    "finite_number": "give a finite number, or leave the field out",
    "model": "give an object in braces",
    "list_type": "give a list in brackets",
}


class Problem(BaseModel):
    """Why a request was not answered; ``field`` is a path such as ``conversation.messages[0].author``."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    field: str | None = None
    value: str | int | float | bool | None = None
    fix: str


class Refused(Exception):
    """Stops a request with the problem its sender is told, and the headers that go with it."""

    def __init__(self, problem: Problem, headers: Mapping[str, str] | None = None) -> None:
        self.problem, self.headers = problem, headers
        super().__init__(problem.detail)


def problem(status: HTTPStatus, says: str, fix: str, field: str | None = None, value: object = ABSENT) -> Problem:
    """Describe what is wrong; the sentence names the field and a shortened value where there are any."""
    shown = None if value is ABSENT else show(value)
    subject = [] if field is None else [shorten(field, 200) + ("" if value is ABSENT else quoted(value))]
    return Problem(
        title=status.phrase,
        status=status,
        detail=shorten(" ".join([*subject, says]), 600) + ".",
        field=None if field is None else shorten(field, 200),
        value=shown,
        fix=shorten(fix, 600),
    )


def response(found: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Turn a problem into its HTTP response."""
    body = json.dumps(found.model_dump(), ensure_ascii=False).encode()
    return Response(body, found.status, headers, MEDIA_TYPE)


def from_bad_input(error: BadInput) -> Problem:
    """Tell the sender of a request what the predictor could not use."""
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, error.problem, error.fix, error.field, error.value)


def from_validation(error: ValidationError, body: object, model: type[BaseModel]) -> Problem:
    """Describe the first problem of a body that is JSON but not the model asked for."""
    found = error.errors(include_url=False, include_input=False)
    first = most_telling(found)
    path, value = follow(body, first)
    if first["type"] == "value_error":
        says, _, fix = first["msg"].removeprefix("Value error, ").partition("; ")
        path, value, says = aim(path, value, says)
    elif first["type"] == "literal_error":
        allowed = re.findall("'([^']*)'", first["ctx"]["expected"])
        says, fix = f"is none of {', '.join(allowed)}", nearest(str(value), allowed)
    elif first["type"] == "extra_forbidden":
        says, fix = "is an unknown field", nearest(str(path[-1]), known_fields(model, path[:-1]))
    else:
        alternatives = [reworded(other) for other in found if follow(body, other)[0] == path]
        says = " or ".join([alternatives[0], *(other.removeprefix("should be ") for other in alternatives[1:])])
        kinds = FIXES.items() if len(alternatives) == 1 else ()
        fix = next((fix for kind, fix in kinds if first["type"].startswith(kind)), "")
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, says, fix or "correct the value", written(path), value)


def most_telling(found: Sequence[ErrorDetails]) -> ErrorDetails:
    """Choose the error that says most of the first bad field: a misspelt field more than the one then missing.

    A field of several types fails once for each, and a sentence of our own schema says more than all of those.
    """
    first = found[0]
    if first["type"] == "missing":
        beside = [error for error in found if error["loc"][:-1] == first["loc"][:-1]]
        return next((error for error in beside if error["type"] == "extra_forbidden"), first)
    inside = [error for error in found if error["loc"][: len(first["loc"]) - 1] == first["loc"][:-1]]
    return next((error for error in inside if error["type"] == "value_error"), first)


def show(value: object) -> str | int | float | bool | None:
    """Give a value short enough to send back; a list or object is only counted, however deep it is."""
    if isinstance(value, list | dict):
        kind = "list" if isinstance(value, list) else "object"
        return f"{kind} of {len(value)}" if value else f"empty {kind}"
    small = isinstance(value, int) and abs(value) <= LARGEST_EXACT
    if value is None or small or (isinstance(value, float) and math.isfinite(value)):
        return value  # type: ignore[return-value]
    return shorten(value)


def quoted(value: object) -> str:
    """Put a value after its field in a sentence."""
    if value is None or isinstance(value, list | dict):
        return f" ({show(value) or 'null'})"
    return f": {show(value)!r}"


def follow(body: object, error: ErrorDetails) -> tuple[Path, object]:
    """Find an error's place in the body, and what stands there.

    Pydantic's location also names types it tried (``function-after[usable(), str]``): these are not in the body.
    """
    path: Path = ()
    for part in error["loc"]:
        if part in (body if isinstance(body, dict) else range(len(body)) if isinstance(body, list) else ()):
            path, body = (*path, part), body[part]  # type: ignore[index]
    return ((*path, error["loc"][-1]), ABSENT) if error["type"] == "missing" else (path, body)


def aim(path: Path, value: object, says: str) -> tuple[Path, object, str]:
    """Point a sentence about a whole record at the field that it begins with (``text is empty ...``)."""
    name, _, rest = says.partition(" ")
    if not isinstance(value, dict) or not rest:
        return path, value, says
    name, rest = (name[:-1], f"is inconsistent: {rest}") if name.endswith(":") else (name, rest)
    return (*path, name), value.get(name, ABSENT), rest


def reworded(error: ErrorDetails) -> str:
    """Say in the words of JSON what Pydantic says in those of Python."""
    kind = error["type"]
    if kind == "missing":
        return "is missing"
    if kind == "string_unicode":
        return "holds half a character (a lone surrogate)"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "should be an object"
    _, _, rest = error["msg"].partition(" should ")
    return f"should {rest.partition(' after validation')[0]}" if rest else error["msg"]


def known_fields(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """Name the fields of the record at a path of a model."""
    for part in path:
        for name, field in model.model_fields.items():
            if part in (name, field.alias):
                model = record_in(field.annotation) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def record_in(annotation: object) -> type[BaseModel] | None:
    """Find the record inside ``list[Record] | None`` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := record_in(part))), None)


def written(path: Path) -> str:
    """Write a path as in ``conversation.messages[0].author``; the whole body is ``body``."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{shorten(part, 60)}" for part in path)
    return text.removeprefix(".") or "body"
