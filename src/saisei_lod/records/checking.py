"""Check what the types of a record cannot: days that exist, keys, order, and names that a registry knows.

What cannot be published at all is a RecordError; what a person should look at is a finding.
"""

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from saisei_lod.errors import Bilingual, RecordError
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.records import (
    CODE_UNKNOWN,
    LINES_REVERSED,
    PERIOD_REVERSED,
    PLAN_UNMINTED,
    SCHEME_UNKNOWN,
)
from saisei_lod.records.keys import KEY, plan_key
from saisei_lod.records.model import Page, PageRecord, PlanRecord
from saisei_lod.records.places import Places

__all__ = [
    "CONTROL",
    "KEY",
    "check_page",
    "check_page_references",
    "check_plan",
    "check_plan_references",
    "check_record",
    "check_references",
    "check_texts",
    "twice",
    "unminted",
]

#: What no canonical N-Triples may hold (W3C RDFC-1.0, section 5); a line feed is fine.
CONTROL: Final = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_CORRECT: Final = Bilingual("値を直してください。", "Correct the value.")

Where = Callable[[str], str]
PlaceOf = Callable[[str], Place]


def check_record(record: PageRecord, places: Places) -> None:
    """Raise RecordError for the first value that its type allows but the calendar or a key does not."""
    check_page(record.page, places.where)
    own = places.by_plan()
    first: dict[str, str] = {}
    for number, plan in enumerate(record.plans):
        where = own.get(number, Places(places.file)).where
        check_plan(plan, where)
        if plan.id is not None:
            if plan.id in first:
                raise twice(plan.id, first[plan.id], where("id"))
            first[plan.id] = where("id")


def check_page(page: Page, where: Where) -> None:
    """Raise RecordError for a day of the page that does not exist."""
    for field in ("last_updated", "retrieved"):
        _check_day(getattr(page, field), where, f"page.{field}")


def check_plan(plan: PlanRecord, where: Where) -> None:
    """Raise RecordError for a day that does not exist, or a key or code that is none."""
    _check_day(plan.certification.date, where, "certification.date")
    for number, amendment in enumerate(plan.amendments):
        _check_day(amendment.date, where, "amendments[{}].date", number)
    if plan.period is not None:
        _check_day(plan.period.start, where, "period.start")
        _check_day(plan.period.end, where, "period.end")
    _check_key(plan.id, where, "id")
    for number, former in enumerate(plan.former_ids):
        _check_key(former, where, f"former_ids[{number}]")
    _check_key(plan.combined_into, where, "combined_into")
    if plan.combined_into is not None and plan.combined_into == plan.id:
        raise _combined_into_itself(plan.combined_into, where)
    for number, maker in enumerate(plan.makers):
        _check_digits(maker.code, where, "makers[{}].code", number)
    for number, code in enumerate(plan.coverage.codes):
        _check_digits(code, where, "coverage.codes[{}]", number)


def check_texts(value: object, where: Where, field: str = "") -> None:
    """Raise RecordError for a control character in any text of plain Python values."""
    if isinstance(value, str) and (found := CONTROL.search(value)):
        raise RecordError(
            Bilingual(
                f"{field} に制御文字 U+{ord(found[0]):04X} があります。",
                f"{field} holds the control character U+{ord(found[0]):04X}.",
            ),
            where=where(field),
            expected=Bilingual(
                "改行のほかに制御文字のない文字列", "text without control characters other than line breaks"
            ),
            todo=Bilingual("その文字を取り除いてください。", "Remove the character."),
        )
    if isinstance(value, dict):
        for name, part in value.items():
            check_texts(part, where, f"{field}.{name}" if field else str(name))
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            check_texts(part, where, f"{field}[{number}]")


def twice(key: str, first: str, second: str) -> RecordError:
    """Return the error of one key that stands twice in one file; the places are ``file:line``."""
    return RecordError(
        Bilingual(f"計画 {key} が同じファイルに2回あります。", f"The plan {key} stands twice in one file."),
        where=f"{first}, {second}",
        expected=Bilingual("1つの出典に同じ計画は1回", "a plan once in what one source says"),
        todo=Bilingual(
            "重複なら片方を取り除き、別の計画なら片方の id を直してください。",
            "Remove one if they are the same plan; if not, correct one id.",
        ),
    )


def check_references(
    record: PageRecord, places: Places, *, schemes: Collection[str], codes: Collection[str]
) -> list[Finding]:
    """Return what a person should look at in a record, in its order.

    ``schemes`` are the known slugs, ``codes`` the known codes of 5 (unions: 13) digits; sets are fast.
    """
    found = check_page_references(record.page, places.at, codes=codes)
    own = places.by_plan()
    for number, plan in enumerate(record.plans):
        at = own.get(number, Places(places.file)).at
        found += unminted(plan, at)
        found += check_plan_references(plan, at, schemes=schemes, codes=codes)
    return found


