"""The rule register: every rule, duty, deadline and figure in words that counsel can mark up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from matching.domain.codes import Approver, Outcome
from matching.facts.fact import CATALOGUE, Fact
from matching.facts.value import Value
from matching.rules.citation import Confidence
from matching.rules.deadlines import DEADLINES
from matching.rules.duties import DUTIES, Duty
from matching.rules.entry import DutyEntry, Entry, FactUsed, FigureEntry, LineSaid, Sourced
from matching.rules.figures import FIGURES, LOCAL, StatutoryFigure
from matching.rules.gates import GATES
from matching.rules.rule import HOUSEHOLD, OPTIONS, PAIRING, SLOT, Line, Rule
from matching.rules.rulebook import RULES
from matching.rules.sourced import FromASource

ABOUT = {
    PAIRING: "one child in one home",
    HOUSEHOLD: "the household: a home with everybody who would live there",
    OPTIONS: "all the homes together",
}
CONFIRMED = {
    Confidence.MEMORY: "to be checked first",
    Confidence.SECONDARY: "not yet checked against the text",
    Confidence.PRIMARY: "read in the text of the law",
    Confidence.LOCAL: "the council's own, and not law",
}
"""What each mark of confidence says; what counsel reads first stands first."""

APPROVERS = {
    Approver.NOMINATED_OFFICER: "the nominated officer",
    Approver.DIRECTOR: "the director",
    Approver.ALL_WITH_PR: "all with parental responsibility",
    Approver.REGISTERED_MANAGER: "the registered manager",
    Approver.FOSTERING_SERVICE: "the fostering service",
    Approver.AGENCY_DECISION_MAKER: "the agency decision maker",
    Approver.AUTHORITY_OF_RESIDENCE: "the authority that the home is in",
    Approver.OTHER_PLACING_AUTHORITY: "the other placing authorities",
    Approver.COURT: "the court",
    Approver.RESOURCE_PANEL: "the resource panel",
    Approver.FINANCE: "finance",
}
OUTCOMES = {Outcome.PROHIBITED: "prohibited", Outcome.CANNOT_TELL: "cannot tell", Outcome.MET: "met"}
CLASSES = {Outcome.PROHIBITED: "prohibition", Outcome.NEEDS_APPROVAL: "approval"}
SETTLED_FIRST, MODE_OR_ORDER = "to be settled first", "mode or order"

Dated = TypeVar("Dated", bound=FromASource | StatutoryFigure)


@dataclass(frozen=True)
class RuleRegister:
    """All that is judged and measured: rules, duties, what a decision waits for with the deadlines, and the figures."""

    rules: tuple[Entry, ...]
    duties: tuple[DutyEntry, ...]
    deadlines: tuple[Sourced, ...]
    figures: tuple[FigureEntry, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, once."""
        return tuple(dict.fromkeys(entry.id for entry in (*self.rules, *self.duties, *self.deadlines)))

    def only(self, id: str) -> "RuleRegister":  # noqa: A002
        """What has this id, in all its versions."""
        return RuleRegister(_of(id, self.rules), _of(id, self.duties), _of(id, self.deadlines), ())


def register(on: date | None = None) -> RuleRegister:
    """The register in all versions, or as it stands on a day."""
    return RuleRegister(
        entries(on),
        tuple(map(_duty, _binding(DUTIES, on))),
        tuple(_sourced(deadline) for deadline in _binding((*GATES, *DEADLINES), on)),
        figures(on),
    )


def entries(on: date | None = None) -> tuple[Entry, ...]:
    """Every rule in every version, or those that bind on a day, in the order in which findings are shown."""
    return tuple(map(entry_of, _binding(RULES, on)))


