import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import InputError, UsageError
from saisei_lod.registry import dated_area_codes, load, wikidata_items
from saisei_lod.registry.tables import STATES, read

REGISTRY = load()
CODES = sorted(REGISTRY.governments)


def test_present_counts_are_those_of_today() -> None:
    """There are 47 prefectures, 792 cities, 743 towns, 183 villages, 23 special wards and 171 wards."""
    present = Counter(row.kind for row in REGISTRY.governments.values() if not row.exists_until)
    assert present == {
        "prefecture": 47,
        "city": 772,
        "designated-city": 20,
        "special-ward": 23,
        "town": 743,
        "village": 183,
        "ward": 171,
    }


def test_25_names_are_shared() -> None:
    """25 names are borne by two or more municipalities of today."""
    names = Counter(
        row.name
        for row in REGISTRY.governments.values()
        if not row.exists_until and row.kind not in {"prefecture", "ward"}
    )
    assert sum(1 for bearers in names.values() if bearers > 1) == 25


def test_every_name_has_kana_and_romaji_and_an_office() -> None:
    """All rows, former ones too, have kana, romaji and coordinates within Japan."""
    for row in REGISTRY.governments.values():
        assert row.kana
        assert row.romaji.isascii()
        assert bool(row.county) == bool(row.county_kana) == bool(row.county_romaji)
        assert 24 < float(row.latitude) < 46
        assert 122 < float(row.longitude) < 154


@pytest.mark.parametrize(
    ("code", "romaji"),
    [
        ("01204", "Asahikawa"),
        ("38215", "Toon"),
        ("33623", "Nagi"),
        ("33622", "Shoo"),
        ("35216", "Sanyo-Onoda"),
        ("42208", "Matsuura"),
        ("27220", "Minoh"),
        ("01101", "Chuo"),
        ("26000", "Kyoto"),
        ("13000", "Tokyo"),
    ],
)
def test_romaji_is_as_municipalities_write_it(code: str, romaji: str) -> None:
    """Long vowels carry no macron, and word bounds are kept where kana alone would hide them."""
    assert romaji == REGISTRY.government(code).romaji


@pytest.mark.parametrize(
    ("code", "kana"),
    [
        ("06428", "しょうないまち"),
        ("11206", "ぎょうだし"),
        ("14383", "まなづるまち"),
        ("10344", "しんとうむら"),
    ],
)
def test_kana_have_no_errors_of_the_ministry(code: str, kana: str) -> None:
    """Readings that the ministry's list prints wrong are right here."""
    assert kana == REGISTRY.government(code).kana


def test_county_with_two_gun_is_split_right() -> None:
    """北群馬郡 is きたぐんまぐん, not きたぐん."""
    assert REGISTRY.government("10344").county_kana == "きたぐんまぐん"


def test_ward_belongs_to_its_designated_city() -> None:
    """中央区 of Sapporo is a part of Sapporo, 中央区 of Tokyo a special ward."""
    assert REGISTRY.government("01101").parent == "01100"
    assert REGISTRY.government("13102").kind == "special-ward"


def test_six_digits_are_accepted() -> None:
    """A code with its check digit finds the same government."""
    assert REGISTRY.government("012041") is REGISTRY.government("01204")


@pytest.mark.parametrize("code", ["99999", "01205x", "012042", "01201x", "01"])
def test_unknown_code_is_named_in_the_error(code: str) -> None:
    """A code that names nothing is refused, and the message says which."""
    with pytest.raises(UsageError, match=code):
        REGISTRY.government(code)


def test_sasayama_was_renamed_in_2019() -> None:
    """篠山市 became 丹波篠山市 on 2019-05-01 under one code."""
    before, after = (REGISTRY.state("28221", day) for day in ("2019-04-30", "2019-05-01"))
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("篠山市", "丹波篠山市")
    assert REGISTRY.current("28221") == ("28221",)


def test_wards_of_hamamatsu_were_reorganised_in_2024() -> None:
    """北区 of 浜松市 became part of two wards on 2024-01-01; 天竜区 kept its name under a new code."""
    assert REGISTRY.current("22135") == ("22138", "22139")
    assert REGISTRY.current("22137") == ("22140",)
    assert REGISTRY.exists("22135", "2023-12-31")
    assert not REGISTRY.exists("22135", "2024-01-01")
    assert not REGISTRY.exists("22138", "2023-12-31")


