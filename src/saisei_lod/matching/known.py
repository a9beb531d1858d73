"""Know the plans of a folder of records by what tells a plan from others: key, title, makers, days, rounds.

Files are read one after the other, and of each plan little is kept: some 20 MB for 20,000 plans.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from pathlib import Path
from typing import Final

from saisei_lod.errors import RecordError
from saisei_lod.records.checking import check_page
from saisei_lod.records.files import read_text
from saisei_lod.records.jsonl_files import bulk_lines, page_of, plan_of
from saisei_lod.records.loading import MOST_BYTES, load_file, load_text, record_files
from saisei_lod.records.model import Amendment, Certification, Page, PageRecord, PlanRecord
from saisei_lod.text import folded_title

__all__ = ["Facts", "KnownPlan", "KnownPlans", "records_folder"]

#: A certification of which the year alone is known is no sign of a plan.
_MONTH: Final = len("2020-03")
_FULL: Final = len("2020-03-30")
#: Blocks that tell nothing of which plan it is, and make up most of a record: a field and what is indented below it.
_ASIDE: Final = re.compile(r"^( *)(?:evidence|own|printed):\n(?:\1 +[^\n]*\n|\n)*", re.MULTILINE)


def records_folder(data: Path) -> Path:
    """Return the folder of record files of a data folder, which may be that folder itself."""
    inner = data / "plans"
    return inner if inner.is_dir() else data


class Facts:
    """What is known of a plan that can tell it from others; of a known plan, from all its records.

    ``certified`` and ``events`` hold times as text: a day (``2020-03-30``), a month (``2020-03``), or a
    stated round (``r055``). A round that was inferred counts as its day.
    """

    __slots__ = ("certified", "codes", "events", "titles")

    def __init__(self) -> None:
        self.titles: set[str] = set()
        self.codes: set[str] = set()
        self.certified: set[str] = set()
        self.events: set[str] = set()

    @classmethod
    def of(cls, plan: PlanRecord) -> "Facts":
        """Return the facts of one record."""
        facts = cls()
        facts.add(plan)
        return facts

    def add(self, plan: PlanRecord) -> None:
        """Take what a further record says of the plan."""
        if plan.title:
            self.titles.add(folded_title(plan.title))
        self.codes.update(maker.code for maker in plan.makers if maker.code)
        certified = _times(plan.certification)
        self.certified.update(certified)
        self.events.update(certified, chain.from_iterable(map(_times, plan.amendments)))


def _times(event: Certification | Amendment) -> list[str]:
    """Return the day, or for a certification the month, and the stated round of an event."""
    shortest = _MONTH if isinstance(event, Certification) else _FULL
    times = [event.date] if event.date and len(event.date) >= shortest else []
    if event.round and event.round_basis != "inferred":
        times.append(f"r{event.round:03d}")
    return times


class KnownPlan:
    """A plan under its key, with its facts, its title and the files in which it stands."""

    __slots__ = ("facts", "files", "key", "title")

    def __init__(self, key: str) -> None:
        self.key = key
        self.title = ""
        self.files: list[str] = []
        self.facts = Facts()

    def add(self, plan: PlanRecord, file: str) -> None:
        """Take what a record of a file says of the plan."""
        self.title = self.title or plan.title or ""
        self.files.append(file)
        self.facts.add(plan)


class KnownPlans:
    """The plans of some folders of records: by key, by former key, by title, by maker and time."""

    def __init__(self) -> None:
        self.pages: list[tuple[Path, Page]] = []
        self._by_key: dict[str, KnownPlan] = {}
        self._by_former: dict[str, list[str]] = {}
        self._by_title: dict[str, list[KnownPlan]] = {}
        self._by_time: dict[tuple[str, str], list[KnownPlan]] = {}

    @classmethod
    def of(cls, folders: Iterable[Path]) -> "KnownPlans":
        """Read every record file of the folders; a folder that stands twice is read once.

        ``pages`` holds the files with their pages. Raises InputError for a folder that cannot be read and
        RecordError for a file that says something wrong: nothing is left out in silence.
        """
        known = cls()
        for folder in {folder.resolve(): folder for folder in folders}.values():
            for path, holds_records in record_files(folder):
                if holds_records:
                    page, plans = _read(path)
                    known.pages.append((path, page))
                    for plan in plans:
                        known.take(plan, path.as_posix())
        return known

    def take(self, plan: PlanRecord, file: str) -> None:
        """Take one record; a plan without a key is not known."""
        if plan.id is None:
            return
        known = self._by_key.get(plan.id)
        if known is None:
            known = self._by_key[plan.id] = KnownPlan(plan.id)
        known.add(plan, file)
        for former in plan.former_ids:
            self._by_former.setdefault(former, []).append(plan.id)
        for title in known.facts.titles:
            _put(known, self._by_title.setdefault(title, []))
        for pair in product(known.facts.codes, known.facts.events):
            _put(known, self._by_time.setdefault(pair, []))

    def __len__(self) -> int:
        return len(self._by_key)

    def with_key(self, key: str) -> list[KnownPlan]:
        """Return the plan of a key, or else those that had the key before."""
        if key in self._by_key:
            return [self._by_key[key]]
        formerly = dict.fromkeys(self._by_former.get(key, ()))
        return [self._by_key[now] for now in formerly]

    def with_title(self, facts: Facts) -> list[KnownPlan]:
        """Return the plans that have a title of the facts, each once, in the order of files."""
        return _once(self._by_title.get(title, ()) for title in sorted(facts.titles))

    def at_a_time(self, facts: Facts) -> list[KnownPlan]:
        """Return the plans of a maker of the facts with an event at one of their times, each once."""
        pairs = ((code, time) for code in sorted(facts.codes) for time in sorted(facts.events))
        return _once(self._by_time.get(pair, ()) for pair in pairs)


def _put(known: KnownPlan, among: list[KnownPlan]) -> None:
    if not any(one is known for one in among):
        among.append(known)


def _once(groups: Iterable[Sequence[KnownPlan]]) -> list[KnownPlan]:
    return list({known.key: known for group in groups for known in group}.values())


def _read(path: Path) -> tuple[Page, Iterator[PlanRecord]]:
    """Return the page of a record file and its plans, those of a bulk file one at a time."""
    if path.suffix == ".yaml":
        record = _read_yaml(path)
        return record.page, iter(record.plans)
    numbered = bulk_lines(path, str(path))
    number, data = next(numbered)
    page = page_of(data, f"{path}:{number}")
    check_page(page, lambda _: f"{path}:{number}")
    return page, (plan_of(data, f"{path}:{number}") for number, data in numbered)


def _read_yaml(path: Path) -> PageRecord:
    """Return a record without what tells nothing of which plan it is; a file that is wrong is read as a whole."""
    text = read_text(path, MOST_BYTES)
    try:
        return load_text(_ASIDE.sub("", text), str(path)).record
    except RecordError:
        return load_file(path).record
