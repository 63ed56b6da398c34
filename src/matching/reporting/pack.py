"""`review.pdf`: the review as a pack for the panel: tagged, on A4, and the same to the byte for the same review."""

import json
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files as packaged
from typing import Any

import typst

from matching.domain.review import Review
from matching.errors import EngineDefect
from matching.reporting.glyphs import NARROW, WIDE, Ranges, shown
from matching.reporting.pack_front import front
from matching.reporting.pack_parts import parts

TEMPLATE = "pack.typ"


def pack(review: Review) -> bytes:
    """The pack. Letters that a font cannot join are named instead; a review is never left without its pack."""
    said = front(review) | {"parts": list(parts(review))}
    try:
        return _set(said, review, WIDE)
    except typst.TypstError:
        return _plainly(said, review)


def _plainly(said: dict[str, Any], review: Review) -> bytes:
    try:
        return _set(said, review, NARROW)
    except typst.TypstError as error:
        message = "the pack could not be set"
        raise EngineDefect(message, "Report this with the version; the workbook holds the same.") from error


def _set(said: dict[str, Any], review: Review, letters: Ranges) -> bytes:
    """What is said goes in as data, which the template shows and never reads as markup."""
    return typst.compile(
        _template(),
        format="pdf",
        sys_inputs={"pack": json.dumps(_shown(said, letters))},
        pdf_standards="ua-1",
        ignore_system_fonts=True,
        timestamp=datetime.combine(review.as_of, time(), UTC),
    )


@cache
def _template() -> bytes:
    return packaged("matching.reporting").joinpath(TEMPLATE).read_bytes()


def _shown(said: Any, letters: Ranges) -> Any:
    """The same with all text as a page can show it."""
    if isinstance(said, str):
        return shown(said, letters)
    if isinstance(said, dict):
        return {key: _shown(value, letters) for key, value in said.items()}
    return [_shown(each, letters) for each in said] if isinstance(said, list | tuple) else said
