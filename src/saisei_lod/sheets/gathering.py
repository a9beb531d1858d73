"""Gather the records of a local government that a workbook is to hold, file by file."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError, UsageError
from saisei_lod.records.checking import check_plan
from saisei_lod.records.jsonl_files import bulk_lines, page_of, plan_of
from saisei_lod.records.loading import load_file, record_files
from saisei_lod.records.model import Page, PlanRecord
from saisei_lod.records.places import Places
from saisei_lod.registry import Government, Registry, five_digits, load
from saisei_lod.sheets.cells.rows import registered_name

__all__ = [
    "MOST_PLANS",
    "GatheredFile",
    "GatheredPlan",
    "city_code",
    "gather",
    "is_of",
    "named",
    "plan_name",
    "too_many",
]


def city_code(said: str, registry: Registry | None = None) -> str:
    """Return the code of a local government from 5 or 6 digits, 13 of a union, or a name that only one has.

    A name may stand behind its prefecture (山形県長井市). Raises UsageError for what is unknown or shared.

    >>> city_code("062090"), city_code("長井市")
    ('06209', '06209')
    """
    known = registry or load()
    asked = said.strip()
    if asked.isascii() and asked.isdigit():
        return asked if len(asked) == len("9000020012041") else known.government(five_digits(asked)).code
    found = [
        row for row in known.governments.values() if asked in {row.name, registered_name(row.code, known)}
    ]
    living = [row for row in found if not row.exists_until] or found
    if len(living) == 1:
        return living[0].code
    raise _not_one(asked, living, known)


def is_of(code: str, plan: PlanRecord, page: Page) -> bool:
    """Tell whether a local government published the page of a plan, or made the plan."""
    return page.publisher.code == code or any(maker.code == code for maker in plan.makers)


def named(code: str) -> Bilingual:
    """Return how a local government is called: its full name with its code.

    >>> named("06209").ja
    '山形県長井市(06209)'
    """
    name = registered_name(code)
    row = load().governments.get(code)
    return Bilingual(f"{name}({code})", f"{row.romaji or name} ({code})") if row else Bilingual(code, code)


def _not_one(name: str, found: list[Government], registry: Registry) -> UsageError:
    ours = "、".join(f"{row.code} {registered_name(row.code, registry)}" for row in found)
    if not found:
        what = Bilingual(
            f"この名称の地方公共団体はありません: {name}", f"No local government has this name: {name}"
        )
    else:
        what = Bilingual(
            f"この名称の団体は複数あります: {name}", f"Several local governments have this name: {name}"
        )
    return UsageError(
        what,
        expected=Bilingual(f"次のどれかのコード: {ours}", f"the code of one of these: {ours}")
        if found
        else Bilingual("団体コード(5桁か6桁)か名称", "a code of 5 or 6 digits, or a name"),
        todo=Bilingual(
            "「市」「町」などまで書くか、団体コードを指定してください(saisei resolve で調べられます)。",
            "Write the name with 市, 町 or 村, or give the code; saisei resolve finds it.",
        ),
    )


#: Plans of one workbook. Beyond it Excel gets slow, and nobody reviews so many.
MOST_PLANS: Final = 3000


class GatheredPlan(NamedTuple):
    """A plan with its place in the file's list, from 0, and the lines of its fields."""

    number: int
    plan: PlanRecord
    places: Places

    @property
    def name(self) -> str:
        """The key, or the place in the file of a plan that has none: ``#3``."""
        return plan_name(self.number, self.plan)


class GatheredFile(NamedTuple):
    """A record file: its name within data/plans/, its page, and those of its plans that were asked for."""

    name: str
    page: Page
    plans: tuple[GatheredPlan, ...]
    line: int | None = None


def plan_name(number: int, plan: PlanRecord) -> str:
    """Return what names a plan within its file: its key, else its place.

    >>> plan_name(2, PlanRecord())
    '#3'
    """
    return plan.id or f"#{number + 1}"


def gather(data: Path, *, code: str | None = None, most: int = MOST_PLANS) -> list[GatheredFile]:
    """Return the record files of a data folder with the plans of one local government, or with all plans.

    Raises InputError and RecordError for data that cannot be read or holds no such plan, UsageError for
    more plans than ``most``.
    """
    found: list[GatheredFile] = []
    left = most
    for path, holds_records in record_files(data / "plans"):
        if holds_records:
            file = _gathered(path, code, left)
            left -= len(file.plans)
            found += [file] if file.plans else []
        if left < 0:
            raise too_many(most)
    if not found:
        raise _none(data, code)
    return found


def _gathered(path: Path, code: str | None, most: int) -> GatheredFile:
    """Return a file with its plans, at most one more than allowed: a bulk file may hold all of a country."""
    if path.suffix == ".jsonl":
        lines = bulk_lines(path, path.name)
        first, data = next(lines)
        page, line = page_of(data, f"{path}:{first}"), first
        plans = _bulk_plans(path, lines)
    else:
        record, places = load_file(path)
        page, line = record.page, places.line("page") or 1
        own = places.by_plan()
        plans = (
            GatheredPlan(number, plan, own.get(number, Places(path.name)))
            for number, plan in enumerate(record.plans)
        )
    ours = (one for one in plans if code is None or is_of(code, one.plan, page))
    return GatheredFile(path.name, page, tuple(islice(ours, most + 1)), line)


def _bulk_plans(path: Path, lines: Iterator[tuple[int, bytes]]) -> Iterator[GatheredPlan]:
    for number, (line, data) in enumerate(lines):
        plan = plan_of(data, f"{path}:{line}")
        check_plan(plan, Places(str(path), {"": line}).where)
        yield GatheredPlan(number, plan, Places(path.name, {"": line}))


def _none(data: Path, code: str | None) -> InputError:
    return InputError(
        Bilingual(
            f"団体 {code} の計画の記録がありません。" if code else "計画の記録がありません。",
            f"There is no plan of {code} in the records." if code else "There is no plan in the records.",
        ),
        where=str(data / "plans"),
        expected=Bilingual(
            "ページの発行者か計画の作成主体がその団体である記録",
            "a record whose page it published, or whose plan it made",
        ),
        todo=Bilingual(
            "団体コードとフォルダーを確かめてください。ページは saisei read ページ -o data/plans で記録になります。",
            "Check code and folder. saisei read PAGE -o data/plans makes records of a page.",
        ),
    )


def too_many(most: int) -> UsageError:
    """Return the error of more plans than one workbook can hold."""
    return UsageError(
        Bilingual(
            f"計画が多すぎて一つのブックにできません({most:,} 件を超えます)。",
            f"There are too many plans for one workbook (more than {most:,}).",
        ),
        expected=Bilingual("一つの地方公共団体の記録", "the records of one local government"),
        todo=Bilingual(
            "--city に団体コードか名称を指定してください。", "Name one with --city, by its code or name."
        ),
    )
