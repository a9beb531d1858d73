"""Bringing the records of a folder into the order of keys."""

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from saisei_lod.errors import InputError, RecordError
from saisei_lod.findings import Place
from saisei_lod.records.model import Page
from saisei_lod.records.streaming import SortedPlans, stream

_SHA = "0" * 64
_KEYS = ["r036-06209-00000001", "r055-01204-00000002", "r055-01204-00000002-2", "r059-01204-00000000"]
Streamed = Callable[..., SortedPlans]


def _yaml(source: str, *plans: str, sha256: str = _SHA) -> str:
    head = f'page: {{source: "{source}", sha256: "{sha256}"}}\nplans:\n'
    return head + "".join(f"  - id: {plan}\n    title: 計画 {plan}\n" for plan in plans)


def _jsonl(source: str, *plans: str) -> str:
    lines = [
        {"page": {"source": source, "sha256": _SHA}},
        *({"plan": {"id": p, "title": "計画"}} for p in plans),
    ]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


@pytest.fixture
def streamed(tmp_path: Path) -> Streamed:
    """Write files into data/plans and stream them."""

    def run(in_memory: int = 1_000_000, **files: str) -> SortedPlans:
        folder, scratch = tmp_path / "data" / "plans", tmp_path / "scratch"
        folder.mkdir(parents=True)
        scratch.mkdir()
        for name, content in files.items():
            (folder / name.replace("__", ".")).write_text(content, encoding="utf-8")
        return stream(folder, scratch=scratch, in_memory=in_memory)

    return run


@pytest.mark.parametrize("in_memory", [1, 200, 1_000_000])
def test_plans_of_all_files_come_in_key_order(in_memory: int, streamed: Streamed) -> None:
    """Each list holds what the sources say of one plan, in the order of file names."""
    plans = streamed(
        in_memory,
        b__yaml=_yaml("06209-1", _KEYS[3], _KEYS[1]),
        a__jsonl=_jsonl("01204-1", _KEYS[2], _KEYS[1], _KEYS[0]),
        c__yaml=_yaml("06209-1", _KEYS[1], sha256="1" * 64),
    )
    found = [[(sourced.plan.id, sourced.file, sourced.line) for sourced in group] for group in plans]
    assert found == [
        [(_KEYS[0], "plans/a.jsonl", 4)],
        [(_KEYS[1], "plans/a.jsonl", 3), (_KEYS[1], "plans/b.yaml", 5), (_KEYS[1], "plans/c.yaml", 3)],
        [(_KEYS[2], "plans/a.jsonl", 2)],
        [(_KEYS[3], "plans/b.yaml", 3)],
    ]
    assert plans.count == 6
    assert found == [[(sourced.plan.id, sourced.file, sourced.line) for sourced in group] for group in plans]


def test_some_keys_alone_can_be_asked_for(streamed: Streamed) -> None:
    """In their order; a key that no file holds gives nothing."""
    plans = streamed(a__yaml=_yaml("06209-1", *_KEYS), b__jsonl=_jsonl("01204-1", _KEYS[1]))
    found = [[sourced.plan.id for sourced in group] for group in plans.of({_KEYS[3], _KEYS[1], "other"})]
    assert found == [[_KEYS[1], _KEYS[1]], [_KEYS[3]]]
    assert list(plans.of(set())) == []


def test_a_page_knows_the_lines_of_its_fields(streamed: Streamed) -> None:
    """As its plans do; a field that is not there stands where its nearest part does."""
    head = f'page:\n  source: "06209-1"\n  sha256: "{_SHA}"\n  contact:\n    name: 課\nplans: []\n'
    (page,) = streamed(a__yaml=head).pages
    places = [
        page.at(field).line for field in ("page.sha256", "page.contact.name", "page.contact.fax", "page.url")
    ]
    assert places == [3, 5, 4, 1]


def test_each_plan_knows_its_page_and_the_lines_of_its_fields(streamed: Streamed) -> None:
    """Findings name file, line and field; a bulk plan stands on one line."""
    plans = streamed(a__yaml=_yaml("06209-1", _KEYS[0]), b__jsonl=_jsonl("01204-1", _KEYS[1]))
    (one,), (other,) = plans
    assert one.page == Page(source="06209-1", sha256=_SHA)
    assert one.at("title") == Place("plans/a.yaml", 4, path="title")
    assert one.at("period.end") == Place("plans/a.yaml", 3, path="period.end")
    assert other.at("title") == Place("plans/b.jsonl", 2, path="title")
    assert [page.at("page.title") for page in plans.pages] == [
        Place("plans/a.yaml", 1, path="page.title"),
        Place("plans/b.jsonl", 1, path="page.title"),
    ]


def test_plans_without_a_key_are_findings(streamed: Streamed) -> None:
    """A plan that has no key is not published, and is not lost silently."""
    plans = streamed(
        a__yaml=f'page: {{source: "06209-1", sha256: "{_SHA}"}}\nplans:\n  - title: 無名\n',
        b__jsonl=_jsonl("01204-1", _KEYS[1]) + '{"plan": {"title": "匿名"}}\n',
    )
    assert [
        (finding.code, finding.text, finding.place.file, finding.place.line) for finding in plans.findings
    ] == [("plan-unminted", "無名", "plans/a.yaml", 3), ("plan-unminted", "匿名", "plans/b.jsonl", 3)]
    assert [group[0].plan.id for group in plans] == [_KEYS[1]]


