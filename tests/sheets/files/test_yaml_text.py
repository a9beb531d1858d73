"""Changing single values in the text of a YAML record."""

import re

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from saisei_lod.records.loading import load_text
from saisei_lod.records.model import (
    Amendment,
    Certification,
    Coverage,
    Evidence,
    Maker,
    OwnWords,
    PageRecord,
    Period,
    PlanRecord,
)
from saisei_lod.records.writing import to_yaml
from saisei_lod.sheets.files.patches import REMOVED, Change, Fields, Items, Put, at_path, joined, patched
from saisei_lod.sheets.files.yaml_text import patched_yaml

TEXT = """\
plans:
  # 一つ目
  - id: r059-01204-3d43079c  # 鍵
    title: 計画
    certification: {date: "2021-03-30", round: 59}  # 確認済み
    makers:
      # 代表
      - {code: "01204", name: 旭川市}
      - code: "01000"  # 道
        name: 北海道
    schemes: [suishin, kigyou]  # 二つ
    summary: |-
      甲
      乙

  # 二つ目
  - title: 別の計画
    period:
"""


def first(**changes: Change) -> Fields:
    """Return the change of the first plan."""
    return Fields({"plans": Items({0: Fields(changes)})})


def lines_changed(change: Change, text: str = TEXT) -> list[str]:
    """Return the lines that a change takes out and puts in."""
    before, after = text.splitlines(), patched_yaml(text, change).splitlines()
    taken = [f"-{line.strip()}" for line in before if line not in after]
    return taken + [f"+{line.strip()}" for line in after if line not in before]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (first(title=Put("a: b")), ["-title: 計画", '+title: "a: b"']),
        (
            first(certification=Fields({"date": Put("2021-03")})),
            [
                '-certification: {date: "2021-03-30", round: 59}  # 確認済み',
                '+certification: {date: "2021-03", round: 59}  # 確認済み',
            ],
        ),
        (
            first(certification=Fields({"date": REMOVED, "round_basis": Put("stated")})),
            [
                '-certification: {date: "2021-03-30", round: 59}  # 確認済み',
                "+certification: {round: 59, round_basis: stated}  # 確認済み",
            ],
        ),
        (
            first(certification=Fields({"round": REMOVED, "date_basis": Put("stated")})),
            [
                '-certification: {date: "2021-03-30", round: 59}  # 確認済み',
                '+certification: {date: "2021-03-30", date_basis: stated}  # 確認済み',
            ],
        ),
        (
            first(certification=Fields({"date": REMOVED, "round": REMOVED})),
            ['-certification: {date: "2021-03-30", round: 59}  # 確認済み'],
        ),
        (first(schemes=Items({0: Put("kyoten")}, frozenset({1}), ["a", "b"])),
         ["-schemes: [suishin, kigyou]  # 二つ", "+schemes: [kyoten, a, b]  # 二つ"]),
        (first(schemes=Items({}, frozenset({0}))),
         ["-schemes: [suishin, kigyou]  # 二つ", "+schemes: [kigyou]  # 二つ"]),
        (first(makers=Items({1: Fields({"code": REMOVED, "lead": Put(value=True)})})),
         ['-- code: "01000"  # 道', "-name: 北海道", "+- name: 北海道", "+lead: true"]),
        (first(makers=Items({1: Fields({"code": REMOVED, "name": REMOVED, "basis": Put("implied")})})),
         ['-- code: "01000"  # 道', "-name: 北海道", "+- basis: implied  # 道"]),
        (first(makers=Items({}, frozenset({0, 1}), [{"code": "06209"}])),
         ['-- {code: "01204", name: 旭川市}', '-- code: "01000"  # 道', "-name: 北海道", '+- {code: "06209"}']),
        (first(summary=Put("丙\n丁")), ["-甲", "-乙", "+丙", "+丁"]),
        (first(summary=Put("丙")), ["-summary: |-", "-甲", "-乙", "+summary: 丙"]),
        (first(summary=REMOVED), ["-summary: |-", "-甲", "-乙"]),
        (first(own=Fields({"summary_ja": Put("甲\n乙")})), ["+own:", "+summary_ja: |-", "+甲", "+乙"]),
        (first(period=Put({"start": "2020"}), status=Put("ended")), ["+status: ended", '+period: {start: "2020"}']),
        (Fields({"plans": Items({1: Fields({"period": Fields({"end": Put("2021")})})})}),
         ["-period:", '+period: {end: "2021"}']),
        (Fields({"plans": Items({1: Fields({"id": Put("r1")})})}), ["-- title: 別の計画", "+- id: r1", "+title: 別の計画"]),
        (Fields({"page": Fields({"url": Put("https://example.org/")})}),
         ["+page:", '+url: "https://example.org/"']),
        (first(certification=Put({"date": "2020", "printed": "甲\n乙"})),
         ['-certification: {date: "2021-03-30", round: 59}  # 確認済み',
          "+certification:", '+date: "2020"', "+printed: |-", "+甲", "+乙"]),
        (first(title=Put("計画")), []),
    ],
)  # fmt: skip
def test_only_what_changes_is_written(change: Change, expected: list[str]) -> None:
    """Comments, order and all other lines stay, whatever is changed, taken out or put in."""
    assert expected == lines_changed(change)
    meant = patched(yaml.safe_load(TEXT), change)
    assert sparse(meant) == sparse(yaml.safe_load(patched_yaml(TEXT, change)))


