"""The head of a query file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.querying.heads import MARK, read_head
from saisei_lod.querying.model import Column, Keywords, Parameter

HEAD = f"""{MARK}
# question: 7
# title-ja: 題名
# title-en: Title
# note-ja: 一行目と
#   二行目
# note-en: First line
#   and second
# keywords-ja: 区域, 市区町村
# keywords-en: area, municipality
# parameter: municipality | code | required 01452 | コード | the code
# parameter: months | integer | default 6 | 月数 | months
# parameter: maker | code | optional | 作成主体 | the maker
# column: plan | 計画 | plan
"""


def test_a_head_is_read_whole() -> None:
    """Title, note, keywords, parameters and columns come out as they stand; lines of Japanese join bare."""
    query = read_head(f"{HEAD}\n# a remark\nSELECT ?plan {{}}", "mine", "mine.rq")
    assert query.question == 7
    assert query.title == Bilingual("題名", "Title")
    assert query.note == Bilingual("一行目と二行目", "First line and second")
    assert query.keywords == Keywords(("区域", "市区町村"), ("area", "municipality"))
    assert query.parameters == (
        Parameter("municipality", "code", "required", "01452", Bilingual("コード", "the code")),
        Parameter("months", "integer", "default", "6", Bilingual("月数", "months")),
        Parameter("maker", "code", "optional", "", Bilingual("作成主体", "the maker")),
    )
    assert query.columns == (Column("plan", Bilingual("計画", "plan")),)


def test_comments_without_the_mark_are_only_comments() -> None:
    """A query of one's own may begin with any comment."""
    query = read_head("# parameter: no parameter\nASK {}", "mine", "mine.rq")
    assert (query.parameters, query.title.en) == ((), "mine")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("# question: 7\n", "", 1),
        ("# question: 7", "# question: seven", 1),
        ("# title-en: Title", "# title-fr: Titre", 4),
        ("# title-en: Title", "# title-ja: 二つ目", 4),
        ("# title-en: Title", "# title-en:", 4),
        ("# title-en: Title", "#title-en: Title", 4),
        ("| code | required 01452 |", "| colour | required 01452 |", 11),
        ("| required 01452 |", "| required |", 11),
        ("| required 01452 |", "| mandatory 01452 |", 11),
        ("| optional |", "| optional 01452 |", 13),
        ("# parameter: maker", "# parameter: Maker!", 13),
        ("| 計画 | plan", "| plan", 14),
    ],
)
def test_a_damaged_head_is_named_by_its_line(old: str, new: str, line: int) -> None:
    """The message gives file and line."""
    with pytest.raises(InputError) as caught:
        read_head(HEAD.replace(old, new), "mine", "mine.rq")
    assert caught.value.where == f"mine.rq:{line}"


@given(st.text())
def test_any_text_is_a_query_or_an_input_error(text: str) -> None:
    """Whatever follows the mark, reading it ends in a query or in an error of ours."""
    try:
        where = read_head(f"{MARK}\n# {text}", "mine", "mine.rq:1").place
    except InputError as error:
        where = error.where
    assert where.startswith("mine.rq:")
