"""The service described for people and programs: an OpenAPI 3.1 document and a page that shows it.

BentoML's own document keeps one type of each optional field and promises its own error format, and its page loads a
tag manager from the internet; this one is derived from the models that validate and answer.
"""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route

from serving.answer import Answer
from serving.problems import MEDIA_TYPE, Problem
from serving.request import EXAMPLE, PredictRequest

REFUSALS = {
    "400": "the body is not JSON",
    "413": "the body is too large",
    "415": "the body is not declared as JSON",
    "422": "a field is missing, unknown or not allowed",
    "500": "the service failed",
}
PROBES = {"/livez": "The process runs.", "/readyz": "The models are loaded.", "/metrics": "Figures for Prometheus."}

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>escalation</title>
<link rel="stylesheet" href="static_content/swagger-ui.css"></head>
<body><div id="swagger-ui"></div>
<script src="static_content/swagger-ui-bundle.js" charset="utf-8"></script>
<script src="static_content/swagger-ui-standalone-preset.js" charset="utf-8"></script>
<script src="static_content/swagger-initializer.js" charset="utf-8"></script>
</body></html>
"""  # The four files come with BentoML and load nothing else.


def document() -> dict[str, Any]:
    """Give the OpenAPI document of the service."""
    _, definitions = models_json_schema(
        [(PredictRequest, "validation"), (Answer, "serialization"), (Problem, "serialization")],
        ref_template="#/components/schemas/{model}",
    )
    predict = {
        "operationId": "predict",
        "summary": "Will this conversation escalate, and who should take it?",
        "requestBody": {"required": True, "content": content(PredictRequest, "application/json", EXAMPLE)},
        "responses": {
            "200": {"description": "the answer", "content": content(Answer, "application/json")},
            **{code: {"description": why, "content": content(Problem, MEDIA_TYPE)} for code, why in REFUSALS.items()},
        },
    }
    probes = {
        path: {"get": {"summary": says, "responses": {"200": {"description": "yes"}}}} for path, says in PROBES.items()
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "escalation", "version": "1", "description": "Predicts escalations of support cases."},
        "paths": {"/predict": {"post": predict}, **probes},
        "components": {"schemas": definitions["$defs"]},
    }


def content(model: type, media_type: str, example: dict[str, Any] | None = None) -> dict[str, Any]:
    """Name the model of a body, with an example where there is one."""
    described: dict[str, Any] = {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}
    return {media_type: described | ({"example": example} if example else {})}


def pages() -> Starlette:
    """Give the application that serves both, made to be mounted before BentoML's own."""

    async def as_json(_: Request) -> JSONResponse:
        return JSONResponse(document())

    async def as_page(_: Request) -> HTMLResponse:
        return HTMLResponse(PAGE)

    return Starlette(routes=[Route("/docs.json", as_json), Route("/", as_page)])
