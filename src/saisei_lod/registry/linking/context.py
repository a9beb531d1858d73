"""Read what is known beside a text: a prefecture in any form, a publisher's code, a day."""

import re
from typing import Final

from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.registry.linking.deciding import Context
from saisei_lod.registry.linking.folding import fold
from saisei_lod.registry.model import FIRST_DAY
from saisei_lod.registry.tables import Registry

__all__ = ["read_context"]

_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_NEAREST: Final = 3


def read_context(
    registry: Registry, prefecture: str | None = None, publisher: str | None = None, on: str | None = None
) -> Context:
    """Return the context of a text; UsageError where a part of it cannot be understood.

    ``prefecture`` is a code of 2, 5 or 6 digits or a name (山形県, 山形); without it the publisher's own
    counts. A day before 2005-01-01, on which the registry begins, is read as that day.
    """
    own = registry.government(publisher.strip()) if publisher else None
    where = _prefecture(registry, prefecture.strip()) if prefecture else (own.prefecture if own else "")
    day = max(_day(on), FIRST_DAY) if on else ""
    return Context(where, own.code if own else "", day)


def _day(text: str) -> str:
    from datetime import date  # noqa: PLC0415 - most texts come without a day

    match = _ISO.match(text.strip())
    try:
        return date(*map(int, match.groups())).isoformat() if match else _refuse_day(text)
    except ValueError:
        return _refuse_day(text)


def _refuse_day(text: str) -> str:
    raise UsageError(
        Bilingual(f"日付として読めません: {text!r}", f"This is not a date: {text!r}"),
        expected=Bilingual("西暦の年-月-日（例 2020-03-30）", "year-month-day, for example 2020-03-30"),
        todo=Bilingual("その形で書き直してください。", "Write it in this form."),
    )


def _prefecture(registry: Registry, text: str) -> str:
    if text.isascii() and text.isdigit():
        return _by_code(registry, text)
    found = registry.prefecture_by_name(fold(text).text)
    if found is None:
        raise _unknown(registry, text)
    return found.code


def _by_code(registry: Registry, digits: str) -> str:
    code = digits.zfill(2) + "000" if len(digits) <= 2 else digits[:5]  # noqa: PLR2004 - 1 and 2 digits
    found = registry.governments.get(code)
    if found is None:
        raise _unknown(registry, digits)
    return found.prefecture


def _unknown(registry: Registry, text: str) -> UsageError:
    names = [g.name for g in registry.governments.values() if g.kind == "prefecture"]
    near = "、".join(_near(text, names)) or "01（北海道）、13（東京都）、47（沖縄県）"
    return UsageError(
        Bilingual(f"都道府県がわかりません: {text!r}", f"This is no prefecture: {text!r}"),
        expected=Bilingual(
            "2桁・5桁のコードか、都道府県名", "a code of 2 or 5 digits, or the name in Japanese"
        ),
        todo=Bilingual(f"近い名前: {near}", f"Near names: {near}"),
    )


def _near(text: str, names: list[str]) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong name needs it

    return get_close_matches(text[:20], names, n=_NEAREST, cutoff=0.4)
