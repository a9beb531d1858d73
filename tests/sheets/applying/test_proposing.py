"""What an officer's edits become: corrections that are shown, and lines of the record."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from saisei_lod.sheets import Proposal, as_text, store

FIRST, SECOND = "r036-06209-c6e55eea", "r055-06209-1e26ffa3"
PLANS, CHANGES, MAKERS, SCHEMES, AREA, FILES, KPI, SUMS, PAGES = (
    "計画", "変更", "作成主体", "支援措置", "区域", "添付ファイル", "数値目標", "金額", "ページ",
)  # fmt: skip


def test_an_untouched_workbook_changes_nothing(desk: Any) -> None:
    """No correction, no finding, and the record keeps its bytes."""
    before = desk.record.read_bytes()
    proposal = desk.propose()
    assert (proposal.corrections, proposal.files, proposal.findings) == ((), (), ())
    assert store(proposal.files) == []
    assert before == desk.record.read_bytes()


def test_a_title_is_corrected_and_the_comment_beside_it_stays(desk: Any) -> None:
    """The evidence keeps what was read, with its words."""
    desk.enter(PLANS, 3, 計画の名称="港の計画")
    assert (
        desk.apply()
        == """\
-    title: 山の港町の計画   # 短くした名称
+    title: 港の計画   # 短くした名称
-      title: {rule: title-words, at: "3-10"}
+      title: {rule: title-words, value: 山の港町の計画, at: "3-10", words: 山の港町の計画}"""
    )


def test_a_day_is_corrected_within_its_braces(desk: Any) -> None:
    """One value of a line changes; its evidence already tells what was read."""
    desk.enter(PLANS, 3, 認定日="平成28年3月16日")
    assert (
        desk.apply()
        == """\
-    certification: {date: "2016-03-15", date_basis: stated, round: 36, round_basis: stated}  # 官報で確認
+    certification: {date: "2016-03-16", date_basis: stated, round: 36, round_basis: stated}  # 官報で確認"""
    )


def test_a_value_without_evidence_says_that_a_person_gave_it(desk: Any) -> None:
    """The rule is corrected-by-hand, and evidence is begun where there was none."""
    desk.enter(PLANS, 4, 期間の末日="2023-03-31", 期間の精度="年度")
    assert (
        desk.apply()
        == """\
+    period: {end: "2023-03-31", precision: fiscal_year}
+    evidence:
+      period.end: {rule: corrected-by-hand, value: ""}"""
    )


def test_a_cleared_round_takes_its_basis_with_it(desk: Any) -> None:
    """An empty cell clears the value; what depends on it is shown as well."""
    desk.enter(PLANS, 3, 認定回=None)
    proposal = desk.propose()
    assert [(one.field.ja, one.before, one.after) for one in proposal.corrections] == [
        ("計画 認定回", "36", ""),
        ("計画 認定回の根拠", "記載", ""),
    ]
    assert '+    certification: {date: "2016-03-15", date_basis: stated}  # 官報で確認' in desk.apply()


def test_a_period_goes_with_its_days(desk: Any) -> None:
    """A precision alone is no period."""
    desk.enter(PLANS, 3, 期間の初日=None, 期間の末日=None)
    assert desk.apply() == '-    period: {start: "2016-03-15", end: "2021-03-31"}'


def test_a_precision_without_a_day_is_refused(desk: Any, codes: Callable[[Proposal], list[str]]) -> None:
    """It would say nothing."""
    desk.enter(PLANS, 4, 期間の精度="年度")
    assert codes(desk.propose()) == ["sheet-period-empty"]


def test_a_change_of_day_moves_its_evidence(desk: Any) -> None:
    """The paths of evidence name an event by its day; what was read stays."""
    desk.enter(CHANGES, desk.row(CHANGES, FIRST, "1"), 変更日="2016-08-31")
    lines = desk.apply().split("\n")
    assert (
        '+      - {date: "2016-08-31", date_basis: stated, round: 39, round_basis: inferred, kind: unspecified}'
        in lines
    )
    assert (
        '+      amendments.2016-08-31.date: {rule: era-date, value: "2016-08-30", at: "40-50", words: 平成28年8月30日}'
        in lines
    )
    assert "+      amendments.2016-08-31.kind:" in lines
    assert "+        words: 平成28年8月30日変更" in lines


