"""The one table from what goes wrong to what is said of it over HTTP. A defect is logged, and has an id to ask by."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, NamedTuple
from uuid import uuid4

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.faults import fault_said, parameter_said
from api.logs import log_defect
from api.problem import Problem
from api.reviews import Damaged
from matching.errors import EngineDefect, InvalidInput, MatchingError, SearchIncomplete


class Said(NamedTuple):
    """What is said of one kind of problem; `name` is the last part of its type."""

    status: int
    name: str
    title: str
    detail: str
    remedy: str


FAMILY: Mapping[type[MatchingError], Said] = {
    InvalidInput: Said(422, "invalid-input", "The input is wrong", "", "Mend every fault that is listed."),
    Damaged: Said(
        409, "damaged", "The review is damaged", "What it says of itself is damaged.", "DELETE it, then POST it again."
    ),
    SearchIncomplete: Said(
        503, "search-incomplete", "No answer within the time allowed", "No answer was reached.", "Ask for less."
    ),
    EngineDefect: Said(
        500,
        "withheld",
        "The answer is withheld",
        "The answer did not pass the engine's own check.",
        "Tell those who run the service, with the error_id.",
    ),
}

BY_STATUS: Mapping[int, Said] = {
    said.status: said
    for said in (
        Said(
            400, "not-understood", "Not understood", "The request cannot be read.", "Send it as the document describes."
        ),
        Said(
            401,
            "token-needed",
            "A token is needed",
            "The request has no token, or not the one that the service was started with.",
            "Send the header Authorization: Bearer, a space, and the token.",
        ),
        Said(
            404,
            "not-found",
            "Not found",
            "There is nothing at this address.",
            "GET /v1/openapi.json lists what there is.",
        ),
        Said(
            405,
            "not-this-method",
            "Not by this method",
            "This address is asked in another way.",
            "The header Allow says how.",
        ),
        Said(408, "too-slow", "Too slow", "The body did not arrive in time.", "Send it again, over a better line."),
        Said(
            409,
            "not-now",
            "Not now",
            "Something else has to be done first.",
            "GET /v1/reviews says how far each review is. Wait until it is done, or cancel it, then ask again.",
        ),
        Said(
            413, "too-large", "Too large", "The body is larger than the service takes.", "Leave out homes it need not."
        ),
        Said(
            415,
            "json-only",
            "JSON only",
            "The body is not said to be plain JSON.",
            "Send Content-Type: application/json, and no Content-Encoding.",
        ),
        Said(
            421,
            "not-this-computer",
            "Asked by another name",
            "Without a token the service answers only to localhost, 127.0.0.1 or [::1].",
            "Ask by one of these names, or start the service with MATCHING_API_TOKEN.",
        ),
        Said(
            431,
            "head-too-large",
            "Head too large",
            "The address and the headers are larger than the service takes.",
            "Send fewer headers, or ask for fewer homes.",
        ),
        Said(
            500,
            "defect",
            "Something went wrong here",
            "The service has a defect; the request may be sound.",
            "Tell those who run the service, with the error_id.",
        ),
        Said(503, "busy", "Busy", "More is being asked than can wait.", "Ask again in a second."),
    )
}


STOPPING = Said(
    503,
    "stopping",
    "Stopping",
    "The service was told to stop before the request or its answer was whole.",
    "Ask again when it has been started again.",
)


def problem_of(said: Said, **more: Any) -> Problem:
    """A problem of one kind, with what is known of this one."""
    about = {"title": said.title, "status": said.status, "detail": said.detail, "remedy": said.remedy}
    return Problem.model_validate({"type": f"urn:matching:problem:{said.name}"} | about | more)


def of_status(status: int, *, detail: str = "", headers: Mapping[str, str] | None = None) -> Response:
    """The problem that a status stands for; one that the table lacks is told in HTTP's own words."""
    said = BY_STATUS.get(status) or _plain(status)
    words = detail if detail and detail != HTTPStatus(status).phrase else said.detail
    return problem_of(said, detail=words).response(headers)


def _plain(status: int) -> Said:
    phrase = HTTPStatus(status).phrase
    return Said(status, "refused", phrase, phrase, "See docs/service.md.")


def of_family(error: MatchingError) -> Response:
    """The problem that an error of the engine is."""
    said = next((FAMILY[kind] for kind in type(error).__mro__ if kind in FAMILY), BY_STATUS[500])
    if said.status == 500:
        error_id = uuid4().hex
        log_defect(error, error_id)
        return problem_of(said, error_id=error_id).response()
    return _of_faults(said, error).response()


def _of_faults(said: Said, error: MatchingError) -> Problem:
    faults = error.faults if isinstance(error, InvalidInput) else ()
    beyond = f", {error.more} of them not listed" if isinstance(error, InvalidInput) and error.more else ""
    errors = tuple(fault_said(fault) for fault in faults)
    return problem_of(said, detail=f"{error.message}{beyond}", errors=errors, remedy=error.remedy)


def of_parameters(error: RequestValidationError) -> Response:
    """The problem that parameters of an address are which do not fit."""
    errors = tuple(parameter_said(detail) for detail in error.errors())
    count = f"the address has {len(errors)} fault{'' if len(errors) == 1 else 's'}"
    return problem_of(FAMILY[InvalidInput], detail=count, errors=errors).response()


def map_errors(app: FastAPI) -> None:
    """Teach an application the table."""

    @app.exception_handler(MatchingError)
    async def _family(_: Request, error: MatchingError) -> Response:
        return of_family(error)

    @app.exception_handler(RequestValidationError)
    async def _parameters(_: Request, error: RequestValidationError) -> Response:
        return of_parameters(error)

    @app.exception_handler(HTTPException)
    async def _status(_: Request, error: HTTPException) -> Response:
        return of_status(error.status_code, detail=error.detail, headers=error.headers)
