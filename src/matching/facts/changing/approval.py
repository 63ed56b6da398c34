"""Approvals of carers that could be given: in full, from an earlier day, extended; and the agreement they sign."""

from datetime import date, timedelta

from matching.domain.codes import ApprovalStatus, HomeKind
from matching.facts.catalogue import home
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Proposed, of_home
from matching.facts.fact import show_plain

AWAITED = frozenset({ApprovalStatus.NONE, ApprovalStatus.TEMPORARY})
"""Approvals that are still to come. One on hold, or ended, was taken away to protect children: nobody offers it."""


def approved_in_full(of: Situation) -> Proposed:
    """The carers approved in full, where that is awaited."""
    approval = of.home.approval
    if of.fosters and not of.of_others and approval and approval.status in AWAITED:
        now = "not approved" if approval.status is ApprovalStatus.NONE else "temporarily approved"
        yield f"the carers were approved in full (now {now})", of_home(of, {"approval": {"status": "active"}})


def agreement_signed(of: Situation) -> Proposed:
    """The foster care agreement signed."""
    approval = of.home.approval
    signed = approval.agreement_signed if approval else None
    if of.fosters and approval and (signed is False or (isinstance(signed, date) and signed > of.day)):
        day = of.day.isoformat()
        yield "the foster care agreement was signed", of_home(of, {"approval": {"agreement_signed": day}})


def temporary_from_the_start(of: Situation) -> Proposed:
    """A temporary approval that runs from the first day of the stay."""
    approval = of.home.approval
    begins = approval.temporary_from if approval and approval.status is ApprovalStatus.TEMPORARY else None
    if of.home.kind is HomeKind.CONNECTED_FOSTER and isinstance(begins, date) and begins > of.referral.start:
        start = of.referral.start
        words = f"the temporary approval ran from {show_plain(start)} (now from {show_plain(begins)})"
        yield words, of_home(of, {"approval": {"temporary_from": start.isoformat()}})


def extended_once(of: Situation) -> Proposed:
    """A temporary approval extended by as many days as the law allows, where it was not yet."""
    approval, last = of.home.approval, of.rows[0][home.temporary_last.name]
    waits = approval is not None and approval.status is ApprovalStatus.TEMPORARY and not approval.extended_until
    if of.home.kind is HomeKind.CONNECTED_FOSTER and waits and last is not None:
        until = last + timedelta(days=of.question.figures["extension_days"])
        words = f"the temporary approval was extended until {show_plain(until)}"
        yield words, of_home(of, {"approval": {"extended_until": until.isoformat()}})
