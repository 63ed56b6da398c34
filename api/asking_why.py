"""From the bytes of a request to why a home is not first, and to how sure the first is, as JSON."""

from api.asking import engine_for, of_the_homes, of_the_referral
from api.held import Held
from matching.engine import Engine
from matching.errors import InvalidInput


def why_not_first(body: bytes, held: Held | None, *, referral: str | None, home: str) -> bytes:
    """Why one home is not first for the referral that a request asks about; InvalidInput with every fault."""
    engine = engine_for(body, held)
    faults = [*of_the_referral(engine.case, referral), *of_the_homes(engine, [home])]
    if faults:
        raise InvalidInput(faults)
    return _whole(engine).why_not(_asked(engine, referral), home).model_dump_json().encode()


def how_sure_first(body: bytes, held: Held | None, *, referral: str | None) -> bytes:
    """How sure it is which home is first for the referral that a request asks about; InvalidInput with every fault."""
    engine = engine_for(body, held)
    if faults := [*of_the_referral(engine.case, referral)]:
        raise InvalidInput(faults)
    return _whole(engine).how_sure(_asked(engine, referral)).model_dump_json().encode()


def _asked(engine: Engine, referral: str | None) -> str:
    return referral or engine.case.referrals[0].id


def _whole(engine: Engine) -> Engine:
    """The engine with its homes laid out for its own children: what is tried is, and the two must be alike."""
    return engine.with_case(engine.case, engine.policy)
