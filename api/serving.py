"""`matching serve`: reads a case, makes everything ready, and answers until it is told to stop."""

import gc
import json
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from time import perf_counter

import uvicorn
from fastapi import FastAPI
from pydantic import ValidationError

from api.asking import ranked
from api.dependencies import Service
from api.examples import AGAINST_THE_REGISTER, WHOLE_CASE
from api.heads import BoundedHeads
from api.held import Held
from api.logs import log, log_the_server
from api.main import create_app
from api.security import may_listen
from api.settings import Settings
from matching.data.case_files import load
from matching.engine import Engine
from matching.errors import Fault, InvalidInput
from matching.geography.postcode_files import FIRST_LETTERS
from matching.geography.postcodes import directory
from matching.rank import IN_FULL
from matching.rules.rulebook import approvers_by_rule

OBJECTS_AN_ANSWER = 20_000
"""Collect garbage about once an answer, not twenty times while one is made: little of it goes round in circles."""

LAST_WORDS = 10
"""Seconds that answers under way are given when the service is told to stop."""


def serve(case_path: Path | None, host: str, port: int, runs: Path | None = None) -> None:
    """Answer on an address until told to stop; port 0 is any free one, and the real one is printed.

    `runs` is the folder in which reviews are kept; what was begun there goes on. InvalidInput where it may not listen
    there, or the case, the environment or that folder is wrong.
    """
    settings = _settings(runs)
    if not may_listen(host, settings.api_token):
        raise InvalidInput([_not_there(host)])
    with _bound(host, port) as listening:
        engine = _read(case_path) if case_path is not None else None
        app = create_app(settings, engine)
        warm_up(app.state.service)
        gc.collect()
        gc.freeze()
        gc.set_threshold(OBJECTS_AN_ANSWER)
        with closing(app.state.service.reviews) as reviews:
            reviews.go_on()
            _run(app, listening)


def warm_up(service: Service) -> None:
    """Ask made-up questions and open every drawer of postcodes, so that the first real question waits for neither."""
    directory().find_all([f"{letter}1 1AA" for letter in FIRST_LETTERS])
    service.turns.warm(partial(_ask_made_up, service.held))


def _ask_made_up(held: Held | None) -> None:
    for body in (WHOLE_CASE, AGAINST_THE_REGISTER) if held else (WHOLE_CASE,):
        ranked(json.dumps(body).encode(), held, referral=None, limit=IN_FULL, homes=[])


def _settings(runs: Path | None) -> Settings:
    try:
        return Settings(runs=runs) if runs is not None else Settings()
    except ValidationError as error:
        raise InvalidInput(_of_the_environment(error)) from None


def _of_the_environment(error: ValidationError) -> Iterator[Fault]:
    for detail in error.errors(include_url=False, include_input=False):
        name = f"MATCHING_{'_'.join(str(part) for part in detail['loc'])}".upper()
        yield Fault("environment", "", "", name, "a value", detail["msg"], "Correct it, or take it out.")


def _not_there(host: str) -> Fault:
    expected = "127.0.0.1, ::1 or localhost while no token is set"
    remedy = "Set MATCHING_API_TOKEN to a long secret, or listen on 127.0.0.1."
    return Fault("command line", "", "", "host", host or "every address", expected, remedy)


def _read(path: Path) -> Engine:
    began = perf_counter()
    engine = Engine.of(load(path, approvers_by_rule()).case, beside=path.parent)
    seconds = round(perf_counter() - began, 1)
    log().info("register read", homes=engine.register.size, seconds=seconds)
    return engine


@contextmanager
def _bound(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that nobody else can take while the case is read; whoever comes before that is done waits for it."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as bound:
        if sys.platform != "win32":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, port))
            bound.listen()
        except OSError as error:
            fault = ("host and port", error.strerror or "no address", "an address of this computer that is free")
            raise InvalidInput([Fault("command line", "", "", *fault, "Choose another host or port.")]) from None
        yield bound


def _run(app: FastAPI, listening: socket.socket) -> None:
    log_the_server()
    config = uvicorn.Config(
        app,
        loop="auto",
        http=BoundedHeads,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=LAST_WORDS,
    )
    with _ended_by_a_signal():
        sys.stdout.write(f"matching listens on {_address(listening)}\n")
        sys.stdout.flush()
        uvicorn.Server(config).run(sockets=[listening])


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


@contextmanager
def _ended_by_a_signal() -> Iterator[None]:
    """The server raises the signal that stopped it once more when all is answered; then we are done, not killed."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)