def test_kushiro_kept_name_and_code_in_its_merger() -> None:
    """釧路市 of 2005-10-11 was made anew under the same name and code and goes on here."""
    change = next(c for c in REGISTRY.changes if c.date == "2005-10-11" and c.after == ("01206",))
    assert (change.kind, change.before) == ("merger", ("01206", "01666", "01669"))
    assert REGISTRY.government("01206").exists_from == ""
    assert REGISTRY.current("01666") == ("01206",)


def test_kamikuishiki_was_split() -> None:
    """上九一色村 went to 甲府市 and to 富士河口湖町."""
    assert REGISTRY.current("19341") == ("19201", "19430")
    assert [c.kind for c in REGISTRY.changes if "19341" in c.before] == ["split"]


def test_succession_is_followed_through_several_changes() -> None:
    """城山町 became part of 相模原市 (14209), which was designated as 14150."""
    assert REGISTRY.successors("14421") == ("14209",)
    assert REGISTRY.current("14421") == ("14150",)


def test_village_that_crossed_the_border_of_its_prefecture() -> None:
    """山口村 of 長野県 became part of 中津川市 of 岐阜県."""
    assert REGISTRY.current("20431") == ("21206",)


def test_yakumo_changed_its_county() -> None:
    """八雲町 lay in 山越郡 until 2005-10-01, then in 二海郡."""
    states = [REGISTRY.state("01346", day) for day in ("2005-09-30", "2005-10-01")]
    assert [state.county for state in states if state] == ["山越郡", "二海郡"]


def test_state_before_it_existed_is_none() -> None:
    """つがる市 has no state before 2005-02-11."""
    assert REGISTRY.state("02209", "2005-02-10") is None
    assert REGISTRY.state("02209", "2005-02-11") is not None


@pytest.mark.parametrize(
    ("name", "code"), [("山形県", "06000"), ("山形", "06000"), ("北海道", "01000"), ("京都", "26000")]
)
def test_prefecture_is_found_by_full_and_short_name(name: str, code: str) -> None:
    """山形県 and 山形 are the prefecture; 北海道 has no shorter name."""
    found = REGISTRY.prefecture_by_name(name)
    assert found is not None
    assert code == found.code


def test_other_text_is_no_prefecture() -> None:
    """A city's name is not taken for a prefecture."""
    assert REGISTRY.prefecture_by_name("長井") is None


@given(st.sampled_from(CODES), st.dates().map(str))
def test_states_tell_the_same_as_existence(code: str, day: str) -> None:
    """On any day a government has a state if and only if it exists."""
    assert REGISTRY.exists(code, day) == (REGISTRY.state(code, day) is not None)


@given(st.sampled_from(CODES))
def test_current_codes_exist_today(code: str) -> None:
    """Following successions ends at governments that have not ended."""
    current = REGISTRY.current(code)
    assert current
    assert all(not REGISTRY.government(now).exists_until for now in current)


def test_damaged_table_is_named_with_its_line(tables: Path) -> None:
    """A row with a cell too few stops the reading, with file and line."""
    path = tables / STATES
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[4] = lines[4].rsplit("\t", 1)[0]
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InputError, match=r"states\.tsv:5"):
        read(tables)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"code\tname\n"])
def test_table_without_its_header_is_refused(tables: Path, content: bytes) -> None:
    """An empty, binary or foreign table is refused with the columns that were expected."""
    (tables / STATES).write_bytes(content)
    with pytest.raises(InputError, match="valid_from"):
        read(tables)


def test_links_that_nobody_imported_are_none(tmp_path: Path) -> None:
    """Without an import there are no Wikidata items and no dated area codes."""
    assert (wikidata_items(tmp_path), dated_area_codes(tmp_path)) == ({}, {})


def test_loading_needs_nothing_heavy() -> None:
    """Importing the registry brings in neither rdflib nor the builders."""
    code = "import sys, saisei_lod.registry as r; r.load(); print(*(m for m in sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()
    assert {"rdflib", "sqlite3", "openpyxl", "saisei_lod.registry.building"}.isdisjoint(loaded)
