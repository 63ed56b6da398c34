"""Whether the service is there and what it holds. No token is asked for, and nothing is said of any child."""

from datetime import date
from importlib.metadata import version
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from api.dependencies import TheService
from api.examples import HEALTH
from api.openapi import Shown

router = APIRouter(prefix="/v1", tags=["health"])

VERSION = version("placement-matching")

SHOWN: Shown = {"/v1/health": lambda: HEALTH}


class Health(BaseModel):
    """What the service says of itself; `rulebook_day` is the day of the case that it holds."""

    status: Literal["ok"] = "ok"
    version: str = VERSION
    register_held: bool
    homes: int
    rulebook_day: date | None


@router.get("/health", summary="Whether the service is there")
async def health(service: TheService) -> Health:
    """The state of the service."""
    held = service.held
    if held is None:
        return Health(register_held=False, homes=0, rulebook_day=None)
    return Health(register_held=True, homes=held.engine.register.size, rulebook_day=held.case.as_of)
