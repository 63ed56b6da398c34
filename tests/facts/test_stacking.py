"""Columns of several questions under each other: what one knows and another does not stays each one's own."""

from typing import Any

import numpy as np
import polars as pl

from matching.facts.catalogue import child, pair
from matching.facts.kleene import Column, known_where, nowhere_known, with_columns
from matching.facts.stacking import alike_in_all, each_repeated, under_each_other

MILES = pair.miles_from_home
SURE = Column(MILES.name, np.array([1.0, 2.0]))
PARTLY = known_where(MILES, np.array([3.0, 4.0]), np.array([True, False]))


def stacked(*each: Column) -> list[float | None]:
    columns = under_each_other([[column] for column in each], 2)
    return with_columns(pl.DataFrame({"row": range(2 * len(each))}), columns)[MILES.name].to_list()


def test_each_question_keeps_its_values_and_its_gaps():
    assert stacked(SURE, PARTLY, nowhere_known(MILES)) == [1.0, 2.0, 3.0, None, None, None]
    assert stacked(nowhere_known(MILES), SURE) == [None, None, 1.0, 2.0]
    assert stacked(SURE, SURE) == [1.0, 2.0, 1.0, 2.0]


def test_what_no_question_knows_is_known_nowhere():
    (column,) = under_each_other([[nowhere_known(MILES)], [nowhere_known(MILES)]], 2)
    assert column.unknown is True


def test_words_come_under_each_other_with_their_gaps():
    one, other = (Column("words", pl.Series("words", words)) for words in (["a", None], [None, "b"]))
    (column,) = under_each_other([[one], [other]], 2)
    assert list(column.values) == ["a", None, None, "b"]


def test_one_question_alone_is_left_as_it_is():
    assert under_each_other([[SURE, PARTLY]], 2) == [SURE, PARTLY]


def test_what_is_the_same_for_each_is_said_once_and_the_rest_row_by_row():
    name, number = child.current_home.name, child.age_at_start.name
    several: list[dict[str, Any]] = [{name: "elm", number: 9}, {name: "elm", number: None}]
    assert alike_in_all(several) == {name: "elm"}
    (column,) = each_repeated(several, [number], 3)
    assert column.to_list() == [9, 9, 9, None, None, None]
    assert each_repeated(several, [], 3) == []
