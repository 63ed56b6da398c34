"""What an option owes and what follows from it: duties, reasons, what people should weigh, deadlines."""

from collections.abc import Iterator, Sequence

from matching.cli.answer import Answer
from matching.cli.deadlines_text import of_one
from matching.domain.ranking import DutyMeasured, ImpactCell, Option
from matching.explaining.words import listed

MOST_CELLS = 6
IDENTITY = "CA89-22-5"
"""Shown for every option: consideration is given to it whatever else is said."""

Row = tuple[str, str]


def owed(answer: Answer, option: Option) -> Iterator[Row]:
    """The duties in a line, and every reason that is owed for this option."""
    if said := _duties(answer, option):
        yield "duties", said
    for duty in option.duties:
        if duty.id == IDENTITY and not duty.reason_owed:
            yield "identity", f"{_named(answer, duty)}: {answer.named(duty.because)}"
    for reason in option.reasons_owed:
        yield "reason owed", f"{answer.named(reason.because)} ({listed(reason.homes)}) {answer.source(reason.rule)}"
    for duty in option.duties:
        if duty.reason_owed:
            why = f"{_named(answer, duty)}: {answer.named(duty.because)}; {listed(duty.better)} would serve this better"
            yield "reason owed", f"{why} {answer.source(duty.id)}"


def for_people(answer: Answer, option: Option) -> Iterator[Row]:
    """What people should weigh between those who would live together, and by when what is due."""
    for cell in option.impact[:MOST_CELLS]:
        yield "to weigh", cell_said(cell)
    if len(option.impact) > MOST_CELLS:
        left = len(option.impact) - MOST_CELLS
        yield "to weigh", f"{left} more: --home {option.home} --json names them all"
    for text in of_one(answer, option):
        yield "by when", text


def _duties(answer: Answer, option: Option) -> str:
    """Which duties are served, which fall short, and of which nobody can tell."""
    groups = (("served", True), ("falls short", False), ("cannot tell", None))
    named = [(word, [d for d in option.duties if d.owed and d.met is met]) for word, met in groups]
    return "; ".join(f"{word}: {_several(answer, duties)}" for word, duties in named if duties)


def _several(answer: Answer, duties: Sequence[DutyMeasured]) -> str:
    return listed(_named(answer, duty).lower() for duty in duties)


def _named(answer: Answer, duty: DutyMeasured) -> str:
    """A duty by its title, and to whom it is owed where several children arrive."""
    whom = f"{duty.child}: " if duty.child else ""
    return f"{whom}{answer.rules[duty.id].title}"


def cell_said(cell: ImpactCell) -> str:
    """What is to be weighed between two who would live together: whose risk, for whom, and on what it rests."""
    return f"{cell.source} and {cell.towards}: {cell.risk}: {cell.because} ({cell.assessed})"
