"""Reading pages into a folder of records: keys stay, snapshots stand side by side, nothing is overwritten."""

import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from saisei_lod.cli import main
from saisei_lod.records.loading import load_file
from saisei_lod.records.model import PlanRecord

PAGE = Path(__file__).parents[2] / "docs" / "tutorial" / "page.txt"
WALK, CHERRY = "r055-06209-28b4a6cb", "r036-06209-be1ae787"


class Desk:
    """A folder with a page, in which ``saisei read`` is run."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.records = folder / "data" / "plans"
        self.page = folder / "page.txt"
        self._capsys = capsys
        shutil.copy(PAGE, self.page)

    def edit(self, old: str, new: str, path: Path | None = None) -> None:
        """Replace a text of the page, or of another file, which must be there."""
        path = path or self.page
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def read(self, *options: str) -> tuple[int, str, str]:
        """Read the page; return the exit status, standard output and standard error."""
        status = main(["read", str(self.page), "--lang", "en", *options])
        shown = self._capsys.readouterr()
        return status, shown.out, shown.err

    def keep(self, *options: str) -> tuple[int, str, str]:
        """Read the page into the folder of records."""
        return self.read("-o", str(self.records), *options)

    @property
    def files(self) -> list[str]:
        """The record files, in order."""
        return sorted(path.name for path in self.records.iterdir())

    def plans(self, name: str) -> list[PlanRecord]:
        """Return the plans of a record file."""
        return load_file(self.records / name).record.plans


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A folder with a page of two plans, which is already a record."""
    made = Desk(tmp_path, capsys)
    made.keep()
    return made


def as_json(shown: str) -> dict[str, Any]:
    """Return the one object of standard output."""
    loaded: dict[str, Any] = json.loads(shown)
    return loaded


def test_the_same_bytes_write_nothing(desk: Desk) -> None:
    """The record says what the page says, and known plans of this very page need no word."""
    status, out, err = desk.keep()
    assert (status, out, desk.files) == (0, "", ["06209-000001.yaml"])
    assert "the record says what the page says" in err
    assert "plan-already-known" not in err


def test_a_correction_is_shown_and_stays(desk: Desk) -> None:
    """Reading the same page again tells what people had corrected."""
    path = desk.records / "06209-000001.yaml"
    desk.edit('end: "2025-03-31"', 'end: "2026-03-31"', path)
    kept = path.read_bytes()
    _, out, _ = desk.keep()
    assert "What people had corrected:" in out
    assert "2026-03-31" in out
    assert (path.read_bytes(), desk.files) == (kept, ["06209-000001.yaml"])


