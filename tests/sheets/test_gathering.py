"""Which records a workbook holds."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from saisei_lod.errors import InputError, RecordError, UsageError
from saisei_lod.sheets import city_code, gather, named


def names(data: Path, code: str | None) -> list[tuple[str, int]]:
    """Return the files with their numbers of plans."""
    return [(file.name, len(file.plans)) for file in gather(data, code=code)]


def test_a_city_has_what_it_published_and_what_it_made(new_desk: Callable[[], Any]) -> None:
    """Of the pages of others only the plans that it made."""
    data = new_desk().data
    bulk = data / "plans" / "all.jsonl"
    bulk.write_text(
        '{"page":{}}\n{"plan":{"title":"甲"}}\n{"plan":{"makers":[{"code":"01204"}]}}\n', encoding="utf-8"
    )
    (data / "plans" / "note.txt").write_text("", encoding="utf-8")
    assert names(data, None) == [("06209-680.yaml", 2), ("all.jsonl", 2)]
    assert names(data, "06209") == [("06209-680.yaml", 2)]
    assert names(data, "01204") == [("06209-680.yaml", 1), ("all.jsonl", 1)]


def test_a_plan_without_a_key_is_named_by_its_place(new_desk: Callable[[], Any]) -> None:
    """Whichever plans are left out before it."""
    data = new_desk().data
    (data / "plans" / "all.jsonl").write_text(
        '{"page":{}}\n{"plan":{}}\n{"plan":{"makers":[{"code":"06213"}]}}\n', encoding="utf-8"
    )
    assert [plan.name for plan in gather(data, code="06213")[0].plans] == ["#2"]


def test_no_record_and_no_folder_say_what_to_do(new_desk: Callable[[], Any], tmp_path: Path) -> None:
    """The message names the city and the folder."""
    with pytest.raises(InputError, match="no plan of 13101"):
        gather(new_desk().data, code="13101")
    with pytest.raises(InputError):
        gather(tmp_path / "no")


def test_too_many_plans_are_refused_before_all_are_read(new_desk: Callable[[], Any]) -> None:
    """A national bulk file is read no further than the limit; the last line here is broken."""
    data = new_desk().data
    plan = '{"plan":{}}\n'
    (data / "plans" / "all.jsonl").write_text('{"page":{}}\n' + plan * 50 + "broken", encoding="utf-8")
    with pytest.raises(UsageError, match="more than 20"):
        gather(data, most=20)
    with pytest.raises(RecordError, match="not JSON"):
        gather(data)


@pytest.mark.parametrize("said", ["06209", "062090", " 長井市 ", "山形県長井市"])
def test_a_city_is_named_by_code_or_name(said: str) -> None:
    """5 digits, 6 digits, its name with or without prefecture."""
    assert city_code(said) == "06209"
    assert named("06209").ja == "山形県長井市(06209)"


def test_prefectures_unions_and_former_names_are_found() -> None:
    """A union has the 13 digits of its corporate number; a name of old is found where nobody bears it now."""
    assert city_code("大和町") == "04421"  # three others are gone
    assert [city_code(said) for said in ("北海道", "1000020012041", "端野町")] == [
        "01000",
        "1000020012041",
        "01548",
    ]
    assert named("1000020012041").en == "1000020012041"
    assert named("01000").ja == "北海道(01000)"


@pytest.mark.parametrize(
    ("said", "words"), [("府中市", "13206"), ("長井", "No local government"), ("062091", "check digit")]
)
def test_a_name_that_is_shared_or_unknown_is_refused(said: str, words: str) -> None:
    """Those that share it are listed with their codes."""
    with pytest.raises(UsageError, match=words):
        city_code(said)
