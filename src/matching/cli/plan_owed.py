"""What a planned home owes, a short line each: duties that it does not serve, and reasons that are to be recorded."""

from collections.abc import Iterator, Sequence

from matching.cli.panel import Panel, named
from matching.domain.plan import Assignment
from matching.domain.ranking import DutyMeasured
from matching.explaining.words import listed

OF_A_MOVE = "CPPCR-14"
"""Said with the home that the child would leave."""

Row = tuple[str, str]


def owed(panel: Panel, of: Assignment) -> Iterator[Row]:
    """The duties that it falls short of, then those that another home serves better, then the reasons."""
    if of.option is None:
        return
    duties = [duty for duty in of.option.duties if duty.owed]
    yield from (("falls short", said) for said in _told(panel, of, [d for d in duties if d.met is False]))
    better = [d for d in duties if d.met is not False and d.reason_owed]
    yield from (("reason owed", said) for said in _told(panel, of, better))
    for reason in of.option.reasons_owed:
        if reason.rule != OF_A_MOVE:
            yield "reason owed", f"{named(reason.because, of.children)} ({listed(reason.homes)}) [{reason.rule}]"


def _told(panel: Panel, of: Assignment, duties: Sequence[DutyMeasured]) -> Iterator[str]:
    """Each duty, once for all of the children of whom the same is found."""
    alike: dict[str, list[str]] = {}
    for duty in duties:
        alike.setdefault(_duty(panel, of, duty), []).append(duty.child or "")
    for said, whom in alike.items():
        some = [child for child in whom if child]
        yield f"{listed(some)}: {said}" if some and len(some) < len(of.children) else said


def _duty(panel: Panel, of: Assignment, duty: DutyMeasured) -> str:
    title = panel.rules[duty.id].title if duty.id in panel.rules else duty.id
    better = f"; {listed(duty.better)} would serve this better" if duty.better else ""
    return f"{title}: {named(duty.because, of.children)}{better} [{duty.id}]"
