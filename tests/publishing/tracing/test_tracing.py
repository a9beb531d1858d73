import shutil
from pathlib import Path

import msgspec
import pytest

from saisei_lod import resources
from saisei_lod.errors import Bilingual
from saisei_lod.findings import Finding, Place, Severity
from saisei_lod.merging import MergedPlan, merge
from saisei_lod.publishing import check_records
from saisei_lod.publishing.tracing import traced
from saisei_lod.publishing.tracing.claims import Told
from saisei_lod.records.model import Amendment, Certification, Page, Period, PlanRecord
from saisei_lod.records.streaming import SourcedPage, SourcedPlan
from saisei_lod.validation import Report, Result

ROOT = Path(__file__).resolve().parents[3]
KEY = "r055-01204-3476059d"
BASE = "https://w3id.org/saisei/id/"
SAID = Bilingual("文", "text")


def result(local: str, about: str, value: str = "", code: str = "some-code") -> Result:
    """Return a result at a node about a property."""
    return Result(
        code,
        Severity.WARNING,
        SAID,
        SAID,
        f"<{BASE}{local}>",
        about,
        about,
        value,
        "",
        "<s>",
        "c",
        about=about,
    )


def trace_of(merged: MergedPlan, *results: Result, findings: tuple[Finding, ...] = ()) -> Report:
    """Return a report of some results, traced."""
    bare = Report(results, (), tuple(one.finding(Place("somewhere")) for one in results))
    pages = [
        SourcedPage(listed.page, listed.file, 3, {"page": 3, "page.url": 5}) for listed in merged.listings
    ]
    return traced(bare, lambda _: [list(merged.listings)], pages, findings)


def test_a_result_is_placed_at_the_field_that_holds_the_value(whole: MergedPlan) -> None:
    """File, line, field, value, plan, page, lines and words."""
    maker = f"<{BASE}local-government/01452>"
    traced_report = trace_of(whole, result(f"plan/{KEY}", "saisei:maker", maker))
    (finding,), (trace,) = traced_report.findings, traced_report.traces
    assert finding.place == Place("data/plans/a.yaml", 52, None, f"{BASE}plan/{KEY}", "makers[1].code")
    assert (trace.field, trace.found) == ("makers[1].code", "鷹栖町 (01452)")
    assert (trace.plan, trace.title, trace.codes) == (KEY, "港の計画", ("01204", "01452"))
    assert (trace.publisher, trace.page, trace.url) == ("旭川市", "計画の一覧", "https://example.org/plans")
    assert trace.lines == (32, 35)


@pytest.mark.parametrize(
    ("local", "about", "value", "words"),
    [
        (f"plan/{KEY}", "dcterms:title", "", "港の計画"),
        (f"event/{KEY}-20200330", "dcterms:date", "", "令和2年3月30日"),
        (f"event/{KEY}-20200821-2", "dcterms:date", "", "令和2年8月21日"),
        (f"plan/{KEY}", "saisei:maker", f"<{BASE}local-government/01204>", "旭川市"),
        (f"plan/{KEY}", "saisei:scheme", f"<{BASE}scheme/suishin>", "地方創生推進交付金"),
        (f"period/{KEY}-20200821", "saisei:periodEnd", "", "令和2年度から"),
        (f"plan/{KEY}", "saisei:summary", "", ""),
    ],
)
def test_the_words_of_the_source_are_quoted(
    whole: MergedPlan, local: str, about: str, value: str, words: str
) -> None:
    """From the evidence of the value, else from what is kept as printed."""
    assert trace_of(whole, result(local, about, value)).traces[0].words == words


def test_of_several_sources_the_one_that_holds_the_value_is_named(both: MergedPlan) -> None:
    """The newer page is silent on the period; what no page says is placed at the newer one."""
    assert [listed.file for listed in both.listings] == ["data/plans/b.yaml", "data/plans/a.yaml"]
    maker = f"<{BASE}local-government/01452>"
    report = trace_of(
        both,
        result(f"period/{KEY}-20200821", "saisei:periodEnd"),
        result(f"plan/{KEY}", "saisei:maker", maker),
        result(f"event/{KEY}-20200821", "saisei:inRound"),
        result(f"plan/{KEY}", "saisei:combinedInto"),
        result(f"listing/01204-plans-0f1e2d3c-{KEY}", "saisei:listedStatus"),
    )
    assert [(f.place.file[-6:], f.place.line, f.place.path) for f in report.findings] == [
        ("a.yaml", 41, "period.end"),
        ("b.yaml", 9, "makers[0].code"),
        ("a.yaml", 30, "amendments[0].round"),
        ("a.yaml", 30, "combined_into"),
        ("a.yaml", 30, "status"),
    ]
    silent = both._replace(listings=both.listings[:1], record=both.listings[0].plan)
    found = trace_of(silent, result(f"plan/{KEY}", "saisei:period")).findings[0]
    assert (found.place.file, found.place.line) == ("data/plans/b.yaml", 7)


