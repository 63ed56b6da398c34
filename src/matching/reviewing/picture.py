"""Where the children of a review live, counted: today, and as if everything suggested were taken up."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matching.domain.made import made
from matching.domain.review import Picture

NOT_KNOWN = "not known"
MILES = ((5.0, "5 or less"), (10.0, "over 5 to 10"), (20.0, "over 10 to 20"), (float("inf"), "over 20"))
STABILITY = ((40.0, "under 40"), (60.0, "40 to 60"), (80.0, "60 to 80"), (float("inf"), "80 and over"))


@dataclass(frozen=True, slots=True)
class Where:
    """One child: whether her home is outside the area, and does not adjoin it; how far from home, and how stable."""

    outside: bool | None
    distant: bool | None
    miles: float | None
    stability: float | None


def picture(each: Sequence[Where]) -> Picture:
    """All of them, counted."""
    return made(
        Picture,
        inside=sum(of.outside is False for of in each),
        outside=sum(of.outside is True for of in each),
        distant=sum(of.distant is True for of in each),
        not_known=sum(of.outside is None for of in each),
        miles=_banded((of.miles for of in each), MILES, closed=True),
        stability=_banded((of.stability for of in each), STABILITY, closed=False),
        mean_miles=_mean([of.miles for of in each]),
        mean_stability=_mean([of.stability for of in each]),
    )


def _banded(numbers: Iterable[float | None], bands: Sequence[tuple[float, str]], *, closed: bool) -> dict[str, int]:
    """How many are in each band, all of them named; a band holds its upper end where that is `closed`."""
    found = Counter(_band(number, bands, closed=closed) for number in numbers)
    return {name: found[name] for name in (*(name for _, name in bands), NOT_KNOWN)}


def _band(number: float | None, bands: Sequence[tuple[float, str]], *, closed: bool) -> str:
    if number is None:
        return NOT_KNOWN
    return next(name for end, name in bands if number < end or (closed and number == end))


def _mean(numbers: Sequence[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return round(sum(known) / len(known), 1) if known else None
