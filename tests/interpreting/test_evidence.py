"""Every value of a record leads back to the words of its page, and by its rule the words give the value."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.interpreting import read_record
from saisei_lod.interpreting.contents import yen
from saisei_lod.interpreting.events import kind_word
from saisei_lod.interpreting.statuses import status_in
from saisei_lod.reading.containers.kinds import read_container
from saisei_lod.records.evidence import Quote, as_evidence, quotes, read_value
from saisei_lod.records.loading import load_file
from saisei_lod.records.model import Evidence, PageRecord, PlanRecord
from saisei_lod.registry.linking import linker
from saisei_lod.registry.rounds import load_rounds
from saisei_lod.registry.schemes import load_schemes
from saisei_lod.registry.tables import load
from saisei_lod.text import folded_title, joined, levelled, number
from saisei_lod.wareki import dates, fiscal_years

_ROOT: Final = Path(__file__).parents[2]
_READING: Final = _ROOT / "tests" / "reading"
_PAGES: Final = [
    *sorted((_READING / "golden").glob("*/page.*")),
    *sorted((_READING / "pages").glob("*/page.*")),
    *sorted((_READING / "pages_held").glob("*/page.*")),
]
_SHARED: Final = _ROOT.parent / "shared" / "pages"
_DATA: Final = sorted((_ROOT / "data" / "plans").glob("*.yaml"))
#: Rules whose value stands nowhere on the page as words.
_WITHOUT_WORDS: Final = frozenset({"publisher-implied", "publisher-told", "link-address", "column-word"})


def _days(words: str) -> list[str | None]:
    return [found.iso for found in dates(words, planned=True)]


def _round(words: str) -> int:
    return number(levelled(words).strip("第回 \u3000"))


def _names(words: str, code: str) -> bool:
    """Tell whether words are a name that a government ever bore, or hold one."""
    names = {state.name for state in load().states[code]}
    said = "".join(levelled(words).split())
    prefecture = load().government(f"{code[:2]}000").code
    return (
        any(name in said or said in name for name in names)
        or code in linker().resolve(words, prefecture=prefecture).codes
    )


_SAYS: Final[dict[str, Callable[[str, str], bool]]] = {
    "title-words": lambda words, value: joined(words.split("\n")) == value,
    "heading-words": lambda words, value: joined(words.split("\n")) == value,
    "summary-words": lambda words, value: folded_title(words) == folded_title(value),
    "status-words": lambda words, value: status_in(words.replace("\n", "")) == value,
    "era-date": lambda words, value: value in _days(words),
    "fiscal-year-start": lambda words, value: value in {run.first_day for run in fiscal_years(words)},
    "fiscal-year-end": lambda words, value: value in {run.last_day for run in fiscal_years(words)},
    "round-number": lambda words, value: str(_round(words)) == value,
    "round-of-day": lambda words, value: str(load_rounds().round_of(_days(words)[0] or "")) == value,
    "day-of-round": lambda words, value: value in load_rounds().days(_round(words)),
    "event-word": lambda words, _: bool(kind_word(words)),
    "event-unspecified": lambda words, _: not kind_word(words),
    "government-name": _names,
    "maker-words": lambda words, value: folded_title(value) in folded_title(words),
    "area-phrase": lambda words, _: bool(linker().resolve(words).matches),
    "scheme-label": lambda words, value: value in load_schemes().read(words).slugs,
    "file-note": lambda words, value: words.upper() == value.upper(),
    "indicator-words": lambda words, value: folded_title(value) in folded_title(words),
    "sum-of-money": lambda words, value: str(yen(joined(words.split("\n")))) == value,
    "page-header": lambda words, value: folded_title(words) == folded_title(value),
    "page-contact": lambda words, value: folded_title(words) == folded_title(value),
}


@cache
def _record(path: Path) -> PageRecord:
    return read_record(path.read_bytes(), name=path.name, publisher=None, url=None, retrieved=None).record


def _value(record: PageRecord | PlanRecord, path: str, evidence: Evidence) -> str:
    """Return the value at a path of texts; others keep theirs in the evidence."""
    subject = record.page if isinstance(record, PageRecord) else record
    if evidence.value is not None:
        return evidence.value
    if path.startswith(("makers.", "coverage.codes.", "schemes.")):
        return path.rpartition(".")[2]
    return _at(msgspec.to_builtins(subject), path)


def _at(value: object, path: str) -> str:
    for step in path.replace("[", ".").replace("]", "").split("."):
        value = (
            value[int(step)] if isinstance(value, list) else value[step] if isinstance(value, dict) else None
        )
    return str(value)


def _all(record: PageRecord) -> Iterator[tuple[str, Evidence, str]]:
    for path, evidence in record.page.evidence.items():
        yield path, evidence, _value(record, path, evidence)
    for plan in record.plans:
        for path, evidence in plan.evidence.items():
            yield path, evidence, _value(plan, path, evidence)


def _walk(record: PageRecord, text: str | None) -> None:
    """Check each span against the text, where it is at hand, and each rule against its words."""
    for path, evidence, value in _all(record):
        found = quotes(evidence, value)
        if evidence.rule in _WITHOUT_WORDS:
            assert not found, path
            continue
        assert found, (path, evidence, value)
        assert read_value(evidence, value) == value
        for quote in found:
            assert text is None or text[quote.start : quote.end] == quote.words, (path, evidence)
        words = "\n".join(quote.words for quote in found)
        assert _SAYS[evidence.rule](words, value), (path, evidence, value)


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.parent.name)
def test_the_words_of_every_value_stand_where_they_are_said_to_and_say_it(path: Path) -> None:
    """On every page that the tests have, of every container."""
    _walk(_record(path), read_container(path.read_bytes(), path.name).decoded)


@pytest.mark.parametrize("name", ["asahikawa.txt", "nagai.txt"])
def test_the_words_of_the_source_pages_say_the_values(name: str) -> None:
    """On the two real pages."""
    path = _SHARED / name
    if not path.is_file():
        pytest.skip("the two pages are not kept in the repository")
    _walk(_record(path), read_container(path.read_bytes(), path.name).decoded)


@pytest.mark.parametrize("path", _DATA, ids=lambda path: path.stem)
def test_the_words_kept_in_the_records_of_this_repository_say_the_values(path: Path) -> None:
    """Without the pages at hand, the words that a record keeps give its values by their rules."""
    record = load_file(path).record
    assert all(plan.evidence for plan in record.plans)
    _walk(record, None)


def _said(plan: PlanRecord) -> Iterator[str]:
    """Yield the path of each value that a plan's record says."""
    yield from (name for name in ("title", "status", "summary", "heading") if getattr(plan, name))
    yield from (f"certification.{name}" for name in ("date", "round") if getattr(plan.certification, name))
    yield from (f"period.{name}" for name in ("start", "end") if plan.period and getattr(plan.period, name))
    yield from (f"makers.{maker.code or maker.name}" for maker in plan.makers)
    yield from (f"coverage.codes.{code}" for code in plan.coverage.codes)
    yield from (f"schemes.{slug}" for slug in plan.schemes)
    for place, document in enumerate(plan.documents):
        for name in ("format", "size_text", "url"):
            if getattr(document, name):
                yield f"documents[{place}].{name}"
    yield from (f"amounts[{place}].yen" for place, sum_ in enumerate(plan.amounts) if sum_.yen is not None)
    yield from (f"indicators[{place}].name" for place, _ in enumerate(plan.indicators))


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.parent.name)
def test_every_value_has_evidence(path: Path) -> None:
    """No value of a record is without words of the page, but for those that the rules say have none."""
    for plan in _record(path).plans:
        assert [name for name in _said(plan) if name not in plan.evidence] == []
        events = [name for name in plan.evidence if name.startswith("amendments.") and name.endswith(".kind")]
        assert len(events) == len(plan.amendments)


def test_narrow_words_are_found_for_nearly_all_values() -> None:
    """The whole wording of a cell stands for a value on no page of the tests."""
    wide = [
        (path.parent.name, name, evidence)
        for path in _PAGES
        for name, evidence, _ in _all(_record(path))
        if evidence.rule == "cell-words"
    ]
    assert wide == []


@given(st.lists(st.from_regex(r"\A[ぁ-んA-Za-z]{1,8}\Z"), min_size=1, max_size=4))
def test_words_that_are_the_value_are_cut_out_of_it_again(words: list[str]) -> None:
    """A title broken over lines gives back each line's words from the title alone."""
    found = [Quote(20 * number, 20 * number + len(said), said) for number, said in enumerate(words)]
    value = joined(words)
    evidence = as_evidence("title-words", value, found)
    assert (evidence.value, evidence.words) == (None, None)
    assert quotes(evidence, value) == found
    assert read_value(evidence, value) == value
    assert read_value(evidence, value + "改") == ""
