"""Made-up reviews for tests: a rich one with everything that may be said, an empty one, and a large one."""

from datetime import date, timedelta

from matching.domain.plan import AimReached, ApprovalOutstanding, PeopleDecide
from matching.domain.ranking import Interval, PolicyUsed, RuleCited
from matching.domain.review import (
    AlsoSuits,
    Because,
    Chain,
    Changed,
    Due,
    DutyCompared,
    IfSettled,
    KeptFree,
    NoSuitableOption,
    Picture,
    Prompt,
    Review,
    Reviewed,
    Since,
    Step,
    Suggested,
)

DAY = date(2026, 12, 1)
NASTY = (
    "=1+1",
    "+44 7700 900000",
    "-2",
    "@SUM(A1)",
    "#let x = 1; #x",
    "*bold* _thin_ $x$ @ref <tag>",
    "<script>alert(1)</script>",
    "she said \"no\", and 'yes'; [link](https://example.org) \\ `code`",
    "Ŵyn Llŷr-Gruffydd",
    "محمد علي",
)
"""Words that somebody may have recorded, and that must come out as they are."""

LONG = "I want to see my nan on Sundays and keep my rabbit. " * 40
EMOJI = "happy 😀🏳️‍🌈 and বাংলা"
POLICY = PolicyUsed(
    name="buckinghamshire-2026",
    title="Buckinghamshire placement policy 2026 (proposed)",
    from_day=date(2026, 1, 1),
    agreed_by=None,
    band_width=10,
    cost_counts="ties",
)
DUTIES = (
    DutyCompared(
        duty="CA89-22C-8A",
        title="Near home",
        today="42.3 miles from home",
        there="6.1 miles from home",
        change="gained",
    ),
    DutyCompared(
        duty="CA89-22C-8B",
        title="Education not disrupted",
        today="school kept: no; journey about 70 minutes",
        there="school kept: yes; journey about 12 minutes",
        change="gained",
    ),
    DutyCompared(
        duty="CA89-22C-8C",
        title="Siblings together",
        today="siblings who should be together would be: yes",
        there="siblings who should be together would be: yes",
        change="alike",
    ),
    DutyCompared(
        duty="CA89-22C-9", title="Within the area", today="in Kent", there="in Buckinghamshire", change="gained"
    ),
    DutyCompared(
        duty="CA89-22-5",
        title="Wishes and identity",
        today="all wishes met: not recorded",
        there="all wishes met: yes",
        change="unknown",
    ),
)
APPROVALS = (
    ApprovalOutstanding(rule="CPPCR-11-1A", approver="nominated_officer", by=date(2027, 1, 4)),
    ApprovalOutstanding(rule="CHR-12-IMPACT", approver=None, by=None, child="amy"),
)


def points(central: float, spread: float = 6) -> Interval:
    """Points that may be some more or less."""
    return Interval(low=max(0.0, central - spread), central=central, high=min(100.0, central + spread))


def a_suggestion(**said) -> Suggested:
    """A suggestion, save for what is said otherwise."""
    ordinary = {
        "home": "elm",
        "name": "Elm Cottage",
        "kind": "foster",
        "tier": "in_house",
        "standing": "needs_approval",
        "suitability": points(74),
        "today": points(51),
        "credit": 10,
        "miles": 6.1,
        "inside": True,
        "duties": DUTIES,
        "gains": ("CA89-22C-8A", "CA89-22C-8B", "CA89-22C-9"),
        "loses": (),
        "approvals": APPROVALS[:1],
        "together_with": (),
        "earliest": date(2026, 12, 15),
        "stability_today": points(58),
        "stability": points(66),
        "before": (Because(id="CA89-22C-7A", words="it is not recorded which of family and friends were asked"),),
    }
    return Suggested(**ordinary | said)


def a_child(child: str, outcome: str, **said) -> Reviewed:
    """What is found of a child, save for what is said otherwise."""
    ordinary = {
        "child": child,
        "outcome": outcome,
        "age": 12,
        "home": "oak",
        "name": "Oak House",
        "kind": "childrens_home",
        "since": date(2025, 3, 14),
        "because": (Because(id="explore", words="serves 3 duties better and none less well"),),
        "wishes_on": date(2026, 10, 1),
        "wishes": "says (1 October 2026): “I would like to live nearer to my nan.”; wants: near family",
        "today": "met",
        "suitability": points(51),
        "stability": points(58),
        "miles": 42.3,
        "distant": True,
    }
    return Reviewed(**ordinary | said)


def due_for(of: Reviewed, **said) -> Due:
    """Why a child is due, save for what is said otherwise."""
    ordinary = {
        "child": of.child,
        "home": of.home,
        "since": of.since,
        "why_due": ("outside the area, at a distance", "last considered on 20 May 2026"),
        "last_considered": date(2026, 5, 20),
        "outside": True,
        "distant": of.distant,
        "miles": of.miles,
    }
    return Due(**ordinary | said)


