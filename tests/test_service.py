"""The service over HTTP: called directly, through its ASGI application, and as a real process."""

from __future__ import annotations

import json
import logging
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Self

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from data.errors import BadInput
from data.schema import Conversation, Opening, Resolver
from serving.answer import Answer, Escalation, ModelVersion, RankedResolver, Route
from serving.problems import MEDIA_TYPE
from serving.request import EXAMPLE, MAX_BODY_BYTES, PredictRequest
from serving.server import check_before_serving, check_port, curl
from serving.service import build

ROOT = Path(__file__).parent.parent
JSON_HEADER = {"content-type": "application/json"}


class CountingPredictor:
    """Answers with the share of messages that the customer wrote; fails when a channel asks for it."""

    def __init__(self) -> None:
        self.seen: list[Conversation] = []

    def predict(
        self,
        conversation: Conversation,
        resolvers: Sequence[Resolver] | None = None,
        recent: Sequence[Opening] | None = None,
    ) -> Answer:
        self.seen.append(conversation)
        if conversation.channel == "broken":
            raise RuntimeError("a secret of the inside")
        if conversation.channel == "unusable":
            raise BadInput("conversation.channel", "unusable", "is not usable", "leave it out")
        share = sum(message.author == "customer" for message in conversation.messages) / len(conversation.messages)
        ranked = [
            RankedResolver(resolver_id=one.resolver_id, score=share, available=one.available, load=one.load)
            for one in resolvers or []
        ]
        first = ranked[0].resolver_id if ranked else None
        return Answer(
            decision_id=f"decision-{len(self.seen)}",
            conversation_id=conversation.conversation_id,
            as_of_sequence=conversation.as_of_sequence,
            escalation=Escalation(
                probability=share,
                sure=None,
                action="watch",
                severity="P4",
                way=None,
                threshold=0.9,
                triggers=[],
                reasons=[],
                precedents=[],
            ),
            resolvers=ranked,
            route=Route(resolver_id=first, backup_resolver_id=None, why="the only one" if first else "nobody named"),
            model=ModelVersion(version=None, alias=None, bundle="sha256:0"),
            put_aside=[],
        )


@pytest.fixture(scope="module")
def predictor() -> CountingPredictor:
    return CountingPredictor()


@pytest.fixture(scope="module")
def client(predictor: CountingPredictor) -> Iterator[TestClient]:
    with TestClient(build(lambda: predictor).to_asgi()) as opened:
        yield opened


def example(**fields: object) -> dict[str, Any]:
    return {"conversation": {**EXAMPLE["conversation"], **fields}}


def assert_problem(answer: Any, status: int) -> dict[str, Any]:
    assert (answer.status_code, answer.headers["content-type"]) == (status, MEDIA_TYPE), answer.text
    problem: dict[str, Any] = answer.json()
    assert set(problem) == {"type", "title", "status", "detail", "field", "value", "fix"}
    assert problem["status"] == status
    assert problem["detail"].endswith(".")
    assert "Traceback" not in answer.text
    return problem


def test_the_class_answers_and_has_warmed_up() -> None:
    predictor = CountingPredictor()
    service = build(lambda: predictor)()
    assert [seen.conversation_id for seen in predictor.seen] == ["example-1"]
    answer = service.predict(PredictRequest.model_validate(example(conversation_id="c1")))
    assert answer.conversation_id == predictor.seen[1].conversation_id == "c1"


def test_a_request_is_answered_over_http(client: TestClient) -> None:
    asked = EXAMPLE | {"resolvers": [{"resolver_id": "billing", "available": True, "load": 3}]}
    answer = client.post("/predict", json=asked)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    read = Answer.model_validate_json(answer.content)
    assert read.escalation.probability == pytest.approx(2 / 3)
    assert read.as_of_sequence == 2
    assert (read.resolvers[0].available, read.resolvers[0].load) == (True, 3)
    assert read.route.resolver_id == "billing"


def test_the_predictor_sees_the_conversation_as_sent(client: TestClient, predictor: CountingPredictor) -> None:
    sent = example(sla_due_at="2026-01-31T10:00:00+01:00", attributes={"words": "größer 😀", "amount": 12.5})
    assert client.post("/predict", json=sent).status_code == 200
    assert predictor.seen[-1] == Conversation.model_validate(sent["conversation"])


def test_a_bad_field_is_problem_details(client: TestClient) -> None:
    problem = assert_problem(client.post("/predict", json=example(messages=[{"author": "robot", "text": "x"}])), 422)
    assert problem == {
        "type": "about:blank",
        "title": "Unprocessable Entity",
        "status": 422,
        "detail": "conversation.messages[0].author: 'robot' is none of customer, bot, agent, system.",
        "field": "conversation.messages[0].author",
        "value": "robot",
        "fix": "did you mean 'bot'?",
    }


