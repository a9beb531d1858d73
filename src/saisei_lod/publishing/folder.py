"""Write a release beside the former one and exchange the two at the end.

A reader sees the old release or the new one. On Linux the two folders are exchanged in one step
(renameat2 with RENAME_EXCHANGE, renameat2(2)); elsewhere the old one is set aside first, and the next
build puts it back where a build was killed between the two steps.
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

__all__ = ["CHECKSUMS", "workspace"]

#: The file that tells a release of ours from any other folder.
CHECKSUMS: Final = "SHA256SUMS"
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


@contextmanager
def workspace(dist: Path) -> Iterator[Path]:
    """Yield an empty folder on the disk of ``dist``; put it in the place of ``dist`` if all went well.

    Raise EnvironmentFault where ``dist`` is a file, or a folder that holds something else than a release.
    """
    target = dist.absolute()
    _recover(target)
    _refuse_foreign(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}.new-", dir=target.parent))
    try:
        release = made / "release"
        release.mkdir()
        yield release
        _sync(release)
        _exchange(release, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.former")


def _recover(target: Path) -> None:
    """Finish what a killed build left: put a release set aside back, clear leftovers."""
    aside = _aside(target)
    if aside.is_dir() and not target.exists():
        aside.rename(target)
    elif aside.is_dir():
        shutil.rmtree(aside)
    for left in target.parent.glob(f".{target.name}.new-*"):
        shutil.rmtree(left, ignore_errors=True)


def _refuse_foreign(target: Path) -> None:
    if target.is_dir():
        if not any(target.iterdir()) or (target / CHECKSUMS).is_file():
            return
        what = Bilingual(
            "出力先は、このプログラムが作った公開用フォルダーではありません。上書きしません。",
            "The output folder is not a release made by this program; it is not overwritten.",
        )
    elif target.exists() or target.is_symlink():
        what = Bilingual(
            "出力先と同じ名前のファイルがあります。", "There is a file in the place of the output folder."
        )
    else:
        return
    raise EnvironmentFault(
        what,
        where=str(target),
        expected=Bilingual(
            f"存在しないか、空か、{CHECKSUMS} を含むフォルダー",
            f"no such path, an empty folder, or one that holds {CHECKSUMS}",
        ),
        todo=Bilingual(
            "別の場所を -o で指定するか、それを移してください。",
            "Name another place with -o, or move it away.",
        ),
    )


def _sync(folder: Path) -> None:
    """Bring every file to the disk, so that a power cut after the exchange loses nothing."""
    for path in [*folder.rglob("*"), folder]:
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


def _exchanged_at_once(new: Path, target: Path) -> bool:
    """Exchange two folders in one step where the system can; tell whether it could."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if renameat2 is None:
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(target), _RENAME_EXCHANGE)
    return bool(done == 0)
