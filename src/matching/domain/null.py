"""How null, false and nothing are read, where a plain type cannot say it."""

from typing import Any, cast, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class OrFalse:
    """Lets a fact say False where it is known that there is none; anything else is one fault, not one a type."""

    def __init__(self, expected: str) -> None:
        self.expected = expected

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take the fact, or the word false and not the number 0."""
        fact = handler(get_args(source)[0])
        false = core_schema.chain_schema([core_schema.bool_schema(strict=True), core_schema.literal_schema([False])])
        return core_schema.union_schema(
            [fact, false],
            mode="left_to_right",
            custom_error_type="or_false",
            custom_error_message=f"{self.expected}, or false",
        )


class NullIsEmpty:
    """Reads null as the empty form of what is asked for: a table that is null has no entries."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take what is there, else nothing."""
        return core_schema.no_info_after_validator_function(
            lambda entries: entries or (), core_schema.nullable_schema(handler(source))
        )


class Graded:
    """Takes a grade that is null as one that was not given."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Leave out what nobody graded."""
        schema = cast(core_schema.DictSchema, handler(source))
        grade = core_schema.nullable_schema(schema["values_schema"])
        return core_schema.no_info_after_validator_function(
            known, core_schema.dict_schema(schema["keys_schema"], grade)
        )


def known(grades: dict[str, int | None]) -> dict[str, int | None]:
    """The grades that were given."""
    return {of: grade for of, grade in grades.items() if grade is not None} if None in grades.values() else grades
