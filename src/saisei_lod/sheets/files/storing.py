"""Write changes into record files: each new text is read again and compared before any file is touched."""

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError, RecordError
from saisei_lod.records.files import opened
from saisei_lod.records.jsonl_files import page_of, plan_of
from saisei_lod.records.loading import load_text
from saisei_lod.sheets.files.patches import Change, Fields, Items, patched, settled, sparse
from saisei_lod.sheets.files.yaml_text import patched_yaml

__all__ = ["FileChange", "digest", "store"]

_BOM: Final = b"\xef\xbb\xbf"


class FileChange(NamedTuple):
    """A record file with the change of its root, and the SHA-256 of the bytes that the change was made for."""

    path: Path
    change: Fields
    sha256: str


def digest(path: Path) -> str:
    """Return the SHA-256 of a record file's bytes; InputError where it cannot be read."""
    return sha256(_bytes(path)).hexdigest()


class _Written(NamedTuple):
    """A file and its bytes as they will be."""

    path: Path
    after: bytes


def store(files: Sequence[FileChange]) -> list[Path]:
    """Write the changes into their files, all or none, and return the paths.

    Raises InputError where a file cannot be changed without touching more than was asked for, and
    EnvironmentFault where it cannot be written or another program changed it meanwhile.
    """
    written = [_changed(file) for file in files]
    working = [file.path.with_name(f".{file.path.name}.{os.getpid()}.tmp") for file in written]
    try:
        for file, path in zip(written, working, strict=True):
            _write(path, file.after)
            shutil.copymode(file.path, path)
        for file, path in zip(written, working, strict=True):
            path.replace(file.path)
    except OSError as error:
        raise _not_written(error) from error
    finally:
        for path in working:
            path.unlink(missing_ok=True)
    return [file.path for file in files]


def _changed(file: FileChange) -> _Written:
    path = file.path.resolve()  # where the file is a link, what it leads to is written
    data = _bytes(path)
    if sha256(data).hexdigest() != file.sha256:
        raise _changed_meanwhile(file.path)
    return _Written(path, _bulk(file, data) if path.suffix == ".jsonl" else _yaml(file, data))


def _yaml(file: FileChange, data: bytes) -> bytes:
    """Return the bytes of a YAML file with the change; a byte order mark stays."""
    mark = _BOM if data.startswith(_BOM) else b""
    text = data.removeprefix(mark).decode()
    before = load_text(text, str(file.path)).record
    after = patched_yaml(text, file.change)
    try:
        read = load_text(after, str(file.path)).record
    except RecordError as error:
        raise _not_editable(file.path) from error
    if not _is_meant(before, read, file.change):
        raise _not_editable(file.path)
    return mark + after.encode()


def _bulk(file: FileChange, data: bytes) -> bytes:
    """Return the bytes of a bulk file, of which only the lines of changed plans are other than before."""
    lines = data.split(b"\n")
    said = [number for number, line in enumerate(lines) if line.removeprefix(_BOM).strip()]
    for name, place, change in _line_changes(file.change):
        number = said[place]
        lines[number] = _line(lines[number], name, change, f"{file.path}:{number + 1}")
    return b"\n".join(lines)


def _line_changes(change: Fields) -> Iterator[tuple[str, int, Change]]:
    """Yield the changes of single lines: the name of the entry, its place among the lines, its change."""
    for name, inner in change.changes.items():
        if name == "page":
            yield name, 0, inner
        elif isinstance(inner, Items):
            yield from (("plan", number + 1, part) for number, part in sorted(inner.changes.items()))


def _line(line: bytes, name: str, change: Change, where: str) -> bytes:
    """Return a line with a change; of how it was written the spaces behind colons and commas are kept."""
    said = line.removeprefix(_BOM).strip()
    tree = msgspec.json.decode(said)
    after = patched(tree, settled(tree, Fields({name: change})))
    separators = (", ", ": ") if b'": ' in said else (",", ":")
    new = json.dumps(after, ensure_ascii=False, separators=separators).encode()
    understood = page_of if name == "page" else plan_of
    if not _is_meant(understood(said, where), understood(new, where), change):
        raise _not_editable(Path(where))
    return line.replace(said, new, 1)


def _is_meant(before: msgspec.Struct, read: msgspec.Struct, change: Change) -> bool:
    """Tell whether what was read back is what the change makes of what was there, and nothing else."""
    meant = patched(sparse(msgspec.to_builtins(before)), change)
    expected = msgspec.convert(sparse(meant), type(before))
    return sparse(msgspec.to_builtins(read)) == sparse(msgspec.to_builtins(expected))


def _bytes(path: Path) -> bytes:
    with opened(path) as stream:
        return stream.read()


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _not_editable(path: Path) -> InputError:
    return InputError(
        Bilingual(
            "この記録ファイルの書き方では、直した値だけを書き換えられません。何も書き込んでいません。",
            "The way this record file is written does not let single values be changed. Nothing was written.",
        ),
        where=str(path),
        expected=Bilingual(
            "saisei read -o が書くような形の YAML", "YAML in the form that saisei read -o writes"
        ),
        todo=Bilingual(
            "エディターで記録ファイルを開き、表示された変更を手で入れてください。",
            "Open the record file in an editor and make the changes shown by hand.",
        ),
    )


def _changed_meanwhile(path: Path) -> EnvironmentFault:
    return EnvironmentFault(
        Bilingual(
            "確かめているあいだに、ほかのプログラムが記録ファイルを変えました。何も書き込んでいません。",
            "Another program changed the record file meanwhile. Nothing was written.",
        ),
        where=str(path),
        todo=Bilingual("もう一度 saisei sheet apply を実行してください。", "Run saisei sheet apply again."),
    )


def _not_written(error: OSError) -> EnvironmentFault:
    return EnvironmentFault(
        Bilingual(
            f"記録ファイルに書き込めません({error.strerror})。",
            f"The record file cannot be written ({error.strerror}).",
        ),
        where=str(error.filename or ""),
        expected=Bilingual("書き込みのできるフォルダー", "a folder that can be written to"),
        todo=Bilingual(
            "権限と空き容量を確かめ、もう一度実行してください。",
            "Check permissions and free space, then run it again.",
        ),
    )