def sparse(value: object) -> object:
    """Return a value without empty parts, which a file leaves out."""
    if isinstance(value, dict):
        return {name: sparse(part) for name, part in value.items() if sparse(part) not in (None, {}, [])}
    return [sparse(part) for part in value] if isinstance(value, list) else value


def test_the_line_breaks_of_the_file_are_kept() -> None:
    """A file from Windows gets new lines of its kind."""
    text = TEXT.replace("\n", "\r\n")
    after = patched_yaml(text, first(period=Put({"start": "2020"}), own=Put({"summary_ja": "甲\n乙"})))
    assert after.count("\n") == after.count("\r\n") == TEXT.count("\n") + 5


def test_what_has_no_order_stands_last() -> None:
    """The paths of evidence are names of their own."""
    text = "plans:\n  - evidence:\n      title: {rule: a}\n      status: {rule: b}\n    former_ids: []\n"
    after = patched_yaml(text, first(evidence=Fields({"period.end": Put({"rule": "c"})})))
    assert after == text.replace(
        "      status: {rule: b}\n", "      status: {rule: b}\n      period.end: {rule: c}\n"
    )


def test_a_comment_below_the_first_field_stays_when_that_goes() -> None:
    """It speaks of the next one."""
    text = "plans:\n  - title: 計画  # 仮\n    # 認定の日\n    certification: {round: 55}\n"
    assert (
        patched_yaml(text, first(title=REMOVED)) == "plans:\n  - # 認定の日\n    certification: {round: 55}\n"
    )


def test_a_last_line_without_a_line_break_is_fine() -> None:
    """Entries at the very end are put in and taken out."""
    text = "plans:\n  - title: 計画\n    status: ended"
    change = Fields({"plans": Items({0: Fields({"status": REMOVED})})})
    assert patched_yaml(text, change) == "plans:\n  - title: 計画"
    change = Fields({"plans": Items({0: Fields({"heading": Put("見出し")})})})
    assert patched_yaml(text, change) == f"{text}\n    heading: 見出し"


def test_a_plan_within_braces_takes_new_parts_there() -> None:
    """Nothing of a block can stand within braces."""
    text = "plans: [{title: 計画, makers: [{code: '06209'}]}]\n"
    change = Fields(
        {
            "plans": Items(
                {
                    0: Fields(
                        {"makers": Items({}, added=[{"code": "01204"}]), "own": Put({"title_en": "a\nb"})}
                    )
                }
            )
        }
    )
    assert (
        patched_yaml(text, change)
        == 'plans: [{title: 計画, makers: [{code: \'06209\'}, {code: "01204"}], own: {title_en: "a\\nb"}}]\n'
    )


_WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\u2028\u2029\x85\ufeff"),
    max_size=8,
)
_DAYS = st.dates().map(str)
_MAKERS = st.builds(Maker, code=st.none() | st.just("06209"), name=st.none() | _WORDS)
_CHANGES = st.builds(Amendment, date=st.none() | _DAYS, round=st.none() | st.integers(1, 999))
_PLANS = st.builds(
    PlanRecord,
    title=_WORDS,
    certification=st.builds(Certification, date=st.none() | _DAYS, round=st.none() | st.integers(1, 999)),
    amendments=st.lists(_CHANGES, max_size=3),
    period=st.none() | st.builds(Period, start=_DAYS, end=st.none() | _DAYS),
    makers=st.lists(_MAKERS, max_size=3),
    coverage=st.builds(Coverage, codes=st.lists(st.just("01204"), max_size=3), text=st.none() | _WORDS),
    schemes=st.lists(st.sampled_from(["suishin", "kigyou"]), max_size=3),
    summary=st.none() | st.lists(_WORDS, min_size=1, max_size=3).map("\n".join),
    own=st.none() | st.builds(OwnWords, title_en=_WORDS, summary_ja=st.none() | _WORDS),
    evidence=st.dictionaries(
        st.sampled_from(["title", "documents[0].url"]),
        st.builds(Evidence, rule=st.just("a"), value=st.none() | _WORDS),
        max_size=2,
    ),
)


