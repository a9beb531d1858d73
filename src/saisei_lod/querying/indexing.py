"""Keep a release as an index on disk, built once, which any number of processes open read-only.

The index lies in the user's cache folder under a key made of SHA256SUMS and the files that are there. It is
built in a folder beside its place and renamed, so a killed build leaves nothing that is taken for an index.
Each index says which files it has and how long they are: one that was cut short is built again.

The graph of the release is the default graph; claims stand in the named graphs of provenance.nq, the
vocabulary in a named graph of its IRI.
"""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from saisei_lod import resources
from saisei_lod.errors import Bilingual, EnvironmentFault, InputError
from saisei_lod.sums import CHECKSUMS, read_sums, sha256_of

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["VOCABULARY_GRAPH", "index_folder", "open_index"]

#: The named graph of the vocabulary.
VOCABULARY_GRAPH: Final = "https://w3id.org/saisei/ns"
#: Raised when what an index holds changes.
_FORM: Final = "1"
_PARTS: Final = ("plans.nt", "registry.nt", "schemes.nt", "rounds.nt", "catalog.nt")
_CLAIMS: Final = "provenance.nq"
_VOCABULARY: Final = {
    "ontology/saisei.ttl": VOCABULARY_GRAPH,
    "ontology/alignment.ttl": f"{VOCABULARY_GRAPH}/alignment",
}
_COMPLETE: Final = "complete.json"
_DAYS_KEPT: Final = 30
#: What RocksDB writes for itself while an index is open, and what is never read again.
_OF_NO_MATTER: Final = ("LOG", "LOCK", _COMPLETE)


class _File(NamedTuple):
    """A file to index: its path in the release, and where it lies."""

    name: str
    path: Path


def open_index(release: Path, *, claims: bool = True) -> "Store":
    """Return a read-only store of a release folder, from its index, which is built where there is none.

    Holds what is there of plans, registry, schemes, rounds and catalogue (default graph), the vocabulary (graph
    ``VOCABULARY_GRAPH``) and its alignment (``/alignment`` below that), with ``claims`` the claims (named graphs;
    twice as much again as all else). Raises InputError for a folder that is no release or whose files are not
    what SHA256SUMS says, EnvironmentFault where no index can be kept.
    """
    from pyoxigraph import Store  # noqa: PLC0415 - not needed before something is asked

    folder = index_folder(release, claims=claims)
    try:
        return Store.read_only(str(folder))
    except (OSError, RuntimeError, ValueError):
        # Its files have the right length and yet cannot be read.
        shutil.rmtree(folder, ignore_errors=True)
        return Store.read_only(str(index_folder(release, claims=claims)))


def index_folder(release: Path, *, claims: bool = True) -> Path:
    """Return the folder of the index of a release, built where there is none; as of open_index."""
    stated = read_sums(release / CHECKSUMS)
    files = list(_files(release, stated, claims=claims))
    if not any(file.name == _PARTS[0] for file in files):
        raise _no_release(release)
    place = _home() / _key(release, files)
    if _is_whole(place):
        with suppress(OSError):
            os.utime(place)
        return place
    for file in files:
        _check(file, stated)
    try:
        _build(files, place)
    except OSError as error:
        raise _not_kept(place.parent, error.strerror or str(error)) from error
    return place


def _files(release: Path, stated: dict[str, str], *, claims: bool) -> Iterator[_File]:
    """Yield what of a release is there; the vocabulary is the program's own where it is the very same."""
    for name in (*_PARTS, *([_CLAIMS] if claims else ())):
        if name in stated and (release / name).is_file():
            yield _File(name, release / name)
    for name in _VOCABULARY:
        own = resources.ontology().parent / name
        if name in stated and (release / name).is_file():
            yield _File(name, release / name)
        elif own.is_file() and sha256_of(own) == stated.get(name):
            yield _File(name, own)


