"""From the bytes of a request to the bytes of its answer: read strictly, filled from the register, ranked."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from api.filling import Filled, left_out
from api.held import Held
from api.scale_asked import scale_asked
from matching.data.checking import case_of
from matching.data.document import Document, document
from matching.data.trouble import Trouble
from matching.domain.case import Case
from matching.engine import Engine
from matching.errors import Fault, InvalidInput
from matching.facts.everybody import with_everybody
from matching.facts.fingerprint import fingerprint
from matching.facts.register import Register
from matching.geography.postcodes import directory
from matching.plan import Asked
from matching.rules.figures import figures_for
from matching.rules.rulebook import approvers_by_rule
from matching.scoring.weighing import Scale

NAME = "request"
"""What stands for the file's name in a fault."""

NOT_THERE = "an id that none has"


def ranked(
    body: bytes, held: Held | None, *, referral: str | None, limit: int, homes: Sequence[str], why: bool = False
) -> bytes:
    """The ranking that a request asks for, as JSON; InvalidInput with every fault of the request."""
    engine = engine_for(body, held)
    faults = [*of_the_referral(engine.case, referral), *of_the_homes(engine, homes)]
    if faults:
        raise InvalidInput(faults)
    asked = referral or engine.case.referrals[0].id
    whole = engine.with_case(engine.case, engine.policy) if why else engine
    answer = whole.rank(asked, limit=limit, in_full=tuple(dict.fromkeys(homes)), why=why)
    return answer.model_dump_json().encode()


def planned(body: bytes, held: Held | None, referrals: Sequence[str], asked: Asked) -> bytes:
    """The plan that a request asks for, as JSON; InvalidInput with every fault of the request."""
    engine = engine_for(body, held)
    asked_for: Sequence[str | None] = referrals or ([] if engine.case.referrals else [None])
    faults = [fault for referral in asked_for for fault in of_the_referral(engine.case, referral)]
    if faults:
        raise InvalidInput(faults)
    return engine.plan(referrals, asked).model_dump_json().encode()


def engine_for(body: bytes, held: Held | None) -> Engine:
    """The engine for a request: what it leaves out is the held register's, whose homes are not laid out again."""
    return engine_of(document(body, name=NAME, kind="json"), held)


def engine_of(said: Document, held: Held | None) -> Engine:
    """The same for what a request says, once it is read."""
    if not is_table(said):
        return Engine.of(case_of(said, approvers_by_rule()))
    scale, wrong = scale_asked(said.raw.get("policy"), held.engine.scale if held else None)
    others = [*wrong, *_nothing_to_rank(said, held)]
    if held is None:
        case = case_of(said, approvers_by_rule(), others)
        return _engine(case, scale, _register(case), fingerprint(case.children))
    filled = Filled.of(said, held)
    case = filled.laid_over(case_of(filled.said, approvers_by_rule(), others), held.case)
    register = held.engine.register if left_out(said.raw, "homes") else _register(case)
    return _engine(case, scale, register, held.hash_of(case.children))


def _register(case: Case) -> Register:
    """The homes of a request, with everybody who lives in them by either record, as in a case file."""
    return Register.of(with_everybody(case), directory())


def _engine(case: Case, scale: Scale, register: Register, children_hash: str) -> Engine:
    try:
        return Engine(case, scale, figures_for(scale.policy, case.as_of), register, children_hash)
    except InvalidInput as error:  # of a day or a policy, which do not know that they come from a request
        raise InvalidInput([replace(fault, file=fault.file or NAME) for fault in error.faults], error.more) from None


def is_table(said: Document) -> bool:
    """Whether it is a table at all; a case that is not is the reader's to refuse."""
    return bool(said.raw) or said.json.lstrip()[:1] == b"{"


def _nothing_to_rank(said: Document, held: Held | None) -> Iterator[Trouble]:
    if held is None and left_out(said.raw, "homes"):
        yield Trouble(
            ("homes",),
            None,
            "a list of homes, as the service holds no register",
            "Send the homes, or start the service with `matching serve --case FILE`.",
        )


def of_the_referral(case: Case, asked: str | None, also: Collection[str] = ()) -> Iterator[Fault]:
    """What is wrong with the referral that an address asks for, or leaves out; `also` may be asked for, too."""
    known = list(dict.fromkeys((*(referral.id for referral in case.referrals), *also)))
    if asked is None and len(known) > 1:
        found = f"{len(known)} referrals, and none of them named"
        yield _of_the_address("referral", "", found, f"one of: {_some(known)}", "Say which with ?referral=ID.")
    elif asked is None and not known:
        yield _of_the_address("referral", "", "no referral", "a referral in the request", "Send one.")
    elif asked is not None and asked not in known:
        yield _of_the_address("referral", asked, NOT_THERE, f"one of: {_some(known)}", "Correct the id.")


def of_the_homes(engine: Engine, asked: Sequence[str]) -> Iterator[Fault]:
    for home in asked:
        if home not in engine.register.row_of:
            yield _of_the_address("home", home, NOT_THERE, "the id of a home that is ranked", "Correct the id.")


def _of_the_address(field: str, about: str, found: str, expected: str, remedy: str) -> Fault:
    return Fault("address", "query", about, field, found, expected, remedy, kind_found=found)


def _some(ids: Sequence[str]) -> str:
    more = len(ids) - 10
    return (", ".join(ids[:10]) or "none") + (f" and {more} more" if more > 0 else "")
