"""A case: everything that one question is asked about."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from matching.domain.child import Child
from matching.domain.home import Home
from matching.domain.noun import Day, Flag, Name, Noun, OnsCode
from matching.domain.null import NullIsEmpty
from matching.domain.panel import Decided, GivenApproval
from matching.domain.referral import Referral


class PolicyChoice(Noun):
    """The local policy by which homes are judged, and the values of it that this case overrides."""

    model_config = ConfigDict(extra="allow")

    name: Name | None = None

    @property
    def overrides(self) -> Mapping[str, Any]:
        """The values given beside the name, as they were written; one that is null was not given."""
        return {key: value for key, value in (self.model_extra or {}).items() if value is not None}


class Authority(Noun):
    """The authority that asks, and those that border on it, as ONS codes."""

    code: OnsCode
    adjoining: Annotated[tuple[OnsCode, ...], Field(max_length=400)] | None = None


class Case(Noun):
    """A day, an authority, its children, its referrals and the homes that there are."""

    made_up: Flag | None = None
    as_of: Day
    policy: PolicyChoice | None = None
    authority: Authority
    children: Annotated[tuple[Child, ...], NullIsEmpty()] = ()
    referrals: Annotated[tuple[Referral, ...], NullIsEmpty()] = ()
    homes: Annotated[tuple[Home, ...], NullIsEmpty()] = ()
    decided: Annotated[tuple[Decided, ...], NullIsEmpty()] = ()
    approvals: Annotated[tuple[GivenApproval, ...], NullIsEmpty()] = ()


def responsible_authority(child: Child, authority: Authority) -> str:
    """The ONS code of the authority that looks after a child: its own, else the one that asks."""
    return child.responsible_authority or authority.code