UNLAWFUL = (
    a_child(
        "kit",
        "unlawful_now",
        age=15,
        home="gull",
        name="Gull Lodge",
        kind="other_arrangements",
        today="prohibited",
        against=(
            Because(id="CPPCR-27A", words="the child is 15; a hostel is not a setting that the regulation lists"),
            Because(id="CSA-REGISTERED", words="the home is not registered"),
        ),
        because=(Because(id="CPPCR-27A", words="a rule forbids the home where the child lives"),),
        suggested=a_suggestion(today=None, approvals=APPROVALS, waits_for=("bea",), chain=1, loses=("CA89-22-5",)),
        also_suits=(
            AlsoSuits(home="ash", name="Ash Farm", taken_by=("bea",)),
            AlsoSuits(home="yew", name=None, kept_free=True),
            AlsoSuits(home="fir", name="Fir Bank", waits_for=("cy",)),
        ),
        opened_since=("ash", "yew"),
    ),
    a_child(
        "lou",
        "unlawful_now",
        name=None,
        home="rook",
        today="prohibited",
        wishes=None,
        wishes_on=None,
        since=None,
        miles=None,
        distant=None,
        suitability=None,
        stability=None,
        against=(Because(id="CSA-CAPACITY", words="5 children live there, and it is registered for 4"),),
        because=(Because(id="CSA-CAPACITY", words="a rule forbids the home where the child lives"),),
    ),
)
EXPLORE = (
    a_child("bea", "explore", wishes=NASTY[6], suggested=a_suggestion(home="ash", name="Ash Farm", chain=1)),
    a_child(
        "amy",
        "explore",
        age=9,
        wishes=LONG,
        suggested=a_suggestion(home="yew", name=NASTY[4], together_with=("ann",), approvals=()),
    ),
    a_child(
        "ann", "explore", age=7, wishes=EMOJI, suggested=a_suggestion(home="yew", name=NASTY[5], together_with=("amy",))
    ),
    *(
        a_child(f"n{k}", "explore", name=words, wishes=words, suggested=a_suggestion(home=f"h{k}", name=words))
        for k, words in enumerate(NASTY)
    ),
)
KEEP = (
    a_child(
        "dan",
        "keep",
        left_alone=(
            Because(id="matched_long_term", words="matched with these carers for the long term"),
            Because(id="wants_to_stay", words="the child wants to stay"),
            Because(id="nearly_grown", words="is 18 on 5 May 2027: the plan is for leaving care"),
        ),
        because=(Because(id="left_alone", words="there are reasons to leave things as they are"),),
        opened_since=("ash",),
    ),
    a_child(
        "eve",
        "keep",
        name=NASTY[0],
        because=(
            Because(id="nothing_better", words="no home of the area serves 2 duties better"),
            Because(id="referral", words="a search is under way: r7"),
            Because(id="CPPCR-17", words="still to be approved of the home of today: with a parent of a child in care"),
        ),
        wishes=LONG,
        referrals=(Because(id="referral", words="a search is under way: r7"),),
        approvals_today=(Because(id="CPPCR-17", words="with a parent of a child in care"),),
        opened_since=("h1", "h2", "h3", "h4", "h5"),
    ),
)
CANNOT = (
    a_child(
        "fay",
        "cannot_assess",
        today="cannot_tell",
        wishes=None,
        wishes_on=None,
        because=(Because(id="not_recorded", words="what the child wishes for is not recorded"),),
        unknown=(
            Because(id="CPPCR-11-1A", words="it is not recorded in which area the home is"),
            Because(id="CPPCR-22-AGREEMENT", words="not recorded: the day of the agreement"),
        ),
        if_settled=(
            IfSettled(home="elm", name="Elm Cottage", missing=(Because(id="child.risks", words="risks of the child"),)),
        ),
    ),
    a_child(
        "gus",
        "cannot_assess",
        home=None,
        name=None,
        kind=None,
        since=None,
        today=None,
        miles=None,
        distant=None,
        suitability=None,
        stability=None,
        because=(Because(id="home", words="it is not recorded where the child lives"),),
    ),
)
LEFT = (PeopleDecide(referral="review-hal", child="hal", because="is deprived of liberty by an order of the court"),)
RULES = (
    RuleCited(
        id="CPPCR-27A",
        title="Under 16s in other arrangements only where listed",
        means="A child under 16 may live in 'other arrangements' only in a listed setting.",
        cites="Care Planning, Placement and Case Review (England) Regulations 2010 reg 27A",
        address="https://www.legislation.gov.uk/uksi/2010/959/regulation/27A",
        confidence="secondary source",
    ),
    RuleCited(
        id="CSA-CAPACITY",
        title="No more children than a home is registered for",
        means="A children's home takes no more children than its conditions of registration allow.",
        cites="Care Standards Act 2000 s.13",
        address=None,
        confidence="from memory",
    ),
)
HEAD = {
    "authority": "E06000060",
    "as_of": DAY,
    "due_by": date(2026, 12, 31),
    "everyone": False,
    "rulebook_day": DAY,
    "policy": POLICY,
    "versions": {"placement-matching": "0.1.0"},
    "facts_hash": "0123456789abcdef" * 4,
    "kept_free": KeptFree(vacant=7, kept=2),
    "credit": 10,
    "gains_needed": 2,
    "next_review_by": date(2027, 6, 1),
    "proven": True,
    "bound": None,
    "warnings": (
        "Everybody in this case is made up.",
        "Nobody has agreed the policy buckinghamshire-2026: its weights and figures are proposals.",
    ),
    "rules": RULES,
}
MILES = ("under 5", "5 to 20", "20 to 50", "50 and over", "not recorded")
STABILITY = ("0 to 20", "20 to 40", "40 to 60", "60 to 80", "80 to 100", "not recorded")


