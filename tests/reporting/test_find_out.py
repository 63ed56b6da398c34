"""Whom to ask is said of every reason to leave a child alone."""

from matching.reporting.find_out import MAY_LEAVE_ALONE
from matching.reviewing.left_alone import REASONS


def test_every_reason_to_leave_a_child_alone_may_have_to_be_found_out():
    assert set(REASONS) == MAY_LEAVE_ALONE
