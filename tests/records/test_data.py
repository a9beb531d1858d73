"""The reviewed records of this repository, and the facts of the two pages that they must tell."""

import hashlib
import re
from collections import Counter
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
import yaml

from saisei_lod.interpreting import read_record
from saisei_lod.iris import plan_key
from saisei_lod.records.comparing import compare
from saisei_lod.records.loading import load_file
from saisei_lod.records.model import Evidence, PageRecord, PlanRecord
from saisei_lod.records.publication import load_publication
from saisei_lod.records.writing import to_yaml

_ROOT = Path(__file__).parents[2]
_PLANS = _ROOT / "data" / "plans"
_FILES = {"01204-054421": "asahikawa.txt", "06209-680": "nagai.txt"}
_RECORDS = {name: load_file(_PLANS / f"{name}.yaml").record for name in _FILES}
_ASAHIKAWA, _NAGAI = (record.plans for record in _RECORDS.values())
_ALL = [*_ASAHIKAWA, *_NAGAI]
_PAGES = _ROOT.parent / "shared" / "pages"


def _page(name: str) -> str:
    path = _PAGES / _FILES[name]
    if not path.is_file():
        pytest.skip("the two pages are not kept in the repository")
    return path.read_text(encoding="utf-8")


def test_each_page_has_its_plans() -> None:
    """Asahikawa lists seven plans, Nagai six."""
    assert [len(plans) for plans in (_ASAHIKAWA, _NAGAI)] == [7, 6]


def test_keys_are_those_of_the_facts() -> None:
    """Each key is the one that its round, makers and title mint, and each stands once."""
    minted = [
        plan_key(
            plan.title or "", [maker.code or "" for maker in plan.makers], plan.certification.round, None
        )
        for plan in _ALL
    ]
    assert [plan.id for plan in _ALL] == minted
    assert len(set(minted)) == 13


def test_certifications_fall_into_their_rounds() -> None:
    """New plans a round: 36:1, 40:1, 51:4, 55:4, 56:1, 59:2, each on the round's day."""
    assert Counter(plan.certification.round for plan in _ALL) == {36: 1, 40: 1, 51: 4, 55: 4, 56: 1, 59: 2}
    assert {(plan.certification.round, plan.certification.date) for plan in _ALL} == {
        (36, "2016-03-15"),
        (40, "2016-12-13"),
        (51, "2019-03-29"),
        (55, "2020-03-30"),
        (56, "2020-07-03"),
        (59, "2021-03-30"),
    }


def test_changes_fall_into_inferred_rounds() -> None:
    """Nine changes; the pages print no round for them, so it is inferred from the day."""
    changes = [change for plan in _ALL for change in plan.amendments]
    assert Counter(change.round for change in changes) == {39: 1, 41: 1, 43: 2, 51: 1, 55: 3, 57: 1}
    assert {change.round_basis for change in changes} == {"inferred"}
    assert [len(plan.amendments) for plan in _ALL] == [0, 0, 0, 1, 0, 0, 0, 5, 1, 1, 0, 0, 1]


def test_only_asahikawa_says_what_kind_of_change_it_was() -> None:
    """変更認定 is an amendment; 変更 alone may be a minor change."""
    kinds = [{change.kind for plan in plans for change in plan.amendments} for plans in (_ASAHIKAWA, _NAGAI)]
    assert kinds == [{"amendment"}, {"unspecified"}]


def test_makers_are_stated_or_implied() -> None:
    """Asahikawa names all makers; Nagai names four for one plan and leaves the others to be implied."""
    makers = [[maker.code for maker in plan.makers] for plan in _ALL]
    towns = ["01452", "01453", "01455", "01456", "01457", "01458"]
    assert makers == [
        ["01204"],
        ["01204", *towns],
        ["01204"],
        ["01204"],
        ["01000", "01204"],
        ["01204"],
        ["01204"],
        ["06209"],
        ["06209", "06213", "06402", "06403"],
        *[["06209"]] * 4,
    ]
    bases = [{maker.basis for maker in plan.makers} for plan in _ALL]
    assert bases == [{"stated"}] * 7 + [{"implied"}, {"stated"}] + [{"implied"}] * 4


def test_only_the_area_of_one_plan_is_told() -> None:
    """The area phrase in a maker cell is the whole of seven local governments; other areas are unknown."""
    told = [plan for plan in _ALL if plan.coverage.kind != "unknown"]
    assert told == [_ASAHIKAWA[1]]
    assert told[0].coverage.codes == [maker.code for maker in told[0].makers]


def test_schemes_are_those_of_asahikawa() -> None:
    """Eight links to schemes; Nagai names none."""
    assert [plan.schemes for plan in _ASAHIKAWA] == [
        ["suishin"],
        ["suishin"],
        ["kigyou"],
        ["suishin", "kigyou"],
        ["suishin"],
        ["suishin"],
        ["suishin"],
    ]
    assert {tuple(plan.schemes) for plan in _NAGAI} == {()}


def test_periods_are_those_of_nagai() -> None:
    """Six periods from the day of certification to an inclusive end; Asahikawa gives none."""
    assert {plan.period for plan in _ASAHIKAWA} == {None}
    periods = [(plan.period.start, plan.period.end, plan.period.precision) for plan in _NAGAI if plan.period]
    assert periods == [
        ("2016-03-15", "2021-03-31", "day"),
        ("2019-03-29", "2022-03-31", "day"),
        ("2019-03-29", "2022-03-31", "day"),
        ("2020-03-30", "2023-03-31", "day"),
        ("2019-03-29", "2024-03-31", "day"),
        ("2016-12-13", "2019-03-31", "day"),
    ]


