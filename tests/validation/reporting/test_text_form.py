import pytest

from saisei_lod.errors import Bilingual, Language
from saisei_lod.findings import Finding
from saisei_lod.validation import REPORTS, Report
from saisei_lod.validation.traces import Trace

TEXT = {
    "ja": """\
参考 nameless
  名がない
  項目: title (名)
  期待する内容: 名の値が1つ以上
  出典: 計画の一覧 32-35行: 令和3年3月30日
  直し方: 書く
  - plans.yaml:7 港の計画
""",
    "en": """\
info nameless
  no name
  field: title (name)
  expected: at least 1 value: name
  source: 計画の一覧 lines 32-35: 令和3年3月30日
  what to do: write
  - plans.yaml:7 港の計画
""",
}


def text(report: Report, language: Language = "en", *, verbose: bool = False) -> str:
    """Return the whole text."""
    return "".join(REPORTS["text"](report, language, verbose=verbose))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_text_says_where_what_and_what_to_do(report: Report, language: Language) -> None:
    """A paragraph has the message, what was found and expected, the source, the fix and the places."""
    assert TEXT[language] in text(report, language)


def test_violations_come_first_and_the_numbers_last(report: Report) -> None:
    """In the order of severity, then file and line; each mistake counts once."""
    paragraphs = text(report).split("\n\n")
    heads = [part.split("\n")[0] for part in paragraphs]
    assert heads == [
        "violation closed (2 times)",
        "violation record-period-reversed",
        "warning crooked",
        "info nameless",
        "violation 3, warning 1, info 1",
    ]
    assert paragraphs[-1].split("\n")[1:-1] == [
        "       2 violation closed",
        "       1 violation record-period-reversed",
        "       1 warning crooked",
        "       1 info nameless",
    ]


def test_no_control_character_of_a_record_reaches_the_terminal(report: Report) -> None:
    """Neither escape codes nor marks that turn the direction of text."""
    said = text(report, verbose=True)
    assert "=1+1</td><script>" in said
    assert {letter for letter in said if not letter.isprintable()} == {"\n"}


def test_the_same_mistake_many_times_is_shown_a_few_times(report: Report) -> None:
    """Unless all are asked for."""
    one = report.records[0]
    many = [one[0]._replace(place=one[0].place._replace(line=line)) for line in range(1, 41)]
    full = report._replace(results=(), findings=(), traces=(), records=tuple((f, one[1]) for f in many))
    assert "record-period-reversed (40 times)" in text(full)
    assert "… 20 more (all with --verbose)" in text(full)
    assert text(full).count("  - plans.yaml:") == 20
    assert text(full, verbose=True).count("  - plans.yaml:") == 40


def test_the_same_mistake_in_many_files_is_shown_for_some(report: Report) -> None:
    """The numbers tell in how many files it is."""
    finding, trace = report.records[0]
    spread = [finding._replace(place=finding.place._replace(file=f"{n:03d}.yaml")) for n in range(60)]
    full = report._replace(results=(), findings=(), traces=(), records=tuple((f, trace) for f in spread))
    said = text(full)
    assert said.count("violation record-period-reversed\n") == 50
    assert "      60 violation record-period-reversed (60 files)\nThere are many:" in said
    assert text(full, verbose=True).count("violation record-period-reversed\n") == 60


def test_differing_messages_in_one_file_are_of_one_file(report: Report) -> None:
    """Files are counted, not paragraphs."""
    finding, trace = report.records[0]
    other = finding._replace(message=Bilingual("別の期間が逆", "another reversed"), text="2020 - 2019")
    said = text(report._replace(records=((finding, trace), (other, trace))))
    assert "       2 violation record-period-reversed\n" in said


def test_a_row_of_a_table_is_called_by_its_name(report: Report) -> None:
    """Neither its IRI nor the path of the shape is shown, unless all is asked for."""
    row = report._replace(traces=tuple(Trace(title="第42回") for _ in report.results))
    said = text(row, "ja")
    assert "  項目: 名\n" in said
    assert "  - plans.yaml:7 第42回\n" in said
    assert "https://example.org/a" not in said
    assert "対象: https://example.org/a" in text(row, "ja", verbose=True)


def test_verbose_names_the_rules_without_target_and_the_reasons(report: Report) -> None:
    """And the page of a rule, where it is one of ours."""
    said = text(report, verbose=True)
    assert "rules without target (1): v" in said
    assert "because: reason" in said
    assert "findings#record-period-reversed" in said
    assert "rules without target" not in text(report)


def test_a_mistake_of_a_plan_is_not_said_again_for_its_version(report: Report) -> None:
    """Two results with one place, field and value are one mistake."""
    doubled = report._replace(
        results=report.results * 2, findings=report.findings * 2, traces=report.traces * 2
    )
    assert text(doubled) == text(report)


def test_what_a_record_finding_has_said_is_not_said_by_a_shape(report: Report) -> None:
    """The better words stay; other plans are not concerned."""

    def renamed(finding: Finding) -> Finding:
        return finding._replace(code="period-ends-before-start")

    echo = report._replace(findings=tuple(map(renamed, report.findings)))
    assert "period-ends-before-start" not in text(echo)
    elsewhere = echo._replace(traces=tuple(t._replace(plan="other") for t in echo.traces))
    assert "period-ends-before-start" in text(elsewhere)


def test_text_says_where_nothing_is_wrong() -> None:
    """An empty report is not an empty text."""
    assert text(Report((), (), ()), "ja") == "問題は見つかりませんでした。\n"


def test_a_report_without_traces_names_nodes(plain: Report) -> None:
    """RDF from elsewhere has no records."""
    assert "node: https://example.org/a" in text(plain)
    assert plain.traces == ()
    assert Trace() == Trace()
