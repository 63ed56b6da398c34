"""What a case file holds and what nobody recorded, row by row."""

import json
from pathlib import Path

from tests.cli.running import EXAMPLE, ROOT, agency_home, case_file, matching
from tests.data.files import child, home


def test_it_counts_names_what_is_unknown_and_says_what_can_be_ranked(tmp_path: Path) -> None:
    ran = matching("check", case_file(tmp_path, homes=[home(), home(id="ash", years_fostering=None, skills=None)]))
    assert ran.status == 0
    assert "1 child, 1 referral and 2 homes. Nothing in it is wrong." in ran.line
    assert "homes ash:" in ran.line
    assert "skills, years_fostering" in ran.line
    assert "Can be ranked: 1 referral (r1)." in ran.line


def test_what_does_not_belong_to_a_home_is_not_unknown_there(tmp_path: Path) -> None:
    ran = matching("check", case_file(tmp_path, homes=[home(id="oak")]), "--json")
    (oak,) = [row for row in json.loads(ran.out)["unknown"] if row["id"] == "oak"]
    assert not {"registration", "offer", "setting", "connected_to"} & set(oak["fields"])


def test_postcodes_that_the_directory_lacks_are_named_by_row_and_not_shown(tmp_path: Path) -> None:
    away = [{"postcode": "HP99 9ZZ", "miles": 2, "why": "unsafe"}]
    homes = [home(postcode="HP98 9ZZ")]
    ran = matching("check", case_file(tmp_path, children=[child(keep_away_from=away)], homes=homes))
    lost = ran.line.partition("Postcodes that are not in the directory")[2]
    assert "children amy: keep_away_from[no. 1].postcode" in lost
    assert "homes oak: postcode" in lost
    assert "9ZZ" not in ran.out


def test_it_warns_of_a_policy_nobody_agreed_and_counts_what_is_settled(tmp_path: Path) -> None:
    file = case_file(
        tmp_path,
        decided=[{"child": "amy", "home": "oak", "on": "2026-11-20"}],
        approvals=[{"rule": "CPPCR-11-1B", "child": "amy", "home": "oak", "by": "director", "on": "2026-11-20"}],
    )
    ran = matching("check", file)
    assert "1 decided placement and 1 approval given" in ran.line
    assert "Nobody has agreed the policy buckinghamshire-2026" in ran.line


def test_it_warns_of_a_policy_that_does_not_hold_on_the_day(tmp_path: Path) -> None:
    ran = matching("check", case_file(tmp_path, as_of="2025-11-24", children=[child(reviewed_on="2025-11-16")]))
    assert "The policy buckinghamshire-2026 does not hold on 2025-11-24." in ran.line


def test_a_long_register_names_fifty_rows_and_counts_the_rest_by_field(tmp_path: Path) -> None:
    file = case_file(tmp_path, homes=[agency_home(id=f"elm{n}") for n in range(60)])
    short, whole = matching("check", file), matching("check", file, "--all")
    assert short.line.count("homes elm") == 48
    assert "and 12 more rows; --all names every one." in short.line
    assert " 60 homes offer" in short.line
    assert whole.line.count("homes elm") == 60


def test_a_scenario_says_what_it_is_and_that_the_rest_is_ordinary() -> None:
    ran = matching("check", ROOT / EXAMPLE)
    assert "Amy is 11 and needs a home from which she can stay at her school" in ran.line
    assert "what the file leaves out is filled in from an ordinary case" in ran.line


def test_a_file_without_a_referral_has_nothing_to_rank_yet(tmp_path: Path) -> None:
    ran = matching("check", case_file(tmp_path, referrals=[]))
    assert ran.status == 0
    assert "There is nothing to rank: the file holds no referral." in ran.line


def test_it_is_data_too(tmp_path: Path) -> None:
    said = json.loads(matching("check", case_file(tmp_path), "--json").out)
    assert said["counts"] == {"children": 1, "referrals": 1, "homes": 1, "decided": 0, "approvals": 0}
    assert said["can_be_ranked"] == ["r1"]
    assert {row["table"] for row in said["unknown"]} <= {"children", "referrals", "homes"}
