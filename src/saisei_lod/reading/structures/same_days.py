"""A period that begins on the day of the certification: 同日から令和5年3月31日まで behind 令和2年3月30日認定."""

from collections.abc import Iterator, Sequence

from saisei_lod.reading.model import Field, Notice, Part
from saisei_lod.text import levelled
from saisei_lod.wareki import dates

__all__ = ["with_same_days"]


def with_same_days(notices: Sequence[Notice]) -> Iterator[Notice]:
    """Yield the notices; a period that begins with 同日 gets the words of the day that it means before it."""
    for notice in notices:
        periods = notice.parts.get(Field.PERIOD, ())
        day = _certified(notice) if any(map(_is_same, periods)) else None
        if day is None:
            yield notice
        else:
            made = tuple(
                Part((*day.pieces, *part.pieces), part.label) if _is_same(part) else part for part in periods
            )
            yield notice._replace(parts={**notice.parts, Field.PERIOD: made})


def _is_same(part: Part) -> bool:
    return levelled(part.text).startswith("同日")


def _certified(notice: Notice) -> Part | None:
    """Return the words of the only day of the certification."""
    parts = notice.parts.get(Field.CERTIFICATION, ())
    found = [part.located(day.start, day.end) for part in parts for day in dates(part.text)]
    return found[0] if len(found) == 1 else None
