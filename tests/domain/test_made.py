"""Nouns that the engine makes are those that calling them would make."""

from datetime import date

import pytest
from pydantic import BaseModel, ValidationError

from matching.domain.finding import ApprovalCounted, Finding, MissingFact
from matching.domain.made import changed, made

WHOLE = Finding(
    rule="R",
    outcome="met",
    because="it is",
    missing=(MissingFact(fact="home.kind", words="the kind"),),
    approval=ApprovalCounted(by="the director", on=date(2026, 12, 1)),
)


def test_what_is_made_is_what_calling_it_makes():
    counted = made(ApprovalCounted, by="the director", on=date(2026, 12, 1))
    missing = (made(MissingFact, fact="home.kind", words="the kind"),)
    finding = made(Finding, rule="R", outcome="met", because="it is", missing=missing, approval=counted)
    assert finding == WHOLE
    assert finding.model_dump_json() == WHOLE.model_dump_json()
    assert repr(finding) == repr(WHOLE)


def test_in_whatever_order_values_are_given_fields_stand_in_the_nouns():
    assert list(made(Finding, because="it is", outcome="met", rule="R").model_dump()) == list(Finding.model_fields)


def test_what_is_changed_is_another_noun():
    other = changed(WHOLE, because="it is so")
    assert (WHOLE.because, other.because) == ("it is", "it is so")
    assert other == WHOLE.model_copy(update={"because": "it is so"})


def test_what_is_made_does_not_change():
    with pytest.raises(ValidationError, match="frozen"):
        made(MissingFact, fact="home.kind", words="the kind").fact = "home.name"  # type: ignore[misc]


def test_it_is_a_noun_in_all_that_pydantic_asks_of_one():
    one: BaseModel = made(MissingFact, fact="home.kind", words="the kind")
    assert one.model_copy() == one
    assert hash(one) == hash(MissingFact(fact="home.kind", words="the kind"))
    assert one.model_fields_set == set(MissingFact.model_fields)
