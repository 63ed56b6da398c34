"""What all nouns share: they do not change, refuse unknown words, and say None where nobody knows."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, StringConstraints, ValidationInfo
from pydantic_core import CoreSchema, PydanticKnownError, ValidationError, core_schema

from matching.domain.codes import NeedDomain
from matching.domain.null import Graded, OrFalse

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)


class Noun(BaseModel):
    """A thing of the field, as it was recorded."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class Lean(Noun):
    """A noun of which a register holds hundreds of thousands: it does not keep which fields were given, half its size.

    `model_fields_set` is then always all fields; None still says unknown.
    """

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Put one shared set in the place of each instance's own."""
        given, made = handler(source), set(cls.model_fields)
        model = cast(dict[str, Any], handler.resolve_ref_schema(given))
        if model["type"] == "model":
            model["schema"] = core_schema.no_info_after_validator_function(
                lambda parts: (parts[0], parts[1], made), model["schema"]
            )
        return given


ID = r"^[A-Za-z0-9][A-Za-z0-9_.:\-]*$"
WORD = r"^[a-z][a-z0-9_]*$"
ONS_CODE = r"^[A-Z][0-9]{8}$"
UK_POSTCODE = r"^(?:[Gg][Ii][Rr] ?0[Aa]{2}|[A-Za-z]{1,2}[0-9][A-Za-z0-9]? {0,2}[0-9][A-Za-z]{2})$"

Id = Annotated[str, Field(min_length=1, max_length=64, pattern=ID)]
"""Letters and digits without accents, then also `_ . : -`; no spaces; so that two ids that look alike are alike."""

Word = Annotated[str, Field(min_length=1, max_length=64, pattern=WORD)]
"""A word of an open list, such as `same_school`."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=10_000, strip_whitespace=True)]
OnsCode = Annotated[str, Field(pattern=ONS_CODE)]
UkPostcode = Annotated[str, Field(pattern=UK_POSTCODE)]
AnyPostcode = Annotated[str, Field(min_length=1, max_length=16)]
"""A home's postcode, which may lie abroad; its shape is judged with its country."""

Flag = Annotated[bool, Field(strict=True)]
Level = Annotated[int, Field(strict=True, ge=0, le=4)]
"""0 none, 1 low, 2 medium, 3 high, 4 very high."""

Grades = Annotated[dict[NeedDomain, Level], Graded()]
"""A level for each domain that somebody graded; a domain that is not there is unknown."""

Age = Annotated[int, Field(strict=True, ge=0, le=25)]
Count = Annotated[int, Field(strict=True, ge=0, le=10_000)]
Miles = Annotated[float, Field(strict=True, ge=0, le=10_000, allow_inf_nan=False)]
Times = Annotated[float, Field(strict=True, ge=0, le=1_000, allow_inf_nan=False)]
Money = Annotated[Decimal, Field(ge=0, le=1_000_000, allow_inf_nan=False)]
"""Pounds, a week unless the name says otherwise."""


AS_A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def as_a_day(value: Any, day: Callable[[Any], date], said: ValidationInfo) -> date:
    """Reads YYYY-MM-DD and nothing else: a number in quotes, which pydantic takes as seconds since 1970, is no day."""
    if not isinstance(value, str) or said.mode != "json":
        return day(value)
    try:
        if AS_A_DAY.fullmatch(value) is None:
            raise ValueError
        return day(date.fromisoformat(value))
    except ValueError as error:
        if isinstance(error, ValidationError):
            raise
        raise PydanticKnownError("date_parsing", {"error": "not a day as YYYY-MM-DD"}) from None


class WrittenAsADay:
    """Takes a day only as YYYY-MM-DD, in JSON, or as a date, in Python."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The form first, then the bounds."""
        day = core_schema.date_schema(ge=FIRST_DAY, le=LAST_DAY, strict=True)
        return core_schema.with_info_wrap_validator_function(as_a_day, day)


Day = Annotated[date, WrittenAsADay()]
Happened = Annotated[Day | Literal[False], OrFalse("a date such as 2026-12-01")]
"""The day on which it happened, or False where it is known not to have."""

IdOrFalse = Annotated[Id | Literal[False], OrFalse("an id")]
PostcodeOrFalse = Annotated[UkPostcode | Literal[False], OrFalse("a UK postcode such as HP20 1UA")]
NameOrFalse = Annotated[Name | Literal[False], OrFalse("a name")]

Ids = Annotated[tuple[Id, ...], Field(max_length=1_000)]
Names = Annotated[tuple[Name, ...], Field(max_length=1_000)]
WordList = Annotated[tuple[Word, ...], Field(max_length=1_000)]
