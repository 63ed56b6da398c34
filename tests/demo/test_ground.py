"""The postcodes that made-up people are put at: real, of the right area, and of a shape that a case file may hold."""

import re

from matching.demo.ground import countrywide, england, ground_of, postcodes_by_authority, wales, written
from matching.demo.people import BUCKINGHAMSHIRE
from matching.domain.noun import UK_POSTCODE


def test_every_postcode_of_wales_has_a_shape_that_a_case_file_may_hold():
    """Newport's old area has not, and its postcodes are still in the directory."""
    assert all(re.match(UK_POSTCODE, written(key)) for key in wales().keys.tolist())


def test_no_postcode_of_england_is_of_newports_old_area():
    assert not ((england().keys >> 40) == int.from_bytes(b"NPT")).any()


def test_the_ground_is_inside_close_and_beyond_as_it_says():
    ground = ground_of(BUCKINGHAMSHIRE, 1)
    assert set(ground.inside.authority) == {BUCKINGHAMSHIRE}
    assert BUCKINGHAMSHIRE not in set(ground.close.authority) | set(ground.beyond.authority)
    assert len(ground.close) + len(ground.beyond) + sum(countrywide(1).authority == BUCKINGHAMSHIRE) == len(
        countrywide(1)
    )


def test_every_authority_of_england_that_looks_after_children_has_postcodes():
    assert len(postcodes_by_authority()) == 153
    assert min(postcodes_by_authority().values()) > 0
