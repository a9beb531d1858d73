import csv
import hashlib
import json
import re
from pathlib import Path

import pytest
from tests.tables.conftest import ABOUT, PAGE, UNDATED, WHOLE, write_plans, write_tables

from saisei_lod.iris import Minter
from saisei_lod.tables import TableFiles
from saisei_lod.tables.csvw import GROUP
from saisei_lod.tables.definitions import TABLES
from saisei_lod.tables.files import WORKBOOK


def rows(release: Path, table: str, *, excel: bool = False) -> list[dict[str, str]]:
    """Return the rows of a table's CSV by the names of its columns."""
    path = release / "tables" / f"{table}{'-excel' if excel else ''}.csv"
    with path.open(encoding="utf-8-sig" if excel else "utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_table_is_there_in_every_form(tabled: Path) -> None:
    """Two CSV files and metadata a table, one workbook, the metadata of all, and nothing else."""
    names = {f"{table.name}{end}" for table in TABLES for end in (".csv", "-excel.csv", ".csv-metadata.json")}
    assert {path.name for path in (tabled / "tables").iterdir()} == names | {WORKBOOK, GROUP}


def test_the_tables_asked_for_are_there() -> None:
    """Plans, versions, events, makers, schemes and municipalities, and what a journalist asks next."""
    asked = {"plans", "versions", "events", "makers", "schemes", "municipalities", "covered-areas", "sources"}
    assert asked <= {table.name for table in TABLES}


def test_a_plan_stands_in_one_row_with_what_people_ask_first(tabled: Path) -> None:
    """Names beside codes, days, area, schemes, and the page that says so."""
    whole, undated = sorted(rows(tabled, "plans"), key=lambda row: row["plan"], reverse=True)
    assert whole["plan"] == WHOLE.id
    assert whole["title"] == WHOLE.title
    assert (whole["maker_codes"], whole["makers"]) == ("01204;01452;01000", "旭川市;鷹栖町;北海道")
    assert whole["prefectures"] == "北海道"
    assert (whole["certified_on"], whole["round"]) == ("2020-03-30", "55")
    assert (whole["period_start"], whole["period_end"]) == ("2020-04-01", "2023-03-31")
    assert (whole["period_precision"], whole["period_days"]) == ("FiscalYearPrecision", "1094")
    assert whole["coverage_kind"] == "PartOfArea"
    assert whole["schemes"] == "suishin;kigyou"
    assert whole["former_keys"] == ";".join(WHOLE.former_ids)
    assert whole["source_pages"] == "https://example.org/a%3Bb?c=1&d=2"
    assert whole["summary"] == WHOLE.summary
    assert (undated["certified_on"], undated["latest_version"], undated["maker_basis"]) == ("", "", "Implied")


def test_an_event_has_its_kind_and_its_date_as_precise_as_known(tabled: Path) -> None:
    """A day, a month or a year stands in the column of its precision; the kind stands in Japanese too."""
    found = {
        (row["kind_ja"], row["group"], row["date"], row["month_alone"], row["year_alone"])
        for row in rows(tabled, "events")
    }
    assert found == {
        ("認定", "Certification", "2020-03-30", "", ""),
        ("変更認定", "Change", "2020-08-21", "", ""),
        ("軽微な変更", "Change", "", "2021-03", ""),
        ("種類不明の変更", "Change", "", "", "2022"),
        ("認定の取消し", "Revocation", "2023-03-31", "", ""),
    }


def test_makers_tell_who_leads_and_which_version_says_so(tabled: Path) -> None:
    """A row a maker; a plan without versions has its makers too."""
    found = [
        (row["plan"][:4], row["version"][-8:], row["latest"], row["maker"], row["maker_code6"], row["lead"])
        for row in rows(tabled, "makers")
    ]
    assert sorted(found) == [
        ("noda", "", "true", "06209", "062090", ""),
        ("r055", "20200821", "true", "01000", "010006", ""),
        ("r055", "20200821", "true", "01204", "012041", "true"),
        ("r055", "20200821", "true", "01452", "014524", ""),
    ]


def test_a_municipality_has_both_codes_its_names_and_what_became_of_it(tabled: Path) -> None:
    """Six digits with the check digit, five without, names in three ways, days, successors."""
    by_code = {row["code"]: row for row in rows(tabled, "municipalities")}
    nagai = by_code["06209"]
    assert (nagai["code6"], nagai["name"], nagai["name_kana"], nagai["name_en"]) == (
        "062090",
        "長井市",
        "ながいし",
        "Nagai City",
    )
    assert (nagai["prefecture"], nagai["prefecture_name"], nagai["kind_ja"]) == ("06000", "山形県", "市")
    merged = by_code["01666"]  # 阿寒町, since 2005-10-11 in 釧路市
    assert (merged["name"], merged["exists_until"]) == ("阿寒町", "2005-10-11")
    assert (merged["successors"], merged["successor_names"]) == ("01206", "釧路市")
    assert by_code["01100"]["designated"] == "DesignatedCity"


def test_csv_is_utf_8_with_line_feeds_and_excel_gets_what_it_needs(tabled: Path) -> None:
    """No BOM and LF for programs; BOM, CRLF and Japanese headings for Excel; the same cells."""
    for table in TABLES:
        plain = (tabled / "tables" / f"{table.name}.csv").read_bytes()
        excel = (tabled / "tables" / f"{table.name}-excel.csv").read_bytes()
        assert not plain.startswith(b"\xef\xbb\xbf")
        assert plain.endswith(b"\n")
        assert not plain.endswith(b"\r\n")
        assert excel.startswith(b"\xef\xbb\xbf")
        assert excel.endswith(b"\r\n")
        theirs = [[_shown(cell) for cell in row.values()] for row in rows(tabled, table.name, excel=True)]
        assert [list(row.values()) for row in rows(tabled, table.name)] == theirs


def _shown(cell: str) -> str:
    """Return what Excel shows of a cell."""
    formula = re.fullmatch('="(.*)"', cell)
    return formula[1].replace('""', '"') if formula else cell.removeprefix("'")


def test_excel_shows_codes_with_their_zeros_and_no_formula_of_others(tabled: Path) -> None:
    """A title that begins like a formula, and codes, are texts in the CSV for Excel."""
    whole = next(row for row in rows(tabled, "plans", excel=True) if row["計画キー"] == WHOLE.id)
    assert whole["名称"] == f"'{WHOLE.title}"
    assert whole["英語の要約(編集者による)"] == '="=1+1"'
    codes = {row["団体コード(5桁)"] for row in rows(tabled, "municipalities", excel=True)}
    assert all(re.fullmatch('="[0-9]{5}"', code) for code in codes)


def test_metadata_tell_titles_kinds_keys_and_licence(tabled: Path) -> None:
    """Every column has a title in Japanese and English, its heading among them, and a datatype."""
    document = json.loads((tabled / "tables" / "plans.csv-metadata.json").read_text(encoding="utf-8"))
    assert document["dc:license"] == {"@id": ABOUT.licence}
    assert document["tableSchema"]["primaryKey"] == ["plan"]
    by_name = {column["name"]: column for column in document["tableSchema"]["columns"]}
    assert by_name["period_start"] == {
        "name": "period_start",
        "titles": {"ja": "計画期間の初日", "en": ["period_start", "first day"]},
        "datatype": "date",
        "aboutUrl": "https://example.org/id/period/{+period}",
        "propertyUrl": "https://w3id.org/saisei/ns#periodStart",
    }
    assert by_name["makers"]["suppressOutput"] is True
    assert by_name["makers"]["separator"] == ";"


def test_the_same_records_give_the_same_bytes(tabled: Path, tmp_path: Path) -> None:
    """Workbook included: a second run in another folder differs in nothing."""
    write_plans(tmp_path / "data", [UNDATED, WHOLE])
    again = write_tables(tmp_path / "data", tmp_path / "other")
    assert _hashes(again) == _hashes(tabled)


def _hashes(release: Path) -> dict[str, str]:
    files = (release / "tables").iterdir()
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_failure_leaves_no_half_written_table(tmp_path: Path) -> None:
    """Where the reading of plans stops, neither tables nor sheets are left."""
    with pytest.raises(RuntimeError), TableFiles(tmp_path / "tables", tmp_path, Minter()):
        raise RuntimeError
    assert [path.name for path in tmp_path.rglob("*")] == ["tables"]


def test_the_page_is_named_for_each_snapshot(tabled: Path) -> None:
    """A source has its publisher, address and hash, the page id with its zero."""
    (source,) = rows(tabled, "sources")
    assert (source["publisher"], source["url"], source["page_id"]) == ("06209", PAGE.url, "054421")
    assert (source["publisher_name"], source["telephone"]) == ("長井市", "0238-84-2111")
