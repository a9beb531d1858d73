"""How well pages are read: the cases of pages/ and pages_held/, and the score itself."""

import copy
import html
import json
import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.reading import accuracy

from saisei_lod import registry
from saisei_lod.errors import SaiseiError
from saisei_lod.interpreting import as_json, read_record
from saisei_lod.registry.rounds import load_rounds
from saisei_lod.registry.schemes import load_schemes

HERE = Path(__file__).parent
OPEN = accuracy.cases(HERE / "pages")
HELD = accuracy.cases(HERE / "pages_held")
BY_HAND = [case for case in [*OPEN, *HELD] if not case.is_generated]
TOGETHER = pytest.mark.parametrize("cases", [BY_HAND, [*OPEN, *HELD]], ids=["by hand", "all"])
ALL = pytest.mark.parametrize("case", [*OPEN, *HELD], ids=lambda case: case.name)


@cache
def reading(page: Path, options: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Return what is read from a page as a reader of the JSON meets it."""
    given = {"publisher": None, "url": None, "retrieved": None, **dict(options)}
    return as_json(read_record(page.read_bytes(), name=page.name, **given))


def read(case: accuracy.Case) -> dict[str, Any]:
    """Return what is read from a case."""
    return reading(case.page, tuple(sorted(case.options.items())))


def facts_of(case: accuracy.Case) -> list[accuracy.Fact]:
    """Return the facts of a case; a container that is refused with a message gives none of them."""
    try:
        return accuracy.facts(case, read(case))
    except SaiseiError:
        return accuracy.facts(case, {})


def over_all(cases: list[accuracy.Case]) -> accuracy.Count:
    """Return the counts of the bar's fields added up."""
    counts = accuracy.total([fact for case in cases for fact in facts_of(case)])
    return accuracy.Count(
        *map(sum, zip(*(counts[f] for f in accuracy.BAR_FIELDS if f in counts), strict=True))
    )


@ALL
def test_a_page_is_read_without_a_crash(case: accuracy.Case) -> None:
    """Every page is read, its options understood."""
    assert bool(case.expected["plans"]) == bool(read(case)["plans"])


@TOGETHER
def test_nearly_all_facts_are_read(cases: list[accuracy.Case]) -> None:
    """Of all facts printed, at least 95 % are read."""
    assert over_all(cases).recall >= 0.95


@TOGETHER
def test_nearly_all_values_given_are_right(cases: list[accuracy.Case]) -> None:
    """Of the values given, at least 99 % are right."""
    assert over_all(cases).precision >= 0.99


def plan(**fields: Any) -> dict[str, Any]:
    """Return an expected plan with some fields set."""
    nothing = {"date": None, "date_basis": None, "round": None, "round_basis": None}
    silent: dict[str, Any] = {
        "title": "計画",
        "status": None,
        "certification": nothing,
        "amendments": [],
        "period": None,
    }
    return {**silent, "makers": [], "coverage": None, "schemes": [], "documents": [], **fields}


def scored(expected: dict[str, Any], given: dict[str, Any] | None) -> dict[str, accuracy.Count]:
    """Return the counts by field for one plan."""
    page = {"options": {"publisher": "01204"}, "page": {}, "plans": [expected]}
    case = accuracy.Case("case", Path("page.html"), page["options"], page)  # type: ignore[arg-type]
    return accuracy.total(accuracy.facts(case, {"plans": [given] if given else []}))


def test_what_is_read_as_expected_is_right() -> None:
    """A record equal to the expected one has recall and precision 1 in every field."""
    for case in [*OPEN, *HELD]:
        counts = accuracy.total(accuracy.facts(case, copy.deepcopy(dict(case.expected))))
        assert {(count.recall, count.precision) for count in counts.values()} == {(1.0, 1.0)}, case.name


def test_nothing_read_is_null_and_never_wrong() -> None:
    """Silence costs recall and no precision."""
    assert scored(plan(schemes=["suishin"]), None)["schemes"] == accuracy.Count(1, 0, 0, 1)


def test_a_value_where_the_page_is_silent_is_wrong() -> None:
    """An invented value costs precision and no recall."""
    counts = scored(plan(), plan(period={"start": "2020-04-01", "end": None, "precision": "day"}))
    assert counts["period start"] == accuracy.Count(0, 0, 1, 0)


def test_a_wrong_basis_is_a_wrong_value() -> None:
    """A round that was inferred and is given as stated is not right."""
    date_only = {"date": "2020-08-21", "date_basis": "stated"}
    expected = plan(certification={**date_only, "round": 57, "round_basis": "inferred"})
    given = plan(certification={**date_only, "round": 57, "round_basis": "stated"})
    assert scored(expected, given)["round"] == accuracy.Count(1, 0, 1, 0)


def test_the_kind_of_a_change_is_a_fact_only_where_it_is_told() -> None:
    """A bare 変更 expects no kind: leaving it so costs nothing, and calling it certified is inventing."""
    event = {"date": "2020-08-21", "date_basis": "stated", "round": None, "round_basis": None}
    bare, certified = (plan(amendments=[{**event, "kind": kind}]) for kind in ("unspecified", "amendment"))
    assert "change kind" not in scored(bare, bare)
    assert scored(bare, certified)["change kind"] == accuracy.Count(0, 0, 1, 0)
    assert scored(certified, bare)["change kind"] == accuracy.Count(1, 0, 0, 1)


def test_an_unclear_field_may_stay_open_but_not_be_wrong() -> None:
    """Where an expert would hesitate, silence is no miss and a wrong value is one."""
    expected = plan(status="current", unclear=["status"])
    assert "status" not in scored(expected, plan()) or scored(expected, plan())["status"].expected == 0
    assert scored(expected, plan(status="ended"))["status"] == accuracy.Count(1, 0, 1, 0)


def test_a_plan_that_is_none_counts_with_all_its_values() -> None:
    """A plan made of something else is wrong in its title and in each of its values."""
    case = accuracy.Case("case", Path("page.html"), {"publisher": "01204"}, {"page": {}, "plans": []})
    counts = accuracy.total(accuracy.facts(case, {"plans": [plan(schemes=["kigyou"])]}))
    assert (counts["title"].wrong, counts["schemes"].wrong) == (1, 1)


@ALL
def test_expected_codes_are_those_of_the_names_meant(case: accuracy.Case) -> None:
    """Every code stands in the registry under the name written beside it."""
    governments = registry.load()
    named = [maker for one in case.expected["plans"] for maker in one["makers"]]
    areas = [one["coverage"] for one in case.expected["plans"] if one["coverage"]]
    pairs = [(one["code"], one["name"]) for one in named]
    pairs += [pair for area in areas for pair in zip(area["codes"], area["names"], strict=True)]
    assert [pair for pair in pairs if name_of(governments, pair[0]) != pair[1]] == []


def name_of(governments: registry.Registry, code: str) -> str:
    """Return the name of a code."""
    found = governments.governments.get(code)
    return found.name if found else ""


@ALL
def test_expected_schemes_and_dates_exist(case: accuracy.Case) -> None:
    """Every slug is a scheme, every day a day, every inferred round or day the only one known."""
    schemes, days = load_schemes().by_slug, load_rounds()
    for one in case.expected["plans"]:
        assert set(one["schemes"]) <= set(schemes)
        for event in (one["certification"], *one["amendments"]):
            if event["round_basis"] == "inferred":
                assert days.round_of(event["date"]) == event["round"]
            if event["date_basis"] == "inferred":
                assert days.days(event["round"]) == (event["date"],)
    spelled = json.dumps(case.expected, ensure_ascii=False)
    for day in re.findall(r'"(\d{4}-\d{2}-\d{2})"', spelled):
        assert date.fromisoformat(day).isoformat() == day


@ALL
def test_expected_titles_and_files_stand_on_the_page(case: accuracy.Case) -> None:
    """What is expected as printed is printed: titles, sizes, addresses, values of indicators, amounts."""
    if case.page.suffix in {".pdf", ".xlsx"}:
        pytest.skip("made by a script from these very words")
    page = words(case.page.read_bytes())
    for one in case.expected["plans"]:
        printed = [one["title"], *(amount["text"] for amount in one["amounts"])]
        printed += [value["value"] for indicator in one["indicators"] for value in indicator["values"]]
        printed += [document["size_text"] for document in one["documents"] if document["size_text"]]
        printed += [Path(document["url"]).name for document in one["documents"] if document["url"]]
        assert [text for text in printed if folded(text) not in page] == []


def words(data: bytes) -> str:
    """Return a page's letters without its tags, blanks and widths; line breaks in a cell are none."""
    text = next(filter(None, (decoded(data, encoding) for encoding in ("utf-8-sig", "cp932", "euc_jp"))))
    addresses = " ".join(re.findall(r'href="([^"]*)"', text))
    return folded(html.unescape(re.sub(r"<[^>]+>", "", text)) + addresses)


def decoded(data: bytes, encoding: str) -> str | None:
    """Return the text in an encoding, None where it is in another one."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def folded(text: str) -> str:
    """Return a text without white space, in one width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_the_cases_are_enough_and_say_what_they_are() -> None:
    """At least 25 open cases and 8 held back, each with a note of one line."""
    assert len(OPEN) >= 25
    assert len(HELD) >= 8
    notes = [(case.page.parent / "note.md").read_text(encoding="utf-8") for case in [*OPEN, *HELD]]
    assert [note for note in notes if note.count("\n") != 1] == []
