"""The policies that come with the engine, and the one by which the held register is judged."""

from datetime import date

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel

from api.dependencies import TheService
from api.openapi import Shown, problems
from api.scale_asked import shipped
from api.security import GUARDED
from matching.data.policies import DEFAULT, shipped_policies
from matching.domain.policy import Policy

router = APIRouter(prefix="/v1", tags=["policies"], dependencies=[GUARDED])


class PolicyNamed(BaseModel):
    """A policy by name; `agreed_by` is null while nobody has agreed it."""

    name: str
    title: str
    from_day: date
    until_day: date | None
    agreed_by: str | None


class PoliciesSaid(BaseModel):
    """The policies that may be named; `in_use` judges what names none."""

    policies: tuple[PolicyNamed, ...]
    in_use: Policy


def _named(of: Policy) -> PolicyNamed:
    return PolicyNamed(
        name=of.name, title=of.title, from_day=of.from_day, until_day=of.until_day, agreed_by=of.agreed_by or None
    )


def _all(in_use: Policy) -> PoliciesSaid:
    return PoliciesSaid(policies=tuple(_named(shipped(name).policy) for name in shipped_policies()), in_use=in_use)


SHOWN: Shown = {
    "/v1/policies": lambda: _all(shipped(DEFAULT).policy).model_dump(mode="json"),
    "/v1/policies/{name}": lambda: shipped(DEFAULT).policy.model_dump(mode="json"),
}


@router.get("/policies", summary="The policies", responses=problems(401, 421))
async def policies(service: TheService) -> PoliciesSaid:
    """The policies that a case may name, and in full the one that is used where it names none."""
    in_use = service.held.engine.policy if service.held else shipped(DEFAULT).policy
    return _all(in_use)


@router.get("/policies/{name}", summary="One policy", responses=problems(401, 404, 421, 422))
async def policy(name: str) -> Policy:
    """A policy that comes with the engine, in full; `agreed_by` is false while nobody has agreed it."""
    if name not in shipped_policies():
        raise HTTPException(404, detail=f"No policy has that name. There are: {', '.join(shipped_policies())}.")
    return shipped(name).policy
