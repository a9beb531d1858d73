"""Generate plans that satisfy the shapes: real makers, rounds and days; invented titles, the same for the same seed.

What a plan says is drawn like that of bench.generator, and complete: most have nothing that a shape remarks
on. ``faults`` of them have a fault that a shape calls a violation.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from saisei_lod.merging import MergedPlan
from saisei_lod.records.model import (
    Amendment,
    Certification,
    Coverage,
    Document,
    Maker,
    Page,
    Period,
    PlanRecord,
    Publisher,
)
from saisei_lod.records.streaming import SourcedPlan
from saisei_lod.registry import tables
from saisei_lod.registry.rounds import load_rounds

__all__ = ["pages", "plans"]

_SINCE: Final = "2006-04-01"
_SCHEME: Final = "shotengai"
_THEMES: Final = (
    "森林",
    "港町",
    "温泉",
    "棚田",
    "商店街",
    "空き家",
    "公共交通",
    "子育て",
    "産業団地",
    "歴史街道",
)
_AIMS: Final = ("魅力発信", "再生", "担い手育成", "移住促進", "にぎわい創出", "連携強化", "脱炭素", "ICT活用")
_SOME: Final = 0.3


class _Round(NamedTuple):
    number: int
    day: date


def pages() -> list[Page]:
    """Return the page of every municipality that has existed all the time."""
    governments = tables.load().governments.values()
    codes = sorted(
        one.code
        for one in governments
        if one.kind in {"city", "town", "village"} and one.exists_from <= _SINCE and not one.exists_until
    )
    return [
        Page(
            title=f"地域再生計画の一覧 {code}",
            publisher=Publisher(code=code),
            source=f"{code}-plans",
            url=f"https://example.org/{code}/",
            retrieved="2026-04-01",
            sha256=f"{number:064x}",
        )
        for number, code in enumerate(codes)
    ]


def plans(count: int, faults: int = 0, seed: int = 20240401) -> Iterator[MergedPlan]:
    """Yield ``count`` plans one at a time, in the order of their keys."""
    chance = random.Random(seed)
    listed, rounds = pages(), _rounds()
    every = count // faults if faults else 0
    for number in range(count):
        round_number, maker = divmod(number, len(listed))
        near = listed[maker : maker + 3]
        is_faulty = bool(every) and number % every == every // 2
        yield _plan(near, rounds[round_number % len(rounds)], number, chance, is_faulty=is_faulty)


def _rounds() -> list[_Round]:
    days = [
        _Round(one.number, date.fromisoformat(one.days[0].day))
        for one in load_rounds().rounds
        if one.number and one.days and one.days[0].day > _SINCE
    ]
    return sorted(days)


def _plan(
    near: Sequence[Page], certified: _Round, number: int, chance: random.Random, *, is_faulty: bool
) -> MergedPlan:
    page, lead = near[0], near[0].publisher.code or ""
    key = f"r{certified.number:03d}-{lead}-{chance.getrandbits(32):08x}"
    makers = [one.publisher.code or "" for one in near[: chance.choice((1, 1, 1, 1, 1, 1, 1, 2, 3))]]
    theme, aim = chance.choice(_THEMES), chance.choice(_AIMS)
    end = certified.day + timedelta(days=-1 if is_faulty else 1826)
    record = PlanRecord(
        id=key,
        title=f"{theme}を生かした{aim}計画(第{number}号)",
        certification=Certification(
            date=certified.day.isoformat(), date_basis="stated", round=certified.number, round_basis="stated"
        ),
        amendments=list(_amendments(certified.day, chance)),
        period=Period(start=certified.day.isoformat(), end=end.isoformat()),
        coverage=Coverage(kind="whole", codes=makers),
        makers=[Maker(code=code) for code in makers],
        schemes=[_SCHEME],
        documents=[_document(number)] if chance.random() < _SOME else [],
        summary=f"{theme}の資源を調べて{aim}を進め、住民と企業が話し合う場を{number}回開く。"
        if chance.random() < _SOME
        else None,
        lines=(number % 400 + 1, number % 400 + 9),
    )
    return MergedPlan(key, record, (SourcedPlan(record, page, "bench.jsonl", number + 1),))


def _amendments(certified: date, chance: random.Random) -> Iterator[Amendment]:
    day = certified
    for _ in range(chance.choice((0, 0, 0, 0, 0, 0, 0, 1))):
        day += timedelta(days=chance.randint(60, 400))
        yield Amendment(date=day.isoformat(), date_basis="stated", kind="minor")


def _document(number: int) -> Document:
    return Document(format="PDF", size_text="310キロバイト", url=f"https://example.org/{number}.pdf")
