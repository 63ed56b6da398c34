"""What routes are given: the service itself, a place to work in, and the bytes of a body that is said to be JSON."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from email.message import Message
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.exceptions import RequestValidationError

from api.held import Held
from api.reviews import Reviews
from api.settings import Settings
from api.turns import Turns

GIVEN_ONCE = (
    "referral",
    "limit",
    "on",
    "of",
    "next_best",
    "costs_others",
    "seconds",
    "home",
    "why",
    "due",
    "everyone",
    "last",
)
"""The parameters of an address that have one value. Of two the framework would take the last, and say nothing."""

MAY_REPEAT = {
    "/v1/rank": frozenset({"home"}),
    "/v1/plan": frozenset({"referral"}),
    "/v1/what-if": frozenset({"referral"}),
}
"""Those that at some addresses may have several."""


@dataclass(frozen=True, slots=True)
class Service:
    """What one running service has."""

    settings: Settings
    held: Held | None
    turns: Turns
    reviews: Reviews


async def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


TheService = Annotated[Service, Depends(_service)]


async def _place(service: TheService) -> AsyncIterator[None]:
    async with service.turns.place():
        yield


async def _json_body(request: Request, service: TheService, _: Annotated[None, Depends(_place)]) -> bytes:
    if not _is_plain_json(request):
        raise HTTPException(415)
    try:
        async with asyncio.timeout(service.settings.body_seconds):
            return await request.body()
    except TimeoutError:
        raise HTTPException(408, headers={"Connection": "close"}) from None


def _is_plain_json(request: Request) -> bool:
    said = Message()
    said["content-type"] = request.headers.get("content-type", "")
    charset = said.get_content_charset("utf-8")
    plain = request.headers.get("content-encoding", "identity") == "identity"
    return said.get_content_type() == "application/json" and charset == "utf-8" and plain


JsonBody = Annotated[bytes, Depends(_json_body)]
"""The body as it came; a place is kept for whoever sends it until the answer has gone."""


async def _asked_once(request: Request) -> None:
    several = MAY_REPEAT.get(request.url.path, frozenset())
    given = {name: request.query_params.getlist(name) for name in GIVEN_ONCE if name not in several}
    twice = [
        {"type": "given_again", "loc": ("query", name), "msg": "one value", "input": values}
        for name, values in given.items()
        if len(values) > 1
    ]
    if twice:
        raise RequestValidationError(twice)


ASKED_ONCE = Depends(_asked_once)
