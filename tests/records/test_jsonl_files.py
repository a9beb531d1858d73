"""The bulk form of records, one plan a line."""

import json
import tracemalloc
from pathlib import Path

import pytest

from saisei_lod.errors import InputError, RecordError
from saisei_lod.records.jsonl_files import LONGEST_LINE, key_of
from saisei_lod.records.loading import load_file
from saisei_lod.records.model import Maker, Page, PageRecord, PlanRecord, Publisher

_PAGE = '{"page": {"title": "地域再生計画", "publisher": {"code": "01204"}}}\n'
_ONE = '{"plan": {"id": "r055-01204-3476059d", "title": "計画"}}\n'
_TWO = '{"plan": {"makers": [{"code": "01204"}]}}\n'


def _written(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        load_file(path)
    return caught.value


def test_a_page_line_and_plan_lines_are_one_record(tmp_path: Path) -> None:
    """The first line is the page, each further line one plan of it."""
    expected = PageRecord(
        page=Page(title="地域再生計画", publisher=Publisher(code="01204")),
        plans=[PlanRecord(id="r055-01204-3476059d", title="計画"), PlanRecord(makers=[Maker(code="01204")])],
    )
    loaded = load_file(_written(tmp_path, _PAGE + _ONE + "\n" + _TWO), "bulk.jsonl")
    assert loaded.record == expected
    assert [
        loaded.places.where(field) for field in ("page.title", "plans[0].title", "plans[1].makers[0]")
    ] == [
        "bulk.jsonl:1",
        "bulk.jsonl:2",
        "bulk.jsonl:4",
    ]


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    """Files from Windows read the same."""
    content = b"\xef\xbb\xbf" + (_PAGE + _ONE).replace("\n", "\r\n").encode()
    assert load_file(_written(tmp_path, content)).record == load_file(_written(tmp_path, _PAGE + _ONE)).record


def test_codes_of_six_digits_are_accepted(tmp_path: Path) -> None:
    """A code with its right check digit is cut to 5 digits."""
    plan = '{"plan": {"makers": [{"code": "012041"}], "coverage": {"codes": ["062090"]}}}\n'
    (read,) = load_file(_written(tmp_path, _PAGE + plan)).record.plans
    assert ([maker.code for maker in read.makers], read.coverage.codes) == (["01204"], ["06209"])


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (_ONE + _PAGE, 1, "This line must hold page"),
        (_PAGE + _PAGE, 2, "This line must hold plan"),
        (_PAGE + '{"page": {}, "plan": {}}', 2, "This line must hold plan"),
        ('{"page": {}, "plan": {}}', 1, "This line must hold page"),
        (_PAGE + "{}", 2, "This line must hold plan"),
        (_PAGE + '{"plan": {"titel": "x"}}', 2, "There is no field titel in plan"),
        (_PAGE + '{"plan": {"title": 1}}', 2, "plan.title cannot be 1"),
        (_PAGE + '{"plan": {"certification": {"round": 1e400}}}', 2, "plan.certification.round cannot be"),
        (_PAGE + '{"plan": {"makers": [{"code": "012042"}]}}', 2, "012042"),
        (_PAGE + '{"plan": {"id": "r055"}}', 2, "id is no plan key: r055"),
        (_PAGE + '{"plan": {"certification": {"date": "2020-02-30"}}}', 2, "There is no day 2020-02-30"),
        (_PAGE + _ONE + "\n" + _ONE, 4, "stands twice in one file"),
        (_PAGE + "[]", 2, "The record cannot be this list"),
        (_PAGE + "[" * 100_000, 2, "The record cannot be"),
        (_PAGE + '{"plan": ', 2, "This is not JSON"),
        (_PAGE + '{"plan": {}} x', 2, "This is not JSON"),
        (_PAGE + '{"plan": {"title": "\\ud800"}}', 2, "This is not JSON"),
        (_PAGE + '{"plan": {"title": "a\tb"}}', 2, "This is not JSON"),
        (_PAGE + '{"plan": {"title": "a\\tb"}}', 2, "plan.title holds the control character U+0009"),
        (_PAGE + '{"plan": {"title": "a\\u0000b"}}', 2, "the control character U+0000"),
        (_PAGE + '{"plan": {"title": "a\\u0085b"}}', 2, "the control character U+0085"),
        (_PAGE + '{"plan": {"title": "a\x85b"}}', 2, "the control character U+0085"),
        (_PAGE + '{"plan": {"title": "a\x7fb"}}', 2, "the control character U+007F"),
        (_PAGE + '{"plan": {"title": "a\uffffb"}}', 2, "the control character U+FFFF"),
        ("x" + _PAGE, 1, "This is not JSON"),
    ],
)
def test_what_is_wrong_in_a_line_is_refused_with_its_number(
    content: str, line: int, words: str, tmp_path: Path
) -> None:
    """Each mistake names the line, what was expected and what to do."""
    path = _written(tmp_path, content)
    error = _refused(path)
    assert words in error.text("en")
    assert error.where.endswith(f"{path}:{line}")
    assert isinstance(error, RecordError)
    assert error.expected is not None
    assert error.todo is not None


def test_broken_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    """A byte that is no UTF-8 is named with its line."""
    path = _written(tmp_path, _PAGE.encode() + b'{"plan": {"title": "\xff"}}\n')
    error = _refused(path)
    assert (error.where, "0xFF" in error.what.en) == (f"{path}:2", True)


@pytest.mark.parametrize("content", ["", "\n\n", "﻿"])
def test_an_empty_file_is_refused(content: str, tmp_path: Path) -> None:
    """A bulk file without a page line is an error."""
    assert _refused(_written(tmp_path, content)).what.en == "The file is empty."


def test_a_folder_with_the_name_of_a_bulk_file_is_refused(tmp_path: Path) -> None:
    """A folder in a bulk file's place is told so."""
    (tmp_path / "a.jsonl").mkdir()
    assert _refused(tmp_path / "a.jsonl").what.en == "This is a folder, not a record file."


def test_a_line_of_fifty_megabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    """Of an endless line no more than the limit is held."""
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(_PAGE.encode() + b'{"plan": {"title": "')
        stream.truncate(50_000_000)
    tracemalloc.start()
    error = _refused(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (error.what.en, error.where) == ("The line is too long.", f"{path}:2")
    assert peak < 4 * LONGEST_LINE


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (_ONE.encode(), "r055-01204-3476059d"),
        (_TWO.encode(), None),
        (b"{", None),
        (b"[]", None),
        (b'{"plan": {"id": 5}}', None),
        (b"\xff", None),
    ],
)
def test_the_key_of_a_line_is_found_without_reading_the_rest(line: bytes, key: str | None) -> None:
    """Sorting needs the key alone; a line that has none is read in full by others."""
    assert key_of(line) == key


def test_escaped_backslashes_are_no_control_characters(tmp_path: Path) -> None:
    """A backslash before a letter t is text, as are line feeds and Latin letters."""
    title = "C:\\temp\\b\n·×é\u00a1"
    plan = json.dumps({"plan": {"title": title}}, ensure_ascii=False)
    assert load_file(_written(tmp_path, _PAGE + plan)).record.plans[0].title == title
