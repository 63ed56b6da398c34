"""What the service says when it cannot answer: RFC 9457, with every fault and a remedy. Never a fact about a child."""

from collections.abc import Mapping

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

MEDIA_TYPE = "application/problem+json"


class FaultSaid(BaseModel):
    """One thing wrong in what was sent: where it stands, what kind of value was found, what was expected."""

    model_config = ConfigDict(frozen=True)

    file: str
    table: str
    id: str
    field: str
    found: str = Field(description="The kind of what was found, never the value itself.")
    expected: str
    remedy: str


class Problem(BaseModel):
    """Why there is no answer, and what to do about it. `error_id` is in the service's log too."""

    model_config = ConfigDict(frozen=True)

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[FaultSaid, ...] = ()
    remedy: str
    error_id: str | None = None

    def response(self, headers: Mapping[str, str] | None = None) -> Response:
        """The problem as it is sent."""
        body = self.model_dump_json(exclude_none=True)
        return Response(body, status_code=self.status, media_type=MEDIA_TYPE, headers=headers)
