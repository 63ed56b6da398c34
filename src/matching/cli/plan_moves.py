"""Where the children of a planned home live now: whether they stay, and what they would leave."""

from collections.abc import Iterator, Sequence

from matching.cli.panel import Panel
from matching.cli.plan_owed import OF_A_MOVE
from matching.domain.codes import HomeKind, Urgency
from matching.domain.plan import Assignment, Leaves
from matching.domain.referral import Referral
from matching.explaining.words import STANDINGS, day, word

STILL_OPEN = "and shown where she lives: is that home still open?"

Row = tuple[str, str]


def where_now(panel: Panel, of: Assignment) -> Iterator[Row]:
    """That they stay, and whether that can be; else each home of the register that one of them would leave."""
    if of.stays:
        whom = "this is where they live now" if len(of.children) > 1 else f"{of.children[0]} lives here now"
        yield "stays", f"{whom}{_since_each(panel, of.children)}"
        if asked := asked_at_once(panel.referral_of[of.children[0]]):
            yield "", f"asked for {asked}, {STILL_OPEN}"
        return
    for left in of.leaves:
        whom = f"{left.child}: " if len(of.children) > 1 else ""
        parent = ", a parent's home" if panel.homes[left.home].kind is HomeKind.PARENT else ""
        yield "leaves", f"{whom}{panel.home(left.home)}{parent}{_since(panel, left.child)}; {_stands(of, left)}"


def asked_at_once(referral: Referral) -> str:
    """As what a home is asked for that cannot wait: `as an emergency (no home tonight)`; else nothing."""
    if referral.emergency:
        because = f" ({word(referral.emergency_because)})" if referral.emergency_because else ""
        return f"as an emergency{because}"
    return "for the same day" if referral.urgency == Urgency.SAME_DAY else ""


def _since(panel: Panel, child: str) -> str:
    since = panel.children[child].current_since
    return f", since {day(since)}" if since else ""


def _since_each(panel: Panel, children: Sequence[str]) -> str:
    """Since when they live there: of each, where they did not come on one day."""
    since = [_since(panel, child).removeprefix(", ") or "since when is not recorded" for child in children]
    if len(set(since)) == 1:
        return _since(panel, children[0])
    return f": {'; '.join(f'{child} {said}' for child, said in zip(children, since, strict=True))}"


def _stands(of: Assignment, left: Leaves) -> str:
    """How the home stands that she would leave, and the reason that is owed for it."""
    own = ", and 1st in the own order" if of.own_first and of.own_first.home == left.home else ""
    reasons = of.option.reasons_owed if of.option else ()
    owed = [
        r for r in reasons if r.rule == OF_A_MOVE and left.home in r.homes and r.because.startswith(f"{left.child} ")
    ]
    said = (f"a reason is owed: {reason.because} [{reason.rule}]" for reason in owed)
    return "; ".join((f"{STANDINGS[left.standing]}{own}", *said))