def test_what_a_version_says_is_found_where_that_version_is_listed() -> None:
    """An older snapshot tells of the version before, also where the newer one says the same."""
    listed = [
        SourcedPlan(
            PlanRecord(
                id=KEY,
                certification=Certification(date="2020-03-30"),
                amendments=[Amendment(date=day) for day in changed],
                period=Period(start="2020-04-01", end="2023-03-31"),
            ),
            Page(source="01204-a", last_updated=f"{year}-01-01", sha256=str(year)[-1] * 64),
            f"data/plans/{year}.yaml",
            1,
        )
        for year, changed in ((2021, []), (2022, ["2021-08-21"]))
    ]
    ends = [f"period/{KEY}-20200330", f"period/{KEY}-20210821"]
    report = trace_of(
        merge(listed),
        *[result(node, "saisei:periodEnd") for node in ends],
        result(f"version/{KEY}-20210821", "saisei:validFrom"),
    )
    assert [(f.place.file[-9:], f.place.path) for f in report.findings] == [
        ("2021.yaml", "period.end"),
        ("2022.yaml", "period.end"),
        ("2022.yaml", "amendments[0].date"),
    ]


def test_a_result_of_a_page_is_placed_in_the_page(whole: MergedPlan) -> None:
    """At the line of its field; a snapshot is told from others of its source by its hash."""
    report = trace_of(
        whole,
        result("source/01204-plans", "saisei:url"),
        result("snapshot/01204-plans-0f1e2d3c", "saisei:retrieved"),
        result("snapshot/01204-plans-ffffffff", "saisei:retrieved"),
    )
    assert [(f.place.line, f.place.path) for f in report.findings[:2]] == [
        (5, "page.url"),
        (3, "page.retrieved"),
    ]
    assert report.traces[0].found == "https://example.org/plans"
    assert report.findings[2].place.file == "somewhere"


def test_what_stands_in_a_table_is_placed_at_its_row(whole: MergedPlan) -> None:
    """A round, a local government and a scheme, by their names; what is in no table keeps its place."""
    nodes = ["round/55", "round-day/55-20200330", "local-government/01204", "scheme/suishin", "round/999"]
    report = trace_of(whole, *[result(node, "saisei:about") for node in nodes])
    assert [trace.title for trace in report.traces] == [
        "第55回", "第55回", "旭川市", "地方創生推進交付金 (suishin)", "",
    ]  # fmt: skip
    assert {finding.place.file for finding in report.findings} == {"somewhere"}
    tables = {
        "round": resources.rounds(),
        "local-government": resources.registry() / "local_governments.tsv",
        "scheme": resources.ontology() / "schemes.ttl",
    }
    starts = ["round\t55\t", "round\t55\t", "01204\t", "scheme:suishin a "]
    for node, finding, start in zip(nodes, report.findings, starts, strict=False):
        lines = tables[node.partition("/")[0].removesuffix("-day")].read_text("utf-8").splitlines()
        assert lines[(finding.place.line or 0) - 1].startswith(start)
    assert report.findings[-1].place.line is None


def test_a_result_at_a_claim_is_placed_at_the_evidence_of_its_statement(both: MergedPlan) -> None:
    """In the record of the claim's snapshot, whichever record is heard first."""
    claim, of_page = f"{BASE}claim/{'0' * 16}-position-1", f"{BASE}claim/{'1' * 16}"
    claims = {
        claim: Told(
            f"{BASE}plan/{KEY}", "dcterms:title", '"港の計画"', f"{BASE}snapshot/01204-plans-0f1e2d3c"
        ),
        of_page: Told(
            f"{BASE}source/01204-plans", "saisei:url", '"x"', f"{BASE}snapshot/01204-plans-0f1e2d3c"
        ),
    }
    found = tuple(result(node.removeprefix(BASE), "oa:start") for node in claims)
    bare = Report(found, (), tuple(one.finding(Place("somewhere")) for one in found))
    pages = [SourcedPage(one.page, one.file, 3, {"page": 3, "page.evidence": 6}) for one in both.listings]
    report = traced(bare, lambda _: [list(both.listings)], pages, (), claims)
    assert [(f.place.file[-6:], f.place.line, f.place.path) for f in report.findings] == [
        ("a.yaml", 30, "evidence.title"),
        ("a.yaml", 6, "page.evidence.url"),
    ]
    assert [trace.title for trace in report.traces] == ["港の計画", ""]