def test_documents_are_kept_by_their_printed_size() -> None:
    """Asahikawa prints the size of each PDF; its links are lost, Nagai's files unknown."""
    sizes = [document.size_text for plan in _ALL for document in plan.documents]
    assert sizes == [f"{number}キロバイト" for number in (351, 389, 292, 310, 421, 349, 168)]
    assert {document.url for plan in _ALL for document in plan.documents} == {None}


def test_status_is_what_a_heading_says() -> None:
    """Asahikawa lists its plans as current, Nagai one as ended; of the others no page says anything."""
    assert [plan.status for plan in _ALL] == ["current"] * 7 + [None] * 5 + ["ended"]


def test_the_source_s_prose_is_not_copied() -> None:
    """Summaries are the editors' own, in both languages; the source's stay at the source."""
    assert {plan.summary for plan in _ALL} == {None}
    assert all(
        plan.own and plan.own.title_en and plan.own.summary_ja and plan.own.summary_en for plan in _ALL
    )


def test_files_are_as_the_writer_writes_them() -> None:
    """A reviewed file has the form that a new one would have."""
    written = {name: to_yaml(record) for name, record in _RECORDS.items()}
    assert {name: (_PLANS / f"{name}.yaml").read_text(encoding="utf-8") for name in _FILES} == written


def test_files_validate_against_the_json_schema() -> None:
    """What any YAML reader makes of the files is what the published JSON Schema asks for."""
    validator = jsonschema.Draft202012Validator(msgspec.json.schema(PageRecord))
    for path in sorted(_PLANS.glob("*.yaml")):
        value = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert [error.message for error in validator.iter_errors(value)] == []


def test_the_json_schema_refuses_what_the_loader_refuses() -> None:
    """A wrong field, a wrong date and a number for a title do not validate."""
    validator = jsonschema.Draft202012Validator(msgspec.json.schema(PageRecord))
    for plan in (
        {"titel": "x"},
        {"title": 1},
        {"certification": {"date": "2020-3-30"}},
        {"status": "curent"},
    ):
        assert not validator.is_valid({"plans": [plan]})


def test_the_publication_is_honest() -> None:
    """Contributors publish, under the project's own address and CC BY 4.0."""
    publication = load_publication(_ROOT / "data" / "publication.toml")
    assert publication.publisher.en == "saisei-lod contributors"
    assert publication.base == "https://w3id.org/saisei/id/"
    assert publication.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert (publication.issued, publication.version) == ("2026-11-21", "0.1.0")


@pytest.mark.parametrize("name", sorted(_FILES))
def test_hashes_are_those_of_the_pages_read(name: str) -> None:
    """The snapshot that a record names is the very file."""
    _page(name)
    digest = hashlib.sha256((_PAGES / _FILES[name]).read_bytes()).hexdigest()
    assert _RECORDS[name].page.sha256 == digest


@pytest.mark.parametrize("name", sorted(_FILES))
def test_titles_and_words_stand_on_the_lines_named(name: str) -> None:
    """Each title, and each wording but for broken lines, is printed on the lines of its plan."""
    lines = _page(name).split("\n")
    for plan in _RECORDS[name].plans:
        block = "\n".join(_lines_of(plan, lines))
        assert plan.title is not None
        assert plan.title in block
        unbroken = re.sub(r"\s", "", block)
        words = [word for printed in plan.printed.values() for word in printed.split("\n")]
        assert [word for word in words if re.sub(r"\s", "", word) not in unbroken] == []


@pytest.mark.parametrize("name", sorted(_FILES))
def test_our_words_are_not_the_page_s(name: str) -> None:
    """No run of 15 characters of a summary of ours stands on the page."""
    page = re.sub(r"\s", "", _page(name))
    for plan in _RECORDS[name].plans:
        ours = (plan.own.summary_ja or "") if plan.own else ""
        assert [ours[at : at + 15] for at in range(len(ours) - 14) if ours[at : at + 15] in page] == []


@pytest.mark.parametrize("name", sorted(_FILES))
def test_reading_the_page_again_shows_no_difference(name: str) -> None:
    """What the program reads is what people reviewed, but for prose, addresses and the editors' words."""
    _page(name)
    kept = _RECORDS[name]
    source = (_PAGES / _FILES[name]).read_bytes()
    reading = read_record(source, name=_FILES[name], publisher=None, url=kept.page.url, retrieved=None)
    assert compare(kept, reading.record) == []
    assert kept.plans == [
        msgspec.structs.replace(read, summary=None, own=plan.own, evidence=_without_prose(read.evidence))
        for plan, read in zip(kept.plans, reading.record.plans, strict=True)
    ]


def _without_prose(evidence: dict[str, Evidence]) -> dict[str, Evidence]:
    return {path: words for path, words in evidence.items() if path != "summary"}


def _lines_of(plan: PlanRecord, lines: list[str]) -> list[str]:
    assert plan.lines is not None
    first, last = plan.lines
    return lines[first - 1 : last]
