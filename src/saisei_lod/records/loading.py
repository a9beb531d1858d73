"""Load a record file: one source with its plans, from YAML (people edit it) or JSON Lines (bulk)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.records import jsonl_files
from saisei_lod.records.checking import check_record
from saisei_lod.records.codes import with_short_codes
from saisei_lod.records.explaining import explained, scalar_fields
from saisei_lod.records.files import opened, read_text
from saisei_lod.records.model import PageRecord, PlanRecord
from saisei_lod.records.places import Places

__all__ = ["MOST_BYTES", "SUFFIXES", "LoadedFile", "load_file", "load_text", "record_files"]

#: Bytes of a YAML file: a source of some 3,000 plans. Larger ones belong into JSON Lines.
MOST_BYTES: Final = 4 * 1024 * 1024
#: The kinds of record files.
SUFFIXES: Final = (".jsonl", ".yaml")


class LoadedFile(NamedTuple):
    """A record with the lines of its fields."""

    record: PageRecord
    places: Places


def load_file(path: Path, name: str | None = None) -> LoadedFile:
    """Load a record file; ``name`` is what messages call it (its path, if not given).

    Raises InputError for a file that cannot be read and RecordError for one that says something wrong:
    both name file, line, what was expected and what to do.
    """
    shown = name or str(path)
    if path.suffix == ".yaml":
        return load_text(read_text(path, MOST_BYTES), shown)
    if path.suffix == ".jsonl":
        return _load_bulk(path, shown)
    with opened(path):
        raise InputError(
            Bilingual(
                "記録ファイルの拡張子ではありません。", "The file's name is not that of a record file."
            ),
            where=str(path),
            expected=Bilingual(".yaml または .jsonl", ".yaml or .jsonl"),
            todo=Bilingual("ファイルの名前を直してください。", "Rename the file."),
        )


def load_text(text: str, file: str) -> LoadedFile:
    r"""Load the YAML text of a record; ``file`` is what messages call it.

    >>> load_text("page:\n  publisher: {code: 01204}\n", "a.yaml").record.page.publisher.code
    '01204'
    """
    from saisei_lod.records import yaml_files  # noqa: PLC0415 - PyYAML is loaded for YAML files alone

    read, places = yaml_files.parsed(text, file, scalar_fields(PageRecord))
    value = with_short_codes(read)
    try:
        record = msgspec.convert(value, PageRecord)
    except msgspec.ValidationError as error:
        raise explained(error, PageRecord, places.where, value) from error
    check_record(record, places)
    return LoadedFile(record, places)


def _load_bulk(path: Path, file: str) -> LoadedFile:
    numbered = jsonl_files.bulk_lines(path, file)
    number, data = next(numbered)
    page = jsonl_files.page_of(data, f"{file}:{number}")
    lines = {"": number, "page": number}
    plans: list[PlanRecord] = []
    for number, data in numbered:
        lines[f"plans[{len(plans)}]"] = number
        plans.append(jsonl_files.plan_of(data, f"{file}:{number}"))
    loaded = LoadedFile(PageRecord(page=page, plans=plans), Places(file, lines))
    check_record(*loaded)
    return loaded


def record_files(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Yield the visible files of a folder in the order of their names, and whether each holds records.

    Raises InputError where the folder is none.
    """
    try:
        found = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise InputError(
            Bilingual(
                f"記録のフォルダーを開けません({error.strerror})。",
                f"The folder of records cannot be opened ({error.strerror}).",
            ),
            where=str(folder),
            expected=Bilingual("*.yaml や *.jsonl のあるフォルダー", "a folder with *.yaml or *.jsonl"),
            todo=Bilingual(
                "場所を確かめるか、フォルダーを作って記録を置いてください(saisei read ページ -o フォルダー)。",
                "Check the path, or make it: saisei read PAGE -o FOLDER.",
            ),
        ) from error
    for path in found:
        if not path.name.startswith(".") and not path.name.endswith("~"):
            yield path, path.suffix in SUFFIXES
