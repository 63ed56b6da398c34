"""What holds of every what-if: nothing is hidden, nothing is made up, and what is undone is as it was."""

from collections.abc import Mapping
from random import Random
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from matching.data.changes import Change, changed_case
from matching.domain.comparison import Comparison
from matching.domain.laying import as_tables
from matching.domain.plan import Plan
from matching.domain.ranking import Option, Ranking
from matching.engine import Engine
from matching.what_if import Wanted, changed_engine, try_change
from tests.comparing.asking import about_homes
from tests.data.changing import a_change
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world
from tests.peer.made_up_words import AS_OF
from tests.planning.panels import panel

Record = dict[str, Any]
seeds = st.integers(0, 10**6)
worlds = st.builds(
    world, homes=st.integers(4, 30), children=st.integers(1, 4), seed=seeds, gaps=st.sampled_from((0, 0.04, 0.2))
)
WISHES = ("same_school", "pets", "no_other_children")
HEADS = ("suitability", "stability", "distance", "cost")


def some_change(case: Mapping[str, Any], seed: int) -> Record:
    """One to three things that would be otherwise, of any kind."""
    rng = Random(seed)  # noqa: S311 - made up
    change: Record = {}
    for way in rng.sample(WAYS, rng.randint(1, 3)):
        for table, said in way(rng, case).items():
            change[table] = [*change.get(table, []), *said] if isinstance(said, list) else said
    return _each_once(change)


def _each_once(change: Record) -> Record:
    by_id = {t: list({e["id"]: e for e in said}.values()) for t, said in change.items() if isinstance(said, list)}
    return {**change, **by_id}


def _a_home(rng: Random, case: Mapping[str, Any]) -> Record:
    home = rng.choice(case["homes"])
    facts: list[Record] = [
        {"vacancies": {"beds": rng.randint(0, 3)}},
        {"vacancies": ""},
        {"postcode": rng.choice(("HP20 1UA", "SL9 7AA", "OX9 3AA", ""))},
        {"skills": {"education_learning": rng.randint(0, 4)}},
        {"household": []},
        {"cost": {"full_weekly": rng.randint(300, 5_000)}},
        {"years_fostering": rng.randint(0, 20)},
        {"languages": ["Polish"], "religion": "Sikh"},
        {"offer": ""},
    ]
    return {"homes": [{"id": home["id"], **rng.choice(facts)}]}


def _a_home_more(rng: Random, case: Mapping[str, Any]) -> Record:
    like = {key: value for key, value in rng.choice(case["homes"]).items() if key != "same_home_as"}
    return {"homes": [{**like, "id": "new"}]}


def _a_home_less(rng: Random, case: Mapping[str, Any]) -> Record:
    held = {entry.get("home") for table in ("decided", "approvals") for entry in case.get(table, [])}
    held |= {home.get("same_home_as") for home in case["homes"]}
    free = [home["id"] for home in case["homes"] if home["id"] not in held]
    return {"homes": [{"id": rng.choice(free), "remove": True}]} if len(free) > 1 else _a_home(rng, case)


def _a_child(rng: Random, case: Mapping[str, Any]) -> Record:
    facts: list[Record] = [
        {"needs": {"education_learning": rng.randint(0, 4), "behaviour_regulation": rng.randint(0, 4)}},
        {"school": ""},
        {"home_postcode": rng.choice(("HP20 1UA", "SL9 7AA", ""))},
        {
            "wishes": {
                "ascertained_on": "2026-11-20",
                "wants": [rng.choice(("same_school", "pets", "no_other_children"))],
            }
        },
        {"sex": rng.choice("MF")},
        {"ethnicity": "BAFR"},
        {"religion": "Sikh"},
        {"risks": []},
        {"considering_adoption": True, "ought_to_be_placed": True},
        {"deprivation_of_liberty": True},
        {"current_home": rng.choice(case["homes"])["id"]},
    ]
    return {"children": [{"id": rng.choice(case["children"])["id"], **rng.choice(facts)}]}


def _a_referral(rng: Random, case: Mapping[str, Any]) -> Record:
    facts: list[Record] = [{"emergency": True}, {"required": ["residential_care"]}, {"expected_end": ""}]
    return {"referrals": [{"id": case["referrals"][0]["id"], **rng.choice(facts)}]}


