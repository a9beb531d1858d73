"""Measure ``saisei read`` as whole processes: the national list as a workbook, and a page of a municipality.

Run from the repository:  python -m bench.reading [--rows 12000] [--repeats 5] [--keep DIR]

The list has the 22 columns of the edition of 2020-08 (15 of them for changes); the page has 20 plans in a
table, 50 KB of HTML. "after start-up" is what a page costs beyond a page of one line; "floor" is openpyxl
reading all cells of the workbook and nothing else.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

_HEADER: Final = (
    "都道府県", "作成主体名", "地域再生計画の名称", "地域再生の区域の範囲", "地域再生計画の概要", "支援措置の名称",
    "当初認定回", *(f"変更{number}" for number in range(1, 16)),
)  # fmt: skip
_THEMES: Final = (
    "水辺の道づくり",
    "きれいな川を守る汚水処理",
    "みなとの再生",
    "加工場と雇用の創出",
    "テレワーク移住",
    "まちなか観光",
)
_SCHEMES: Final = (
    "地方創生推進交付金",
    "道整備交付金",
    "汚水処理施設整備交付金",
    "企業版ふるさと納税",
    "地方創生拠点整備交付金",
)
_ROUNDS: Final = ("第04回", "第31回", "第36回", "第41回", "第43回", "第51回", "第54回")
_DAYS: Final = ("H19.3.30", "H28.3.15", "H29.5.30", "H31.3.29", "R1.11.8", "R2.3.31", "R2.8.21")
_WORDS: Final = (
    "豊かな自然を生かし、", "若い世代の雇用の場をつくり、", "港と駅を結ぶ道を整え、",
    "空き家を宿に直し、", "特産の果実を加工し、", "川の水をきれいにし、",
)  # fmt: skip
_COLUMNS: Final = ("認定年月日", "作成主体", "計画の名称", "計画期間", "計画の概要", "活用する支援措置")
_FLOOR: Final = """
import sys, openpyxl
for row in openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True).worksheets[0].iter_rows():
    for cell in row:
        cell.value
"""


class Cost(NamedTuple):
    """What one process cost: seconds on the clock, seconds of CPU, and MB at its peak."""

    wall: float
    cpu: float
    peak: float


def main() -> None:
    """Make the pages, read each as often as asked, and print the medians."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=12_000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="where the pages are kept (default: nowhere)")
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write:
        _write_list(asked.write, asked.rows)
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        _measure(folder, asked.rows, asked.repeats)


def _measure(folder: Path, rows: int, repeats: int) -> None:
    listed, page, line = folder / "list.xlsx", folder / "page.html", folder / "line.txt"
    # In a process of its own: the peak of a large parent would be counted for its children.
    _run([sys.executable, "-m", "bench.reading", "--rows", str(rows), "--write", str(listed)])
    page.write_text(_page(), encoding="utf-8")
    line.write_text("旭川市\n", encoding="utf-8")
    commands = {
        "a line": _read(line),
        f"a page of {page.stat().st_size // 1000} KB": _read(page),
        f"a list of {rows:,} rows": _read(listed),
        "floor of the list": [sys.executable, "-c", _FLOOR, str(listed)],
    }
    # Rounds of all of them, so that a busy minute of the machine meets all.
    rounds = [{name: _run(command) for name, command in commands.items()} for _ in range(repeats)]
    costs = {name: _median([each[name] for each in rounds]) for name in commands}
    print(f"medians of {repeats}\n{'':<24}{'wall s':>8}{'CPU s':>8}{'MB':>6}")
    for name, cost in costs.items():
        print(f"{name:<24}{cost.wall:8.2f}{cost.cpu:8.2f}{cost.peak:6.0f}")
    start, whole = (costs[name] for name in list(costs)[:2])
    print(
        f"the page after start-up: {1000 * (whole.cpu - start.cpu):.0f} ms of CPU; again and again in one process: {_again(page):.0f} ms"
    )


def _read(path: Path) -> list[str]:
    return [sys.executable, "-m", "saisei_lod", "read", str(path), "--format", "json", "--quiet"]


