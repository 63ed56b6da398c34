"""The path for the review of children outside the area: from a case to one answer for all who are due."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from pydantic import TypeAdapter

from matching.domain.review import Review
from matching.engine import Engine
from matching.errors import Fault, InvalidInput
from matching.reviewing.answering import Agenda, Answering, AskedReview, not_for_a_list, people_decide
from matching.reviewing.asked import Asks
from matching.reviewing.due import at_once, due_of, why_due
from matching.reviewing.living import Living, living_of
from matching.reviewing.looked import Looked
from matching.reviewing.looking import Looking
from matching.reviewing.planned import Planning
from matching.scoring.weighing import Scale

__all__ = ["AskedReview", "Done", "Keep", "review"]

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives the bytes of a part by its name: those that were kept, else what is worked out, which is kept from now on."""

Done = Callable[[str, int, int], None]
"""Is told of a stage how many are done, and of how many. It may raise, to end the run."""

A_PART = 50
LOOKING, PLANNING, TELLING = "Looking at each child", "Planning for all at once", "Telling"
KEPT = TypeAdapter(list[Looked])
EVERY_HOME = ("every home is looked at",)


def keep_nothing(_: str, work: Callable[[], bytes]) -> bytes:
    """Work it out, whatever it is."""
    return work()


def say_nothing(_: str, __: int, ___: int) -> None:
    """Nobody watches."""


def review(
    engine: Engine, asked: AskedReview | None = None, *, keep: Keep = keep_nothing, done: Done = say_nothing
) -> Review:
    """Look at every child outside the area who is due, and plan for all of them at once whom to suggest another home.

    A home is suggested only where it is better for that child by herself; cost is no part of it, whatever the policy
    says of it elsewhere. EngineDefect where the plan does not stand up to being replayed step by step.
    """
    asked = asked or AskedReview()
    if asked.last is not None and asked.last.authority != engine.case.authority.code:
        raise InvalidInput([_of_another(asked.last, engine.case.authority.code)])
    scale = _without_cost(engine)
    asks = Asks(engine.case, engine.figures, engine.children_hash, engine.policy.review)
    looking = Looking(asks, engine.register, scale)
    everybody = tuple(living_of(engine.case, engine.register))
    agenda = _agenda(everybody, looking, asked)
    looked = {of.child: of for of in _looked(agenda.livings, looking, keep, done)}
    done(PLANNING, 0, 1)
    planning = Planning(asks, engine.register, scale, looked, looking.sought)
    planned = planning.plan([of.child for of in agenda.livings if looked[of.child.id].may_be_suggested])
    done(PLANNING, 1, 1)
    answering = Answering(engine.case, engine.register, scale.policy, asks, asked, agenda, everybody, looked, planned)
    return answering.answer()


def _of_another(last: Review, ours: str) -> Fault:
    """That the last review was another authority's."""
    remedy = "Give the last review of the same authority, or none."
    return Fault("", "review", "", "last.authority", last.authority, ours, remedy)


def _without_cost(engine: Engine) -> Scale:
    """The scale of the policy, where cost is no part of suitability: a review is not for saving."""
    if engine.policy.cost_counts == "ties":
        return engine.scale
    return Scale(engine.policy.model_copy(update={"cost_counts": "ties"}))


def _agenda(everybody: Sequence[Living], looking: Looking, asked: AskedReview) -> Agenda:
    """Who is due, in the order of the case: whose home outside the area cannot wait, whenever it was considered."""
    day = looking.asks.case.as_of
    why = {of.child.id: _why(of, looking.asks, asked) for of in everybody}
    urgent = looking.urgent([of for of in everybody if of.outside and not why[of.child.id]])
    why |= {of.child.id: at_once(of, urgent) for of in everybody if of.child.id in urgent}
    due = [of for of in everybody if why[of.child.id]]
    return Agenda(
        livings=tuple(of for of in due if not not_for_a_list(of, day)),
        due=tuple(due_of(of, why[of.child.id]) for of in due),
        people_decide=tuple(people_decide(due, day)),
        looked_at=len(everybody),
    )


def _why(of: Living, asks: Asks, asked: AskedReview) -> tuple[str, ...]:
    by = asked.due_by or asks.case.as_of
    return EVERY_HOME if asked.everyone else why_due(of, by, asks.policy)


def _looked(livings: Sequence[Living], looking: Looking, keep: Keep, done: Done) -> Iterator[Looked]:
    """What is found of each child, part by part, each kept."""
    for number, at in enumerate(range(0, len(livings), A_PART)):
        some = livings[at : at + A_PART]
        done(LOOKING, at, len(livings))
        yield from KEPT.validate_json(keep(f"children-{number:05}", partial(_a_part, looking, some)))
    done(LOOKING, len(livings), len(livings))


def _a_part(looking: Looking, livings: Sequence[Living]) -> bytes:
    """What is found of some children, as it is kept."""
    return KEPT.dump_json(looking.at(livings))
