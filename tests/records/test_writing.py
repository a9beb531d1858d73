"""Writing records as YAML."""

import resource
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from saisei_lod.errors import EnvironmentFault, RecordError
from saisei_lod.records.loading import load_file, load_text
from saisei_lod.records.model import (
    Amendment,
    Certification,
    Contact,
    Coverage,
    Maker,
    OwnWords,
    Page,
    PageRecord,
    PlanRecord,
)
from saisei_lod.records.writing import to_yaml, write_new

#: What a record can hold: no surrogates, no control characters but the line feed.
_TEXTS = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"], include_characters="\n", exclude_characters="\ufffe\uffff"
    ),
    max_size=12,
)
_DAYS = st.dates().map(str)
_KEYS = st.from_regex(r"\Ar[0-9]{3}-[0-9]{5}-[0-9a-f]{8}\Z")
_BY_NAME: dict[str, st.SearchStrategy[object]] = {
    **dict.fromkeys(("date", "start", "end", "last_updated", "retrieved"), _DAYS),
    **dict.fromkeys(("code", "codes"), st.from_regex(r"\A[0-9]{5}\Z")),
    **dict.fromkeys(("id", "combined_into", "former_ids"), _KEYS),
    "schemes": st.from_regex(r"\A[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}\Z"),
    "source": st.from_regex(r"\A[0-9]{5}-[A-Za-z0-9][A-Za-z0-9-]{0,7}\Z"),
    "sha256": st.from_regex(r"\A[0-9a-f]{64}\Z"),
    "yen": st.integers(0, 10**15),
    "rule": st.from_regex(r"\A[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}\Z"),
    "at": st.from_regex(r"\A([0-9]{1,4}-[0-9]{1,4}( [0-9]{1,4}-[0-9]{1,4}){0,2})?\Z"),
}


def _structs(kind: inspect.StructType) -> st.SearchStrategy[object]:
    return st.builds(kind.cls, **{field.name: _values(field.type, field.name) for field in kind.fields})


def _lists(kind: inspect.ListType, name: str) -> st.SearchStrategy[object]:
    lists = st.lists(_values(kind.item_type, name), max_size=2)
    return lists.map(_with_keys_apart) if name == "plans" else lists


def _with_keys_apart(plans: list[object]) -> list[object]:
    keyed = {plan.id: plan for plan in plans if isinstance(plan, PlanRecord) and plan.id}
    return [*keyed.values(), *(plan for plan in plans if isinstance(plan, PlanRecord) and not plan.id)]


_BY_TYPE: dict[type[inspect.Type], Callable[..., st.SearchStrategy[object]]] = {
    inspect.Metadata: lambda kind, name: _values(kind.type, name),
    inspect.UnionType: lambda kind, name: st.one_of(*(_values(part, name) for part in kind.types)),
    inspect.NoneType: lambda _, __: st.none(),
    inspect.StructType: lambda kind, _: _structs(kind),
    inspect.ListType: _lists,
    inspect.TupleType: lambda _, __: st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)),
    inspect.DictType: lambda kind, _: st.dictionaries(_TEXTS, _values(kind.value_type), max_size=2),
    inspect.LiteralType: lambda kind, _: st.sampled_from(kind.values),
    inspect.StrType: lambda _, name: _BY_NAME.get(name, _TEXTS),
    inspect.IntType: lambda _, name: _BY_NAME.get(name, st.integers(1, 999)),
    inspect.BoolType: lambda _, __: st.booleans(),
}


def _values(kind: inspect.Type, name: str = "") -> st.SearchStrategy[object]:
    """Return a strategy for any value of a type of the model, from what msgspec knows of it."""
    return _BY_TYPE[type(kind)](kind, name)


_RECORDS = st.builds(
    PageRecord,
    page=_values(inspect.type_info(Page)),
    plans=_values(inspect.type_info(list[PlanRecord]), "plans"),
)


@settings(max_examples=30, deadline=None)
@given(_RECORDS)
def test_what_is_written_loads_as_the_same_record(record: PageRecord) -> None:
    """Any record comes back equal from its YAML."""
    assume(all(plan.id is None or plan.combined_into != plan.id for plan in record.plans))
    assert load_text(to_yaml(record), "a.yaml").record == record


@settings(max_examples=30, deadline=None)
@given(_RECORDS)
def test_other_readers_of_yaml_see_the_same_values(record: PageRecord) -> None:
    """PyYAML's own reader takes no text of ours for a date, a number or a boolean."""
    assert msgspec.convert(yaml.safe_load(to_yaml(record)), PageRecord) == record


@example(" a\nb")
@example("a\n b")
@example("a \nb")
@example("\na")
@example("a\n")
@example("a\n\nb")
@example("null")
@example("<<")
@example("- a")
@example("a: b")
@example("a #b")
@example("A?")
@example("01204")
@example("2020-03-30")
@example("\u3000a")
@example("a\xa0b")
@settings(deadline=None)
@given(_TEXTS)
def test_any_text_stands_as_title(title: str) -> None:
    """Quotes, colons, dashes and other marks of YAML in a title do no harm."""
    record = PageRecord(plans=[PlanRecord(title=title, printed={title: title})])
    assume(all(plan.id is None or plan.combined_into != plan.id for plan in record.plans))
    assert load_text(to_yaml(record), "a.yaml").record == record


