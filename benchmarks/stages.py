"""Where the time of one ranking goes: the same calls as `matching.rank` makes, with a clock between them."""

from collections import defaultdict
from functools import partial
from itertools import pairwise
from time import perf_counter

import numpy as np

from benchmarks.measuring import WARMING_UP, milliseconds, table
from matching.domain.codes import Outcome
from matching.engine import Engine
from matching.explaining.found import Found
from matching.explaining.ranking import ranking
from matching.facts.decided import with_decided
from matching.facts.layout import lay_out
from matching.facts.question import Question, ask
from matching.rank import IN_FULL, rank
from matching.rules.judging import judge, worst
from matching.rules.rulebook import rulebook_on
from matching.scoring.ordering import PLACES_NEED, in_order, placing
from matching.scoring.weighing import mean_of

STAGES = ("layout", "rules", "standing", "points", "order", "explain", "to JSON")


def questions(engine: Engine) -> list[Question]:
    """The questions of the case about one child alone."""
    alone = (referral for referral in engine.case.referrals if len(referral.children) == 1)
    return [ask(engine.case, r.id, engine.figures, engine.children_hash) for r in alone]


def staged(engine: Engine, rounds: int) -> None:
    """Print the time of each stage, and of the whole path as it is called."""
    asked, took = questions(engine), defaultdict[str, list[float]](list)
    lawful = size = 0
    for number in range(rounds + WARMING_UP):
        question = asked[number % len(asked)]
        times, lawful, size = stages(question, engine)
        whole = milliseconds(partial(answer, question, engine))
        if number >= WARMING_UP:
            for name, time in zip((*STAGES, "whole"), (*times, whole), strict=True):
                took[name].append(time)
    title = f"{engine.register.size:,} homes, {rounds} rounds, {IN_FULL} options in full"
    print(table(f"{title} (the last: {lawful:,} homes not ruled out, {size / 1e3:.0f} kB)", took))


def answer(question: Question, engine: Engine) -> bytes:
    """What is done with a question, from its facts to JSON."""
    return rank(question, engine.register, scale=engine.scale).model_dump_json().encode()


def stages(question: Question, engine: Engine) -> tuple[list[float], int, int]:
    """Milliseconds of each stage, the number of homes not ruled out, and the bytes of the answer."""
    scale, times = engine.scale, [perf_counter()]
    register = with_decided(engine.register, question)
    layout = lay_out(question, register)
    times.append(perf_counter())
    rulebook = rulebook_on(question.day)
    layout, judged, given = judge(layout, rulebook)
    times.append(perf_counter())
    standing = worst(judged)
    lawful = np.flatnonzero(standing != Outcome.PROHIBITED)
    frames = [frame[[*{*scale.needs, *PLACES_NEED}]][lawful] for frame in layout.frames]
    times.append(perf_counter())
    weighed = mean_of(tuple(scale.weigh(frame) for frame in frames), scale)
    times.append(perf_counter())
    places = placing(frames, standing[lawful].astype(np.int64), register.by_id[lawful])
    ordered = in_order(places, weighed, scale.policy)
    times.append(perf_counter())
    found = Found(layout, rulebook, judged, given, standing, lawful, scale, weighed, places, ordered)
    said = ranking(found, limit=IN_FULL, in_full=())
    times.append(perf_counter())
    size = len(said.model_dump_json().encode())
    times.append(perf_counter())
    return [(after - before) * 1_000 for before, after in pairwise(times)], len(lawful), size