def test_a_kind_is_chosen_by_its_word(desk: Any) -> None:
    """軽微な変更 is what the record calls minor."""
    desk.enter(CHANGES, desk.row(CHANGES, FIRST, "2"), 種類="軽微な変更")
    lines = desk.apply().split("\n")
    assert '+      - {date: "2021-03", kind: minor}' in lines
    assert '+      amendments.2021-03.kind: {rule: corrected-by-hand, value: ""}' in lines


def test_a_new_row_is_a_new_item(desk: Any) -> None:
    """It stands behind the others, in the form of the file."""
    desk.add(CHANGES, 計画キー=FIRST, 変更日="R4.3.30", 認定回="第63回", 種類="変更認定")
    lines = desk.apply().split("\n")
    assert '+      - {date: "2022-03-30", round: 63, kind: amendment}' in lines
    assert '+      amendments.2022-03-30.round: {rule: corrected-by-hand, value: ""}' in lines


def test_a_first_item_begins_its_list(desk: Any) -> None:
    """The list is put where the order of the model has it."""
    desk.add(CHANGES, 計画キー=SECOND, 変更日="2021-03-30")
    after = desk.apply()
    assert (
        after
        == """\
+    amendments:
+      - {date: "2021-03-30", kind: unspecified}
+    evidence:
+      amendments.2021-03-30.date: {rule: corrected-by-hand, value: ""}
+      amendments.2021-03-30.kind: {rule: corrected-by-hand, value: ""}"""
    )


def test_a_row_is_deleted_by_its_column_alone(desk: Any) -> None:
    """削除 = はい takes the item out; what the page said of it stays as evidence, and so do comments."""
    desk.enter(CHANGES, desk.row(CHANGES, FIRST, "1"), 削除="はい")
    lines = desk.apply().split("\n")
    assert (
        '-      - {date: "2016-08-30", date_basis: stated, round: 39, round_basis: inferred, kind: unspecified}'
        in lines
    )
    assert not [line for line in lines if "月しか" in line or line.startswith("+")]


def test_a_row_that_is_gone_or_empty_changes_nothing(
    desk: Any, codes: Callable[[Proposal], list[str]]
) -> None:
    """The officer is told how a row is deleted."""
    desk.book[MAKERS].delete_rows(desk.row(MAKERS, FIRST, "1"))
    row = desk.row(MAKERS, FIRST, "2")
    desk.enter(MAKERS, row, 団体コード=None, 名称=None, 根拠=None)
    proposal = desk.propose()
    assert (proposal.corrections, codes(proposal)) == ((), ["sheet-row-empty", "sheet-row-gone"])


def test_a_maker_gets_another_code(desk: Any) -> None:
    """Its evidence moves to the new code and says what was read."""
    desk.enter(MAKERS, desk.row(MAKERS, FIRST, "1"), 団体コード="062138", 名称="南陽市", 代表="はい")
    lines = desk.apply().split("\n")
    assert '+      - {code: "06213", name: 南陽市, basis: implied, lead: true}' in lines
    assert '+      makers.06213: {rule: publisher-implied, value: "06209"}' in lines
    assert '-      makers.06209: {rule: publisher-implied, value: "06209"}' in lines


def test_a_code_and_a_name_of_two_governments_are_told(
    desk: Any, codes: Callable[[Proposal], list[str]]
) -> None:
    """One digit can publish another city: the change is shown with a warning."""
    desk.enter(MAKERS, desk.row(MAKERS, FIRST, "1"), 団体コード="06213")
    proposal = desk.propose()
    assert (len(proposal.corrections), codes(proposal)) == (1, ["maker-name-differs"])