def test_files_that_are_no_records_are_findings(streamed: Streamed) -> None:
    """A record with a wrong suffix is not passed over silently."""
    plans = streamed(a__yml=_yaml("06209-1", _KEYS[0]))
    assert [finding.code for finding in plans.findings] == ["record-file-ignored"]


def test_a_page_without_plans_is_known(streamed: Streamed) -> None:
    """A source that lists nothing is still a source."""
    plans = streamed(a__jsonl=_jsonl("01204-1"))
    assert ([page.page.source for page in plans.pages], list(plans)) == (["01204-1"], [])


@pytest.mark.parametrize("in_memory", [1, 1_000_000])
def test_one_key_twice_in_a_bulk_file_is_an_error_with_both_lines(in_memory: int, streamed: Streamed) -> None:
    """Two lines of one key are found when they meet."""
    plans = streamed(in_memory, a__jsonl=_jsonl("01204-1", _KEYS[1], _KEYS[0], _KEYS[1]))
    with pytest.raises(RecordError, match="stands twice") as caught:
        list(plans)
    assert caught.value.where == "plans/a.jsonl:2, plans/a.jsonl:4"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"plan": {"id": "r055"}}', "is no plan key"),
        ('{"plan": {"id": "a\\tb\\n"}}', "control character"),
        ('{"plan": {"id": 5}}', "plan.id cannot be 5"),
        ('{"plan": {"titel": 5}}', "no field titel"),
        ('{"plan": {"certification": {"date": "2020-02-30"}}}', "There is no day"),
        ("{", "This is not JSON"),
        (f'{{"plan": {{"id": "{_KEYS[1]}", "titel": 5}}}}', "no field titel"),
        (f'{{"plan": {{"id": "{_KEYS[1]}", "period": {{"end": "2020-02-30"}}}}}}', "There is no day"),
        (f'{{"plan": {{"id": "{_KEYS[1]}", "title": "\\u0007"}}}}', "control character"),
        (f'{{"plan": {{"id": "{_KEYS[1]}"}}, "page": {{}}}}', "This line must hold plan"),
    ],
)
def test_what_is_wrong_in_a_bulk_line_is_an_error_with_its_line(
    line: str, words: str, streamed: Streamed, tmp_path: Path
) -> None:
    """A wrong plan ends the stream with file and line, with or without a key."""
    with pytest.raises(RecordError) as caught:
        list(streamed(a__jsonl=_jsonl("01204-1", _KEYS[0]) + line + "\n"))
    assert words in caught.value.text("en")
    assert caught.value.where == f"{tmp_path}/data/plans/a.jsonl:3"


def test_the_days_of_a_bulk_page_are_checked(streamed: Streamed, tmp_path: Path) -> None:
    """The page line is checked as a page in YAML is."""
    page = json.dumps({"page": {"source": "01204-1", "sha256": _SHA, "retrieved": "2026-02-29"}})
    with pytest.raises(RecordError, match="2026-02-29") as caught:
        streamed(a__jsonl=page)
    assert caught.value.where == f"{tmp_path}/data/plans/a.jsonl:1"


def test_a_page_that_cannot_be_named_is_an_error(streamed: Streamed) -> None:
    """Without source and sha256 nothing leads back to the source."""
    with pytest.raises(RecordError, match="The page has no source and no sha256"):
        streamed(a__yaml="page: {title: x}\nplans: []\n")


def test_one_snapshot_in_two_files_is_an_error(streamed: Streamed, tmp_path: Path) -> None:
    """What one snapshot says stands in one file; both places are named."""
    with pytest.raises(RecordError, match="two files") as caught:
        streamed(a__yaml=_yaml("01204-1", _KEYS[0]), b__jsonl=_jsonl("01204-1", _KEYS[1]))
    folder = tmp_path / "data" / "plans"
    assert caught.value.where == f"{folder}/a.yaml:1, {folder}/b.jsonl:1"


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """A folder of records must be there."""
    with pytest.raises(InputError, match="cannot be opened"):
        stream(tmp_path / "none", scratch=tmp_path)


def test_files_are_named_from_the_root_given(streamed: Streamed, tmp_path: Path) -> None:
    """The caller decides from where paths are told."""
    streamed(a__yaml=_yaml("06209-1", _KEYS[0]))
    ((plan,),) = stream(tmp_path / "data" / "plans", scratch=tmp_path, root=tmp_path)
    assert plan.file == "data/plans/a.yaml"


def test_memory_stays_within_its_bounds(streamed: Streamed) -> None:
    """Six thousand plans of 600 bytes are sorted and read in a fraction of their size."""
    numbers = [number * 1_013 % 6_000 for number in range(6_000)]
    page = json.dumps({"page": {"source": "01204-1", "sha256": _SHA}}) + "\n"
    lines = [f'{{"plan": {{"id": "r001-01204-{n:08x}", "title": "{"計" * 200}"}}}}\n' for n in numbers]
    content = page + "".join(lines)
    size = len(content.encode())
    del lines
    tracemalloc.start()
    plans = streamed(200_000, a__jsonl=content)
    tracemalloc.reset_peak()
    found = [group[0].plan.id for group in plans]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == [f"r001-01204-{n:08x}" for n in range(6_000)]
    assert peak < size / 2
