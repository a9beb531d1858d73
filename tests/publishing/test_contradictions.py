"""The report of what sources contradict each other in."""

import csv
import shutil
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from saisei_lod.merging import merge
from saisei_lod.publishing import build
from saisei_lod.publishing.contradictions import CONTRADICTIONS, write_contradictions
from saisei_lod.records.model import Certification, Maker, Page, Period, PlanRecord
from saisei_lod.records.streaming import SourcedPlan

ROOT = Path(__file__).resolve().parents[2]
KEY = "r059-01204-c2f70cb1"


def listing(source: str, last_updated: str | None = None, digit: str = "1", **fields: Any) -> SourcedPlan:
    """Return what one source says of a plan."""
    page = Page(source=source, sha256=digit * 64, last_updated=last_updated)
    plan = PlanRecord(id=KEY, **{"title": "観光振興計画", **fields})
    return SourcedPlan(plan, page, f"data/plans/{source}.yaml", 3, {"": 3, "certification": 5})


def written(folder: Path, *sources: SourcedPlan) -> list[dict[str, str]]:
    """Write the report of one plan and read it as a spreadsheet does."""
    write_contradictions(folder, merge(sources).contradictions)
    with (folder / CONTRADICTIONS).open(encoding="utf-8-sig", newline="") as file:
        return [{name.split(" / ")[1]: cell for name, cell in row.items()} for row in csv.DictReader(file)]


def test_each_source_is_a_line_with_its_value_and_its_words(tmp_path: Path) -> None:
    """第59回 is the 30th on one page and the 31st on another; the published one and the rule stand on both lines."""
    one = listing(
        "01204-054421",
        "2023-07-14",
        certification=Certification(date="2021-03-30", date_basis="stated", round=59),
    )
    other = listing(
        "43202-kiji",
        certification=Certification(date="2021-03-31", round=59),
        printed={"certification": "第59回 R3.3.31"},
    )
    rows = written(tmp_path, other, one)
    assert [(row["source"], row["value of source"], row["words of source"]) for row in rows] == [
        ("01204-054421", "2021-03-30", ""),
        ("43202-kiji", "2021-03-31", "第59回 R3.3.31"),
    ]
    assert {row["published value"] for row in rows} == {"2021-03-30"}
    assert [row["agrees with it"] for row in rows] == ["はい / yes", "いいえ / no"]
    assert {(row["plan"], row["title"], row["field"]) for row in rows} == {
        (KEY, "観光振興計画", "certification.date")
    }
    assert {row["rule that chose it"] for row in rows} == {"日付の新しい出典 / the source of the later date"}
    assert rows[1]["record"] == "data/plans/43202-kiji.yaml"
    assert rows[1]["line"] == "5"


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (("a-1", "2023-01-01"), ("b-1", "2021-01-01"), "the source of the later date"),
        (("a-1", None), ("b-1", None), "dates equal or unknown: by the name of the source"),
        (("a-1", "2023-01-01"), ("a-1", "2021-01-01", "2"), "the later snapshot of the page"),
    ],
)
def test_the_rule_is_told(one: tuple[str, ...], other: tuple[str, ...], rule: str, tmp_path: Path) -> None:
    """By date, by name, or the later of two snapshots of one page."""
    rows = written(
        tmp_path, listing(*one, makers=[Maker(code="01204")]), listing(*other, makers=[Maker(code="01000")])
    )
    assert {row["rule that chose it"].split(" / ")[1] for row in rows} == {rule}


def test_the_file_is_there_when_nothing_contradicts(tmp_path: Path) -> None:
    """A header alone, in both languages, with the mark by which Excel knows UTF-8."""
    write_contradictions(tmp_path, [])
    data = (tmp_path / CONTRADICTIONS).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + "計画のキー / plan,".encode())
    assert data.count(b"\r\n") == 1
    assert data.endswith(b"\r\n")


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """What a page prints is never computed by the spreadsheet of who opens the report."""
    rows = written(tmp_path, listing("a-1", title="=HYPERLINK(1)"), listing("b-1", title="計画"))
    assert rows[0]["value of source"] == "'=HYPERLINK(1)"


def test_the_report_is_the_same_whatever_the_order_of_sources(tmp_path: Path) -> None:
    """Stable bytes."""
    sources = [listing(f"0000{n}-p", period=Period(end=f"202{n}-03-31")) for n in range(5)]
    written(tmp_path, *sources)
    first = (tmp_path / CONTRADICTIONS).read_bytes()
    written(tmp_path, *reversed(sources))
    assert (tmp_path / CONTRADICTIONS).read_bytes() == first


def test_two_snapshots_and_a_contradiction_go_through_a_build(tmp_path: Path) -> None:
    """A later snapshot of Nagai's page gives a version of its own, a national list contradicts: no violation."""
    data = shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("registry"))
    plans = data / "plans"
    before = (plans / "06209-680.yaml").read_text(encoding="utf-8")
    start = before.index("  - id: r051-06209-379e24d8")
    plan = before[start : before.index("  - id: ", start + 1)].split("    evidence:")[0]
    changed = plan.replace("    period:", '      - {date: "2021-03-30", kind: amendment}\n    period:', 1)
    later = changed.replace('end: "2022-03-31"', 'end: "2024-03-31"').replace("計画\n", "計画(改)\n", 1)
    other = plan.replace('"2019-03-29"', '"2019-03-28"', 1)
    for source, digit, text in (("06209-680", "2", later), ("99999-list", "3", other)):
        page = f'page: {{source: "{source}", sha256: "{digit * 64}", last_updated: "2023-05-0{digit}"}}\nplans:\n'
        (plans / f"{source}-{digit}.yaml").write_text(page + text, encoding="utf-8")
    built = build(data, tmp_path / "dist")
    assert [finding for finding in built.findings if finding.severity == "violation"] == []
    assert {"sources-disagree"} <= {finding.code for finding in built.findings}
    with (tmp_path / "dist" / CONTRADICTIONS).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert {row[2] for row in rows} == {"certification.date"}
    assert CONTRADICTIONS in (tmp_path / "dist" / "SHA256SUMS").read_text(encoding="utf-8")
    store = pyoxigraph.Store()
    store.bulk_load(path=str(tmp_path / "dist" / "plans.nt"))
    titles = store.query(
        "PREFIX s: <https://w3id.org/saisei/ns#> PREFIX d: <http://purl.org/dc/terms/> SELECT ?from ?title { "
        "?v a s:PlanVersion ; d:isVersionOf ?p ; s:validFrom ?from . OPTIONAL { ?v d:title ?title } "
        'FILTER(STRENDS(STR(?p), "r051-06209-379e24d8")) } ORDER BY ?from'
    )
    title = "地域連携DMOを中心とした観光地域づくり計画"
    assert [(row[0].value, row[1] and row[1].value) for row in titles] == [  # type: ignore[union-attr]
        ("2019-03-28", None),
        ("2020-03-30", title),
        ("2021-03-30", f"{title}(改)"),
    ]