@cache
def entry_of(rule: Rule) -> Entry:
    """One version of a rule as counsel reads it."""
    return Entry(
        **vars(_sourced(rule)),
        classes=classes_of(rule),
        about=ABOUT[rule.about],
        approvers=tuple(a.value for a in rule.approvers),
        deadlines=tuple(dict.fromkeys(_deadline(line.by) for line in rule.table if line.by is not None)),
        table=tuple(_line(number, line) for number, line in enumerate(rule.table, start=1)),
        facts=tuple(_fact(CATALOGUE[name]) for name in sorted(rule.facts)),
    )


def classes_of(rule: Rule) -> tuple[str, ...]:
    """What a rule can do: forbid, ask for approval; or only hold things up, or only set the mode and the order."""
    worse = tuple(CLASSES[outcome] for outcome in rule.outcomes if outcome in CLASSES)
    return worse or ((SETTLED_FIRST,) if Outcome.CANNOT_TELL in rule.outcomes else (MODE_OR_ORDER,))


def figures(on: date | None = None) -> tuple[FigureEntry, ...]:
    """The law's figures with their source, then local policy's by name."""
    local = [FigureEntry(n, _figure(n).words, None, "Local policy", None, None) for n in sorted(LOCAL)]
    return (*map(_statutory, _binding(FIGURES, on)), *local)


def nearest(id: str) -> tuple[str, ...]:  # noqa: A002
    """The ids that are most like one that is not there."""
    return tuple(get_close_matches(id.upper(), register().ids, n=3, cutoff=0.4))


def with_facts_named(sentence: str) -> str:
    """A sentence with each of its places filled by the words of the fact that goes there, in square brackets."""
    return SLOT.sub(lambda slot: f"[{CATALOGUE[slot[1]].words}]", sentence)


def _binding(all_of_them: Iterable[Dated], on: date | None) -> list[Dated]:
    return [one for one in all_of_them if on is None or one.binds_on(on)]


def _of(id: str, listed: tuple[Any, ...]) -> tuple[Any, ...]:  # noqa: A002
    return tuple(entry for entry in listed if entry.id == id)


def _sourced(of: FromASource) -> Sourced:
    return Sourced(
        of.id,
        of.title,
        of.means,
        str(of.cites),
        of.cites.address,
        of.confidence.value,
        CONFIRMED[of.confidence],
        of.from_day,
        of.until_day,
    )


def _line(number: int, line: Line) -> LineSaid:
    by = _deadline(line.by) if line.by is not None else None
    asks = tuple(fact.words for fact in line.asks)
    return LineSaid(number, outcome_of(line), line.in_words, with_facts_named(line.because), by, asks)


def outcome_of(line: Line) -> str:
    """What a line answers: `needs the approval of the director`."""
    if line.approver:
        return f"needs the approval of {APPROVERS[line.approver]}"
    return OUTCOMES[line.outcome] if line.applies else "does not apply"


def _deadline(by: Value[date]) -> str:
    return ", ".join(CATALOGUE[name].words for name in sorted(by.facts))


def _fact(fact: Fact[Any]) -> FactUsed:
    about, _, name = fact.name.partition(".")
    return FactUsed(fact.name, fact.words, _set_by(name) if about == "figure" else None)


def _set_by(figure: str) -> str:
    law = [_statutory(f) for f in FIGURES if f.name == figure]
    return "; ".join(f"{f.value}, by the {f.cites}" for f in law) or "set by local policy"


def _figure(name: str) -> Fact[Any]:
    return CATALOGUE[f"figure.{name}"]


def _statutory(of: StatutoryFigure) -> FigureEntry:
    fact = _figure(of.name)
    return FigureEntry(of.name, fact.words, fact.show(of.value), str(of.cites), of.from_day, of.until_day)


def _duty(of: Duty) -> DutyEntry:
    return DutyEntry(
        **vars(_sourced(of)),
        owed=of.owed.phrase.text,
        served=of.served.phrase.text,
        says=with_facts_named(of.says),
        better_by=_figure(of.better_by).words if of.better_by else None,
    )