def test_the_words_of_one_change_are_told_from_those_of_others() -> None:
    """Where each has a line of its own, and its day was corrected so that its evidence is found no more."""
    changes = [Amendment(date="2020-08-21"), Amendment(date="2021-03-30")]
    record = PlanRecord(id=KEY, amendments=changes, printed={"amendments": "令和2年8月21日\n令和3年3月30日"})
    whole = merge([SourcedPlan(record, Page(source="01204-a", sha256="a" * 64), "a.yaml", 1)])
    assert (
        trace_of(whole, result(f"event/{KEY}-20210330", "dcterms:date")).traces[0].words == "令和3年3月30日"
    )
    fewer = msgspec.structs.replace(record, amendments=changes[:1])
    unlike = merge([whole.listings[0]._replace(plan=fewer)])
    assert "\n" in trace_of(unlike, result(f"event/{KEY}-20200821", "dcterms:date")).traces[0].words


def test_the_claims_of_a_build_lead_to_their_statement(tmp_path: Path) -> None:
    """Evidence that somebody turned round is found in the record, at its line."""
    shutil.copytree(ROOT / "data" / "plans", tmp_path / "data" / "plans")
    shutil.copy(ROOT / "data" / "publication.toml", tmp_path / "data")
    path = tmp_path / "data" / "plans" / "06209-680.yaml"
    text = path.read_text(encoding="utf-8").replace('at: "216-248"', 'at: "248-216"', 1)
    path.write_text(text, encoding="utf-8")
    _, report = check_records(tmp_path / "data")
    (finding,) = [finding for finding in report.findings if finding.code == "position-reversed"]
    assert finding.place.path == "evidence.title"
    assert "248-216" in text.splitlines()[(finding.place.line or 0) - 1]


def test_findings_of_records_get_the_plan_of_their_line(whole: MergedPlan) -> None:
    """And those before the first plan get the page."""
    made = [
        Finding("one", Severity.INFO, SAID, Place("data/plans/a.yaml", 40, path="period.end"), "x"),
        Finding("two", Severity.INFO, SAID, Place("data/plans/a.yaml", 2, path="page.publisher.code"), "y"),
        Finding(
            "plan-unminted", Severity.INFO, SAID, Place("data/plans/a.yaml", 90, path="id"), "新しい計画"
        ),
        Finding("three", Severity.INFO, SAID, Place("data/plans/readme.txt"), "readme.txt"),
    ]
    traces = [trace for _, trace in trace_of(whole, findings=tuple(made)).records]
    assert [(t.plan, t.title, t.field, t.found) for t in traces] == [
        (KEY, "港の計画", "period.end", "x"),
        ("", "", "page.publisher.code", "y"),
        ("", "新しい計画", "id", ""),
        ("", "", "", "readme.txt"),
    ]
    assert [t.publisher for t in traces] == ["旭川市", "旭川市", "旭川市", ""]


def test_the_committed_records_are_traced(tmp_path: Path) -> None:
    """An officer is led from a wrong day to its line, to the page's words and to the days of the round."""
    shutil.copytree(ROOT / "data" / "plans", tmp_path / "data" / "plans")
    shutil.copy(ROOT / "data" / "publication.toml", tmp_path / "data")
    path = tmp_path / "data" / "plans" / "01204-054421.yaml"
    text = path.read_text(encoding="utf-8").replace('date: "2021-03-30"', 'date: "2021-03-29"', 1)
    path.write_text(text, encoding="utf-8")
    _, report = check_records(tmp_path / "data")
    ((finding, trace),) = [
        (f, t)
        for f, t in zip(report.findings, report.traces, strict=True)
        if f.code == "event-day-not-of-round"
    ]
    assert "2021-03-29" in text.splitlines()[(finding.place.line or 0) - 1]
    assert (trace.found, trace.words, trace.field) == ("2021-03-29", "令和3年3月30日", "certification.date")
    assert trace.expected.en == "a day of round 59: 2021-03-30, 2021-03-31"
    assert trace.lines == (32, 35)
