"""Keep what releases said, and read what former ones did: data/history/, which people put under version control.

A release leaves ``{date}.json`` and its pages ``{date}-1.trig`` and so on. The former state is what
replaying all pages gives; each release names the hash of every file and graph, and the release before it.
"""

import shutil
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from saisei_lod.changes.releases import Head
from saisei_lod.errors import Bilingual, InputError, UsageError
from saisei_lod.serialization.sink import disk_faults

__all__ = [
    "FORM",
    "Graph",
    "History",
    "Line",
    "Page",
    "Release",
    "as_bytes",
    "files_before",
    "keep",
    "load_history",
    "refuse_later",
]

#: The form of the files; a program that does not know it must not read them.
FORM: Final = 1
_RESTORE: Final = Bilingual(
    "版管理から元のファイルに戻してください(人が書き直すファイルではありません)。",
    "Restore the file from version control: these files are not for people to edit.",
)


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page of the stream: file name, SHA-256 in hex, number of members."""

    name: str
    sha256: str
    members: int


class Graph(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A graph as it stands after the release: SHA-256 of its sorted N-Triples, number of triples."""

    sha256: str
    triples: int


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A change in a line of text."""

    nature: str
    ja: str
    en: str


class Release(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept of a release beside its pages. ``told`` holds its first changes in words."""

    form: int
    date: str
    version: str
    base: str
    former: str
    graphs: dict[str, Graph]
    pages: list[Page]
    counts: dict[str, int]
    told: list[Line]

    @property
    def head(self) -> Head:
        """What a release says of itself."""
        return Head(self.base, self.date, self.version)


class History:
    """The former releases in the order of time, and where their files lie."""

    def __init__(self, folder: Path, releases: Sequence[Release]) -> None:
        self.folder = folder
        self.releases = releases

    def before(self, day: str) -> "History":
        """Return the releases before a day: what a release of that day comes after."""
        return History(self.folder, [one for one in self.releases if one.date < day])

    @property
    def pages(self) -> list[Path]:
        """The pages of all releases."""
        return [self.folder / page.name for one in self.releases for page in one.pages]


def files_before(folder: Path, day: str) -> list[Path]:
    """Return the files of the releases before a day, which are what a release of that day is made from."""
    return [path for path in sorted(folder.glob("[0-9]*")) if path.name[: len(day)] < day]


def as_bytes(release: Release) -> bytes:
    """Return the file of a release."""
    return msgspec.json.format(msgspec.json.encode(release), indent=1) + b"\n"


def load_history(folder: Path, base: str) -> History:
    """Return the history in a folder, checked against its hashes; an empty one where there is no folder.

    Raises InputError for a file that is damaged, missing, of a newer program or of another publisher.
    """
    releases = [_release(path) for path in sorted(folder.glob("*.json"))] if folder.is_dir() else []
    former = ""
    for one in releases:
        if one.base != base:
            raise _other_base(folder / f"{one.date}.json", one.base, base)
        if one.former != former:
            raise _fault(
                folder / f"{one.date}.json",
                Bilingual(
                    f"直前の公開({one.former})の記録がありません。",
                    f"The release before it ({one.former}) is missing.",
                ),
            )
        for page in one.pages:
            _check_page(folder / page.name, page.sha256)
        former = one.date
    return History(folder, releases)


def _release(path: Path) -> Release:
    try:
        data = path.read_bytes()
        form = msgspec.json.decode(data, type=dict).get("form")
        if isinstance(form, int) and form > FORM:
            raise _newer(path, form)
        found = msgspec.json.decode(data, type=Release)
    except (msgspec.MsgspecError, UnicodeDecodeError, OSError) as fault:
        raise _fault(path, Bilingual(f"読めません({fault})。", f"It cannot be read ({fault}).")) from fault
    if path.name != f"{found.date}.json":
        raise _fault(
            path,
            Bilingual(f"{found.date} の公開の記録です。", f"It tells of the release of {found.date}."),
        )
    return found