def a_picture(miles: tuple[int, ...], stability: tuple[int, ...], inside: int, outside: int, distant: int) -> Picture:
    """A picture of so many in each band."""
    return Picture(
        inside=inside,
        outside=outside,
        distant=distant,
        not_known=1,
        miles=dict(zip(MILES, miles, strict=True)),
        stability=dict(zip(STABILITY, stability, strict=True)),
        mean_miles=41.25 if inside == 0 else 18.5,
        mean_stability=57.5,
    )


def rich() -> Review:
    """A review in which everything that may be said is said once at least."""
    found = (*UNLAWFUL, *EXPLORE, *KEEP, *CANNOT)
    hal = Due(child="hal", home="den", since=date(2026, 1, 5), why_due=("outside the area",), outside=True)
    return Review(
        **HEAD,
        looked_at=60,
        due=(*(due_for(each) for each in found), hal),
        unlawful_now=UNLAWFUL,
        explore=EXPLORE,
        keep=KEEP,
        cannot_assess=CANNOT,
        people_decide=LEFT,
        chains=(
            Chain(
                number=1,
                steps=(
                    Step(
                        number=1, children=("bea",), leaves=("elm",), home="ash", earliest=date(2026, 12, 15), after=()
                    ),
                    Step(
                        number=2,
                        children=("kit",),
                        leaves=("gull",),
                        home="elm",
                        earliest=date(2026, 12, 22),
                        after=(1,),
                    ),
                ),
            ),
        ),
        no_suitable_option=(
            NoSuitableOption(
                lack="a home that may be used",
                families=1,
                need="behaviour",
                level=3,
                place="HP20",
                age="10 to 12",
                together=2,
                children=("dan", "eve"),
                homes=14,
                free=3,
                against=(("CPPCR-22-AGE", 9), ("CHR-16-NEEDS", 5)),
            ),
            NoSuitableOption(
                lack="a home that may be used",
                families=1,
                need="none_high",
                level=None,
                place="not recorded",
                age="15 to 17",
                together=1,
                children=("lou",),
                homes=14,
                free=3,
                against=(),
            ),
        ),
        prompts=(
            Prompt(
                id="special_guardianship",
                child="dan",
                home="oak",
                since=date(2025, 3, 14),
                words="With connected carers for over six months: has special guardianship been thought of?",
            ),
        ),
        before=a_picture((0, 3, 9, 6, 1), (0, 2, 11, 5, 0, 1), 0, 19, 12),
        after=a_picture((5, 9, 2, 2, 1), (0, 1, 6, 10, 1, 1), 14, 5, 3),
        aims=(
            AimReached(
                aim="explore", means="children with a home to explore", unit="children", reached=14, best_possible=14
            ),
        ),
        since_last=Since(
            as_of=date(2026, 6, 1),
            facts_hash="f" * 64,
            changed=(
                Changed(child="amy", before="keep", after="explore", words="A home in the area has a bed since then."),
                Changed(child="zed", before="explore", after=None, words="Lives in the area now."),
                Changed(child="kit", before=None, after="unlawful_now", words=NASTY[0]),
            ),
        ),
    )


def empty() -> Review:
    """A review for which nobody is due."""
    nothing = Picture(
        inside=0, outside=0, distant=0, not_known=0, miles={}, stability={}, mean_miles=None, mean_stability=None
    )
    none = dict.fromkeys(
        (
            "due",
            "unlawful_now",
            "explore",
            "keep",
            "cannot_assess",
            "people_decide",
            "chains",
            "no_suitable_option",
            "prompts",
            "aims",
        ),
        (),
    )
    return Review(**HEAD | {"warnings": (), "rules": ()}, **none, looked_at=0, before=nothing, after=nothing)


def large(number: int = 231) -> Review:
    """A review of many."""
    of = rich()
    lists: dict[str, list[Reviewed]] = {name: [] for name in ("unlawful_now", "explore", "keep", "cannot_assess")}
    models = [*UNLAWFUL[:1], *EXPLORE[:1] * 4, *KEEP[:1] * 12, *CANNOT[:1] * 3]
    for k in range(number):
        model = models[k % len(models)]
        lists[model.outcome].append(
            model.model_copy(update={"child": f"c{k:04}", "since": DAY - timedelta(days=200 + k)})
        )
    found = [each for some in lists.values() for each in some]
    return of.model_copy(
        update={name: tuple(some) for name, some in lists.items()}
        | {"due": tuple(map(due_for, found)), "people_decide": ()}
    )
