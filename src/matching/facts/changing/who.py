"""Who could change a fact, or find it out: roles, never names."""

from enum import StrEnum, unique


@unique
class Who(StrEnum):
    """A role that can make a fact true, or say what is true; the value is how a sentence names it."""

    CARERS = "the carers, with their service"
    FOSTERING_SERVICE = "the carers' fostering service"
    DECISION_MAKER = "the fostering service's decision maker, on a review of the approval"
    IN_FULL = "the fostering service's decision maker, after the full assessment and the panel's recommendation"
    SUPERVISOR = "the carers' supervising social worker, or the home's registered manager"
    HOME = "those who run the home"
    ADAPTATION = "the occupational therapist and those who run the home, by an adaptation"
    HOME_AND_OFSTED = "those who run the home, by a variation of its registration"
    HOME_AND_PURPOSE = "those who run the home, by revising its statement of purpose, of which Ofsted is told"
    OFSTED = "Ofsted's register"
    REGISTERED_MANAGER = "the home's registered manager"
    NOMINATED_OFFICER = "the nominated officer"
    SOCIAL_WORKER = "the child's social worker"
    TRANSPORT = "the council's school transport team, with the home"
    PLACEMENTS = "the placements team, who ask the home"
    FAMILY = "the child's social worker, with a family group conference"
    APPROVER = "whoever gives this approval"
