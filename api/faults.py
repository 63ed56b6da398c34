"""Faults as they may be told over HTTP: where and of what kind, never the value, nor a word that the caller made up."""

from typing import Any

from api.problem import FaultSaid
from api.safe_fields import safe_field
from matching.data.expected import expected
from matching.data.found import kind_of
from matching.errors import Fault


def fault_said(fault: Fault) -> FaultSaid:
    """A fault as it may be shown: no value, and no word of its place that the caller made up."""
    safe = fault.safe()
    return FaultSaid(
        file=safe.file,
        table=safe.table,
        id=safe.id,
        field=safe_field(safe.field),
        found=safe.found,
        expected=safe.expected,
        remedy=safe.remedy,
    )


def parameter_said(detail: Any) -> FaultSaid:
    """What is wrong with one parameter of an address."""
    unknown = detail["type"] == "extra_forbidden"
    where = [str(part) for part in detail["loc"] if isinstance(part, str)]
    return FaultSaid(
        file="address",
        table=where[0],
        id="",
        field="" if unknown else ".".join(where[1:]),
        found="a parameter that is not known" if unknown else kind_of(detail.get("input")),
        expected="a parameter that the document names" if unknown else expected(detail).removeprefix("Value error, "),
        remedy="Take it out, or correct its name." if unknown else "Correct it, or leave it out.",
    )