def _key(release: Path, files: list[_File]) -> str:
    """Return the name of an index: it changes with the statement, the files, and the library that reads it."""
    import pyoxigraph  # noqa: PLC0415 - see open_index

    digest = hashlib.sha256((release / CHECKSUMS).read_bytes())
    digest.update(f"{_FORM} {pyoxigraph.__version__}\n".encode())
    for file in files:
        status = file.path.stat()
        digest.update(f"{file.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:32]


def _home() -> Path:
    home = resources.cache("index")
    if home is None:
        raise _not_kept(Path("~"), "no home")
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise _not_kept(home, error.strerror or str(error)) from error
    return home


def _is_whole(place: Path) -> bool:
    """Tell whether an index has all its files at their lengths."""
    try:
        lengths = msgspec.json.decode((place / _COMPLETE).read_bytes(), type=dict[str, int])
        return all((place / name).stat().st_size == length for name, length in lengths.items())
    except (OSError, msgspec.MsgspecError):
        return False


def _check(file: _File, stated: dict[str, str]) -> None:
    if sha256_of(file.path) != stated[file.name]:
        raise InputError(
            Bilingual(
                f"{file.name} は {CHECKSUMS} に書かれた内容ではありません。",
                f"{file.name} is not what {CHECKSUMS} says.",
            ),
            where=str(file.path),
            expected=Bilingual("作られたままの公開データ", "a release as it was made"),
            todo=Bilingual(
                "saisei verify で確かめ、saisei build で作り直してください。",
                "See saisei verify, and make the release again with saisei build.",
            ),
        )


def _build(files: list[_File], place: Path) -> None:
    made = Path(tempfile.mkdtemp(prefix=".new-", dir=place.parent))
    try:
        _fill(files, made / "index")
        if place.exists() and not _is_whole(place):
            place.rename(made / "spoilt")
        with suppress(OSError):  # another process was faster
            (made / "index").rename(place)
    finally:
        shutil.rmtree(made, ignore_errors=True)
        _forget(place.parent)


def _fill(files: list[_File], folder: Path) -> None:
    from pyoxigraph import NamedNode, RdfFormat, Store  # noqa: PLC0415 - see open_index

    forms = {".nt": RdfFormat.N_TRIPLES, ".nq": RdfFormat.N_QUADS, ".ttl": RdfFormat.TURTLE}
    store = Store(str(folder))
    for file in files:
        graph = NamedNode(_VOCABULARY[file.name]) if file.name in _VOCABULARY else None
        try:
            store.bulk_load(path=str(file.path), format=forms[file.path.suffix], to_graph=graph)
        except SyntaxError as error:
            raise InputError(
                Bilingual(f"RDF として読めません: {error.msg}", f"This cannot be read as RDF: {error.msg}"),
                where=f"{file.path}:{error.lineno}" if error.lineno else str(file.path),
                todo=Bilingual(
                    "saisei build で作り直してください。", "Make the release again with saisei build."
                ),
            ) from error
    store.optimize()
    store.flush()
    del store  # closes it: the lengths below are final
    lengths = {
        path.name: path.stat().st_size
        for path in sorted(folder.iterdir())
        if not path.name.startswith(_OF_NO_MATTER)
    }
    (folder / _COMPLETE).write_bytes(msgspec.json.encode(lengths))


def _forget(home: Path) -> None:
    """Remove what was not opened for a month, and what killed builds left."""
    oldest = time.time() - _DAYS_KEPT * 86_400
    for folder in home.iterdir():
        with suppress(OSError):
            if folder.stat().st_mtime < oldest:
                shutil.rmtree(folder, ignore_errors=True)


def _no_release(release: Path) -> InputError:
    return InputError(
        Bilingual(
            f"公開用フォルダーに {_PARTS[0]} がありません。", f"The release folder has no {_PARTS[0]}."
        ),
        where=str(release),
        expected=Bilingual("saisei build が作った公開用フォルダー", "a release folder made by saisei build"),
        todo=Bilingual("saisei build を実行してください。", "Run saisei build."),
    )


def _not_kept(where: Path, reason: str) -> EnvironmentFault:
    return EnvironmentFault(
        Bilingual(f"索引を置けません: {reason}", f"The index cannot be kept: {reason}"),
        where=str(where),
        expected=Bilingual("書き込めるキャッシュのフォルダー", "a cache folder that can be written"),
        todo=Bilingual(
            "空きを作るか、XDG_CACHE_HOME で書き込める場所を指定してください。",
            "Free space on the disk, or name a folder that can be written in XDG_CACHE_HOME.",
        ),
    )