def test_schemes_areas_documents_and_sums_are_corrected(desk: Any) -> None:
    """Each list has its sheet; labels other than the preferred ones are understood."""
    desk.enter(SCHEMES, desk.row(SCHEMES, FIRST, "1"), 支援措置="企業版ふるさと納税")
    desk.add(AREA, 計画キー=FIRST, 団体コード="06213")
    desk.enter(AREA, desk.row(AREA, FIRST, "2"), 削除="○")
    desk.enter(FILES, desk.row(FILES, FIRST, "1"), アドレス="https://example.org/a.pdf")
    desk.enter(SUMS, desk.row(SUMS, FIRST, "1"), **{"金額(円)": "１２，５００，０００円"})
    added = {line for line in desk.apply().split("\n") if line.startswith("+")}
    assert {
        "+    schemes: [kigyou]",
        '+      codes: ["06209", "06213"]',
        '+      - {format: PDF, size_text: "310キロバイト", url: "https://example.org/a.pdf"}',
        "+      - {name: 事業費, yen: 12500000, text: 1200万円}",
        '+      coverage.codes.06213: {rule: corrected-by-hand, value: ""}',
        '+      "documents[0].url": {rule: corrected-by-hand, value: ""}',
    } <= added


def test_values_of_indicators_are_corrected_row_by_row(desk: Any) -> None:
    """A row is a value; a new row of a known name is a value of it, of a new name a new indicator."""
    desk.enter(KPI, desk.row(KPI, FIRST, "1_2"), 値="1,600")
    desk.enter(KPI, desk.row(KPI, FIRST, "1_1"), 指標名="観光入込客数", 削除=None)
    desk.enter(KPI, desk.row(KPI, FIRST, "2"), 年度="令和2年度", 値="30")
    desk.add(KPI, 計画キー=FIRST, 指標名="移住者数", 年度="令和4年度", 値="40", 区分="実績値")
    desk.add(KPI, 計画キー=FIRST, 指標名="起業数", 単位="件", 年度="令和4年度", 値=5)
    desk.apply()
    assert """\
    indicators:
      - name: 観光入込客数
        unit: 千人
        values:
          - {year: 平成27年度, value: "1,200", role: base}
          - {year: 令和2年度, value: "1,600", role: final}
      - name: 移住者数
        values:
          - {year: 令和2年度, value: "30"}
          - {year: 令和4年度, value: "40", role: actual}
      - name: 起業数
        unit: 件
        values:
          - {year: 令和4年度, value: "5"}
""" in desk.record.read_text(encoding="utf-8")


def test_an_indicator_goes_with_its_last_row(desk: Any) -> None:
    """While one of its rows is left, its other values are there."""
    desk.enter(KPI, desk.row(KPI, FIRST, "1_1"), 削除="はい")
    desk.enter(KPI, desk.row(KPI, FIRST, "2"), 削除="はい")
    assert (
        desk.apply()
        == """\
-          - {year: 平成27年度, value: "1,200", role: base}
-      - name: 移住者数"""
    )


def test_an_indicator_that_gets_new_values_stays(desk: Any) -> None:
    """Its old rows may all go."""
    for number in ("1_1", "1_2"):
        desk.enter(KPI, desk.row(KPI, FIRST, number), 削除="はい")
    desk.add(KPI, 計画キー=FIRST, 指標名="観光客数", 単位="千人", 値="9")
    desk.apply()
    expected = '      - name: 観光客数\n        unit: 千人\n        values:\n          - {value: "9"}\n'
    assert expected in desk.record.read_text(encoding="utf-8")


def test_a_new_row_that_is_deleted_at_once_is_none(desk: Any, codes: Callable[[Proposal], list[str]]) -> None:
    """The officer changed their mind."""
    desk.add(CHANGES, 計画キー=FIRST, 変更日="2022-03-30", 削除="はい")
    proposal = desk.propose()
    assert (proposal.corrections, codes(proposal)) == ((), [])


def test_two_names_of_one_indicator_are_refused(desk: Any, codes: Callable[[Proposal], list[str]]) -> None:
    """Its name stands in each of its rows, and nobody can tell which was meant."""
    desk.enter(KPI, desk.row(KPI, FIRST, "1_1"), 指標名="甲")
    desk.enter(KPI, desk.row(KPI, FIRST, "1_2"), 指標名="乙")
    assert codes(desk.propose()) == ["sheet-rows-disagree"]


def test_a_page_is_corrected_too(desk: Any) -> None:
    """Its evidence keeps what was read."""
    desk.enter(PAGES, 3, 電話="0238-84-2111", 最終更新日=datetime.fromisoformat("2023-07-15"))
    assert (
        desk.apply()
        == """\
-  last_updated: "2023-07-14"
+  last_updated: "2023-07-15"
-    phone: "0238-87-0714"
+    phone: "0238-84-2111"
-    contact.phone: {rule: page-contact, at: "40-52"}
+    contact.phone: {rule: page-contact, value: "0238-87-0714", at: "40-52", words: "0238-87-0714"}
+    last_updated: {rule: corrected-by-hand, value: ""}"""
    )


