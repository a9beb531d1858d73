"""What the tests of tables share: records that say everything a record can say, laid out as tables."""

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from saisei_lod import resources
from saisei_lod.errors import Bilingual
from saisei_lod.iris import Minter
from saisei_lod.publishing.data import write_graphs
from saisei_lod.publishing.graphs import Writer
from saisei_lod.records.model import (
    Amendment,
    Amount,
    Certification,
    Contact,
    Coverage,
    Document,
    Indicator,
    IndicatorValue,
    Maker,
    OwnWords,
    Page,
    Period,
    PlanRecord,
    Publisher,
)
from saisei_lod.tables import About, TableFiles, term_labels
from saisei_lod.validation import Validation

ABOUT = About(
    Bilingual("試験", "Trial"), "https://creativecommons.org/licenses/by/4.0/", "https://example.org/", "1"
)
PAGE = Page(
    title='計画, "一覧"',
    publisher=Publisher(code="06209"),
    source="06209-680",
    page_id="054421",
    last_updated="2023-07-14",
    retrieved="2026-01-02",
    url="https://example.org/a;b?c=1&d=2",
    sha256="ab" * 32,
    contact=Contact(name="課", address="山形県長井市", phone="0238-84-2111", email="a@example.org"),
)
#: Everything at once: several makers with a lead, an area in part, numbers, texts that break careless CSV.
WHOLE = PlanRecord(
    id="r055-01204-3476059d",
    title='=青少年, "ICT"\n計画',
    status="current",
    heading="認定された計画",
    certification=Certification(date="2020-03-30", date_basis="stated", round=55, round_basis="stated"),
    amendments=[
        Amendment(date="2020-08-21", date_basis="stated", kind="amendment"),
        Amendment(date="2021-03", date_basis="stated", kind="minor"),
        Amendment(date="2022", date_basis="stated", kind="unspecified"),
        Amendment(date="2023-03-31", date_basis="inferred", kind="revocation"),
    ],
    period=Period(start="2020-04-01", end="2023-03-31", precision="fiscal_year"),
    makers=[Maker(code="01204", lead=True), Maker(code="01452"), Maker(code="01000")],
    coverage=Coverage(kind="part", codes=["01204", "01452"], text="旭川市の全域及び鷹栖町の区域の一部"),
    schemes=["suishin", "kigyou"],
    documents=[Document(format="PDF", size_text="1,310KB", url="https://example.org/d.pdf?a=1&b=2")],
    amounts=[Amount(name="総事業費", yen=123456789012, text="123,456,789,012円")],
    indicators=[
        Indicator(
            name="観光客数",
            unit="人",
            values=[
                IndicatorValue(year="R1", value="1,234.50", role="base"),
                IndicatorValue(year="令和4年度", value="約2倍", role="final"),
            ],
        )
    ],
    summary='一行目\n二行目, "引用"\r\n三行目',
    lines=(3, 9),
    printed={
        "certification": "令和2年3月30日",
        "period": "令和2年度から令和4年度まで",
        "makers": "旭川市 ほか",
    },
    former_ids=["nodate-01204-3476059d", "d20200330-01204-3476059d"],
    combined_into="nodate-06209-00000000",
    own=OwnWords(title_en="ICT; youth", summary_ja="要約", summary_en="=1+1"),
)
#: A plan of which no day is known has no version: the plan alone tells of it.
UNDATED = PlanRecord(
    id="nodate-06209-00000000",
    title="日の分からない計画",
    makers=[Maker(code="06209", basis="implied")],
    schemes=["suishin"],
    documents=[Document(format="PDF")],
    lines=(10, 12),
)


def write_plans(folder: Path, plans: Sequence[PlanRecord], page: Page = PAGE) -> None:
    """Write a folder of records: one bulk file."""
    (folder / "plans").mkdir(parents=True)
    lines: list[dict[str, Page | PlanRecord]] = [{"page": page}]
    lines += [{"plan": plan} for plan in plans]
    text = b"\n".join(msgspec.json.encode(line) for line in lines)
    (folder / "plans" / "one.jsonl").write_bytes(text + b"\n")


def write_tables(data: Path, release: Path) -> Path:
    """Write the graphs of a folder of records and their tables; return the release folder."""
    release.mkdir()
    writer = Writer.into(release, release.parent, Minter("https://example.org/id/"))
    with TableFiles(release / "tables", release.parent, writer.minter) as tables:
        tables.know(term_labels(resources.ontology()))
        write_graphs(data, writer, Validation(), tables)
        tables.end(ABOUT)
    return release


@pytest.fixture(scope="session")
def tabled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release folder of the two records above, under a publisher's own base."""
    folder = tmp_path_factory.mktemp("tabled")
    write_plans(folder / "data", [WHOLE, UNDATED])
    return write_tables(folder / "data", folder / "release")


def graph_lines(release: Path) -> set[str]:
    """Return the triples of all graphs of a release but the catalogue's, in N-Triples."""
    return {
        line
        for path in release.glob("*.nt")
        if path.stem != "catalog"
        for line in re.split(r"(?<= \.)\n", path.read_text(encoding="utf-8"))
        if line
    }