@pytest.mark.parametrize(
    ("headers", "body", "status", "field"),
    [
        (JSON_HEADER, b"{", 400, "body"),
        (JSON_HEADER, b"[" * 100_000, 400, "body"),
        (JSON_HEADER, b"[]", 422, "body"),
        (JSON_HEADER, b" " * (MAX_BODY_BYTES + 1), 413, "body"),
        ({"content-type": "application/json; charset=utf-8"}, b"{}", 422, "conversation"),
        ({"content-type": "text/plain"}, b"{}", 415, "header Content-Type"),
        ({"content-type": "application/vnd.bentoml+pickle"}, b"{}", 415, "header Content-Type"),
        ({}, b"{}", 415, "header Content-Type"),
        (JSON_HEADER | {"content-encoding": "gzip"}, b"{}", 415, "header Content-Encoding"),
    ],
)
def test_a_bad_body_is_problem_details(
    client: TestClient, headers: dict[str, str], body: bytes, status: int, field: str
) -> None:
    assert assert_problem(client.post("/predict", content=body, headers=headers), status)["field"] == field


def test_a_body_of_unknown_length_is_cut_off(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(MAX_BODY_BYTES // 1000 + 1):
            yield b" " * 1000

    assert_problem(client.post("/predict", content=chunks(), headers=JSON_HEADER), 413)


@pytest.mark.parametrize(
    ("method", "path", "status", "fix"),
    [
        ("GET", "/predict", 405, "use POST"),
        ("DELETE", "/predict", 405, "use POST"),
        ("POST", "/readyz", 405, "use GET"),
        ("POST", "/predcit", 404, "'/predict'"),
        ("GET", "/static_content/nothing", 404, "/predict"),
    ],
)
def test_a_wrong_path_or_method_is_problem_details(
    client: TestClient, method: str, path: str, status: int, fix: str
) -> None:
    answer = client.request(method, path)
    assert fix in assert_problem(answer, status)["fix"]
    assert ("allow" in answer.headers) == (status == 405)


def test_what_the_predictor_refuses_is_told(client: TestClient) -> None:
    assert assert_problem(client.post("/predict", json=example(channel="unusable")), 422)["fix"] == "leave it out"


class Listener(logging.Handler):
    """Keeps what is logged, with its traceback, while it is open."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.text = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.text += logging.Formatter().format(record) + "\n"

    def __enter__(self) -> Self:
        logging.getLogger("bentoml").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("bentoml").removeHandler(self)


def test_a_failure_is_logged_and_not_told(client: TestClient) -> None:
    with Listener() as log:
        answer = client.post("/predict", json=example(channel="broken"))
    problem = assert_problem(answer, 500)
    assert "secret" not in answer.text
    assert answer.headers["x-bentoml-request-id"] in problem["fix"]
    assert "RuntimeError: a secret of the inside" in log.text
    assert "the caller is told 500" in log.text


def test_a_bad_request_leaves_no_text_in_the_log(client: TestClient) -> None:
    messages = [{"author": "robot", "text": "my password is swordfish"}]
    with Listener() as log:
        assert_problem(client.post("/predict", json=example(messages=messages)), 422)
    assert "swordfish" not in log.text


def test_the_probes_answer(client: TestClient) -> None:
    assert client.get("/livez").status_code == client.get("/readyz").status_code == 200


def test_the_documentation_is_that_of_the_models(client: TestClient) -> None:
    described = client.get("/docs.json").json()
    schemas = described["components"]["schemas"]
    assert set(schemas["Answer"]["required"]) == set(Answer.model_fields)
    assert schemas["Message"]["properties"]["author"]["enum"] == ["customer", "bot", "agent", "system"]
    predict = described["paths"]["/predict"]["post"]
    assert predict["requestBody"]["content"]["application/json"]["example"] == EXAMPLE
    assert {code for code in predict["responses"] if code != "200"} == {"400", "413", "415", "422", "500"}
    references = [part.split('"')[0] for part in json.dumps(described).split('"#/components/schemas/')[1:]]
    assert set(references) <= set(schemas)


def test_the_page_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/").text
    assert "http" not in page
    for part in page.split('"'):
        if part.startswith("static_content/"):
            assert client.get(f"/{part}").status_code == 200


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner),
)
MESSAGES = st.lists(
    st.fixed_dictionaries(
        {"author": st.sampled_from(["customer", "bot", "robot"]), "text": st.text(st.characters())},
        optional=dict.fromkeys(["sequence", "sent_at", "intent", "entities", "mood"], VALUES),
    )
)


@settings(max_examples=200, deadline=None)
@given(
    st.binary()
    | VALUES
    | st.builds(
        lambda messages, extra: example(messages=messages, **extra),
        MESSAGES,
        st.dictionaries(st.sampled_from(sorted(Conversation.model_fields.keys() - {"messages"})), VALUES),
    )
)
def test_whatever_is_sent_gets_an_answer_or_problem_details(client: TestClient, sent: object) -> None:
    body = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
    answer = client.post("/predict", content=body, headers=JSON_HEADER)
    if answer.status_code == 200:
        Answer.model_validate_json(answer.content)
    else:
        assert_problem(answer, 400 if answer.status_code == 400 else 422)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def process(command: Sequence[str], port: int, folder: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    """A server that has come up; on leaving it gets what Ctrl-C sends, and must end cleanly."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "BENTOML_DO_NOT_TRACK": "true"}
    with subprocess.Popen([sys.executable, "-m", *command], cwd=folder, env=environment) as running:
        try:
            for _ in range(600):
                assert running.poll() is None, "the server ended by itself"
                try:
                    if httpx.get(f"http://127.0.0.1:{port}/readyz").status_code == 200:
                        break
                except httpx.TransportError:
                    time.sleep(0.1)
            yield running
        finally:
            running.send_signal(signal.SIGINT)
            try:
                running.wait(30)
            except subprocess.TimeoutExpired:
                running.kill()
    assert running.returncode == 0


COUNTING_SERVICE = """
from serving.service import build
from tests.test_service import CountingPredictor

counting = build(CountingPredictor)
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("counting"), free_port()
    (folder / "counting_service.py").write_text(COUNTING_SERVICE, encoding="utf-8")
    command = ["bentoml", "serve", "counting_service:counting", "--host", "127.0.0.1", "--port", str(port)]
    with process(command, port, folder):
        yield f"http://127.0.0.1:{port}"


def test_a_real_process_answers_refuses_and_counts(address: str) -> None:
    with httpx.Client(base_url=address) as client:
        assert Answer.model_validate_json(client.post("/predict", json=EXAMPLE).content).as_of_sequence == 2
        assert_problem(client.post("/predict", json=example(messages=[])), 422)
        assert_problem(client.get("/nothing"), 404)
        counted = client.get("/metrics")
        assert counted.status_code == 200
        assert 'endpoint="/predict",http_response_code="422"' in counted.text


def test_a_real_process_cuts_off_a_body_that_is_too_large(address: str) -> None:
    connection = HTTPConnection(address.removeprefix("http://"), timeout=30)
    connection.putrequest("POST", "/predict")
    connection.putheader("content-type", "application/json")
    connection.putheader("content-length", str(10**12))
    connection.endheaders()
    answer = connection.getresponse()  # Not a byte of the body was sent, or waited for.
    assert (answer.status, answer.getheader("content-type")) == (413, MEDIA_TYPE)
    connection.close()


def test_the_skin_costs_little(address: str) -> None:
    with httpx.Client(base_url=address) as client:
        spans = []
        for _ in range(200):
            started = time.perf_counter()
            assert client.post("/predict", json=EXAMPLE).status_code == 200
            spans.append(time.perf_counter() - started)
    assert statistics.median(spans) < 0.05


def test_make_serve_answers_from_the_bundle(bundle_folder: Path) -> None:
    port = free_port()
    command = ["serving.server", "--port", str(port), "--bundle", str(bundle_folder)]
    with process(command, port), httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        answer = Answer.model_validate_json(client.post("/predict", json=EXAMPLE).content)
        assert answer.conversation_id == "example-1"
        assert answer.model.bundle.startswith("sha256:")
        assert_problem(client.post("/predict", json=example(messages=[])), 422)


def test_an_occupied_port_is_named_with_its_owner() -> None:
    with socket.socket() as occupied:
        occupied.bind(("127.0.0.1", 0))
        occupied.listen()
        port = occupied.getsockname()[1]
        with pytest.raises(BadInput, match=rf"PORT: '{port}' is taken by .*make serve PORT={port + 1}"):
            check_port(port)
    check_port(port)


@pytest.mark.parametrize("port", [0, -1, 70000])
def test_an_impossible_port_is_refused(port: int) -> None:
    with pytest.raises(BadInput, match="is not a port"):
        check_port(port)


def test_a_missing_or_damaged_bundle_is_one_sentence(tmp_path: Path, bundle_folder: Path) -> None:
    with pytest.raises(BadInput, match=r"is not a folder\. Fix: run `make run` first"):
        check_before_serving(tmp_path / "nothing")
    damaged = shutil.copytree(bundle_folder, tmp_path / "damaged")
    check_before_serving(damaged)
    (damaged / "escalation" / "model.txt").write_text("tree", encoding="utf-8")
    with pytest.raises(BadInput, match=r"escalation/model\.txt' was changed"):
        check_before_serving(damaged)


def run_server(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "serving.server", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_bad_arguments_end_with_one_sentence_and_code_2(tmp_path: Path) -> None:
    missing = run_server("--port", str(free_port()), "--bundle", str(tmp_path / "nothing"))
    assert missing.returncode == 2
    assert missing.stderr.count("\n") == 1
    assert "make run" in missing.stderr
    assert run_server("--port", "99999").returncode == run_server("--port", "abc").returncode == 2
    assert run_server("--help").returncode == 0


def test_the_curl_example_is_the_example(client: TestClient) -> None:
    shown = curl(3000).replace("curl", "printf '%s\\n'", 1)
    words = subprocess.run(["sh", "-c", shown], capture_output=True, text=True, check=True).stdout.splitlines()
    assert words[0] == "http://127.0.0.1:3000/predict"
    name, _, value = words[words.index("-H") + 1].partition(": ")
    assert client.post("/predict", content=words[words.index("-d") + 1], headers={name: value}).status_code == 200
