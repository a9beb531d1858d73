"""The plans of a folder of records, found by what tells a plan from others."""

from pathlib import Path

import msgspec
import pytest

from saisei_lod.errors import InputError, RecordError
from saisei_lod.matching.known import Facts, KnownPlans, records_folder
from saisei_lod.records.model import Amendment, Certification, Maker, Page, PageRecord, PlanRecord
from saisei_lod.records.writing import to_yaml

KEY = "r051-06209-0d8eee4b"
PLAN = PlanRecord(
    id=KEY,
    title="計画 Ａ",
    makers=[Maker(code="06209"), Maker(name="ある町")],
    certification=Certification(date="2019-03-29", round=51, round_basis="stated"),
    amendments=[
        Amendment(date="2020-03-30", round=55, round_basis="inferred"),
        Amendment(date="2021-03"),
        Amendment(round=63, round_basis="stated"),
    ],
)


def write(folder: Path, name: str, *plans: PlanRecord) -> Path:
    """Write a record file of a page, as YAML or bulk by its name."""
    page = Page(source=f"06209-{name.partition('.')[0]}", sha256="0" * 64)
    path = folder / name
    if path.suffix == ".yaml":
        path.write_text(to_yaml(PageRecord(page=page, plans=list(plans))), encoding="utf-8")
    else:
        lines = [{"page": page}, *({"plan": plan} for plan in plans)]
        path.write_bytes(b"\n".join(msgspec.json.encode(line) for line in lines))
    return path


def test_facts_are_folded_titles_codes_days_and_stated_rounds() -> None:
    """A month of a change, an inferred round and a maker without a code tell nothing."""
    facts = Facts.of(PLAN)
    assert (facts.titles, facts.codes) == ({"計画A"}, {"06209"})
    assert facts.certified == {"2019-03-29", "r051"}
    assert facts.events == {"2019-03-29", "r051", "2020-03-30", "r063"}


def test_a_year_of_certification_is_no_sign_of_a_plan() -> None:
    """A month is, as in a key; hundreds of plans are certified in one year."""
    certified = [
        Facts.of(PlanRecord(certification=Certification(date=day))).certified for day in ("2019", "2019-03")
    ]
    assert certified == [set(), {"2019-03"}]


def test_both_kinds_of_files_are_known_and_one_plan_of_several_is_one(tmp_path: Path) -> None:
    """What all records of a key say is known of the plan; the first file in order is named first."""
    renamed = PlanRecord(id=KEY, title="新しい計画", makers=[Maker(code="06213")])
    write(tmp_path, "b.jsonl", renamed, PlanRecord(title="キーのない計画"))
    write(tmp_path, "a.yaml", PLAN)
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    known = KnownPlans.of([tmp_path])
    (plan,) = known.with_key(KEY)
    assert len(known) == 1
    assert plan.facts.titles == {"計画A", "新しい計画"}
    assert plan.facts.codes == {"06209", "06213"}
    assert [Path(file).name for file in plan.files] == ["a.yaml", "b.jsonl"]
    assert [(path.name, page.source) for path, page in known.pages] == [
        ("a.yaml", "06209-a"),
        ("b.jsonl", "06209-b"),
    ]


def test_a_folder_that_stands_twice_is_read_once(tmp_path: Path) -> None:
    """-o data/plans --against data names one folder."""
    (tmp_path / "plans").mkdir()
    write(tmp_path / "plans", "a.yaml", PLAN)
    known = KnownPlans.of([records_folder(tmp_path), tmp_path / "plans"])
    assert len(known.pages) == 1


def test_a_data_folder_is_known_by_its_plans(tmp_path: Path) -> None:
    """A folder without plans/ is a folder of records itself."""
    assert records_folder(tmp_path) == tmp_path
    (tmp_path / "plans").mkdir()
    assert records_folder(tmp_path) == tmp_path / "plans"


def test_a_former_key_leads_to_the_plans_that_had_it(tmp_path: Path) -> None:
    """A present key comes before a former one."""
    former = "d20190329-06209-0d8eee4b"
    write(tmp_path, "a.yaml", msgspec.structs.replace(PLAN, former_ids=[former]))
    known = KnownPlans.of([tmp_path])
    assert [plan.key for plan in known.with_key(former)] == [KEY]
    assert known.with_key("nodate-06209-00000000") == []


@pytest.mark.parametrize("name", ["a.yaml", "a.jsonl"])
def test_a_broken_file_is_told_and_not_left_out(name: str, tmp_path: Path) -> None:
    """A plan that could not be read would get a second key."""
    write(tmp_path, name, PLAN)
    path = tmp_path / name
    path.write_text(path.read_text(encoding="utf-8").replace("2019-03-29", "29.3.2019"), encoding="utf-8")
    with pytest.raises(RecordError, match=name):
        KnownPlans.of([tmp_path])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The message names it."""
    with pytest.raises(InputError, match="no-such"):
        KnownPlans.of([tmp_path / "no-such"])