def test_our_own_words_have_no_evidence(desk: Any) -> None:
    """They are never the source's."""
    desk.enter(PLANS, 3, 紹介文=None, 英語の名称="Port: a plan")
    assert (
        desk.apply()
        == """\
-      summary_ja: 港町の計画。
+      title_en: "Port: a plan\""""
    )


def test_a_text_of_several_lines_stays_one(desk: Any) -> None:
    """Excel's line breaks are line feeds in the record."""
    desk.enter(PLANS, 3, 出典の概要="一行目。\r\n三行目。")
    assert desk.apply().startswith("-      二行目。\n+      三行目。")


def test_a_pasted_line_break_is_none_of_a_name(desk: Any) -> None:
    """Names and titles stand on one line; a space is left only between Latin words."""
    desk.enter(PLANS, 3, 計画の名称="山の\r\n港町の\n計画", 英語の名称="A Port\nTown")
    corrections = desk.propose().corrections
    assert [one.after for one in corrections] == ["A Port Town"]


def test_what_would_change_is_said_in_both_languages(desk: Any) -> None:
    """File, plan, sheet and column, cell, before and after; then how many."""
    desk.enter(PLANS, 4, 認定日="2020-03-31")
    desk.enter(SCHEMES, desk.row(SCHEMES, SECOND, "2"), 削除="はい")
    corrections = desk.propose().corrections
    assert (
        as_text(corrections, "ja")
        == f"""\
06209-680.yaml
  パラレルワークの計画 ({SECOND})
    計画 認定日 [計画!C4]: 2020-03-30 → 2020-03-31
    支援措置 [支援措置!D5]: 行を削除: まち・ひと・しごと創生寄附活用事業に関連する寄附を行った法人に対する特例

2 か所を変更します。
"""
    )
    assert "Plans: certified on [計画!C4]: 2020-03-30 → 2020-03-31" in as_text(corrections, "en")
    assert as_text([], "ja") == "変更はありません。\n"


def test_applying_twice_adds_nothing_twice(desk: Any, codes: Callable[[Proposal], list[str]]) -> None:
    """What the record already says is known again."""
    desk.add(CHANGES, 計画キー=FIRST, 変更日="2022-03-30", 種類="変更認定")
    desk.enter(PLANS, 3, 認定回=37)
    desk.apply()
    proposal = desk.propose()
    assert (proposal.corrections, codes(proposal)) == ((), ["sheet-record-newer"])


def test_a_record_that_changed_meanwhile_is_a_conflict(
    desk: Any, codes: Callable[[Proposal], list[str]]
) -> None:
    """Nobody can tell which of the two was meant; plans that did not change are not concerned."""
    text = desk.record.read_text(encoding="utf-8")
    desk.record.write_text(text.replace('end: "2021-03-31"', 'end: "2022-03-31"'), encoding="utf-8")
    desk.enter(PLANS, 3, 認定回=37)
    desk.enter(PLANS, 4, 認定回=56)
    proposal = desk.propose()
    assert codes(proposal) == ["sheet-record-changed"]
    assert "山の港町の計画" in proposal.problems[0].message.ja


def test_a_change_outside_the_workbook_is_no_conflict(desk: Any) -> None:
    """Only what the sheets show counts."""
    text = desk.record.read_text(encoding="utf-8")
    desk.record.write_text(text.replace("(第36回)認定", "(第36回) 認定"), encoding="utf-8")
    desk.enter(PLANS, 3, 認定回=37)
    assert len(desk.propose().corrections) == 1


