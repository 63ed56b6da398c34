"""Local policies: which one is read, what a case lays over it, and what is wrong with it, in words."""

from pathlib import Path
from typing import Any

import pytest

from matching.data.policies import DEFAULT, SHIPPED, read_policy, shipped_policies
from matching.domain.case import PolicyChoice
from matching.domain.codes import Tier
from matching.domain.policy import Policy
from matching.errors import Fault, InvalidInput
from tests.builders import ORDINARY

TEXT = SHIPPED.joinpath(f"{DEFAULT}.toml").read_text(encoding="utf-8")


def chosen(beside: Path | None = None, **said: Any) -> Policy:
    return read_policy(PolicyChoice.model_validate(said), beside=beside)


def refused(beside: Path | None = None, **said: Any) -> list[Fault]:
    with pytest.raises(InvalidInput) as wrong:
        chosen(beside, **said)
    return list(wrong.value.faults)


def written(folder: Path, text: str, name: str = "ours.toml") -> Path:
    folder.joinpath(name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", shipped_policies())
def test_every_shipped_policy_can_be_read_by_its_name(name):
    assert chosen(name=name).name == name


@pytest.mark.parametrize(
    "choice",
    [
        pytest.param(None, id="none chosen"),
        pytest.param(PolicyChoice(), id="nothing said"),
        pytest.param(PolicyChoice(name=DEFAULT), id="by name"),
        pytest.param(PolicyChoice.model_validate(ORDINARY["policy"]), id="by the ordinary case"),
    ],
)
def test_the_ordinary_policy_is_buckinghamshires(choice):
    policy = read_policy(choice)
    assert policy.name == "buckinghamshire-2026"
    assert policy.tiers == tuple(Tier)
    assert (policy.band_width, policy.cost_counts, policy.agreed_by) == (10, "ties", False)


def test_what_a_case_overrides_is_laid_over_one_by_one():
    plain = chosen()
    laid = chosen(band_width=20, weights={"near-home": 30}, figures={"longest_school_journey": 60})
    assert laid.weights == dict(plain.weights) | {"near-home": 30}
    assert laid.figures == dict(plain.figures) | {"longest_school_journey": 60}
    assert (
        laid.model_copy(update={"band_width": plain.band_width, "weights": plain.weights, "figures": plain.figures})
        == plain
    )


def test_an_order_of_tiers_is_overridden_whole():
    turned = [t.value for t in reversed(Tier)]
    assert chosen(tiers=turned).tiers == tuple(reversed(Tier))


def test_an_override_that_is_null_was_not_given():
    assert chosen(band_width=None) == chosen()


def test_a_case_may_say_who_agreed_the_policy_and_from_when():
    agreed = chosen(agreed_by="director", from_day="2025-04-01", until_day="2026-12-31")
    assert agreed.agreed_by == "director"
    assert (agreed.from_day.year, agreed.until_day and agreed.until_day.month) == (2025, 12)


def test_a_policy_may_lie_beside_the_case(tmp_path):
    beside = written(tmp_path, TEXT.replace("band_width = 10", "band_width = 25"))
    assert chosen(beside, name="ours.toml").band_width == 25
    assert chosen(beside, name="ours.toml", band_width=5).band_width == 5


def test_a_shipped_policys_name_is_not_looked_for_beside_the_case(tmp_path):
    beside = written(tmp_path, "nothing of the kind", DEFAULT)
    assert chosen(beside, name=DEFAULT) == chosen()


@pytest.mark.parametrize("name", ["ours.toml", "nobodys", ".", "../buckinghamshire-2026.toml"])
def test_a_policy_that_is_not_there_is_a_fault_that_names_those_that_are(tmp_path, name):
    for beside in (None, tmp_path):
        (fault,) = refused(beside, name=name)
        assert (fault.table, fault.field, fault.found) == ("policy", "name", name)
        assert DEFAULT in fault.expected


def test_without_a_folder_no_file_is_read(tmp_path):
    written(tmp_path, TEXT)
    (fault,) = refused(None, name=str(tmp_path / "ours.toml"))
    assert fault.field == "name"


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        pytest.param({"band_width": 0}, ["band_width"], id="no width"),
        pytest.param({"band_width": 101}, ["band_width"], id="too wide"),
        pytest.param({"cost_counts": "always"}, ["cost_counts"], id="a way of counting cost that there is not"),
        pytest.param({"weights": {"near-home": -1}}, ["weights.near-home"], id="a weight below 0"),
        pytest.param({"weights": {"near-home": 1.5}}, ["weights.near-home"], id="a weight that is not whole"),
        pytest.param({"weights": {"Near Home": 1}}, ["weights.Near Home.[key]"], id="a criterion with a space"),
        pytest.param(
            {"figures": {"longest_school_journey": "long"}}, ["figures.longest_school_journey"], id="no number"
        ),
        pytest.param({"tiers": ["parents"]}, ["tiers"], id="tiers left out"),
        pytest.param({"tiers": ["parents", "cousins"]}, ["tiers.1"], id="a tier that there is not"),
        pytest.param({"wieghts": {}}, ["wieghts"], id="a misspelt table"),
        pytest.param({"weights": 3, "band_width": "wide"}, ["band_width", "weights"], id="two at once"),
    ],
)
def test_what_is_wrong_with_an_override_is_said_with_its_place(said, fields):
    faults = refused(**said)
    assert sorted(fault.field for fault in faults) == fields
    for fault in faults:
        assert (fault.table, fault.id) == ("policy", DEFAULT)
        assert fault.found
        assert fault.expected
        assert fault.remedy


def test_what_a_file_leaves_out_is_said_too(tmp_path):
    beside = written(tmp_path, TEXT.replace("band_width = 10", "").replace('cost_counts = "ties"', ""))
    assert sorted(fault.field for fault in refused(beside, name="ours.toml")) == ["band_width", "cost_counts"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            b"name = ",
            id="no TOML",
        ),
        pytest.param(
            b'name = "\xff"',
            id="not UTF-8",
        ),
    ],
)
def test_a_policy_file_that_cannot_be_read_is_a_fault(tmp_path, data):
    tmp_path.joinpath("ours.toml").write_bytes(data)
    (fault,) = refused(tmp_path, name="ours.toml")
    assert fault.table == "policy"