def _policy(rng: Random, _: Mapping[str, Any]) -> Record:
    facts: list[Record] = [
        {"weights": {rng.choice(("education", "near-home", "settled")): rng.randint(1, 60)}},
        {"band_width": rng.randint(1, 40)},
        {"cost_counts": "weighted"},
        {"figures": {"longest_school_journey": rng.randint(5, 90)}},
    ]
    return {"policy": rng.choice(facts)}


def _the_day(rng: Random, _: Mapping[str, Any]) -> Record:
    return {"as_of": AS_OF.replace(year=AS_OF.year + rng.randint(0, 1), month=rng.randint(AS_OF.month, 12)).isoformat()}


WAYS = (_a_home, _a_home, _a_home, _a_home_more, _a_home_less, _a_child, _a_child, _a_referral, _policy, _the_day)


def in_full(engine: Engine, referral: str, homes: set[str]) -> Ranking:
    return engine.rank(referral, limit=0, in_full=sorted(homes))


def differ(was: Option | None, now: Option | None) -> bool:
    """Whether anything is different of a home: its place, tier, standing, points, findings or the duties it serves."""
    if was is None or now is None:
        return was is not now
    own = ("rank", "tier", "standing", *HEADS)
    return any(getattr(was, field) != getattr(now, field) for field in own) or _found(was, now) or _served(was, now)


def _found(was: Option, now: Option) -> bool:
    one, other = ({(f.rule, f.child): f.outcome for f in o.findings} for o in (was, now))
    return any(one.get(key, "met") != other.get(key, "met") for key in {**one, **other})


def _served(was: Option, now: Option) -> bool:
    if was.rank is None or now.rank is None:
        return False
    one, other = ({(d.id, d.child): (d.owed, d.met) for d in o.duties} for o in (was, now))
    return one != other


def compared(case: Mapping[str, Any], seed: int) -> tuple[Engine, Change, Comparison]:
    engine = engine_of(case)
    change = a_change(some_change(case, seed))
    return engine, change, try_change(engine, change, Wanted(referrals=(case["referrals"][0]["id"],)))


@given(worlds, seeds)
@example(world(homes=4, children=1, seed=1, gaps=0.2), 7)  # a duty of which nobody can tell whether it is owed
def test_every_home_of_which_something_is_different_is_named_and_no_other(case, seed):
    engine, change, found = compared(case, seed)
    after = Engine.of(changed_case(engine.case, change))
    referral = case["referrals"][0]["id"]
    homes = {home.id for one in (engine, after) for home in one.case.homes}
    was, now = ({o.home: o for o in in_full(one, referral, homes).in_full} for one in (engine, after))
    expected = {home for home in homes if differ(was.get(home), now.get(home))}
    assert {home for home in about_homes(found) if "+" not in home} == expected


@given(worlds, seeds)
def test_what_is_said_of_a_home_is_what_its_two_rankings_say(case, seed):
    engine, change, found = compared(case, seed)
    after = Engine.of(changed_case(engine.case, change))
    for one, state in ((engine, found.before), (after, found.after)):
        for told in state.rankings:
            ranking = in_full(one, told.referral, {option.home for option in told.options})
            said = {o.home: o for o in ranking.in_full}
            assert told.facts_hash == ranking.facts_hash
            for option in told.options:
                assert all(getattr(said[option.home], f) == getattr(option, f) for f in type(option).model_fields)


@given(worlds, seeds)
@example(world(homes=4, children=1, seed=0, gaps=0), 2048)  # cost is weighed in, and no criterion differs
def test_every_difference_has_what_makes_it_so(case, seed):
    _, _, found = compared(case, seed)
    by_itself = {"before_deciding", "deadlines", "support_to_plan", "people_decide", "warnings"}
    assert [row for row in found.changed if not row.because and row.what not in by_itself] == []


@given(worlds, seeds)
def test_the_same_question_has_the_same_answer_to_the_byte(case, seed):
    assert compared(case, seed)[2].model_dump_json() == compared(case, seed)[2].model_dump_json()


@given(worlds, seeds)
def test_a_comparison_is_what_its_nouns_may_hold(case, seed):
    _, _, found = compared(case, seed)
    again = Comparison.model_validate_json(found.model_dump_json(by_alias=True))
    assert again.model_dump_json(by_alias=True) == found.model_dump_json(by_alias=True)


