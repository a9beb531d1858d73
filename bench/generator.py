"""Generate plans that look like published ones, in the order of their keys, the same for the same seed.

Names and numbers are invented. A plan has about 43 triples once mapped: its certification, scheme and
listing, one to three makers; some have an amendment, a period, a document, a summary.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from saisei_lod.merging import MergedPlan
from saisei_lod.records.model import (
    Amendment,
    Certification,
    Document,
    Maker,
    Page,
    Period,
    PlanRecord,
    Publisher,
)
from saisei_lod.records.streaming import SourcedPlan

__all__ = ["plans"]

#: Local governments that make plans; each publishes one page.
_MAKERS: Final = 1250
#: Primes far from any count: their multiples visit every number once, hither and thither.
_STEPS: Final = (611_953, 7_919)
_SOME: Final = 0.3
_FIRST_DAY: Final = date(2005, 6, 17)
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
_SCHEMES: Final = ("suishin", "kigyo-furusato", "kyoten", "michi", "shigoto", "chiiki-saisei")


def plans(count: int, seed: int = 20240401, *, shuffled: bool = False) -> Iterator[MergedPlan]:
    """Yield ``count`` plans one at a time, in the order of their keys or in one that has nothing of it.

    Rounds follow each other by 90 days, with a plan of each maker in every round.
    """
    chance = random.Random(seed)
    pages = [_page(f"{1000 + maker:05d}", chance) for maker in range(_MAKERS)]
    step = next(prime for prime in _STEPS if count % prime) if shuffled else 1
    for position in range(count):
        number = position * step % count
        round_number, maker = divmod(number, _MAKERS)
        yield _plan(pages[maker], round_number + 1, number, chance)


def _page(code: str, chance: random.Random) -> Page:
    return Page(
        title=f"地域再生計画の一覧 {code}",
        publisher=Publisher(code=code),
        source=f"{code}-plans",
        sha256=f"{chance.getrandbits(256):064x}",
    )


def _plan(page: Page, round_number: int, number: int, chance: random.Random) -> MergedPlan:
    lead = page.publisher.code or ""
    key = f"r{round_number:03d}-{lead}-{chance.getrandbits(32):08x}"
    certified = _FIRST_DAY + timedelta(days=90 * round_number)
    codes = [
        lead,
        *(f"{int(lead) + step:05d}" for step in range(1, chance.choice((1, 1, 1, 1, 1, 1, 1, 2, 3)))),
    ]
    theme, aim = chance.choice(_THEMES), chance.choice(_AIMS)
    record = PlanRecord(
        id=key,
        title=f"{theme}を生かした{aim}計画(第{number}号)",
        status=chance.choice(("current", "ended", None)),
        certification=Certification(
            date=certified.isoformat(), date_basis="stated", round=round_number, round_basis="stated"
        ),
        amendments=list(_amendments(certified, chance)),
        period=_period(certified) if chance.random() < _SOME else None,
        makers=[Maker(code=code) for code in codes],
        schemes=chance.sample(_SCHEMES, 1),
        documents=[_document(chance)] if chance.random() < _SOME else [],
        summary=_summary(theme, aim, number) if chance.random() < _SOME else None,
        lines=(number % 400 + 1, number % 400 + 9),
    )
    return MergedPlan(key, record, (SourcedPlan(record, page, "bench.jsonl", number + 1),))


def _amendments(certified: date, chance: random.Random) -> Iterator[Amendment]:
    day = certified
    for _ in range(chance.choice((0, 0, 0, 0, 0, 0, 0, 1))):
        day += timedelta(days=chance.randint(60, 400))
        yield Amendment(date=day.isoformat(), date_basis="stated", kind="amendment")


def _period(certified: date) -> Period:
    return Period(start=certified.isoformat(), end=(certified + timedelta(days=1826)).isoformat())


def _document(chance: random.Random) -> Document:
    return Document(format="PDF", size_text=f"{chance.randint(90, 900)}キロバイト")


def _summary(theme: str, aim: str, number: int) -> str:
    return f"{theme}の資源を調べて{aim}を進め、住民と企業が話し合う場を{number}回開く。"