def test_a_page_that_says_the_same_of_its_plans_makes_no_record(desk: Desk) -> None:
    """Other bytes, the same plans: it is said so."""
    desk.page.write_text(desk.page.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    status, _, err = desk.keep()
    assert (status, desk.files) == (0, ["06209-000001.yaml"])
    assert "says the same of its plans; no new record is written" in err


def test_a_page_that_lists_a_new_change_becomes_a_second_record(desk: Desk) -> None:
    """Both snapshots of one source stand side by side; keys and corrections go on, the new event is named."""
    first = desk.records / "06209-000001.yaml"
    desk.edit("title: 練習用さくらまつり計画", "title: 練習用桜まつり計画", first)
    before = first.read_bytes()
    desk.edit("令和3年3月30日変更", "令和3年3月30日変更\n令和4年3月30日変更")
    status, out, _ = desk.keep("--retrieved", "2024-05-01")
    assert (status, desk.files) == (0, ["06209-000001-2024-05-01.yaml", "06209-000001.yaml"])
    assert first.read_bytes() == before
    second = load_file(desk.records / "06209-000001-2024-05-01.yaml").record
    assert second.page.source == "06209-000001"
    assert [plan.id for plan in second.plans] == [WALK, CHERRY]
    assert [a.date for a in second.plans[0].amendments] == ["2021-03-30", "2022-03-30"]
    assert second.plans[1].title == "練習用桜まつり計画"
    changed, _, corrected = out.partition("What people had corrected:")
    assert "a new event" in changed
    assert "2022-03-30" in changed
    assert "練習用桜まつり計画" in corrected


def test_a_third_reading_is_compared_with_the_latest_snapshot(desk: Desk) -> None:
    """What the second record has is no news."""
    desk.edit("令和3年3月30日変更", "令和3年3月30日変更\n令和4年3月30日変更")
    desk.keep("--retrieved", "2024-05-01")
    desk.page.write_text(desk.page.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    _, _, err = desk.keep("--retrieved", "2024-06-01")
    assert "06209-000001-2024-05-01.yaml: the page has changed, but says the same" in err
    assert len(desk.files) == 2


def test_of_two_snapshots_without_a_day_it_is_told_that_neither_is_later(desk: Desk) -> None:
    """The page kept its last update, and nobody named the day of retrieval."""
    desk.edit("令和3年3月30日変更", "令和3年3月30日変更\n令和4年3月30日変更")
    _, _, err = desk.keep()
    assert "snapshot-not-dated" in err
    assert len(desk.files) == 2
    assert desk.files[0].startswith("06209-000001-")


def test_a_renamed_plan_gets_no_second_key(desk: Desk) -> None:
    """The new title is near the old one: the record names neither key, the message names both."""
    desk.edit("練習用まちあるき計画", "練習用まち歩き計画")
    _, _, err = desk.keep("--retrieved", "2024-05-01")
    assert [plan.id for plan in desk.plans("06209-000001-2024-05-01.yaml")] == [None, CHERRY]
    assert "plan-maybe-known" in err
    assert WALK in err


def test_a_renamed_plan_that_a_person_accepts_stays_the_plan(desk: Desk) -> None:
    """With its key in the second record, the next reading knows it by its new title."""
    desk.edit("練習用まちあるき計画", "練習用まち歩き計画")
    desk.keep("--retrieved", "2024-05-01")
    path = desk.records / "06209-000001-2024-05-01.yaml"
    desk.edit("- title: 練習用まち歩き計画", f"- id: {WALK}\n    title: 練習用まち歩き計画", path)
    _, out, err = desk.keep("--retrieved", "2024-05-01")
    assert "the record says what the page says" in err
    assert out == ""


def test_a_plan_of_another_page_keeps_its_key(desk: Desk) -> None:
    """The folder that is written to is compared without being asked, the file of the plan is named."""
    desk.edit("練習用まちあるき計画", "練習用 まちあるき計画")
    desk.edit("令和2年3月30日(第55回)", "令和2年3月30日")
    desk.edit("000001", "000002")
    _, out, err = desk.keep()
    assert out.endswith("06209-000002.yaml\n")
    assert [plan.id for plan in desk.plans("06209-000002.yaml")] == [WALK, CHERRY]
    assert err.count("plan-already-known") == 2
    assert "data/plans/06209-000001.yaml" in err


def test_two_pages_of_one_call_are_one_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second page is compared with what the first one has just become."""
    desk = Desk(tmp_path, capsys)
    other = tmp_path / "other.txt"
    shutil.copy(desk.page, other)
    desk.edit("000001", "000002", other)
    desk.edit("練習用まちあるき計画", "練習用まちあるき 計画", other)
    main(["read", str(desk.page), str(other), "-o", str(desk.records)])
    assert [plan.id for plan in desk.plans("06209-000002.yaml")] == [WALK, CHERRY]


def test_against_a_data_folder_the_json_names_the_matches(desk: Desk) -> None:
    """Key, certainty, reasons and file stand on each plan; nothing is written."""
    status, out, err = desk.read("--against", str(desk.folder / "data"))
    matches = [plan["matches"] for plan in as_json(out)["plans"]]
    assert [[(match["key"], match["certainty"]) for match in found] for found in matches] == [
        [(WALK, "same")],
        [(CHERRY, "same")],
    ]
    assert matches[0][0]["file"].endswith("data/plans/06209-000001.yaml")
    assert (status, err.count("plan-already-known"), desk.files) == (0, 2, ["06209-000001.yaml"])


def test_without_a_folder_nothing_is_matched(desk: Desk) -> None:
    """The JSON is what it was."""
    _, out, _ = desk.read()
    assert all("matches" not in plan for plan in as_json(out)["plans"])


def test_json_files_are_matched_too(desk: Desk) -> None:
    """-o with --format json compares with the records of its folder."""
    desk.edit("000001", "000002")
    desk.keep("--format", "json")
    said = as_json((desk.records / "06209-000002.json").read_text(encoding="utf-8"))
    assert [plan["matches"][0]["key"] for plan in said["plans"]] == [WALK, CHERRY]


def test_records_in_bulk_are_known_and_their_page_is_not_read_as_new(desk: Desk) -> None:
    """A .jsonl file of the same page is its record."""
    record = load_file(desk.records / "06209-000001.yaml").record
    (desk.records / "06209-000001.yaml").unlink()
    lines = [{"page": record.page}, *({"plan": plan} for plan in record.plans)]
    bulk = desk.records / "bulk.jsonl"
    bulk.write_bytes(b"\n".join(msgspec.json.encode(line) for line in lines))
    _, out, err = desk.keep()
    assert (out, desk.files) == ("", ["bulk.jsonl"])
    assert "bulk.jsonl: the record says what the page says" in err


def test_two_pages_of_one_file_name_are_two_sources(desk: Desk) -> None:
    """index.html of two addresses: the second one gets a source name of its own, and keeps it."""
    (desk.records / "06209-000001.yaml").unlink()
    desk.edit("000001", "")
    desk.keep("--url", "https://a.example/index.html")
    desk.edit("練習用まちあるき計画", "練習用あるく計画")
    desk.keep("--url", "https://b.example/index.html")
    assert len(desk.files) == 2
    sources = {load_file(desk.records / name).record.page.source for name in desk.files}
    assert len(sources) == 2
    _, _, err = desk.keep("--url", "https://b.example/index.html")
    assert "the record says what the page says" in err


def test_a_folder_without_records_is_no_folder_to_compare_with(desk: Desk) -> None:
    """A wrong folder would make every plan new in silence."""
    empty = desk.folder / "empty"
    empty.mkdir()
    status, _, err = desk.read("--against", str(empty))
    assert (status, "holds no records" in err) == (2, True)
    status, _, err = desk.read("--against", str(desk.folder / "none"))
    assert (status, "Traceback" in err) == (2, False)


def test_a_broken_record_is_named_and_nothing_is_written(desk: Desk) -> None:
    """A plan of a file that cannot be read would get a second key."""
    (desk.records / "broken.yaml").write_text("page: [", encoding="utf-8")
    desk.edit("000001", "000002")
    status, _, err = desk.keep()
    assert (status, "broken.yaml" in err, "06209-000002.yaml" in desk.files) == (2, True, False)