def check_page_references(page: Page, at: PlaceOf, *, codes: Collection[str]) -> list[Finding]:
    """Return a finding where the registry does not know the publisher's code."""
    code = page.publisher.code
    return [_unknown_code(code, "page.publisher.code", at)] if code and code not in codes else []


def check_plan_references(
    plan: PlanRecord, at: PlaceOf, *, schemes: Collection[str], codes: Collection[str]
) -> list[Finding]:
    """Return a finding for each scheme and code of a plan that the registry does not know, and each wrong order.

    ``at`` gives the place of a field.
    """
    found = [
        SCHEME_UNKNOWN.at(at(f"schemes[{number}]"), slug, near=_near(slug, schemes))
        for number, slug in enumerate(plan.schemes)
        if slug not in schemes
    ]
    named = [(f"makers[{number}].code", maker.code) for number, maker in enumerate(plan.makers)]
    named += [(f"coverage.codes[{number}]", code) for number, code in enumerate(plan.coverage.codes)]
    found += [_unknown_code(code, field, at) for field, code in named if code and code not in codes]
    return found + list(_wrong_orders(plan, at))


def unminted(plan: PlanRecord, at: PlaceOf) -> list[Finding]:
    """Return the finding of a plan without a key; where title and makers are known it tells the key."""
    if plan.id is not None:
        return []
    codes = [maker.code for maker in plan.makers if maker.code]
    key = "-"
    if plan.title and codes and len(codes) == len(plan.makers):
        key = plan_key(plan.title, codes, plan.certification.round, plan.certification.date)
    return [PLAN_UNMINTED.at(at("id"), plan.title or "", key=key)]


def _wrong_orders(plan: PlanRecord, at: PlaceOf) -> Iterator[Finding]:
    period = plan.period
    if period and period.start and period.end:
        shorter = min(len(period.start), len(period.end))
        if period.start[:shorter] > period.end[:shorter]:
            yield PERIOD_REVERSED.at(
                at("period"), f"{period.start} - {period.end}", start=period.start, end=period.end
            )
    if plan.lines and plan.lines[0] > plan.lines[1]:
        yield LINES_REVERSED.at(at("lines"), str(list(plan.lines)))


def _unknown_code(code: str, field: str, at: PlaceOf) -> Finding:
    return CODE_UNKNOWN.at(at(field), code, field=field)


def _near(slug: str, known: Collection[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - needed for the rare mistake only

    return ", ".join(get_close_matches(slug, sorted(known), n=3)) or "-"


def _combined_into_itself(key: str, where: Where) -> RecordError:
    return RecordError(
        Bilingual(f"統合先が、その計画自身です: {key}", f"The plan is combined into itself: {key}."),
        where=where("combined_into"),
        expected=Bilingual("統合後も続く別の計画の識別子", "the key of the other plan, which goes on"),
        todo=Bilingual(
            "識別子を直すか、この行を取り除いてください。", "Correct the key, or remove the line."
        ),
    )


def _check_day(day: str | None, where: Where, field: str, number: int = 0) -> None:
    if day is not None and not _is_day(day):
        named = field.format(number)
        raise RecordError(
            Bilingual(
                f"{named} の {day} という日は暦にありません。",
                f"There is no day {day} in the calendar ({named}).",
            ),
            where=where(named),
            expected=Bilingual('実在する日付(例 "2020-02-29")', 'a day that exists, like "2020-02-29"'),
            todo=_CORRECT,
        )


@lru_cache(maxsize=4096)
def _is_day(day: str) -> bool:
    """Tell whether the calendar has a day; a year or month stands for its first. Days repeat in bulk files."""
    try:
        date.fromisoformat(day + "0001-01-01"[len(day) :])
    except ValueError:
        return False
    return True


def _check_key(key: str | None, where: Where, field: str) -> None:
    if key is not None and not KEY.match(key):
        raise _wrong_key(field, key, where)


def _check_digits(code: str | None, where: Where, field: str, number: int) -> None:
    """Refuse digits of other scripts, which look alike and match the same patterns."""
    if code is not None and not code.isascii():
        named = field.format(number)
        raise RecordError(
            Bilingual(
                f"{named} の {code} は半角数字ではありません。",
                f"{named} holds digits that are not ASCII: {code}.",
            ),
            where=where(named),
            expected=Bilingual('半角数字(例 "01204")', 'ASCII digits, like "01204"'),
            todo=_CORRECT,
        )


def _wrong_key(field: str, key: str, where: Where) -> RecordError:
    return RecordError(
        Bilingual(
            f"{field} の {key[:60]} は計画のキーの形ではありません。", f"{field} is no plan key: {key[:60]}."
        ),
        where=where(field),
        expected=Bilingual(
            "r055-01204-3476059d の形(認定回または認定日-団体コード-16進8桁)",
            "a form like r055-01204-3476059d",
        ),
        todo=Bilingual(
            "saisei read が付けたキーに戻してください。新しい計画なら id の行を省いてください。",
            "Put back the key that saisei read gave. For a new plan leave the line id out.",
        ),
    )
