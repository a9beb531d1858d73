"""Write records as YAML that people read and edit; the same record gives the same bytes.

Quoted is only what a reader of YAML could take for something else: codes, dates and numbers that are
text, and texts with a character that means something in YAML.
"""

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from unicodedata import east_asian_width

import msgspec

from saisei_lod.errors import Bilingual, EnvironmentFault, RecordError
from saisei_lod.records.loading import load_text
from saisei_lod.records.model import Page, PageRecord

__all__ = ["field_lines", "flow_text", "item_lines", "scalar_text", "to_yaml", "write_new"]

_HEADER: Final = """\
# 1つの出典が地域再生計画について述べている内容の記録です。人が直してよく、再読み取りで上書きされません。
# 出典にないことは書きません(その行を省きます)。own はこのデータの編集者の言葉です。
# What one source says about regional revitalisation plans. People may correct it: reading the page
# again never overwrites it. What the source does not say is left out; "own" holds the editors' words.
# evidence は出典の中の根拠の言葉と位置で、プログラムが書きます。直す必要はありません。
# "evidence" tells where in the source each value stands; the program writes it, leave it as it is.
"""
_SPECIAL: Final = "\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_MEANING: Final = r":?#\"'\\{}\[\],&*!|>%@`"
#: Text that every YAML reader takes as it stands: a letter, then nothing that has a meaning in YAML.
_PLAIN: Final = re.compile(rf"[^\W\d_](?:[^{_SPECIAL}{_MEANING}]*[^\s{_SPECIAL}{_MEANING}])?\Z")
_WORDS: Final = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_ESCAPED: Final = re.compile(rf'[{_SPECIAL}"\\]')
_SHORT: Final = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_NOT_LITERAL: Final = re.compile(rf"(?!\n)[{_SPECIAL}]")
#: Always one field a line, however short.
_SPREAD: Final = frozenset({"page", "plans", "contact", "printed", "own", "evidence"})
_WIDEST: Final = 110


def to_yaml(record: PageRecord) -> str:
    """Return a record as YAML: fields in the order of the model, empty ones left out, one trailing newline.

    Loading it gives an equal record.
    """
    tree = {"page": _tree(record.page), "plans": [_tree(plan) for plan in record.plans]}
    return _HEADER + "\n".join(_block(tree, "")) + "\n"


def write_new(folder: Path, record: PageRecord, *, is_further: bool = False) -> Path:
    """Write a record to ``{page.source}.yaml`` in a folder and return the path; never overwrite a file.

    A further snapshot of a source gets a file of its own, named by the source and the day on which it was
    retrieved, or else the first 8 digits of its hash. The file appears whole or not at all.

    Raises RecordError where the record has no source or could not be loaded again, EnvironmentFault where
    the file exists or cannot be written.
    """
    if record.page.source is None:
        raise RecordError(
            Bilingual("出典の識別名 page.source がありません。", "The record has no page.source."),
            expected=Bilingual("団体コード-英数字(例 01204-054421)", "code-name, like 01204-054421"),
            todo=Bilingual(
                "--publisher と --url を指定して読み直してください。",
                "Read the page with --publisher and --url.",
            ),
        )
    path = folder / (_further_name(folder, record.page) if is_further else f"{record.page.source}.yaml")
    text = to_yaml(record)
    load_text(text, str(path))
    try:
        _create(path, text)
    except FileExistsError as error:
        raise _in_the_way(path) from error
    except OSError as error:
        raise EnvironmentFault(
            Bilingual(
                f"記録を書けません({error.strerror})。", f"The record cannot be written ({error.strerror})."
            ),
            where=str(path),
            expected=Bilingual("書き込みのできるフォルダー", "a folder that can be written to"),
            todo=Bilingual(
                "フォルダー、権限、空き容量を確かめてください。", "Check folder, permissions and free space."
            ),
        ) from error
    return path


def field_lines(name: str, value: object, indent: str) -> list[str]:
    """Return a field of a block mapping as it is written: ``value`` is plain mappings, lists and scalars.

    >>> field_lines("makers", [{"code": "06209"}], "    ")
    ['    makers:', '      - {code: "06209"}']
    """
    return list(_field(name, value, indent))


def item_lines(value: object, indent: str) -> list[str]:
    """Return an item of a block list as it is written."""
    return list(_item(value, indent))


