"""The same rules over the same pairs, in columns and one pair at a time: how long each takes, and that they agree."""

from collections.abc import Sequence
from functools import partial
from statistics import median

from benchmarks.measuring import milliseconds
from benchmarks.stages import questions
from matching.domain.case import Case
from matching.domain.codes import Outcome
from matching.engine import Engine
from matching.facts.layout import lay_out
from matching.facts.question import Question
from matching.rules.rulebook import Rulebook, rulebook_on
from tests.peer.engine_says import judged
from tests.peer.fine_points import OWED
from tests.peer.pairing import Asked, Pairing
from tests.peer.peer import judge
from tests.peer.second_pass import RULES, findings

DOZEN = (
    *("CPPCR-22-APPROVED", "CPPCR-22-AGE", "CPPCR-22-NUMBER", "CPPCR-22-SEX", "CPPCR-22-KIND", "CPPCR-22-OTHERS"),
    *("CA89-SCH7", "CPPCR-10", "CPPCR-11-1A", "CPPCR-11-1B", "CPPCR-27A", "POL-VACANCY"),
)
CHILDREN = 3
"""Children whom the peer judges over the whole register: it takes its time."""


def beside_the_peer(engine: Engine) -> None:
    """Print how long each takes for a dozen rules, and how many outcomes of all the peer's rules are equal."""
    asked, day = questions(engine)[:CHILDREN], engine.case.as_of
    book = Rulebook(day, tuple(rule for rule in rulebook_on(day).rules if rule.id in DOZEN))
    ours = sum(median(milliseconds(partial(_in_columns, q, engine, book)) for _ in range(15)) for q in asked)
    theirs = sum(milliseconds(partial(_pair_by_pair, q, engine.case, DOZEN)) for q in asked)
    print(f"{len(book.rules)} rules over {engine.register.size * len(asked):,} pairs, facts and outcomes only:")
    print(f"  engine {ours:.1f} ms, the facts of all its rules laid out; plain Python {theirs:.0f} ms,", end=" ")
    print(f"{theirs / ours:.0f} times as long")
    compared(engine, asked)


def _in_columns(question: Question, engine: Engine, rulebook: Rulebook) -> None:
    for frame in lay_out(question, engine.register).frames:
        rulebook.judge(frame)


def _pair_by_pair(question: Question, case: Case, rules: Sequence[str]) -> list[dict[str, Outcome]]:
    asked = Asked(case, question.referral)
    return [judge(Pairing(asked, question.children[0], home), rules) for home in case.homes]


def compared(engine: Engine, asked: Sequence[Question]) -> None:
    """Every outcome of every rule that both have is equal, or is a difference that is owned up to."""
    count = differ = 0
    for question in asked:
        found = judged(engine, question.referral.id, RULES)
        for (rule, child, home), right in findings(engine.case, question.referral).items():
            said = found[rule, child, home]
            assert said is right or (rule, said, right) in OWED, (rule, child, home, said, right)
            count, differ = count + 1, differ + (said is not right)
    owed = f"; {differ:,} differ, each of a kind that tests/peer/fine_points.py owns up to" if differ else ""
    print(f"  {count:,} outcomes of {len(RULES)} rules compared: {count - differ:,} equal{owed}")
