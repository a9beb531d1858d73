"""Understand whether a page lists a plan as current or as ended."""

import re
from typing import Final, Literal

from saisei_lod.reading import Field, Header, Notice, Part

__all__ = ["status_in", "status_of"]

_ENDED: Final = re.compile(r"終了|完了|満了|過去の")
_CURRENT: Final = re.compile(
    r"(?<!日)現在(?!\))|実施中|進行中|進めている|現行|認定中|継続中|期間中|推進中|取り?組んでいる"
)
_Status = Literal["current", "ended"]


def status_of(notice: Notice, header: Header) -> tuple[_Status | None, Part | None]:
    """Return the status that a mark of the plan, the heading over it or the page's title states, and where."""
    for part in (notice.first(Field.STATUS), notice.heading, header.title):
        status = status_in(part.text) if part else None
        if status:
            return status, part
    return None, None


def status_in(text: str) -> _Status | None:
    """Return the status that words state, None where they state none or both.

    >>> status_in("終了した計画"), status_in("計画の一覧")
    ('ended', None)
    """
    ended, current = bool(_ENDED.search(text)), bool(_CURRENT.search(text))
    if ended == current:
        return None
    return "ended" if ended else "current"
