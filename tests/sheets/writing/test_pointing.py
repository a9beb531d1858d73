"""Which cell a finding belongs to."""

from typing import Any

import pytest

from saisei_lod.errors import Bilingual
from saisei_lod.findings import Finding, Place, Severity
from saisei_lod.sheets import gather
from saisei_lod.sheets.writing.pointing import Target, Targets

FIRST, SECOND = "r036-06209-c6e55eea", "r055-06209-1e26ffa3"
BASE = "https://example.org/id"


def cell(desk: Any, place: Place) -> str:
    """Return plan, sheet, row number and column of a place."""
    nothing = Bilingual("", "")
    found = Targets(gather(desk.data)).of(Finding("code", Severity.INFO, nothing, place, "", nothing))
    return shown(found) if found else ""


def shown(found: Target) -> str:
    """Return a target on one line."""
    return " ".join(filter(None, [found.plan, found.sheet.title.ja, found.number, found.column.name.ja]))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("certification.date", "計画 認定日"),
        ("certification", "計画 認定日"),
        ("period", "計画 期間の初日"),
        ("period.end", "計画 期間の末日"),
        ("coverage.codes[1]", "区域 2 団体コード"),
        ("makers[0].code", "作成主体 1 団体コード"),
        ("makers[1].name", "作成主体 2 名称"),
        ("makers[9].name", "計画 計画の名称"),
        ("amendments[1].date", "変更 2 変更日"),
        ("schemes[0]", "支援措置 1 支援措置"),
        ("indicators[0].values[1].year", "数値目標 1_2 年度"),
        ("indicators[0].name", "数値目標 1_1 指標名"),
        ("indicators[1].name", "数値目標 2 指標名"),
        ("lines", "計画 計画キー"),
        ("id", "計画 計画の名称"),
        ("", "計画 計画の名称"),
    ],
)
def test_paths_of_the_record_lead_to_their_cells(desk: Any, path: str, expected: str) -> None:
    """The line tells the plan, the path the column."""
    assert f"{FIRST} {expected}" == cell(desk, Place("data/plans/06209-680.yaml", 17, path=path))


@pytest.mark.parametrize(
    ("node", "path", "expected"),
    [
        (f"plan/{FIRST}", "saisei:period", "計画 期間の初日"),
        (f"plan/{FIRST}", "saisei:scheme", "計画 支援措置(表示用)"),
        (f"plan/{FIRST}", "dcterms:title", "計画 計画の名称"),
        (f"plan/{FIRST}", "saisei:unheardOf", "計画 計画の名称"),
        (f"version/{FIRST}-20160315", "saisei:maker", "計画 作成主体(表示用)"),
        (f"period/{FIRST}-20160315", "saisei:periodEnd", "計画 期間の末日"),
        (f"coverage/{FIRST}-20160315", "<https://w3id.org/saisei/ns#covers>", "計画 区域の範囲"),
        (f"event/{FIRST}-20160315", "saisei:inRound", "計画 認定回"),
        (f"event/{FIRST}-20160830", "saisei:roundBasis", "変更 1 認定回の根拠"),
        (f"event/{FIRST}-202103", "dcterms:date", "変更 2 変更日"),
        (f"document/{FIRST}-20160315-1", "saisei:url", "添付ファイル 1 アドレス"),
        (f"indicator/{FIRST}-20160315-1-2", "saisei:value", "数値目標 1_2 値"),
        (f"amount/{FIRST}-20160315-1", "saisei:yen", "金額 1 金額(円)"),
        (f"listing/06209-680-414fb958-{FIRST}", "saisei:heading", "計画 掲載の見出し"),
    ],
)
def test_nodes_and_predicates_lead_to_their_cells(desk: Any, node: str, path: str, expected: str) -> None:
    """The key in the node tells the plan, the predicate the column."""
    place = Place("data/plans/06209-680.yaml", 13, node=f"{BASE}/{node}", path=path)
    assert f"{FIRST} {expected}" == cell(desk, place)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("data/plans/06209-680.yaml", 4, path="page.publisher.code"), "ページ 発行者コード"),
        (Place("data/plans/06209-680.yaml", 2, path=""), "ページ ページの題名"),
        (Place(node=f"{BASE}/source/06209-680", path="saisei:url"), "ページ アドレス"),
        (Place(node=f"{BASE}/snapshot/06209-680-414fb958", path="saisei:retrieved"), "ページ ページの題名"),
        (Place(node=f"{BASE}/contact/06209-680", path="saisei:telephone"), "ページ 電話"),
        (Place(node=f"{BASE}/plan/{SECOND}", path="saisei:coverage"), f"{SECOND} 計画 区域の範囲"),
        (Place(node=f"{BASE}/round/42", path="saisei:certificationDay"), ""),
        (Place("data/plans/other.yaml", 17, path="title"), ""),
        (Place("data/plans/06209-680.yaml", 9999, path="title"), ""),
        (Place(), ""),
    ],
)
def test_pages_are_known_and_what_is_elsewhere_is_left_out(desk: Any, place: Place, expected: str) -> None:
    """A finding of another record is none of the workbook's."""
    assert expected == cell(desk, place)