@st.composite
def _changes(draw: st.DrawFn, plan: PlanRecord) -> Change:
    """Return any change that a workbook can ask for of a plan."""
    fields = draw(
        st.lists(
            st.one_of(
                st.builds(
                    at_path,
                    st.sampled_from(["title", "own.title_en", "coverage.text", "summary"]),
                    _put(_WORDS),
                ),
                st.builds(at_path, st.sampled_from(["certification.date", "period.end"]), _put(_DAYS)),
                st.builds(
                    lambda said: Fields({"evidence": Fields({"documents[0].url": said})}),
                    _put(st.just({"rule": "corrected-by-hand"})),
                ),
            ),
            max_size=4,
        )
    )
    lists = [
        at_path("schemes", _items(draw, len(plan.schemes), st.just("kyoten"), None)),
        at_path("coverage.codes", _items(draw, len(plan.coverage.codes), st.just("06209"), None)),
        at_path("makers", _items(draw, len(plan.makers), st.just({"code": "06213"}), "name")),
        at_path("amendments", _items(draw, len(plan.amendments), st.just({"date": "2020"}), "date")),
    ]
    return joined([*fields, *draw(st.permutations(lists))])


def _put(values: st.SearchStrategy[object]) -> st.SearchStrategy[Change]:
    return st.just(REMOVED) | values.map(Put)


def _items(draw: st.DrawFn, count: int, added: st.SearchStrategy[object], field: str | None) -> Items:
    removed = draw(st.frozensets(st.integers(0, count - 1))) if count else frozenset()
    touched = draw(st.sets(st.integers(0, count - 1))) if count else set()
    change = Fields({field: Put("2021")}) if field else Put(draw(added))
    return Items(dict.fromkeys(sorted(touched - removed), change), removed, draw(st.lists(added, max_size=2)))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_change_gives_the_record_that_was_meant(data: st.DataObject) -> None:
    """Text and record agree, for any record and any change; comments all stay but those of lines that go."""
    plan = data.draw(_PLANS)
    other = PlanRecord(title="別の計画")
    text = commented(to_yaml(PageRecord(plans=[plan, other])))
    change = data.draw(_changes(plan))
    after = patched_yaml(text, Fields({"plans": Items({0: change})}))
    meant = patched(sparse(msgspec.to_builtins(plan)), change)
    read = load_text(after, "a.yaml").record
    assert sparse(msgspec.to_builtins(msgspec.convert(sparse(meant), PlanRecord))) == sparse(
        msgspec.to_builtins(read.plans[0])
    )
    assert read.plans[1] == other
    kept = own_line_comments(after)
    gone = set(own_line_comments(text)) - set(kept)
    assert [comment for comment in own_line_comments(text) if comment not in gone] == kept
    assert not gone or goes_whole(plan, change)


def goes_whole(plan: PlanRecord, change: Change) -> bool:
    """Tell whether a list or mapping goes as a whole, with the comments within."""
    before, after = (
        sparse(msgspec.to_builtins(plan)),
        sparse(patched(sparse(msgspec.to_builtins(plan)), change)),
    )
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    inside = [(part, after.get("coverage", {})) for part in [before.get("coverage", {})]]
    pairs = [(before, after), *inside]
    return any(
        isinstance(one[name], dict | list) and name not in other for one, other in pairs for name in one
    )


def commented(text: str) -> str:
    """Return a record with a comment above each of its lines that is none of a literal's."""
    lines = []
    literal = None
    for number, line in enumerate(text.split("\n")):
        indent = len(line) - len(line.lstrip(" "))
        if literal is not None and (not line or indent > literal):
            lines.append(line)
            continue
        literal = indent if line.endswith("|-") else None
        lines += [f"{' ' * indent}# 注{number}"] * bool(line.strip()) + [line]
    return "\n".join(lines)


def own_line_comments(text: str) -> list[str]:
    """Return the comments that stand on lines of their own, or behind a dash."""
    return re.findall(r"^ *(?:- )*(# 注\d+)$", text, re.MULTILINE)
