"""`matching serve` as a process of its own: real sockets, real signals."""

import gc
import http.client
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from api.serving import serve
from matching.domain.case import Case
from matching.engine import Engine
from matching.errors import InvalidInput
from tests.api.clients import plain
from tests.builders import a_case, a_home

ROOT = Path(__file__).parents[2]
LIMIT = 100_000
CASE = a_case(homes=(a_home(id="oak"), a_home(id="elm")))
JSON = {"Content-Type": "application/json"}
SERVE = "import sys; from pathlib import Path; from api.serving import serve; serve(Path(sys.argv[1]), '127.0.0.1', 0)"
HASTY = f"import api.serving; api.serving.LAST_WORDS = 1; {SERVE}"
HEAD = b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\n"


class Running(NamedTuple):
    """A service in a process of its own."""

    process: subprocess.Popen[str]
    port: int
    log: Path

    def ask(self, method: str, path: str, body: Any = None, headers: Any = None) -> tuple[Any, bytes]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            connection.request(method, path, body, headers or {}, encode_chunked=not isinstance(body, bytes | None))
            answer = connection.getresponse()
            return answer, answer.read()

    def says(self, sent: bytes) -> bytes:
        """All that comes back on a plain connection."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as line:
            line.sendall(sent)
            return b"".join(iter(lambda: line.recv(65536), b""))


def announcing(length: int) -> bytes:
    """The head of a request that says how long its body is."""
    lines = ("POST /v1/rank HTTP/1.1", "Host: localhost", "Content-Type: application/json", f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def started(folder: Path, serve: str = SERVE, case: Case = CASE, **more: str) -> Running:
    file, log = folder / "case.json", folder / "log.jsonl"
    file.write_text(json.dumps(plain(case)), encoding="utf-8")
    env = {key: value for key, value in os.environ.items() if not key.startswith("MATCHING_")}
    env |= {
        "MATCHING_BODY_LIMIT": str(LIMIT),
        "MATCHING_BODY_SECONDS": "1",
        "PYTHONPATH": os.pathsep.join(map(str, (ROOT / "src", ROOT))),
    } | more
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-c", serve, str(file)],
            cwd=folder,
            env=env,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    assert process.stdout
    line = process.stdout.readline()
    assert line.startswith("matching listens on http://127.0.0.1:"), log.read_text()
    return Running(process, int(line.rsplit(":", 1)[1]), log)


def stopped(running: Running, by: signal.Signals | None) -> int:
    if by is not None:
        running.process.send_signal(by)
    status = running.process.wait(20)
    assert running.process.stdout
    running.process.stdout.close()
    return status


@pytest.fixture(scope="module")
def running(tmp_path_factory) -> Iterator[Running]:
    service = started(tmp_path_factory.mktemp("served"))
    yield service
    if service.process.poll() is None:
        stopped(service, signal.SIGKILL)


def test_it_answers_from_the_case_that_it_was_given(running):
    answer, body = running.ask("POST", "/v1/rank", b"{}", JSON)
    assert answer.status == 200
    assert body == Engine.of(CASE).rank("r1").model_dump_json().encode()


def test_it_does_not_say_what_it_is_made_with(running):
    answer, _ = running.ask("GET", "/v1/health")
    assert answer.getheader("Server") is None
    assert answer.getheader("Cache-Control") == "no-store"


def test_head_says_how_long_the_answer_would_be_and_sends_none_of_it(running):
    (head, nothing), (_, body) = running.ask("HEAD", "/v1/rules"), running.ask("GET", "/v1/rules")
    assert (head.status, nothing, head.getheader("Content-Length")) == (200, b"", str(len(body)))


def test_many_at_once_get_identical_bytes_over_the_wire(running):
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: running.ask("POST", "/v1/rank", b"{}", JSON)[1], range(16)))
    assert len(set(answers)) == 1


def test_a_body_that_says_it_is_too_large_is_refused_before_it_is_sent(running):
    answer = running.says(announcing(LIMIT + 1))
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"connection: close" in answer.lower()


def test_a_body_that_comes_in_parts_is_refused_once_it_is_too_large(running):
    parts = (b"[" * 10_000 for _ in range(LIMIT // 10_000 + 1))
    answer, body = running.ask("POST", "/v1/rank", parts, JSON | {"Transfer-Encoding": "chunked"})
    assert (answer.status, json.loads(body)["title"]) == (413, "Too large")


def test_a_body_that_does_not_come_is_not_waited_for(running):
    answer = running.says(announcing(10) + b"{")
    assert answer.startswith(b"HTTP/1.1 408")


def test_whoever_goes_away_before_the_end_leaves_no_trace_but_a_line(running):
    before = len(running.log.read_text().splitlines())
    with socket.create_connection(("127.0.0.1", running.port)) as line:
        line.sendall(announcing(9) + b"{")
    assert running.ask("GET", "/v1/health")[0].status == 200
    for text in running.log.read_text().splitlines()[before:]:
        assert json.loads(text)["event"] == "request"


def test_what_is_not_http_is_refused_and_logged_without_its_words(running):
    assert running.says(b"ZEBEDEE\r\n\r\n").startswith(b"HTTP/1.1 400")
    assert "zebedee" not in running.log.read_text().lower()


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(HEAD + b"X: y\r\n" * 200_000, id="many headers"),
        pytest.param(HEAD + b"X: " + b"y" * 1_000_000, id="a header without an end"),
        pytest.param(b"GET /v1/health?" + b"y" * 1_000_000, id="an address without an end"),
        pytest.param(b"GET /v1/health HTTP/1.1\r\n" + b"x" * 1_000_000, id="a name without an end"),
    ],
)
def test_a_head_that_is_too_large_is_refused_before_it_has_all_come(running, head):
    answer = said_before_it_hung_up(running, head)
    assert answer.startswith(b"HTTP/1.1 431")
    assert b"content-type: application/problem+json" in answer


def said_before_it_hung_up(running: Running, sent: bytes) -> bytes:
    """What comes back while the line is still being written to: it may be reset before all was sent."""
    with socket.create_connection(("127.0.0.1", running.port), timeout=20) as line:
        with suppress(ConnectionError):
            for start in range(0, len(sent), 10_000):
                line.sendall(sent[start : start + 10_000])
                time.sleep(0.005)
                if select.select([line], [], [], 0)[0]:
                    break
        return line.recv(65536)


def test_a_large_head_within_the_bound_is_read(running):
    assert running.ask("GET", "/v1/health", headers={"X": "y" * 50_000})[0].status == 200


@pytest.fixture(scope="module")
def patient(tmp_path_factory) -> Iterator[Running]:
    """A service that waits long for a body, and not long when it is told to stop."""
    service = started(tmp_path_factory.mktemp("patient"), HASTY, MATCHING_BODY_SECONDS="30")
    yield service
    if service.process.poll() is None:
        stopped(service, signal.SIGKILL)


def test_headers_after_a_body_in_parts_have_an_end_too(patient):
    head = announcing(0).replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    with socket.create_connection(("127.0.0.1", patient.port), timeout=20) as line, suppress(ConnectionError):
        line.sendall(head + b"1\r\n{\r\n0\r\n")
        for _ in range(200):
            line.sendall(b"X: y\r\n" * 1_000)
            time.sleep(0.005)
        pytest.fail("it went on reading")


def test_told_to_stop_it_answers_whoever_has_sent_half_a_body(patient):
    with socket.create_connection(("127.0.0.1", patient.port), timeout=20) as line:
        line.sendall(announcing(10) + b"{")
        time.sleep(0.3)
        patient.process.send_signal(signal.SIGTERM)
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 503")
    assert b"urn:matching:problem:stopping" in answer
    assert stopped(patient, None) == 0
    assert '"status": 503' in patient.log.read_text()
    assert "defect" not in patient.log.read_text()


def test_every_line_of_its_log_is_json_and_none_holds_an_id(running):
    running.ask("GET", "/v1/rules/amy")
    lines = [json.loads(line) for line in running.log.read_text().splitlines()]
    assert lines[0] == lines[0] | {"event": "register read", "homes": 2}
    assert not [line for line in lines if any(word in json.dumps(line) for word in ("amy", "oak", "2015-06-01"))]


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_ends_well(by, tmp_path, running):
    service = running if by is signal.SIGTERM else started(tmp_path)
    assert stopped(service, by) == 0
    assert "Traceback" not in service.log.read_text()


def test_what_is_held_is_kept_from_the_garbage_collector(tmp_path, monkeypatch):
    seen: list[int] = []
    monkeypatch.delenv("MATCHING_API_TOKEN", raising=False)
    monkeypatch.setattr("api.serving._run", lambda *_: seen.append(gc.get_freeze_count()))
    path = tmp_path / "case.json"
    path.write_text(json.dumps(plain(CASE)), encoding="utf-8")
    try:
        serve(path, "localhost", 0)
    finally:
        gc.unfreeze()
    assert seen[0] > 10_000


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.0.2.1", "example.org"])  # noqa: S104 - it is refused
def test_without_a_token_it_refuses_to_be_reached_from_elsewhere(host, monkeypatch):
    monkeypatch.delenv("MATCHING_API_TOKEN", raising=False)
    with pytest.raises(InvalidInput) as refused:
        serve(None, host, 0)
    (fault,) = refused.value.faults
    assert fault.field == "host"
    assert "MATCHING_API_TOKEN" in fault.remedy


def test_an_address_that_is_taken_is_said_to_be(monkeypatch):
    monkeypatch.delenv("MATCHING_API_TOKEN", raising=False)
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(InvalidInput) as refused:
        serve(None, "127.0.0.1", taken.getsockname()[1])
    assert refused.value.faults[0].field == "host and port"


def test_an_environment_that_is_wrong_is_told_without_its_values(monkeypatch):
    monkeypatch.setenv("MATCHING_BODY_LIMIT", "quxworth")
    monkeypatch.setenv("MATCHING_API_TOKEN", "two words")
    with pytest.raises(InvalidInput) as refused:
        serve(None, "127.0.0.1", 0)
    assert {fault.field for fault in refused.value.faults} == {"MATCHING_BODY_LIMIT", "MATCHING_API_TOKEN"}
    assert not any(word in str(fault) for fault in refused.value.faults for word in ("quxworth", "two words"))


def test_a_case_that_is_wrong_is_refused_before_anything_listens(tmp_path):
    path = tmp_path / "case.json"
    path.write_text('{"as_of": "soon"}', encoding="utf-8")
    with pytest.raises(InvalidInput):
        serve(path, "127.0.0.1", 0)
