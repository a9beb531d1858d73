"""Loading record files."""

from pathlib import Path

import pytest

from saisei_lod.errors import InputError, RecordError
from saisei_lod.records.loading import MOST_BYTES, load_file, record_files
from saisei_lod.records.model import Page, PageRecord, PlanRecord


def test_a_yaml_file_is_a_record_with_lines(tmp_path: Path) -> None:
    """A file holds a page and its plans; places name the file as it was given."""
    path = tmp_path / "a.yaml"
    path.write_text("page: {title: t}\nplans:\n  - title: 計画\n", encoding="utf-8")
    loaded = load_file(path)
    assert loaded.record == PageRecord(page=Page(title="t"), plans=[PlanRecord(title="計画")])
    assert loaded.places.where("plans[0].title") == f"{path}:3"


def test_messages_use_the_name_given(tmp_path: Path) -> None:
    """A caller may name the file as its users know it."""
    path = tmp_path / "a.yaml"
    path.write_text("plan: []\n", encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        load_file(path, "plans/a.yaml")
    assert caught.value.where == "plans/a.yaml:1"


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """Only .yaml and .jsonl hold records."""
    path = tmp_path / "a.yml"
    path.write_text("page: {}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_file(path)
    assert caught.value.expected is not None
    assert caught.value.expected.en == ".yaml or .jsonl"


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    """A YAML file of more than 4 MiB is told to become JSON Lines."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    with pytest.raises(InputError, match="too large") as caught:
        load_file(path)
    assert caught.value.todo is not None
    assert ".jsonl" in caught.value.todo.en


def test_record_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    """Hidden files and editors' copies are passed over; others are told apart."""
    for name in ("b.yaml", "a.jsonl", "A.yaml", ".hidden.yaml", "b.yaml~", "notes.txt", "c.yml"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    found = [(path.name, holds) for path, holds in record_files(tmp_path)]
    assert found == [
        ("A.yaml", True),
        ("a.jsonl", True),
        ("b.yaml", True),
        ("c.yml", False),
        ("folder", False),
        ("notes.txt", False),
    ]


@pytest.mark.parametrize("name", ["none", "file"])
def test_a_folder_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    """A missing folder, or a file in its place, is an error."""
    (tmp_path / "file").touch()
    with pytest.raises(InputError) as caught:
        list(record_files(tmp_path / name))
    assert caught.value.where == str(tmp_path / name)
