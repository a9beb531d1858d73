"""What the types of a record cannot check."""

import re
from pathlib import Path

import pytest

from saisei_lod import iris, terms
from saisei_lod.errors import InputError, RecordError
from saisei_lod.findings import Severity
from saisei_lod.records.checking import CONTROL, KEY, check_references, check_texts
from saisei_lod.records.loading import LoadedFile, load_text

_PLAN = """\
page: {{publisher: {{code: 06209}}}}
plans:
  - id: r055-06209-0123abcd
    {0}
"""
_SECOND = """\
  - title: 計画
    id: r055-06209-0123abcd
"""
_SCHEMES = {"suishin", "suishin-senku", "kigyou"}
_CODES = {"06209", "01204"}


def _loaded(line: str) -> LoadedFile:
    return load_text(_PLAN.format(line), "a.yaml")


def _codes_found(line: str) -> list[tuple[str, str, int | None]]:
    found = check_references(*_loaded(line), schemes=_SCHEMES, codes=_CODES)
    return [(finding.code, finding.text, finding.place.line) for finding in found]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("certification: {date: 2020-02-30}", "There is no day 2020-02-30"),
        ("certification: {date: 2021-13}", "There is no day 2021-13"),
        ("certification: {date: 0000-01-01}", "There is no day 0000-01-01"),
        (
            "amendments: [{date: 2020-03-30}, {date: 2021-02-29}]",
            "2021-02-29 in the calendar (amendments[1].date)",
        ),
        ("period: {start: 2021-04-31}", "2021-04-31 in the calendar (period.start)"),
        ("period: {end: 2100-02-29}", "2100-02-29 in the calendar (period.end)"),
        ("certification: {date: ２０２０-03-30}", "plans[0].certification.date cannot be"),
        ("makers: [{code: ０６２０９}]", "plans[0].makers[0].code cannot be"),
        ("coverage: {codes: [０６２０９]}", "plans[0].coverage.codes[0] cannot be"),
        ("former_ids: [x]", "former_ids[0] is no plan key: x"),
        ("combined_into: r55-06209-0123abcd", "combined_into is no plan key"),
        ("combined_into: r055-06209-0123abcd", "combined into itself"),
    ],
)
def test_values_that_cannot_be_published_are_errors_with_their_line(line: str, words: str) -> None:
    """Days that the calendar does not have, foreign digits and wrong keys name file, line and field."""
    with pytest.raises(RecordError) as caught:
        _loaded(line)
    assert words in caught.value.text("en")
    assert caught.value.where == "a.yaml:4"


def test_the_days_of_a_page_are_checked() -> None:
    """The day of the last update must exist."""
    with pytest.raises(RecordError, match="2023-06-31"):
        load_text("page: {last_updated: 2023-06-31}", "a.yaml")


@pytest.mark.parametrize("day", ["2020-02-29", "2020-02", "2020", "9999-12-31"])
def test_days_months_and_years_are_accepted(day: str) -> None:
    """A date may have the precision of a day, a month or a year."""
    assert _loaded(f"certification: {{date: {day}}}").record.plans[0].certification.date == day


def test_one_key_twice_in_a_file_is_an_error_with_both_lines() -> None:
    """The error names the lines of both ids."""
    with pytest.raises(RecordError) as caught:
        load_text(_PLAN.format("title: 計画") + _SECOND, "a.yaml")
    assert caught.value.where == "a.yaml:3, a.yaml:6"


def test_several_plans_without_a_key_are_no_error() -> None:
    """Plans that have no key yet are not the same plan."""
    loaded = load_text("plans:\n  - title: 計画\n  - title: 計画\n", "a.yaml")
    assert len(loaded.record.plans) == 2


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("schemes: [suishin, kigyou]", []),
        ("schemes: [suishin, suisin]", [("record-scheme-unknown", "suisin", 4)]),
        ("makers: [{code: 01204}, {name: 某組合}]", []),
        ("makers: [{code: 99999}]", [("record-municipality-unknown", "99999", 4)]),
        ("coverage: {kind: whole, codes: [06209, 06000]}", [("record-municipality-unknown", "06000", 4)]),
        (
            "period: {start: 2021-04-01, end: 2020-03-31}",
            [("record-period-reversed", "2021-04-01 - 2020-03-31", 4)],
        ),
        ("period: {start: 2021-03-31, end: 2021-03}", []),
        (
            "period: {start: 2021-04-01, end: 2021-03}",
            [("record-period-reversed", "2021-04-01 - 2021-03", 4)],
        ),
        ("period: {start: 2021-04-01, end: 2021-04-01}", []),
        ("period: {end: 2021-03-31}", []),
        ("lines: [5, 4]", [("record-lines-reversed", "[5, 4]", 4)]),
        ("lines: [5, 5]", []),
    ],
)
def test_names_and_orders_are_findings_with_their_line(line: str, found: list[tuple[str, str, int]]) -> None:
    """Unknown schemes and codes, and periods or lines the wrong way round, are violations."""
    assert _codes_found(line) == found


def test_an_unknown_scheme_is_answered_with_the_near_ones() -> None:
    """The finding's fix offers slugs that are close."""
    (finding,) = check_references(*_loaded("schemes: [suisin]"), schemes=_SCHEMES, codes=_CODES)
    assert finding.severity is Severity.VIOLATION
    assert "suishin" in finding.fix.en
    assert "suishin" in finding.fix.ja


def test_an_unknown_publisher_is_a_finding() -> None:
    """The code of the page's publisher is looked up too."""
    found = check_references(
        *load_text("page: {publisher: {code: 99999}}", "a.yaml"), schemes=(), codes=_CODES
    )
    assert [(finding.code, finding.place.line, finding.place.path) for finding in found] == [
        ("record-municipality-unknown", 1, "page.publisher.code")
    ]


def test_a_plan_without_a_key_is_a_warning() -> None:
    """A plan that has no key is named by its title."""
    (finding,) = check_references(*load_text("plans:\n  - title: 計画\n", "a.yaml"), schemes=(), codes=())
    assert (finding.code, finding.severity, finding.text) == ("plan-unminted", Severity.WARNING, "計画")


def test_the_form_of_keys_is_that_of_the_iris() -> None:
    """Records may not import the floor above, so the pattern stands twice; both are the same."""
    assert iris.KEY.pattern == KEY.pattern


def test_control_characters_are_those_that_literals_refuse() -> None:
    """What a record may hold can be published: the characters refused are the same."""
    refused = {code for code in range(0x11000) if CONTROL.search(chr(code))}
    unpublishable = set()
    for code in range(0x11000):
        try:
            terms.plain(chr(code))
        except InputError:
            unpublishable.add(code)
    assert refused == unpublishable


def test_a_control_character_is_named_with_its_field() -> None:
    """Texts are searched wherever they stand."""
    with pytest.raises(RecordError, match=re.escape("plans[1].title holds the control character U+0007")):
        check_texts({"plans": [{"title": "a\n"}, {"title": "\a"}]}, lambda field: field)


def test_findings_of_records_have_codes_of_their_own() -> None:
    """Each finding of a record is a constant whose code stands in one module only."""
    folder = Path(terms.__file__).parent / "findings"
    codes = re.findall(
        r'Kind\(\s*"([a-z-]+)"', "".join(p.read_text(encoding="utf-8") for p in folder.glob("*.py"))
    )
    assert sorted(set(codes)) == sorted(codes)