def flow_text(value: object) -> str:
    """Return a value of any depth on one line, as it stands within braces or brackets.

    >>> flow_text({"codes": ["06209"], "kind": "whole"})
    '{codes: ["06209"], kind: whole}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(name)}: {flow_text(part)}" for name, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow_text(part) for part in value) + "]"
    return _scalar(value)


def scalar_text(value: object) -> str:
    """Return a scalar on one line, quoted where a reader of YAML could take it for something else."""
    return _scalar(value)


def _further_name(folder: Path, page: Page) -> str:
    """Return the name of a further snapshot's file; of two that were retrieved on one day the hash tells."""
    by_day = f"{page.source}-{page.retrieved}.yaml"
    if page.retrieved and not (folder / by_day).exists():
        return by_day
    return f"{page.source}-{(page.sha256 or page.retrieved or '')[:8]}.yaml"


def _create(path: Path, text: str) -> None:
    """Write beside the target, then link: the link is atomic and fails where the target exists."""
    working = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with working.open("xb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        _appear(working, path)
    finally:
        working.unlink(missing_ok=True)


def _appear(working: Path, path: Path) -> None:
    try:
        path.hardlink_to(working)
    except OSError as error:
        if error.errno not in {errno.EPERM, errno.ENOTSUP}:
            raise
        if path.exists():  # a file system without hard links: as good as it gets
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error
        working.rename(path)


def _in_the_way(path: Path) -> EnvironmentFault:
    return EnvironmentFault(
        Bilingual(
            "同じ名前の記録がすでにあります。上書きしません。",
            "The record exists already; it is not overwritten.",
        ),
        where=str(path),
        expected=Bilingual("まだないファイル", "a file that does not exist yet"),
        todo=Bilingual(
            "違いを見て、要る変更だけを手で入れてください。",
            "Look at the differences and take over by hand what is needed.",
        ),
    )


def _tree(value: object) -> object:
    """Return a record as mappings, lists and scalars without its empty fields."""
    if isinstance(value, msgspec.Struct):
        fields = msgspec.structs.fields(value)
        return {field.name: _tree(getattr(value, field.name)) for field in fields if _says(value, field)}
    if isinstance(value, list | tuple):
        return [_tree(part) for part in value]
    if isinstance(value, dict):
        return {name: _tree(part) for name, part in value.items()}
    return value


def _says(value: msgspec.Struct, field: msgspec.structs.FieldInfo) -> bool:
    """Tell whether a field says something: words like ``stated`` do, null, false and default parts do not."""
    said = getattr(value, field.name)
    if said is None or said is False:
        return False
    if isinstance(said, str | int):
        return True
    default = field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
    return bool(said != default)


def _block(value: object, indent: str) -> Iterator[str]:
    """Yield a mapping or list, one field or item a line."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _field(name, part, indent)
    elif isinstance(value, list):
        for part in value:
            yield from _item(part, indent)


def _field(name: str, value: object, indent: str) -> Iterator[str]:
    lead = f"{indent}{_scalar(name)}:"
    if isinstance(value, str) and _is_literal(value):
        yield f"{lead} |-"
        yield from (f"{indent}  {line}" if line else "" for line in value.split("\n"))
    elif isinstance(value, dict | list):
        flow = _flow(value)
        if flow and (name not in _SPREAD or not value) and _width(f"{lead} {flow}") <= _WIDEST:
            yield f"{lead} {flow}"
        else:
            yield lead
            yield from _block(value, f"{indent}  ")
    else:
        yield f"{lead} {_scalar(value)}"


def _item(value: object, indent: str) -> Iterator[str]:
    flow = _flow(value)
    if flow and (not value or _width(f"{indent}- {flow}") <= _WIDEST or not isinstance(value, dict)):
        yield f"{indent}- {flow}"
    else:
        first, *others = _block(value, f"{indent}  ")
        yield f"{indent}- {first.removeprefix(indent)[2:]}"
        yield from others


def _flow(value: object) -> str:
    """Return a value on one line, "" where it holds more than scalars."""
    if not isinstance(value, dict | list):
        return _scalar(value)
    parts = value.values() if isinstance(value, dict) else value
    if any(isinstance(part, dict | list) or (isinstance(part, str) and _is_literal(part)) for part in parts):
        return ""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(name)}: {_scalar(part)}" for name, part in value.items()) + "}"
    return "[" + ", ".join(_scalar(part) for part in value) + "]"


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if _PLAIN.match(value) and value.lower() not in _WORDS:
        return value
    return '"' + _ESCAPED.sub(lambda found: _SHORT.get(found[0], f"\\u{ord(found[0]):04X}"), value) + '"'


def _is_literal(text: str) -> bool:
    """Tell whether a text of several lines can stand as a literal block (YAML 1.2, section 8.1.2)."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and bool(lines[0] and lines[-1])
        and all(line == line.strip() for line in lines)
        and not _NOT_LITERAL.search(text)
    )


def _width(line: str) -> int:
    """Return the columns that a line takes on a screen: most Japanese characters take two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line)
