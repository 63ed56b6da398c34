"""A plan's page says who would live where, what it reaches, why not otherwise, and whom it leaves."""

import re

import pytest

from matching.cli.plan_notes import said_once
from matching.domain.case import Case
from matching.domain.made import changed, made
from matching.domain.plan import (
    Agreed,
    AimReached,
    Assignment,
    Change,
    Costs,
    HomeHeld,
    Lost,
    Money,
    OwnFirst,
    Unplaced,
)
from matching.domain.ranking import CannotStayTogether, HomesByRules, LeastNeeded
from tests.cli.panels import PANEL, case, page_of, plan
from tests.cli.running import ROOT, matching

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def page() -> str:
    """The small panel's page."""
    ran = matching("plan", ROOT / PANEL)
    assert ran.status == 0
    return ran.line


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("A plan for 5 referrals and 6 children", id="its title"),
        pytest.param("by Buckinghamshire placement policy 2026 (proposed): nobody has agreed it yet", id="its policy"),
        pytest.param("The engine proposes; people decide.", id="who decides"),
        pytest.param("At a glance 6 children: a home is proposed for 4", id="for how many"),
        pytest.param("ben (12) The Hughes fa... (hughes) can go ahead 73–80–81 2nd", id="a line at a glance"),
        pytest.param("88–88–88 1st together kit", id="who stays together"),
        pytest.param("3rd an emergency, same day", id="who cannot wait"),
        pytest.param("noor (13), by referral r4: every home of the register is ruled out", id="who has no home"),
        pytest.param("3 homes (bakshi, hughes and okafor): Access that the child cannot do without", id="why not"),
        pytest.param("People decide this, not the list", id="the manual lane"),
        pytest.param("lena (2), by referral r5: is under a placement order", id="of whom people decide"),
        pytest.param(
            "3 4 4 children have a home that can go ahead, needs an approval or is theirs already", id="an aim"
        ),
        pytest.param("It is proven that no plan is better", id="that it is proven"),
        pytest.param("ben (12) says (18 November 2026): “Not too far from my mates.”", id="the child's words first"),
        pytest.param(
            "2nd; The Okafor family (okafor) would be first (can go ahead): by this plan rosa (10) and sara (8) live",
            id="why not the own first home",
        ),
        pytest.param(
            "needs the nominated officer's approval by 24 November 2026: in Oxfordshire, which adjoins the area; first",
            id="an approval",
        ),
        pytest.param("+ Can kit stay at the same school? about 23 minutes", id="what speaks for it"),
        pytest.param("- Is kit settled there already? kit would move", id="what speaks against it"),
        pytest.param("cost a week £740.00 for each in full", id="what it costs"),
        pytest.param("--referral r1 --home okafor", id="how to read every reason"),
        pytest.param("a week £3,160.00 in full, as far as it is recorded £2,220.00: allowances", id="the money"),
        pytest.param("reported; it decided nothing", id="that money decided nothing"),
        pytest.param("--next-best 3 --costs", id="how to go on"),
    ],
)
def test_the_page_says(page: str, said: str) -> None:
    assert said in page