def test_a_record_is_written_as_people_read_it() -> None:
    """Fields in the order of the model, Japanese as it is, codes and dates quoted, empty fields left out."""
    record = PageRecord(
        page=Page(title="地域再生計画", source="01204-054421", contact=Contact(phone="0166-25-5358")),
        plans=[
            PlanRecord(
                id="r055-01204-3476059d",
                title="「山の港町」: 計画 #1",
                certification=Certification(
                    date="2020-03-30", date_basis="stated", round=55, round_basis="stated"
                ),
                amendments=[Amendment(date="2020-08-21", kind="amendment")],
                makers=[Maker(code="01204", name="旭川市"), Maker(code="01000", name="北海道", lead=True)],
                coverage=Coverage(kind="part", codes=["01204"], text="一部"),
                schemes=["suishin", "kigyou"],
                lines=(47, 51),
                printed={"amendments": "平成28年8月30日変更\n平成29年2月24日変更", "certification": "no"},
                own=OwnWords(title_en="Plan: yes"),
            ),
            PlanRecord(),
        ],
    )
    assert (
        "\n".join(line for line in to_yaml(record).split("\n") if not line.startswith("#"))
        == """\
page:
  title: 地域再生計画
  source: "01204-054421"
  contact:
    phone: "0166-25-5358"
plans:
  - id: r055-01204-3476059d
    title: "「山の港町」: 計画 #1"
    certification: {date: "2020-03-30", date_basis: stated, round: 55, round_basis: stated}
    amendments:
      - {date: "2020-08-21", kind: amendment}
    makers:
      - {code: "01204", name: 旭川市, basis: stated}
      - {code: "01000", name: 北海道, basis: stated, lead: true}
    coverage:
      kind: part
      codes: ["01204"]
      text: 一部
    schemes: [suishin, kigyou]
    lines: [47, 51]
    printed:
      amendments: |-
        平成28年8月30日変更
        平成29年2月24日変更
      certification: "no"
    own:
      title_en: "Plan: yes"
  - {}
"""
    )


def test_the_header_speaks_both_languages() -> None:
    """A person who opens the file learns what it is, in Japanese and English."""
    header = [line for line in to_yaml(PageRecord()).split("\n") if line.startswith("# ")]
    assert "人が直してよく" in header[0]
    assert "People may correct it" in header[2]


def test_a_new_record_is_written_to_the_file_of_its_source(tmp_path: Path) -> None:
    """The file is named by the source and holds the record; nothing else is left in the folder."""
    record = PageRecord(page=Page(source="01204-054421"), plans=[PlanRecord(title="計画")])
    path = write_new(tmp_path, record)
    assert path == tmp_path / "01204-054421.yaml"
    assert load_file(path).record == record
    assert list(tmp_path.iterdir()) == [path]


def test_a_record_that_exists_is_never_overwritten(tmp_path: Path) -> None:
    """A second reading leaves the kept record as a person corrected it."""
    path = tmp_path / "01204-054421.yaml"
    path.write_text("kept", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match="exists already"):
        write_new(tmp_path, PageRecord(page=Page(source="01204-054421")))
    assert path.read_text(encoding="utf-8") == "kept"
    assert list(tmp_path.iterdir()) == [path]


def test_a_further_snapshot_gets_a_file_of_its_own(tmp_path: Path) -> None:
    """Named by the day on which it was retrieved; without a day, or with that name taken, by its hash."""

    def written(retrieved: str | None, digit: str) -> str:
        page = Page(source="01204-054421", retrieved=retrieved, sha256=digit * 64)
        return write_new(tmp_path, PageRecord(page=page), is_further=True).name

    assert [written("2024-05-01", "a"), written("2024-05-01", "b"), written(None, "c")] == [
        "01204-054421-2024-05-01.yaml",
        "01204-054421-bbbbbbbb.yaml",
        "01204-054421-cccccccc.yaml",
    ]
    with pytest.raises(EnvironmentFault, match="exists already"):
        written(None, "c")


@pytest.mark.parametrize("place", ["none", "file"])
def test_a_folder_that_cannot_be_written_is_told(place: str, tmp_path: Path) -> None:
    """A missing folder, or a file in its place, is an EnvironmentFault."""
    (tmp_path / "file").touch()
    with pytest.raises(EnvironmentFault, match="cannot be written"):
        write_new(tmp_path / place, PageRecord(page=Page(source="01204-054421")))


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    """A record that cannot be written whole is not there at all."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(EnvironmentFault, match="cannot be written"):
            write_new(tmp_path, PageRecord(page=Page(source="01204-054421")))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("source", [None, "../x", "01204-../x"])
def test_a_record_without_a_proper_source_is_not_written(source: str | None, tmp_path: Path) -> None:
    """The source names the file: one that is missing or no name is refused before anything is written."""
    with pytest.raises(RecordError):
        write_new(tmp_path / "plans", PageRecord(page=Page(source=source)))
    assert list(tmp_path.iterdir()) == []
