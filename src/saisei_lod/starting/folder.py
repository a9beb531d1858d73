"""Write the folder of a new publisher from templates; nothing that is there is ever touched.

The texts are files beside this module, with ``$NAME`` for what differs (string.Template).
"""

import json
import os
import shutil
import tempfile
from pathlib import Path
from string import Template
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, EnvironmentFault, RecordError, UsageError
from saisei_lod.records.publication import LICENCES, load_publication
from saisei_lod.registry import english_name, load

__all__ = ["LICENCE_NAMES", "Start", "publisher_names", "start", "whole_base"]

#: Short names of the licences that a catalogue can name.
LICENCE_NAMES: Final = dict(zip(("cc-by-4.0", "cc-by-sa-4.0", "cc0-1.0", "pdl-1.0"), LICENCES, strict=True))
_TEMPLATES: Final = Path(__file__).resolve().parent / "templates"
#: The end of the base of all that a publisher names, as the folder of entities of a release is called.
_BASE_END: Final = "id/"
#: Template -> where it goes.
_FILES: Final = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "publication.toml": "data/publication.toml",
    "gitkeep": "data/plans/.gitkeep",
}


class Start(NamedTuple):
    """What a new publisher says: titles, 5-digit code, base (ends in ``/id/``), licence IRI, ISO date."""

    title: Bilingual
    publisher: str
    base: str
    licence: str
    issued: str


def whole_base(address: str) -> str:
    """Return the base for an address that a person gives: it ends in ``id/``, in which the release's folder lies.

    >>> whole_base("https://example.org/plans")
    'https://example.org/plans/id/'
    """
    address = address.strip().rstrip("/") + "/"
    return address if address.endswith(f"/{_BASE_END}") else address + _BASE_END


def publisher_names(code: str) -> tuple[str, Bilingual]:
    """Return the 5-digit code and the names of the local government that a code of 5 or 6 digits means.

    Raises UsageError for what is no code of a local government.
    """
    found = load().government(code)
    if found.kind == "ward":
        raise UsageError(
            Bilingual(f"{found.name}は地方公共団体ではありません。", f"{found.name} is no local government."),
            expected=Bilingual(
                "都道府県または市町村の団体コード", "the code of a prefecture or municipality"
            ),
            todo=Bilingual(
                f"市のコード {found.parent} を使ってください。", f"Use the city's code {found.parent}."
            ),
        )
    return found.code, Bilingual(found.name, english_name(found.romaji, found.kind) or found.name)


def start(folder: Path, wanted: Start) -> list[Path]:
    """Write the folder; return its files, relative to it.

    Raises EnvironmentFault where the folder exists and is not empty, UsageError for values that
    publication.toml cannot hold.
    """
    _refuse_used(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.new-", dir=folder.parent))
    try:
        _write(made, wanted)
        try:
            load_publication(made / "data" / "publication.toml")
        except RecordError as error:
            todo = Bilingual("オプションの値を直してください。", "Correct the option.")
            raise UsageError(error.what, expected=error.expected, todo=todo) from error
        made.chmod(0o755)
        if folder.is_dir():
            folder.rmdir()  # fails, as it should, where it has been filled meanwhile
        made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return [Path(name) for name in _FILES.values()]


def _refuse_used(folder: Path) -> None:
    if os.path.lexists(folder) and not (folder.is_dir() and not any(folder.iterdir())):
        raise EnvironmentFault(
            Bilingual(
                "同じ名前のものがすでにあります。上書きしません。",
                "It exists already; it is not overwritten.",
            ),
            where=str(folder),
            expected=Bilingual(
                "まだないか、空のフォルダー", "a folder that does not exist yet, or an empty one"
            ),
            todo=Bilingual("別の名前を指定してください。", "Name another folder."),
        )


def _write(folder: Path, wanted: Start) -> None:
    _, names = publisher_names(wanted.publisher)
    home = wanted.base.removesuffix(_BASE_END)
    words = {
        "TITLE_JA": wanted.title.ja,
        "TITLE_EN": wanted.title.en,
        "PUBLISHER_JA": names.ja,
        "PUBLISHER_EN": names.en,
        "CODE": wanted.publisher,
        "BASE": wanted.base,
        "HOME": home,
        "LICENCE": wanted.licence,
        "ISSUED": wanted.issued,
    }
    # A basic string of TOML escapes as JSON does, but for DEL, which no text of ours may hold.
    quoted = {name: json.dumps(value, ensure_ascii=False) for name, value in words.items()}
    for template, name in _FILES.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        text = Template((_TEMPLATES / template).read_text(encoding="utf-8"))
        filled = text.substitute({**words, **{f"QUOTED_{name}": value for name, value in quoted.items()}})
        target.write_text(filled, encoding="utf-8", newline="\n")
