"""The lawful homes of a referral as the plain order sees them, with the engine's points and standings."""

import polars as pl

from matching.domain.codes import Outcome
from matching.domain.ranking import Interval, Option, Ranking
from matching.engine import Engine
from matching.facts.decided import with_decided
from matching.facts.layout import lay_out
from matching.facts.question import ask
from matching.scoring.ordering import SIDES
from tests.peer.knowing import Known, every
from tests.peer.order import Candidate, Points, adopts_early, residential_unneeded, tier_of
from tests.peer.pairing import Asked


def in_full(engine: Engine, referral_id: str) -> Ranking:
    """The answer with every lawful home given in full."""
    return engine.rank(referral_id, limit=engine.register.size)


def options(ranking: Ranking) -> list[Option]:
    """The options of every tier that are one home, best first."""
    each = (option for tier in ranking.tiers for option in tier.options if not option.parts)
    return sorted(each, key=lambda option: option.rank or 0)


def candidates(engine: Engine, ranking: Ranking) -> list[Candidate]:
    """What the plain order needs of each option: tiers worked out anew, points and standings as the engine shows."""
    referral = next(r for r in engine.case.referrals if r.id == ranking.referral)
    asked, sides = Asked(engine.case, referral), _sides(engine, ranking.referral)
    return [_candidate(option, asked, engine, sides[option.home]) for option in options(ranking)]


def _candidate(option: Option, asked: Asked, engine: Engine, sides: tuple[Known, ...]) -> Candidate:
    home = engine.case.homes[engine.register.row_of[option.home]]
    return Candidate(
        home=option.home,
        tier=tier_of(asked, home),
        residential=residential_unneeded(asked, home),
        suitability=_hundredths(option.suitability),
        sides=sides,
        cost=_hundredths(option.cost),
        standing=Outcome[option.standing.upper()],
        early=adopts_early(asked, home),
    )


def _hundredths(points: Interval) -> Points:
    low, central, high = (round(value * 100) for value in (points.low, points.central, points.high))
    return (low, central, high)


def _sides(engine: Engine, referral_id: str) -> dict[str, tuple[Known, ...]]:
    """Siblings together, school kept and wishes met, for every home and for all who arrive."""
    question = ask(engine.case, referral_id, engine.figures)
    frames = lay_out(question, with_decided(engine.register, question)).frames
    each = [zip(*(_column(frame, side.name) for side in SIDES), strict=True) for frame in frames]
    ids = [home.id for home in engine.case.homes]
    return {i: tuple(every(*said) for said in zip(*lines, strict=True)) for i, *lines in zip(ids, *each, strict=True)}


def _column(frame: pl.DataFrame, name: str) -> list[Known]:
    values: list[Known] = frame.get_column(name).to_list()
    return values