@given(worlds, seeds)
def test_what_the_record_says_already_changes_nothing(case, seed):
    engine = engine_of(case)
    rng = Random(seed)  # noqa: S311 - made up
    said = {table: [as_tables(rng.choice(getattr(engine.case, table)))] for table in ("children", "referrals", "homes")}
    found = try_change(engine, a_change(said), Wanted(referrals=(case["referrals"][0]["id"],)))
    assert (found.changed, found.also, found.before.rankings, found.after.rankings) == ((), (), (), ())
    assert all(fact.already_so for fact in found.asked)


@given(worlds, seeds)
def test_a_change_and_its_reverse_give_the_same_ranking_to_the_byte(case, seed):
    engine = engine_of(case)
    rng = Random(seed)  # noqa: S311 - made up
    change = _each_once({**_a_child(rng, case), **_a_home(rng, case), **_a_referral(rng, case)})
    there = changed_engine(engine, a_change(change))
    back = changed_engine(there, a_change(_reverse(change, engine)))
    assert back.case == engine.case
    for referral in engine.case.referrals:
        assert back.rank(referral.id).model_dump_json() == engine.rank(referral.id).model_dump_json()


def _reverse(change: Record, engine: Engine) -> Record:
    """What puts back what each entry was."""
    return {table: [_as_it_was(table, entry, engine) for entry in entries] for table, entries in change.items()}


def _as_it_was(table: str, said: Record, engine: Engine) -> Record:
    was = next(entry for entry in getattr(engine.case, table) if entry.id == said["id"])
    return {"id": said["id"], **_put_back(said, as_tables(was))}


def _put_back(change: Record, was: Mapping[str, Any]) -> Record:
    """Of each field that a change names, what was recorded; nothing, where nothing was."""
    back: Record = {}
    for key, value in change.items():
        if key != "id":
            there = was.get(key)
            parts = isinstance(value, dict) and isinstance(there, dict)
            back[key] = _put_back(value, there or {}) if parts else there
    return back


@given(worlds, seeds)
def test_a_home_more_and_then_less_is_as_it_was(case, seed):
    engine = engine_of(case)
    rng = Random(seed)  # noqa: S311 - made up
    there = changed_engine(engine, a_change(_a_home_more(rng, case)))
    back = changed_engine(there, a_change({"homes": [{"id": "new", "remove": True}]}))
    referral = case["referrals"][0]["id"]
    assert back.rank(referral).model_dump_json() == engine.rank(referral).model_dump_json()


@given(worlds, seeds)
def test_the_engine_of_the_changed_case_is_the_one_that_is_compared(case, seed):
    engine = engine_of(case)
    change = a_change(some_change(case, seed))
    quick, whole = changed_engine(engine, change), Engine.of(changed_case(engine.case, change))
    assert quick.case == whole.case
    assert quick.policy == whole.policy
    assert quick.register.hash == whole.register.hash
    referral = case["referrals"][0]["id"]
    assert quick.rank(referral).model_dump_json() == whole.rank(referral).model_dump_json()


@given(seeds, st.integers(1, 6), st.integers(1, 5), seeds)
def test_every_child_who_would_live_elsewhere_by_the_plan_is_told_and_no_other(seed, children, homes, other):
    engine = engine_of(panel(seed, children, homes))
    rng = Random(other)  # noqa: S311 - made up
    facts = {"vacancies": {"beds": rng.randint(0, 3)}, "bedrooms_free": rng.randint(0, 3)}
    change = a_change({"homes": [{"id": f"h{rng.randrange(homes)}", **facts}]})
    found = try_change(engine, change, Wanted(as_plan=True))
    was, now = (lives(one.plan()) for one in (engine, Engine.of(changed_case(engine.case, change))))
    rows = {child: (row.from_, row.to) for row in found.changed if row.what == "home" for child in row.children}
    assert rows == {c: (was.get(c), now.get(c)) for c in {**was, **now} if was.get(c) != now.get(c)}
    assert all(row.because for row in found.changed if row.what == "home")


def lives(plan: Plan) -> dict[str, str]:
    agreed = {each.child: each.home for each in plan.agreed}
    return {child: each.home for each in plan.assignments for child in each.children} | agreed