def _check_page(path: Path, digest: str) -> None:
    if not path.is_file():
        raise _fault(path, Bilingual("ファイルがありません。", "The file is missing."))
    with path.open("rb") as file:
        hasher = sha256()
        while block := file.read(1 << 20):
            hasher.update(block)
    if hasher.hexdigest() != digest:
        raise _fault(path, Bilingual("内容が変わっています。", "Its content was changed."))


def keep(made: Path, folder: Path, day: str) -> bool:
    """Copy what a release of a day left in ``made`` into the history; return False where it stands there already.

    The file that names the pages comes last: a history is whole at every moment. Raises UsageError where
    the history holds another release of that day, or a later one; EnvironmentFault where the disk fails.
    """
    refuse_later(folder, day)
    names = [*sorted(path.name for path in made.glob(f"{day}-*.trig")), f"{day}.json"]
    if (folder / f"{day}.json").is_file():
        if (folder / f"{day}.json").read_bytes() != (made / f"{day}.json").read_bytes():
            raise _taken(folder / f"{day}.json", day)
        return False
    with disk_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            part = folder / f".{name}.part"
            shutil.copyfile(made / name, part)
            part.replace(folder / name)
    return True


def refuse_later(folder: Path, day: str) -> None:
    """Raise UsageError where the history holds a release after a day: history is only continued."""
    latest = max((path.stem for path in folder.glob("*.json")), default="")
    if latest > day:
        raise UsageError(
            Bilingual(
                f"{latest} の公開がすでに記録されています。それより前の日付では公開できません。",
                f"A release of {latest} is recorded already; none can be made before it.",
            ),
            where=str(folder),
            expected=Bilingual(f"{latest} より後の日付", f"a day after {latest}"),
            todo=Bilingual(
                "--as-of か publication.toml の issued を直してください。",
                "Correct --as-of, or issued in publication.toml.",
            ),
        )


def _taken(path: Path, day: str) -> UsageError:
    return UsageError(
        Bilingual(
            f"{day} の公開は、別の内容ですでに記録されています。",
            f"A release of {day} is recorded already, with another content.",
        ),
        where=str(path),
        expected=Bilingual("新しい公開日", "a new date of release"),
        todo=Bilingual(
            "publication.toml の issued(または --as-of)を新しい日付にしてください。",
            "Give it a new date: issued in publication.toml, or --as-of.",
        ),
    )


def _fault(path: Path, reason: Bilingual) -> InputError:
    return InputError(
        Bilingual(
            f"公開の履歴が壊れています。{reason.ja}", f"The history of releases is damaged. {reason.en}"
        ),
        where=str(path),
        expected=Bilingual("saisei release が書いたままのファイル", "the file as saisei release wrote it"),
        todo=_RESTORE,
    )


def _newer(path: Path, form: int) -> InputError:
    return InputError(
        Bilingual(
            f"新しいプログラムが書いた履歴です(形式 {form})。",
            f"The history was written by a newer program (form {form}).",
        ),
        where=str(path),
        expected=Bilingual(f"形式 {FORM}", f"form {FORM}"),
        todo=Bilingual("saisei-lod を新しくしてください。", "Install a newer saisei-lod."),
    )


def _other_base(path: Path, theirs: str, ours: str) -> InputError:
    return InputError(
        Bilingual(
            "履歴は、別の IRI で公開したものです。", "The history is of releases under another base of IRIs."
        ),
        where=str(path),
        expected=Bilingual(f"base が {ours} の履歴({theirs} ではなく)", f"releases of {ours}, not {theirs}"),
        todo=Bilingual(
            "publication.toml の base を確かめるか、履歴のフォルダーを別の場所に移して新しく始めてください。",
            "Check base in publication.toml, or move the folder of history away to begin anew.",
        ),
    )