@pytest.mark.parametrize(
    ("sheet", "row", "values", "code"),
    [
        (PLANS, 3, {"認定日": "2016-02-30"}, "sheet-day-wrong"),
        (PLANS, 3, {"認定日": "平成28年"[:3]}, "sheet-day-wrong"),
        (PLANS, 3, {"認定日": 12}, "sheet-day-wrong"),
        (PAGES, 3, {"最終更新日": "2023-07"}, "sheet-day-wrong"),
        (PLANS, 3, {"認定回": "臨時"}, "sheet-round-wrong"),
        (PLANS, 3, {"認定回": 1000}, "sheet-round-wrong"),
        (PLANS, 3, {"計画の名称": None}, "sheet-cell-empty"),
        (PLANS, 3, {"計画の名称": "甲\t乙"}, "sheet-text-wrong"),
        (PLANS, 3, {"計画の名称": "#REF!"}, "sheet-cell-error"),
        (PLANS, 3, {"計画の名称": "=A1"}, "sheet-cell-uncomputed"),
        (PLANS, 3, {"区域の範囲": "半分"}, "sheet-choice-unknown"),
        (PLANS, 3, {"統合先の計画キー": "よその計画"}, "sheet-key-wrong"),
        (PLANS, 3, {"期間の初日": "2022-04-01"}, "record-period-reversed"),
        (MAKERS, 3, {"団体コード": "06999"}, "sheet-code-unknown"),
        (MAKERS, 3, {"団体コード": "062091"}, "sheet-code-unknown"),
        (MAKERS, 3, {"団体コード": "長井市"}, "sheet-code-unknown"),
        (MAKERS, 3, {"代表": "たぶん"}, "sheet-choice-unknown"),
        (SCHEMES, 3, {"支援措置": "どこかの交付金"}, "sheet-choice-unknown"),
        (SUMS, 3, {"金額(円)": "1.2億"}, "sheet-yen-wrong"),
        (CHANGES, 3, {"削除": "消す?"}, "sheet-choice-unknown"),
        (CHANGES, 3, {"番号": "7"}, "sheet-row-number-unknown"),
        (CHANGES, 4, {"番号": "1"}, "sheet-row-twice"),
        (CHANGES, 3, {"計画キー": None}, "sheet-row-key-missing"),
        (CHANGES, 3, {"計画キー": "r001-01204-00000000"}, "sheet-record-gone"),
        (CHANGES, 3, {"計画キー": "r001-01204-00000000", "記録ファイル": None}, "sheet-row-key-unknown"),
        (PLANS, 4, {"計画キー": FIRST}, "sheet-row-twice"),
        (PLANS, 3, {"計画キー": None, "照合": None}, "sheet-row-new"),
        (PLANS, 3, {"照合": None, "認定回": 37}, "sheet-row-check-missing"),
        (PAGES, 3, {"記録ファイル": "../06209-680.yaml"}, "sheet-record-gone"),
        (PAGES, 3, {"記録ファイル": None}, "sheet-row-new"),
    ],
)
def test_what_cannot_be_taken_over_is_told_at_its_cell(  # noqa: PLR0913, PLR0917 - a row of the table
    desk: Any,
    codes: Callable[[Proposal], list[str]],
    sheet: str,
    row: int,
    values: dict[str, object],
    code: str,
) -> None:
    """Each wrong entry is a violation with its cell and what to do, in both languages."""
    desk.enter(sheet, row, **values)
    proposal = desk.propose()
    assert code in codes(proposal)
    finding = next(finding for finding in proposal.findings if finding.code == code)
    assert finding.severity == "violation"
    assert f"F.xlsx:{sheet}!" in str(finding.place)
    assert all([finding.message.ja, finding.message.en, finding.fix.ja, finding.fix.en])


@pytest.mark.parametrize(
    ("sheet", "heading", "value"),
    [
        (MAKERS, "団体コード", "01204"),
        (SCHEMES, "支援措置", "企業版ふるさと納税"),
        (AREA, "団体コード", 1204),
    ],
)
def test_one_government_or_scheme_stands_once(
    desk: Any, codes: Callable[[Proposal], list[str]], sheet: str, heading: str, value: object
) -> None:
    """A second row of it is a slip: its evidence could not be told apart."""
    key = SECOND if sheet == SCHEMES else FIRST
    desk.enter(sheet, desk.row(sheet, key, "1"), **{heading: value})
    assert "sheet-item-twice" in codes(desk.propose())
    desk.enter(sheet, desk.row(sheet, key, "2"), 削除="はい")
    assert "sheet-item-twice" not in codes(desk.propose())