def _run(command: Sequence[str]) -> Cost:
    """Run a command in a process of its own; what it prints is thrown away."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"failed: {' '.join(command)}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


def _again(page: Path) -> float:
    """Return the milliseconds that a page takes once everything is loaded, as the best of some."""
    from saisei_lod.interpreting import as_json, read_record  # noqa: PLC0415 - the children are measured first

    data = page.read_bytes()
    return min(
        _timed(lambda: as_json(read_record(data, name=page.name, publisher=None, url=None, retrieved=None)))
        for _ in range(7)
    )


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


def _write_list(path: Path, rows: int) -> None:
    import openpyxl  # noqa: PLC0415 - an extra

    book = openpyxl.Workbook()  # not write-only: texts are shared and sizes told, as Excel does
    sheet = book.worksheets[0]
    sheet.title = "計画一覧"
    sheet.append(_HEADER)
    for row in _rows(rows, Random(20200821)):
        sheet.append(row)
    book.save(path)


def _rows(count: int, chance: Random) -> Iterator[list[str]]:
    from saisei_lod.registry import load  # noqa: PLC0415 - the process that measures stays small

    registry = load()
    places = [
        row
        for row in registry.governments.values()
        if row.kind in {"city", "town", "village"} and not row.exists_until
    ]
    for number in range(count):
        place = places[number * len(places) // count]  # such lists are in the order of their makers
        prefecture = registry.government(place.prefecture).name
        full = f"{prefecture}{place.county}{place.name}"
        changes = [chance.choice(_DAYS) for _ in range(chance.choice((0, 0, 0, 1, 1, 2, 5)))]
        yield [
            prefecture,
            f"{prefecture}及び{place.name}" if chance.random() < 0.2 else full,  # noqa: PLR2004 - a share of joint plans
            f"{place.name}{number}番目の{chance.choice(_THEMES)}計画",
            f"{full}の全域",
            _summary(place.name, number, chance),
            "、".join(chance.sample(_SCHEMES, chance.choice((1, 1, 1, 2)))),
            chance.choice(_ROUNDS),
            *changes,
        ]


def _summary(place: str, number: int, chance: Random) -> str:
    words = "".join(chance.choice(_WORDS) for _ in range(8))
    return f"{place}では、{words}{number}人の関係人口をめざして、暮らしと仕事の場を整える。"


def _page() -> str:
    """Return a page of 20 plans with the menus, styles and footers that such pages have."""
    chance = Random(1)
    menu = "".join(f'<li><a href="/shisei/{number}.html">市政情報{number}</a></li>' for number in range(150))
    style = "".join(
        f".box{number} {{ margin: 0 {number}px; color: #{number:06x}; }}\n" for number in range(250)
    )
    rows = "".join(_row(number, chance) for number in range(20))
    head = "".join(f"<th>{word}</th>" for word in _COLUMNS)
    return (
        '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>地域再生計画 | 旭川市</title>'
        f"<style>{style}</style></head><body><nav><ul>{menu}</ul></nav><h1>認定を受けた地域再生計画</h1>"
        f"<p>更新日 2023年4月1日</p><table><tr>{head}</tr>{rows}</table><h2>お問い合わせ先</h2>"
        "<p>旭川市地域振興課</p><p>〒070-8525 旭川市7条通9丁目</p><p>電話番号:0166-25-5316</p>"
        f"<footer><ul>{menu}</ul></footer></body></html>"
    )


def _row(number: int, chance: Random) -> str:
    words = "".join(chance.choice(_WORDS) for _ in range(20))
    title = f"旭川市{number}番目の{chance.choice(_THEMES)}計画(PDF形式 {300 + number}キロバイト)"
    return (
        '<tr><td style="width: 12%; vertical-align: top">令和2年3月30日<br>(第55回)<br>※令和3年3月30日変更認定</td>'
        f'<td>旭川市及び北海道上川郡鷹栖町</td><td><a href="/plan/{number}.pdf">{title}</a></td>'
        f"<td>令和2年4月1日から令和7年3月31日まで</td><td>{words}暮らしと仕事の場を整える。</td>"
        f"<td>{chance.choice(_SCHEMES)}</td></tr>\n"
    )


if __name__ == "__main__":
    main()
