"""What could be asked about a home of which nobody recorded it, and how it could turn out."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from matching.domain.approval import Terms
from matching.domain.codes import FOSTERING, REGISTERED, HomeKind, NeedDomain, RiskLevel, RunBy
from matching.domain.home import Home, Registration, Vacancies
from matching.facts.catalogue import home, pair
from matching.facts.changing.answers import Answer, Askable, Tables, of_the_home, said, strangers
from matching.facts.changing.record import needed_skills
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import of_home
from matching.facts.changing.support import OFFERED
from matching.facts.changing.who import Who

CONNECTED = frozenset({HomeKind.CONNECTED_FOSTER, HomeKind.PARENT})
FULL_HOUSE = 3
"""Children fostered by people who are not their own: the usual fostering limit, and so no room for one more."""


def _fosters(of: Home) -> bool:
    return of.kind in FOSTERING and of.approval is not None


def _vacancies(of: Home) -> Vacancies:
    return of.vacancies or Vacancies()


def _terms(of: Home) -> Terms | None:
    return of.approval.terms if of.approval else None


def _registered(of: Home) -> Registration | None:
    return of.registration if of.kind in REGISTERED else None


def _urns(of: Situation) -> list[str]:
    return [c.school.urn for c in of.children if c.school and c.school.registered and c.school.urn]


def _access(of: Situation) -> list[str]:
    return list(dict.fromkeys(word for child in of.children for word in child.access_needs or ()))


def _risks(of: Situation) -> list[str]:
    risks = [risk for child in of.children for risk in child.risks or ()]
    return list(dict.fromkeys(r.kind.value for r in risks if r.kind and r.level is RiskLevel.CURRENT))


def _skill(domain: NeedDomain, of: Situation) -> Iterator[Answer]:
    """That the carers' skill for a need is what it calls for, or that there is none; where others are recorded."""
    level, skills = needed_skills(of).get(domain), of.home.skills
    if level is not None and skills is not None and domain not in skills:
        name = domain.value.replace("_", " ")
        yield f"their skill for {name} is {level} of 4", of_home(of, {"skills": {domain.value: level}})
        yield f"they have none for {name}", of_home(of, {"skills": {domain.value: 0}})


def _skills(of: Situation) -> Iterator[Answer]:
    """That the carers' skills are what the needs call for, or that there are none."""
    needed = needed_skills(of)
    if needed and of.home.skills is None:
        full = {domain.value: level for domain, level in needed.items()}
        yield "they are as high as the child's needs call for", of_home(of, {"skills": full})
        yield "they have none", of_home(of, {"skills": dict.fromkeys(full, 0)})


def _asked_skill(domain: NeedDomain) -> str:
    return f"What is the carers' skill for {domain.value.replace('_', ' ')}?"


def _free_from(of: Situation, days: int) -> Tables | None:
    """The bed free so many days after the stay begins; not where it is known to be taken by then."""
    day, until = of.referral.start + timedelta(days=days), _vacancies(of.home).until
    return None if until and until < day else {"vacancies": {"from": day.isoformat()}}


def _if(wanted: object, tables: Tables) -> Tables | None:
    return tables if wanted else None