def test_a_new_row_needs_what_it_is_about(desk: Any, codes: Callable[[Proposal], list[str]]) -> None:
    """An indicator has a name."""
    desk.add(KPI, 計画キー=FIRST, 値="5")
    assert codes(desk.propose()) == ["sheet-cell-empty"]


def test_a_new_row_in_the_sheet_of_plans_is_refused(
    desk: Any, codes: Callable[[Proposal], list[str]]
) -> None:
    """New plans are read from pages."""
    desk.add(PLANS, 計画の名称="新しい計画")
    assert codes(desk.propose()) == ["sheet-row-new"]


def test_what_is_there_to_read_is_not_read_back(desk: Any, codes: Callable[[Proposal], list[str]]) -> None:
    """The officer is told where the value belongs, unless it is what the record will say."""
    desk.enter(PLANS, 3, **{"作成主体(表示用)": "長井市だけ"})
    proposal = desk.propose()
    assert (proposal.corrections, codes(proposal)) == ((), ["sheet-shown-changed"])


def test_two_files_may_hold_one_key(
    new_desk: Callable[[], Any], codes: Callable[[Proposal], list[str]]
) -> None:
    """A new row then needs the record file."""
    desk = new_desk()
    second = desk.record.with_name("06209-681.yaml")
    text = desk.record.read_text(encoding="utf-8").replace("06209-680", "06209-681")
    second.write_text(text, encoding="utf-8")
    desk.write().add(CHANGES, 計画キー=SECOND, 変更日="2021-03-30")
    assert codes(desk.propose()) == ["sheet-row-key-unknown"]
    desk.enter(CHANGES, desk.book[CHANGES].max_row, 記録ファイル="06209-681.yaml")
    proposal = desk.propose()
    assert [(one.file, one.plan) for one in proposal.corrections] == [("06209-681.yaml", SECOND)]
    store(proposal.files)
    assert desk.record.read_text(encoding="utf-8").count("2021-03-30") == 0
    assert second.read_text(encoding="utf-8").count('"2021-03-30"') == 1


def test_nothing_outside_the_folder_is_read(desk: Any, codes: Callable[[Proposal], list[str]]) -> None:
    """A record file is a name, never a way to another folder."""
    desk.record.with_name("x.txt").write_bytes(desk.record.read_bytes())
    (desk.data / "outside.yaml").write_bytes(desk.record.read_bytes())
    for name in ("../outside.yaml", str(desk.data / "outside.yaml"), "x.txt"):
        desk.enter(PAGES, 3, 記録ファイル=name, 電話="1")
        proposal = desk.propose()
        assert (proposal.corrections, codes(proposal)) == ((), ["sheet-record-gone"])


def test_a_plan_without_a_key_is_named_by_its_place(new_desk: Callable[[], Any]) -> None:
    """It can be completed in the workbook."""
    desk = new_desk()
    text = desk.record.read_text(encoding="utf-8").replace(f"id: {SECOND}\n    title", "title")
    desk.record.write_text(text, encoding="utf-8")
    desk.write().enter(PLANS, desk.row(PLANS, "#2"), 認定回=56)
    store(desk.propose().files)
    assert 'certification: {date: "2020-03-30", round: 56}' in desk.record.read_text(encoding="utf-8")


def test_bulk_files_change_in_their_line_alone(new_desk: Callable[[], Any]) -> None:
    """All other lines keep their bytes."""
    desk = new_desk()
    desk.record.unlink()
    bulk = desk.record.with_suffix(".jsonl")
    lines = [
        '{"page": {"source": "06209-680", "publisher": {"code": "06209"}}}',
        '{"plan":{"title":"甲","id":"r055-06209-1e26ffa3","makers":[{"code":"062090"}]}}',
        '{"plan": {"id": "r036-06209-c6e55eea",  "title": "乙"}}',
    ]
    bulk.write_bytes("\r\n".join([*lines, ""]).encode())
    desk.write().enter(PLANS, desk.row(PLANS, FIRST), 計画の名称="丙")
    store(desk.propose().files)
    after = '{"plan": {"id": "r036-06209-c6e55eea", "title": "丙", "evidence": {"title": {"rule": "corrected-by-hand", "value": ""}}}}'
    assert bulk.read_bytes().decode() == "\r\n".join([*lines[:2], after, ""])
