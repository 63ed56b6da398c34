"""Fine points of what homes take and offer, and of what a referral cannot do without."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from matching.domain.case import Case
from matching.domain.codes import Outcome
from tests.builders import a_case, a_child, a_home, a_member, ordinary
from tests.peer.fine_point import FinePoint, in_a_home, of_a_pair, papers

PROHIBITED, CANNOT_TELL, NEEDS_APPROVAL, MET = Outcome
TODAY, START, A_DAY = date(2026, 11, 24), date(2026, 12, 1), timedelta(days=1)
YEAR_9 = ordinary("child")["school"] | {"year_group": 9}
FAR = {"postcode": "RG7 5UE", "can_keep": []}
BED: dict[str, Any] = {"emergency_bed": True, "longest_stay_days": 28}


def _assessed(outcome: str, on: date, kind: str = "childrens_home") -> Callable[[], Case]:
    return in_a_home(kind=kind, impact_assessments=[{"child": "amy", "outcome": outcome, "on": on}])


def _risk(kind: str | None, level: str | None, excluded: list[str] | None) -> Callable[[], Case]:
    said = {name: fact for name, fact in (("kind", kind), ("level", level)) if fact is not None}
    return of_a_pair({"risks": [said]}, {"does_not_take": excluded})


def _asked(word: str, **home: Any) -> Callable[[], Case]:
    return of_a_pair({}, home, required=[word])


def _of_age(years: int, less: timedelta = timedelta()) -> Callable[[], Case]:
    """A child of this age on the first day, or a little less, where no bedroom is free."""
    return of_a_pair({"born": START.replace(year=START.year - years) + less}, {"bedrooms_free": 0})


def _decided(until: date | None = None, household: list[Any] | None = None, **row: Any) -> Callable[[], Case]:
    """A home with one bed that was agreed for another child."""
    said = {"child": "bea", "home": "oak", "until": until} | row
    return lambda: a_case(homes=(a_home(household=household),), decided=(said,))


def _emergency_bed_of(*people: Any, **entry: Any) -> Callable[[], Case]:
    """A home with two entries, the other of which lists these people."""
    said = {"same_home_as": "oak", "household": list(people), "vacancies": {"beds": 1, "from": TODAY}} | entry
    return lambda: a_case(homes=(a_home(), a_home(id="oak-too", **said)))


FINE_POINTS_OF_HOMES: tuple[FinePoint, ...] = (
    FinePoint("an assessment holds for 14 days", "CHR-12-IMPACT", MET, _assessed("accept", TODAY - 14 * A_DAY)),
    FinePoint("and not for 15", "CHR-12-IMPACT", NEEDS_APPROVAL, _assessed("accept", TODAY - 15 * A_DAY)),
    FinePoint("one of tomorrow is none", "CHR-12-IMPACT", NEEDS_APPROVAL, _assessed("reject", TODAY + A_DAY)),
    FinePoint(
        "a refusal grows no older", "CHR-12-IMPACT", PROHIBITED, _assessed("reject", TODAY - 300 * A_DAY, "foster")
    ),
    FinePoint(
        "a need of level 2 that the statement leaves out",
        "CHR-16-NEEDS",
        NEEDS_APPROVAL,
        of_a_pair({"needs": {"physical_health": 2}}, {"kind": "childrens_home"}),
    ),
    FinePoint(
        "a statement that names no needs takes all",
        "CHR-16-NEEDS",
        MET,
        of_a_pair({"needs": None}, {"kind": "childrens_home", "registration": papers("registration", needs=None)}),
    ),
    FinePoint(
        "a grade that nobody knows the word of",
        "POL-GRADE",
        CANNOT_TELL,
        in_a_home(kind="childrens_home", registration=papers("registration", judgement="not_yet_judged")),
    ),
    FinePoint(
        "violence holds its kinds",
        "POL-DOES-NOT-TAKE",
        PROHIBITED,
        _risk("violence_to_carers", "current", ["violence"]),
    ),
    FinePoint(
        "its kinds may be it", "POL-DOES-NOT-TAKE", CANNOT_TELL, _risk("violence", "current", ["violence_to_animals"])
    ),
    FinePoint(
        "a past risk is for the carer to say", "POL-DOES-NOT-TAKE", CANNOT_TELL, _risk("theft", "history", ["theft"])
    ),
    FinePoint("a home that takes all takes a risk unnamed", "POL-DOES-NOT-TAKE", MET, _risk(None, None, [])),
    FinePoint("what is known to be none is none", "POL-DOES-NOT-TAKE", MET, _risk("theft", "none", None)),
    FinePoint("fostering is not residential care", "POL-REQUIRED", CANNOT_TELL, _asked("residential_care")),
    FinePoint("a children's home is", "POL-REQUIRED", MET, _asked("residential_care", kind="childrens_home")),
    FinePoint("a word that is listed", "POL-REQUIRED", MET, _asked("step_free", access=["step_free"])),
    FinePoint("a word that is not is never a no", "POL-REQUIRED", CANNOT_TELL, _asked("step_free")),
    FinePoint("one carer is not two", "POL-REQUIRED", PROHIBITED, _asked("two_carers", carers=1)),
    FinePoint("a child who lives there", "POL-REQUIRED", PROHIBITED, _asked("solo", household=[a_member()])),
    FinePoint("from the third birthday a room of her own", "POL-BEDROOM", NEEDS_APPROVAL, _of_age(3)),
    FinePoint("and not the day before", "POL-BEDROOM", MET, _of_age(3, A_DAY)),
    FinePoint(
        "she is in year 10 once the school year has turned",
        "CPPCR-10",
        NEEDS_APPROVAL,
        of_a_pair({"school": YEAR_9}, FAR, start=date(2027, 9, 1), expected_end=date(2027, 10, 1)),
    ),
    FinePoint(
        "and not the day before it turns",
        "CPPCR-10",
        MET,
        of_a_pair({"school": YEAR_9}, FAR, start=date(2027, 8, 31), expected_end=date(2027, 10, 1)),
    ),
    FinePoint(
        "an emergency bed counts from when she came",
        "POL-EMERGENCY-BED",
        PROHIBITED,
        of_a_pair({"current_home": "oak", "current_since": START - A_DAY}, BED, expected_end=START + 28 * A_DAY),
    ),
    FinePoint("a parent's home needs no vacancy", "POL-VACANCY", MET, in_a_home(kind="parent", vacancies=None)),
    FinePoint("a bed that is promised is taken", "POL-VACANCY", PROHIBITED, _decided(START, [])),
    FinePoint("a promise that ends the day before is over", "POL-VACANCY", MET, _decided(START - A_DAY, [])),
    FinePoint("who is listed already has her bed", "POL-VACANCY", MET, _decided(household=[a_member(id="bea")])),
    FinePoint(
        "one agreed after the stay takes none", "POL-VACANCY", MET, _decided(start=date(2027, 6, 2), household=[])
    ),
    FinePoint("a bed is taken where nobody recorded who is there", "POL-VACANCY", PROHIBITED, _decided()),
    FinePoint(
        "she to whom a bed was promised is somebody to live apart from",
        "POL-APART",
        PROHIBITED,
        lambda: a_case(
            children=(a_child(must_not_live_with=["bea"]),),
            homes=(a_home(),),
            decided=({"child": "bea", "home": "oak"},),
        ),
    ),
    FinePoint(
        "two entries of a home have one household",
        "CA89-SCH7",
        NEEDS_APPROVAL,
        _emergency_bed_of(*(a_member(id=i) for i in ("x1", "x2", "x3"))),
    ),
)
