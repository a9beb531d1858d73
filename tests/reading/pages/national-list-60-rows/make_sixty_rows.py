"""Make page.xlsx and expected.json of this folder: sixty rows of the national list of ended plans.

The expectations follow from what is put into each row, not from reading the workbook.
"""

import csv
import json
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
HEADER = (
    "番号",
    "都道府県番号",
    "都道府県名",
    "地方公共団体コード1",
    "地方公共団体コード2",
    "作成主体名(地方公共団体名)",
    "地域再生計画の名称",
    "地域再生の区域の範囲",
    "地域再生計画の概要",
    "地域再生の支援措置の番号",
    "支援措置の名称",
    "認定回",
    "変更1",
)
THEMES = (
    "水辺の道づくり計画",
    "きれいな川を守る汚水処理計画",
    "みなとの再生計画",
    "農産物の加工場と雇用の創出計画",
)
SCHEMES = (
    ("A3001", "道整備交付金", "michi-seibi"),
    ("A3002", "汚水処理施設整備交付金", "osui-seibi"),
    ("A3003", "港整備交付金", "minato-seibi"),
    ("", "補助対象財産の転用等の手続の一元化・迅速化", "zaisan"),
)
#: What the list prints for the round, the number, its one known day, a change as printed, and its day and round.
ROUNDS: tuple[tuple[str, int, str | None, str, tuple[str, int | None] | None], ...] = (
    ("第01回", 1, None, "", None),
    ("第02回", 2, "2005-11-22", "H18.3.31", ("2006-03-31", 3)),
    ("第04回", 4, "2006-07-03", "", None),
    ("第07回(2)", 7, None, "H20.3.31", ("2008-03-31", None)),
    ("第31回", 31, "2015-03-27", "", None),
    ("第36回", 36, "2016-03-15", "H29.2.24", ("2017-02-24", 41)),
)


def governments() -> list[dict[str, str]]:
    """Return sixty municipalities of today: the third city, town or village of each prefecture, then the fifth."""
    with (ROOT / "data" / "registry" / "local_governments.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if not row["exists_until"]]
    by_prefecture: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        if row["kind"] in {"city", "town", "village"} and not row["exists_from"]:
            by_prefecture.setdefault(row["prefecture"], []).append(row)
    prefectures = {row["code"]: row["name"] for row in rows if row["kind"] == "prefecture"}
    chosen = [group[place] for place in (2, 4) for _, group in sorted(by_prefecture.items())][:60]
    return [{**row, "prefecture_name": prefectures[row["prefecture"]]} for row in chosen]


def records() -> list[tuple[list[str | int], dict[str, Any]]]:
    """Return each row of the list with the plan expected of it."""
    parts = zip(governments(), cycle(THEMES), cycle(SCHEMES), islice(cycle(ROUNDS), 60), strict=False)
    return [_record(number, *part) for number, part in enumerate(parts, 1)]


def _record(
    number: int,
    place: dict[str, str],
    theme: str,
    scheme: tuple[str, str, str],
    printed_round: tuple[str, int, str | None, str, tuple[str, int | None] | None],
) -> tuple[list[str | int], dict[str, Any]]:
    label, round_number, day, change, event = printed_round
    prefecture = {"code": place["prefecture"], "name": place["prefecture_name"], "basis": "stated"}
    own = {"code": place["code"], "name": place["name"], "basis": "stated"}
    joint = number % 5 == 0
    full = f"{place['prefecture_name']}{place['county']}{place['name']}"
    makers = f"{place['prefecture_name']}、{place['name']}" if joint else full
    part = number % 7 == 0
    row: list[str | int] = [
        number,
        int(place["prefecture"][:2]),
        place["prefecture_name"],
        place["prefecture"] if joint else place["code"],
        place["code"] if joint else "",
        makers,
        f"{place['name']}{theme}",
        full + ("の区域の一部" if part else "の全域"),
        "地域の資源を生かして、暮らしと仕事の場を整える。",
        scheme[0],
        scheme[1],
        label,
        change,
    ]
    plan = {
        "title": f"{place['name']}{theme}",
        "status": "ended",
        "certification": _event(day, "inferred", round_number, "stated"),
        "amendments": [{**_event(event[0], "stated", event[1], "inferred"), "kind": "unspecified"}]
        if event
        else [],
        "period": None,
        "makers": [prefecture, own] if joint else [own],
        "coverage": {"kind": "part" if part else "whole", "codes": [place["code"]], "names": [place["name"]]},
        "schemes": [scheme[2]],
        "documents": [],
        "indicators": [],
        "amounts": [],
    }
    return row, plan


def _event(day: str | None, day_basis: str, number: int | None, number_basis: str) -> dict[str, Any]:
    return {
        "date": day,
        "date_basis": day_basis if day else None,
        "round": number,
        "round_basis": number_basis if number else None,
    }


def main() -> None:
    """Write the workbook and the expectations."""
    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2017, 4, 1)  # noqa: DTZ001 - openpyxl writes no zone
    sheet = book.active or book.create_sheet()
    sheet.title = "終了"
    sheet.append(["計画期間が終了した計画[都道府県別]"])
    sheet.append(list(HEADER))
    made = records()
    for row, _ in made:
        sheet.append(row)
    book.save(HERE / "page.xlsx")
    page = {"publisher": None, "last_updated": None}
    expected = {"options": {}, "page": page, "generated": True, "plans": [plan for _, plan in made]}
    spelled = json.dumps(expected, ensure_ascii=False, indent=1)
    (HERE / "expected.json").write_text(f"{spelled}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
