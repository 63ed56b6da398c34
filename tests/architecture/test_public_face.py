"""What outsiders may rely on is what is named here, and all of it is there."""

import matching

FACE = [
    "AskedReview",
    "Case",
    "Change",
    "Child",
    "Comparison",
    "Engine",
    "EngineDefect",
    "Fault",
    "Finding",
    "Home",
    "InvalidInput",
    "MatchingError",
    "Option",
    "Policy",
    "Question",
    "Ranking",
    "Referral",
    "Register",
    "Review",
    "SearchIncomplete",
    "ask",
    "load",
    "read_change",
    "read_policy",
    "try_change",
]


def test_the_public_face_is_pinned():
    assert matching.__all__ == FACE


def test_every_public_name_is_there_and_says_what_it_is():
    for name in FACE:
        assert (getattr(matching, name).__doc__ or "").strip(), name
