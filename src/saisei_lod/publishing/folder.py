"""Write a release beside the former one and exchange the two at the end.

A reader sees the old release or the new one. On Linux the two folders are exchanged in one step
(renameat2 with RENAME_EXCHANGE, renameat2(2)); elsewhere the old one is set aside first, and the next
build puts it back where a build was killed between the two steps. One build at a time works on a release.
"""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from saisei_lod.errors import Bilingual, EnvironmentFault
from saisei_lod.publishing.locking import locked
from saisei_lod.serialization.sink import disk_faults
from saisei_lod.sums import CHECKSUMS

__all__ = ["MANIFEST", "PUBLIC_KEY", "SIGNATURE", "workspace"]

#: What the release says of itself: files, graphs, inputs, software.
MANIFEST: Final = "manifest.jsonld"
#: The signature over the list and the key that made it, which lie beside it and are not named in it.
SIGNATURE: Final = "SHA256SUMS.sig"
PUBLIC_KEY: Final = "SHA256SUMS.pub"
#: The files by which a release of ours is known, besides its list of hashes, which others have too.
_OURS: Final = (MANIFEST, "catalog.nt")
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_MANY: Final = 500
_SHOWN: Final = 5


@contextmanager
def workspace(dist: Path) -> Iterator[Path]:
    """Yield an empty folder on the disk of ``dist``; put it in the place of ``dist`` if all went well.

    Raise EnvironmentFault where ``dist`` is a file, or a folder that holds something else than a release, or
    where another build works on it.
    """
    target = Path(os.path.realpath(dist))
    with disk_faults(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    with locked(target):
        _recover(target)
        _refuse_foreign(target)
        with disk_faults(target.parent):
            made = Path(tempfile.mkdtemp(prefix=f".{target.name}.new-", dir=target.parent))
        try:
            release = made / "release"
            release.mkdir()
            yield release
            with disk_faults(target):
                _sync(release)
                _exchange(release, target)
        finally:
            shutil.rmtree(made, ignore_errors=True)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.former")


def _recover(target: Path) -> None:
    """Finish what a killed build left: put a release set aside back, clear leftovers."""
    aside = _aside(target)
    with disk_faults(aside):
        if aside.is_dir() and not target.exists():
            aside.rename(target)
        elif aside.is_dir():
            shutil.rmtree(aside)
    # The lock is ours, so no other build works in any of them.
    for left in target.parent.glob(f".{target.name}.new-*"):
        shutil.rmtree(left, ignore_errors=True)


def _refuse_foreign(target: Path) -> None:
    """Raise EnvironmentFault where a build would put an end to what is not a release of ours."""
    if target.is_dir():
        present = {path.relative_to(target).as_posix() for path in target.rglob("*") if not path.is_dir()}
        listed = _listed(target)
        if present and listed.isdisjoint(_OURS):
            raise _refused(
                target,
                Bilingual(
                    "出力先は、このプログラムが作った公開用フォルダーではありません。上書きしません。",
                    "The output folder is not a release made by this program; it is not overwritten.",
                ),
            )
        if others := sorted(name for name in present - listed if not _is_beside(name, listed)):
            names = ", ".join(others[:_SHOWN]) + (" …" if len(others) > _SHOWN else "")
            raise _refused(
                target,
                Bilingual(
                    f"出力先に、公開データの一部でないファイルがあります: {names}",
                    f"The output folder holds files that are no part of the release: {names}",
                ),
            )
    elif target.exists():
        raise _refused(
            target,
            Bilingual(
                "出力先と同じ名前のファイルがあります。", "There is a file in the place of the output folder."
            ),
        )


def _listed(target: Path) -> set[str]:
    """Return the names in a folder's list of hashes; none where it has no list."""
    try:
        lines = (target / CHECKSUMS).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return set()
    return {line.partition("  ")[2] for line in lines}


def _is_beside(name: str, listed: set[str]) -> bool:
    """Tell whether a file belongs to a release without being named in its list."""
    return name in {CHECKSUMS, SIGNATURE, PUBLIC_KEY} or name.removesuffix(".gz") in listed


def _refused(target: Path, what: Bilingual) -> EnvironmentFault:
    return EnvironmentFault(
        what,
        where=str(target),
        expected=Bilingual(
            f"存在しないか、空か、{CHECKSUMS} が挙げるファイルだけのフォルダー",
            f"no such path, an empty folder, or one that holds what its {CHECKSUMS} names and nothing else",
        ),
        todo=Bilingual(
            "別の場所を -o で指定するか、それを移してください。",
            "Name another place with -o, or move it away.",
        ),
    )


def _sync(folder: Path) -> None:
    """Bring every file to the disk, so that a power cut after the exchange loses nothing.

    Thousands of files are brought there at once, by what brings all files of the system: one at a time
    takes milliseconds each.
    """
    paths = [*folder.rglob("*"), folder]
    if len(paths) > _MANY and hasattr(os, "sync"):
        os.sync()
        return
    for path in paths:
        _sync_one(path)


def _sync_one(path: Path) -> None:
    if os.name != "posix" and path.is_dir():
        return  # a folder cannot be opened there
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(new: Path, target: Path) -> None:
    """Put the new folder in the place of the old one, which ends up in the temporary folder."""
    new.chmod(0o755)
    if not target.exists():
        new.rename(target)
    elif not _exchanged_at_once(new, target):
        aside = _aside(target)
        target.rename(aside)
        new.rename(target)
        shutil.rmtree(aside, ignore_errors=True)
    _sync_one(target.parent)


def _exchanged_at_once(new: Path, target: Path) -> bool:
    """Exchange two folders in one step where the system can; tell whether it could."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if renameat2 is None:
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(target), _RENAME_EXCHANGE)
    return bool(done == 0)
