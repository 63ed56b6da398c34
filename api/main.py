"""The service put together: settings, what it holds, its routes, its errors, and what every answer passes through."""

from typing import Any

from fastapi import FastAPI

from api.answers import Answers
from api.body_limit import BodyLimit
from api.dependencies import ASKED_ONCE, Service
from api.errors import map_errors
from api.held import Held
from api.last_resort import LastResort
from api.logs import RequestLog
from api.openapi import document
from api.reviews import Reviews
from api.routes import health, how_sure, plan, policies, rank, review_results, reviews, rules, what_if, why_not
from api.security import GUARDED
from api.settings import Settings
from api.turns import Turns
from matching.domain.case import Case
from matching.engine import Engine

NOUNS = (rank, plan, reviews, review_results, what_if, why_not, how_sure, rules, policies, health)

ABOUT = """Decision support for placing children in care: ranks the homes that a child could live in, with every reason.
The engine proposes; people decide. Every example here is made up."""


def create_app(settings: Settings | None = None, held: Engine | Case | None = None) -> FastAPI:
    """The application; `held` is the register that it answers from where a request does not bring its own."""
    settings = settings or Settings()
    app = FastAPI(
        title="Placement matching",
        version=health.VERSION,
        description=ABOUT,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    holds = Held.of(held) if held is not None else None
    app.state.service = Service(settings, holds, Turns(settings.at_once, settings.waiting), Reviews(settings.runs))
    for noun in NOUNS:
        app.include_router(noun.router, dependencies=[] if noun is health else [GUARDED, ASKED_ONCE])
    _say_what_there_is(app)
    map_errors(app)
    _pass_through(app, settings)
    return app


def _say_what_there_is(app: FastAPI) -> None:
    """The document itself; no page reads it, since such pages load their parts from elsewhere."""

    @app.get("/v1/openapi.json", include_in_schema=False, dependencies=[GUARDED])
    def openapi() -> dict[str, Any]:
        return document(app, {path: shows for noun in NOUNS for path, shows in noun.SHOWN.items()})


def _pass_through(app: FastAPI, settings: Settings) -> None:
    """From the inside out: the last to be added is the first to see a request."""
    app.add_middleware(BodyLimit, limit=settings.body_limit)
    app.add_middleware(LastResort)
    app.add_middleware(Answers)
    app.add_middleware(RequestLog)