def test_no_page_shows_a_postcode(page: str) -> None:
    assert not re.search(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b", page)


@pytest.mark.parametrize("columns", [80, 100, 20])
def test_no_line_is_wider_than_the_screen(columns: int) -> None:
    ran = matching("plan", ROOT / PANEL, COLUMNS=str(columns))
    commands = re.compile(r"^    \S*matching ")
    assert max(len(line) for line in ran.out.splitlines() if not commands.match(line)) <= max(columns, 72)


def test_it_reads_in_ascii(page: str) -> None:
    plain = matching("plan", ROOT / PANEL, charset="ascii")
    assert plain.status == 0
    assert plain.raw.isascii()


def test_what_comes_next_says_who_would_live_where_instead_and_what_is_lost(capsys: Captured) -> None:
    aims = tuple(changed(a, reached=a.reached - 4.5) if a.aim == "suitability" else a for a in plan().aims)
    differs = (
        made(Change, children=("ben",), home="hughes", instead="bakshi"),
        made(Change, children=("kit",), home="bakshi", instead=None),
        made(Change, children=("noor",), home=None, instead="hughes"),
    )
    page = page_of(capsys, next_best=(changed(plan(), aims=aims, differs=differs),))
    assert "2nd: 4.5 points less of suitability." in page
    assert "ben (12): The Bakshi family (bakshi) instead of The Hughes family (hughes)" in page
    assert "kit (14): no home, instead of The Bakshi family (bakshi)" in page
    assert "noor (13): The Hughes family (hughes) instead of no home" in page


@pytest.mark.parametrize(
    ("aim", "by", "said"),
    [
        pytest.param("home", 1, "1 child less with a home that can go ahead or needs an approval", id="a child less"),
        pytest.param("approvals", -2, "2 approvals more still to be given", id="approvals more"),
        pytest.param("in_house", 0, "as good in every aim", id="nothing"),
    ],
)
def test_what_comes_next_loses_of_the_first_aim_that_differs(capsys: Captured, aim: str, by: int, said: str) -> None:
    aims = tuple(changed(a, reached=a.reached - by) if a.aim == aim else a for a in plan().aims)
    assert said in page_of(capsys, next_best=(changed(plan(), aims=aims),))


def costs(home: str, *, planned: bool = False, loses: tuple[Lost, ...] = (), changes: tuple[Change, ...] = ()) -> Costs:
    return made(Costs, referral="r3", children=("ben",), homes=(home,), planned=planned, loses=loses, changes=changes)


def test_what_a_choice_costs_the_others_is_said_for_each_home(capsys: Captured) -> None:
    moved = made(Change, children=("rosa", "sara"), home="okafor", instead=None)
    lost = (made(Lost, aim="home", by=2), made(Lost, aim="suitability", by=-3.25))
    free = changed(costs("bakshi"), homes=tuple(f"elm{n}" for n in range(14)))
    page = page_of(
        capsys,
        costs_others=(costs("hughes", planned=True), costs("okafor", loses=lost, changes=(moved,)), free),
    )
    assert "The Hughes family (hughes), as planned: costs the others nothing" in page
    assert (
        "The Okafor family (okafor): 2 children less with a home that can go ahead or needs an approval; "
        "in return 3.25 points more of suitability "
        "- rosa (10) and sara (8): no home, instead of The Okafor family (okafor)"
    ) in page
    assert "14 other homes cost the others nothing: elm0, elm1, elm2, elm3, elm4, elm5, elm6, elm7" in page
    assert "elm11 and 2 more" in page


def test_what_the_others_gain_stands_apart_from_what_they_lose(capsys: Captured) -> None:
    mixed = (made(Lost, aim="approvals", by=1), made(Lost, aim="in_house", by=1), made(Lost, aim="suitability", by=-2))
    page = page_of(capsys, costs_others=(costs("okafor", loses=mixed),))
    assert (
        "The Okafor family (okafor): 1 child less with a parent, family, friends or the council's own carers; in "
        "return 1 approval less still to be given; 2 points more of suitability"
    ) in page


def test_contested_homes_that_are_only_named_have_their_name_and_id(capsys: Captured) -> None:
    dear = [costs(f"elm{n}", loses=(made(Lost, aim="home", by=1),)) for n in range(5)]
    last = costs("okafor", loses=(made(Lost, aim="home", by=1),))
    page = page_of(capsys, costs_others=(*dear, last))
    assert "1 further home that costs the others something, or another plan: The Okafor family (okafor)" in page


def test_approvals_that_the_aim_does_not_count_are_said(capsys: Captured) -> None:
    aims = tuple(changed(a, reached=0) if a.aim == "approvals" else a for a in plan().aims)
    said = "(the fewer the better); the homes on this page ask for 1: 1 more because of who else would come"
    assert said in page_of(capsys, aims=aims)
    assert "because of who else would come" not in page_of(capsys)


def test_many_dear_homes_are_told_in_full_only(capsys: Captured) -> None:
    dear = tuple(costs(f"elm{n}", loses=(made(Lost, aim="home", by=1),)) for n in range(7))
    assert "2 further homes that cost the others something, or another plan: elm5 and elm6" in page_of(
        capsys, costs_others=dear
    )
    assert page_of(capsys, full=True, costs_others=dear).count("1 child less") == 7


def test_whom_no_home_can_take_together_and_the_least_that_would_change_it(capsys: Captured) -> None:
    beds = made(
        LeastNeeded, home="hughes", name=None, tier="in_house", needs=("a bed for each",), rules=("POL-VACANCY",)
    )
    page = page_of(
        capsys,
        cannot_stay_together=(
            made(CannotStayTogether, children=("rosa", "sara"), least=(beds,)),
            made(CannotStayTogether, children=("ben", "kit"), least=()),
        ),
    )
    assert "rosa (10) and sara (8): no home of the file. The least that would change it:" in page
    assert "The Hughes family (hughes), in-house foster carers: a bed for each [POL-VACANCY]" in page
    assert "ben (12) and kit (14): no home of the file, and nothing that a council could change by itself" in page


def test_for_whom_a_home_is_agreed_already(capsys: Captured) -> None:
    page = page_of(capsys, agreed=(made(Agreed, referral="r4", child="noor", home="hughes"),))
    assert "A home is agreed already" in page
    assert "noor (13): The Hughes family (hughes); the plan leaves it as it is" in page


def test_a_child_whose_homes_are_used_for_others_is_told_so(capsys: Captured) -> None:
    because = "the 2 homes that no rule forbids are used for others, or not open beside them"
    group = HomesByRules(rules=("POL-ACCESS",), homes=("oak",))
    page = page_of(
        capsys,
        unplaced=(
            made(Unplaced, referral="r4", child="noor", because=because, lawful=2, cannot_place_because=(group,)),
        ),
    )
    assert f"noor (13), by referral r4: {because}" in page
    assert "1 home (oak)" not in page


def test_who_holds_the_homes_of_a_child_without_one_is_said(capsys: Captured) -> None:
    held = (
        made(HomeHeld, home="okafor", standing="met", taken_by=("rosa", "sara")),
        made(HomeHeld, home="hughes", standing="cannot_tell"),
    )
    page = page_of(
        capsys,
        unplaced=(made(Unplaced, referral="r4", child="noor", because="all are used", lawful=8, homes=held),),
    )
    assert "The Okafor family (okafor), can go ahead: rosa (10) and sara (8) by this plan" in page
    assert "(hughes), cannot tell yet: nobody by this plan and 6 other homes" in page


@pytest.mark.parametrize(
    ("standing", "taken_by", "said"),
    [
        pytest.param("met", ("rosa",), "by this plan rosa (10) lives there", id="another has it"),
        pytest.param(
            "cannot_tell",
            (),
            "a home that may be used counts before one of which nobody can tell yet",
            id="nobody can tell",
        ),
        pytest.param("met", (), "nobody is put there, for the aims of the plan", id="the aims"),
    ],
)
def test_why_it_is_not_the_own_first_home(
    capsys: Captured, standing: str, taken_by: tuple[str, ...], said: str
) -> None:
    first = made(OwnFirst, home="okafor", standing=standing, taken_by=taken_by)
    told = tuple(changed(a, own_first=first) if a.children == ("ben",) else a for a in plan().assignments)
    page = page_of(capsys, assignments=told)
    assert said in page
    assert ("the plan's aims decided" in page) is (said.startswith("nobody"))


def test_who_is_parted_who_is_there_too_and_who_stays(capsys: Captured) -> None:
    told = tuple(
        changed(a, parted_from=("rosa",), with_them=("kit",), stays=True, approvals=()) if a.children == ("ben",) else a
        for a in plan().assignments
    )
    page = page_of(capsys, assignments=told)
    assert "stays; parted from rosa; kit would come there too" in page
    assert "stays ben lives here now" in page
    assert "parted from rosa there too" in page
    assert "there too kit (14) would come to live in the same home" in page


def test_a_plan_that_is_not_proven_says_of_which_aim(capsys: Captured) -> None:
    bound = "home: 4 reached, and it is not shown that no plan reaches 5; nor is it of the aims after it"
    page = page_of(capsys, proven=False, bound=bound)
    assert "It is not proven that no plan is better. Of aim 3: 4 reached, and it is not shown that no plan" in page
    assert "It is proven" not in page


def test_a_large_panel_is_told_at_length_in_full_only(capsys: Captured) -> None:
    many = plan().assignments * 11
    assert "More than 30: --full tells each at length." in page_of(capsys, assignments=many)
    assert "Can kit stay at the same school?" in page_of(capsys, full=True, assignments=many)


def test_homes_without_recorded_cost_and_block_contracts_are_named(capsys: Captured) -> None:
    money = made(Money, weekly="0", by_basis={}, not_recorded=("oak", "elm"), block_contracts={"north": 2})
    page = page_of(capsys, money=money)
    assert "not recorded the full cost of 2 homes: oak and elm" in page
    assert "north: 2 beds of it used" in page


def test_a_plan_of_nobody_says_so(capsys: Captured) -> None:
    page = page_of(capsys, assignments=())
    assert "No home is proposed for anybody." in page
    assert "Child by child" not in page


def test_a_warning_that_is_true_of_several_children_is_said_once() -> None:
    warnings = [f"The age of {child} is disputed." for child in ("amy", "ben", "kit")]
    said = list(said_once(["All is made up.", *warnings], ["amy", "ben", "kit"]))
    assert said == ["All is made up.", "The age of amy is disputed. The same of ben and kit."]


def test_an_aim_that_has_no_words_of_its_own_is_said_by_its_name(capsys: Captured) -> None:
    aim = AimReached(aim="near_home", means="miles", unit="miles", reached=2, best_possible=2)
    other = changed(plan(), aims=(changed(aim, reached=1),))
    assert "1 miles less of near home" in page_of(capsys, aims=(aim,), next_best=(other,))


def living(**homes: str) -> Case:
    """The case with these children living in these homes now."""
    of = case().loaded.case
    children = [changed(c, current_home=homes.get(c.id, c.current_home)) for c in of.children]
    return changed(of, children=tuple(children))


def test_who_would_leave_the_home_that_another_comes_to_is_said(capsys: Captured) -> None:
    page = page_of(capsys, of=living(kit="hughes"))
    assert "leaving kit (14): there now, and elsewhere by this plan; what is found of this home still counts" in page
    assert "leaving" not in page_of(capsys)


def parting(*, home: str = "bakshi") -> tuple[Assignment, ...]:
    """The assignments with the sisters parted."""
    (both, *rest) = plan().assignments
    rosa = changed(both, children=("rosa",), parted_from=("sara",))
    return (rosa, changed(both, children=("sara",), home=home, parted_from=("rosa",)), *rest)


def test_sisters_who_live_together_now_and_would_be_parted_stand_out(capsys: Captured) -> None:
    page = page_of(capsys, of=living(rosa="hughes", sara="hughes"), assignments=parting())
    assert "parted from sara, with whom rosa lives now" in page
    assert "parted from sara, with" not in page_of(
        capsys, of=living(rosa="hughes", sara="bakshi"), assignments=parting()
    )


def test_why_sisters_are_parted_is_said(capsys: Captured) -> None:
    apart = (made(CannotStayTogether, children=("rosa", "sara"), least=()),)
    assert "no home can take all of them (see below)" in page_of(
        capsys, assignments=parting(), cannot_stay_together=apart
    )
    assert "no rule forbids them a home together: an aim above" in page_of(capsys, assignments=parting())


def test_sisters_of_two_referrals_in_one_home_are_together(capsys: Captured) -> None:
    assert "together with sara" in page_of(capsys, assignments=parting(home="okafor"))
