"""What is logged: a line a request, a line a defect. Never an id, a value, a body, a query or a message of an error."""

import logging
import sys
from collections.abc import Iterator
from time import perf_counter
from traceback import walk_tb
from types import FrameType
from typing import Any
from uuid import uuid4

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
OURS = ("matching.", "api.")
GONE = 499
"""The status in the log where whoever asked went away before the answer."""

PROCESSORS: list[Any] = [
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.JSONRenderer(),
]


def log() -> Any:
    """The log: lines of JSON on stderr."""
    return structlog.wrap_logger(structlog.WriteLogger(sys.stderr), processors=PROCESSORS)


def log_defect(error: BaseException, error_id: str) -> None:
    """A line for a defect: its kind, its id and the places in the code that led to it, never its words."""
    log().error("defect", error_id=error_id, error=type(error).__qualname__, at=list(_places(error)))


def _places(error: BaseException) -> Iterator[str]:
    steps = list(walk_tb(error.__traceback__))
    for number, (frame, line) in enumerate(steps, start=1):
        name = _module(frame)
        if name.startswith(OURS) or number == len(steps):
            yield f"{name}:{line} {frame.f_code.co_name}"


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", "?"))


class RequestLog:
    """Gives each request an id of its own and logs one line of it once it is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, then log how it went."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id, began, status = uuid4().hex, perf_counter(), GONE

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = request_id
            await send(message)

        try:
            await self.app(scope, receive, sending)
        finally:
            log().info("request", request_id=request_id, status=status, ms=_since(began), **_asked(scope))


def _asked(scope: Scope) -> dict[str, str]:
    """The method and the route's template; never the path, which may hold an id."""
    method, route = scope["method"], scope.get("route")
    return {"method": method if method in METHODS else "other", "route": getattr(route, "path", "none")}


def _since(began: float) -> float:
    return round((perf_counter() - began) * 1000, 1)


class ServerLines(logging.Handler):
    """Puts what the server itself says into the log; of others only who spoke and where, as they may quote."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log a record as a line, without any error that it carries."""
        said = {"said": record.getMessage().strip()} if record.name.startswith("uvicorn") else {}
        log().warning("server", source=record.name, at=f"{record.module}:{record.lineno}", **said)


def log_the_server() -> None:
    """Send the standard library's log, in which the server speaks, to ours."""
    logging.basicConfig(handlers=[ServerLines()], level=logging.WARNING, force=True)