OF_HOME: tuple[Askable, ...] = (
    Askable(
        home.approval_status,
        "Are the carers approved?",
        Who.FOSTERING_SERVICE,
        of_the_home(
            lambda h: _fosters(h) and h.approval is not None and h.approval.status is None,
            ("they are approved", said(approval={"status": "active"})),
            ("they are not", said(approval={"status": "none"})),
        ),
    ),
    Askable(
        home.agreement_signed,
        "Have the carers signed the foster care agreement?",
        Who.FOSTERING_SERVICE,
        of_the_home(
            lambda h: _fosters(h) and h.approval is not None and h.approval.agreement_signed is None,
            ("they have", lambda of: {"approval": {"agreement_signed": of.day.isoformat()}}),
            ("they have not", said(approval={"agreement_signed": False})),
        ),
    ),
    Askable(
        home.terms,
        "What are the carers approved for?",
        Who.FOSTERING_SERVICE,
        of_the_home(
            lambda h: _fosters(h) and _terms(h) is None,
            ("children of any age and for any stay", said(approval={"terms": {}})),
            ("named children, and not this one", said(approval={"terms": {"children": ["somebody-else"]}})),
        ),
    ),
    Askable(
        home.registration_status,
        "Is the home registered?",
        Who.OFSTED,
        of_the_home(
            lambda h: h.kind in REGISTERED and (h.registration is None or h.registration.status is None),
            ("it is registered", said(registration={"status": "registered"})),
            ("it is not registered", said(registration={"status": "not_registered"})),
        ),
    ),
    Askable(
        home.restricted,
        "May the home admit anybody new?",
        Who.OFSTED,
        of_the_home(
            lambda h: (known := _registered(h)) is not None and known.restricted is None,
            ("it may", said(registration={"restricted": False})),
            ("inspectors have restricted admissions", said(registration={"restricted": True})),
        ),
    ),
    Askable(
        home.vacant_beds,
        "Is there a bed?",
        Who.PLACEMENTS,
        of_the_home(
            lambda h: h.kind is not HomeKind.PARENT and _vacancies(h).beds is None,
            ("there is", lambda of: {"vacancies": {"beds": len(of.children) + of.agreed_here}}),
            ("there is none", said(vacancies={"beds": 0})),
        ),
    ),
    Askable(
        home.vacant_from,
        "From when is the bed free?",
        Who.PLACEMENTS,
        of_the_home(
            lambda h: h.kind is not HomeKind.PARENT and _vacancies(h).from_ is None,
            ("from the first day", partial(_free_from, days=0)),
            ("only later", partial(_free_from, days=1)),
        ),
    ),
    Askable(
        home.household,
        "Who lives there?",
        Who.PLACEMENTS,
        of_the_home(
            lambda h: h.household is None,
            ("nobody else lives there", said(household=[])),
            (f"{FULL_HOUSE} unrelated children are fostered there", said(household=strangers(FULL_HOUSE))),
        ),
    ),
    Askable(
        home.access,
        "What access has the home?",
        Who.PLACEMENTS,
        of_the_home(
            lambda h: h.access is None,
            ("it has all that is needed", lambda of: _if(_access(of), {"access": _access(of)})),
            ("it has none of it", lambda of: _if(_access(of), {"access": []})),
        ),
    ),
    Askable(
        home.does_not_take,
        "Which risks do the carers not take?",
        Who.SUPERVISOR,
        of_the_home(
            lambda h: h.does_not_take is None,
            ("there is none that they do not take", lambda of: _if(_risks(of), {"does_not_take": []})),
            ("they do not take the child's", lambda of: _if(_risks(of), {"does_not_take": _risks(of)})),
        ),
    ),
    Askable(
        home.connected_to,
        "To whom are the carers connected?",
        Who.SOCIAL_WORKER,
        of_the_home(
            lambda h: h.kind in CONNECTED and h.connected_to is None,
            ("to these children", lambda of: {"connected_to": [child.id for child in of.children]}),
            ("to other children", said(connected_to=[])),
        ),
    ),
    Askable(
        home.approved_by,
        "Which service approved the carers?",
        Who.PLACEMENTS,
        of_the_home(
            lambda h: (
                _fosters(h) and h.run_by is not RunBy.OWN and h.approval is not None and not h.approval.approved_by
            ),
            ("the child's own authority", lambda of: {"approval": {"approved_by": of.authority}}),
            ("another service", said(approval={"approved_by": "another-service"})),
        ),
    ),
    Askable(home.skills, "What are the carers' skills?", Who.SUPERVISOR, _skills),
    *(
        Askable(home.skills, _asked_skill(domain), Who.SUPERVISOR, partial(_skill, domain), domain)
        for domain in NeedDomain
    ),
    Askable(
        pair.keeps_school,
        "Can the present school be kept from there?",
        Who.PLACEMENTS,
        of_the_home(
            lambda h: h.can_keep is None,
            ("it can", lambda of: _if(_urns(of), {"can_keep": _urns(of)})),
            ("it cannot", lambda of: _if(_urns(of), {"can_keep": []})),
        ),
    ),
    Askable(
        home.years_fostering,
        "For how long have the carers fostered?",
        Who.PLACEMENTS,
        of_the_home(
            lambda h: h.kind in FOSTERING and h.years_fostering is None,
            ("for ten years or more", said(years_fostering=10)),
            ("for less than a year", said(years_fostering=0)),
        ),
    ),
    Askable(
        home.support_kinds,
        "What support have the carers?",
        Who.FOSTERING_SERVICE,
        of_the_home(
            lambda h: h.support is None,
            (", ".join(OFFERED).replace("_", " "), said(support=[*OFFERED])),
            ("none", said(support=[])),
        ),
    ),
    Askable(
        home.pets,
        "Are there pets?",
        Who.PLACEMENTS,
        of_the_home(lambda h: h.pets is None, ("there are", said(pets=True)), ("there are none", said(pets=False))),
        either=True,
    ),
)
"""In the order in which they are asked where several count alike."""
