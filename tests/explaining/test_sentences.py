"""Sentences filled from a row: known facts in words, unknown ones said to be so."""

import pytest

from matching.explaining.sentences import Words, sentence
from matching.facts.catalogue import child, home, household

ROW = {
    home.judgement.name: None,
    home.vacant_beds.name: 1,
    home.restricted.name: False,
    child.age_at_start.name: 11,
    household.fostered.name: None,
    household.fostered.name + "_at_least": 2,
    household.fostered.name + "_at_most": 3,
    household.residents.name: 4,
}


@pytest.mark.parametrize(
    ("template", "said"),
    [
        pytest.param("nothing to fill", "nothing to fill", id="no places"),
        pytest.param("{home.vacant_beds} free", "1 bed free", id="a number with its unit"),
        pytest.param("aged {child.age_at_start}, and {home.restricted}", "aged 11, and no", id="two facts"),
        pytest.param("judged {home.judgement}", "judged not recorded", id="nobody recorded it"),
        pytest.param("{household.fostered}", "at least 2 children", id="a count within bounds"),
        pytest.param("{household.residents} live there", "4 live there", id="an exact count"),
        pytest.param("100 % of {home.vacant_beds}", "100 % of 1 bed", id="a sign of its own"),
        pytest.param("{home.vacant_beds} and {home.vacant_beds}", "1 bed and 1 bed", id="the same fact twice"),
    ],
)
def test_a_sentence_is_filled_from_its_row(template, said):
    assert sentence(template)(Words(ROW)) == said
