"""The door of the service: every request is read and checked here once, every error leaves as problem details.

It is ASGI middleware inside BentoML, whose own parser answers ``{"error": ...}`` and logs each bad request with
the text it holds. A request that passes waits in ``scope["state"]``, where ``serving/service.py`` takes it.
"""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect

from data.errors import nearest
from serving.problems import MEDIA_TYPE, Problem, Refused, problem, response
from serving.request import MAX_BODY_BYTES, read

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ROUTES = {"/predict": "POST", "/livez": "GET", "/readyz": "GET", "/metrics": "GET", "/docs.json": "GET", "/": "GET"}

log = logging.getLogger("bentoml.escalation")  # BentoML shows its own loggers and their children only.


class Door:
    """ASGI middleware: validated requests in, problem details out."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, or answer why not."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        outgoing = Outgoing(scope, send)
        try:
            if (scope["method"], scope["path"]) == ("POST", "/predict"):
                scope.setdefault("state", {})["predict_request"] = read(await body_of(scope, receive))
            await self.app(scope, receive, outgoing)
        except Refused as refused:
            await response(refused.problem, refused.headers)(scope, receive, send)
        except ClientDisconnect:
            return  # Nobody is left to answer.
        except Exception:
            log.exception("%s %s failed", scope["method"], scope["path"])
            if outgoing.started:
                raise
            await response(failure(HTTPStatus.INTERNAL_SERVER_ERROR, scope, Headers()))(scope, receive, send)


async def body_of(scope: Scope, receive: Receive) -> bytes:
    """Read the body, or raise Refused for one that is too large or of the wrong type.

    JSON must be declared: a page in somebody's browser can post any other type to 127.0.0.1 without asking.
    """
    headers, status = Headers(scope=scope), HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    declared = headers.get("content-type", "")
    if declared.partition(";")[0].strip().lower() != "application/json":
        fix = "add the header Content-Type: application/json"
        raise Refused(problem(status, "is not application/json", fix, "header Content-Type", declared))
    if (encoding := headers.get("content-encoding", "identity").lower()) != "identity":
        raise Refused(problem(status, "is not supported", "send it uncompressed", "header Content-Encoding", encoding))
    body, more = bytearray(), True
    if int(headers.get("content-length", 0)) > MAX_BODY_BYTES:
        raise too_large()
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > MAX_BODY_BYTES:
            raise too_large()
    return bytes(body)


def too_large() -> Refused:
    """Refuse a body, and the rest of it that is still on its way."""
    says, fix = f"is more than {MAX_BODY_BYTES} bytes", "send fewer or shorter messages, without attachments"
    found = problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, says, fix, "body")
    return Refused(found, {"connection": "close"})


class Outgoing:
    """The way out: an error that is not yet problem details becomes so, everything else passes unchanged."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.scope, self.send = scope, send
        self.started = False
        self.replaced = False

    async def __call__(self, message: Message) -> None:
        """Pass on, or replace, one part of a response."""
        if message["type"] != "http.response.start":
            if not self.replaced:
                await self.send(message)
            return
        self.started = True
        headers = Headers(raw=message["headers"])
        self.replaced = message["status"] >= 400 and headers.get("content-type") != MEDIA_TYPE
        if not self.replaced:
            return await self.send(message)
        kept = {name: value for name, value in headers.items() if name not in ("content-type", "content-length")}
        reply = response(failure(HTTPStatus(message["status"]), self.scope, headers), kept)
        await self.send({"type": "http.response.start", "status": reply.status_code, "headers": reply.raw_headers})
        await self.send({"type": "http.response.body", "body": reply.body})


def failure(status: HTTPStatus, scope: Scope, headers: Headers) -> Problem:
    """Describe an error of BentoML's or our own by its status, telling nothing of the inside."""
    method, path = scope["method"], scope["path"]
    if status == HTTPStatus.NOT_FOUND:
        return problem(status, "is an unknown path", nearest(path, ROUTES), "path", path)
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        return problem(status, f"is not allowed on {path}", f"use {ROUTES.get(path, 'GET')}", "method", method)
    if status < 500:
        return problem(status, f"{method} {path} was refused", "correct the request")
    log.error("%s %s: the caller is told %d, and nothing of the reason logged above", method, path, status)
    request_id = headers.get("x-bentoml-request-id")
    fix = "try again; if it fails again, ask the operator to look into the log of the service"
    return problem(status, f"{method} {path} failed in the service", f"{fix} for {request_id}" if request_id else fix)
