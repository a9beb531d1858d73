"""Load what is asked into a store in memory: a release folder, or RDF files."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from saisei_lod.errors import Bilingual, InputError, UsageError

if TYPE_CHECKING:
    from pyoxigraph import RdfFormat, Store

__all__ = ["load_store", "refuse_parts"]

#: The parts of a release that hold its graph, and those that it may do without.
_PARTS: Final = ("plans", "registry", "schemes", "rounds")
_EXTRA: Final = ("catalog",)
#: File name suffixes with pyoxigraph's names of the formats; of a part that is there in several, the first is read.
_FORMATS: Final = {".nt": "N_TRIPLES", ".ttl": "TURTLE", ".jsonld": "JSON_LD", ".rdf": "RDF_XML"}
#: The same for files of named graphs, of which a release has one.
_DATASETS: Final = {".nq": "N_QUADS", ".trig": "TRIG"}
_CLAIMS: Final = "provenance.nq"
_REPORT: Final = "report.ttl"


def load_store(source: str | Path | Sequence[Path], *, claims: bool = False, report: bool = False) -> "Store":
    """Return a store in memory that holds a release folder, or one or several RDF files.

    Of a release the plans, registry, schemes and rounds are read, and the catalogue where it is there; with
    ``claims`` also the named graphs of provenance.nq, which are many times larger, with ``report`` what
    validation found. Raises InputError naming file, line and column for what is no release, no RDF, or empty.
    """
    from pyoxigraph import Store  # noqa: PLC0415 - not needed to list or describe queries

    store = Store()
    for path in _paths(source, claims=claims, report=report):
        _read(path, store)
    if len(store) == 0:
        raise _refused(
            Bilingual("RDF の文が一つもありません。", "There is not one RDF statement in it."), str(source)
        )
    return store


def _paths(source: str | Path | Sequence[Path], *, claims: bool, report: bool) -> Iterator[Path]:
    for given in [source] if isinstance(source, str | Path) else source:
        _refuse_address(str(given))
        path = Path(given)
        if not path.exists():
            raise _refused(
                Bilingual("ファイルもフォルダーもありません。", "There is no such file or folder."), str(path)
            )
        if path.is_dir():
            yield from _parts(path)
            yield from (_extra(path, name) for name, asked in ((_CLAIMS, claims), (_REPORT, report)) if asked)
        else:
            yield path


def _refuse_address(source: str) -> None:
    """Refuse an address among files: an endpoint is asked alone."""
    # One slash is enough: a path library makes "https:/example.org" of an address.
    if source.startswith(("http:/", "https:/")):
        raise UsageError(
            Bilingual(
                "エンドポイントのアドレスは、ファイルとしては読めません。",
                "An address of an endpoint cannot be loaded like a file.",
            ),
            where=source,
            expected=Bilingual("公開用フォルダー、または RDF ファイル", "a release folder, or RDF files"),
            todo=Bilingual(
                "アドレスは一つだけ、文字列で指定してください。", "Give one address alone, as a text."
            ),
        )


def refuse_parts(folder: Path, *, claims: bool) -> None:
    """Raise InputError where a part of a release is missing, or its claims where they are asked."""
    for _ in _parts(folder):
        pass
    if claims:
        _extra(folder, _CLAIMS)


def _parts(folder: Path) -> Iterator[Path]:
    """Yield a file for each part of a release; InputError where a part is missing."""
    found = {part: next(_spellings(folder, part), None) for part in (*_PARTS, *_EXTRA)}
    missing = [part for part in _PARTS if found[part] is None]
    if missing:
        names = ", ".join(f"{part}.nt" for part in missing)
        raise _refused(
            Bilingual(
                f"公開用フォルダーではないか、欠けています。ないもの: {names}",
                f"This is no release folder, or it is not whole; missing: {names}",
            ),
            str(folder),
        )
    yield from (path for path in found.values() if path is not None)


def _extra(folder: Path, name: str) -> Path:
    path = folder / name
    if path.is_file():
        return path
    raise InputError(
        Bilingual(
            f"この問い合わせに要る {name} がありません。",
            f"There is no {name}, which this query asks{' (GRAPH)' if name == _CLAIMS else ''}.",
        ),
        where=str(folder),
        expected=Bilingual("saisei build が作った公開用フォルダー", "a release folder made by saisei build"),
        todo=Bilingual(
            "make build(または saisei build)を実行してください。", "Run make build (or saisei build)."
        ),
    )


def _spellings(folder: Path, part: str) -> Iterator[Path]:
    return (path for suffix in _FORMATS if (path := folder / f"{part}{suffix}").is_file())


def _read(path: Path, store: "Store") -> None:
    try:
        store.bulk_load(path=str(path), format=_format(path), base_iri=path.absolute().as_uri())
    except SyntaxError as error:
        what = Bilingual(f"RDF として読めません: {error.msg}", f"This cannot be read as RDF: {error.msg}")
        raise _refused(
            what, f"{path}:{error.lineno}:{error.offset}" if error.lineno else str(path)
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise _refused(
            Bilingual(f"読めません: {reason}", f"It cannot be read: {reason}"), str(path)
        ) from error


def _format(path: Path) -> "RdfFormat":
    from pyoxigraph import RdfFormat  # noqa: PLC0415 - see load_store

    name = {**_FORMATS, **_DATASETS}.get(path.suffix.lower())
    if name is None:
        what = Bilingual(
            f"この種類のファイルは読めません: {path.name}", f"Files of this kind are not read: {path.name}"
        )
        raise _refused(what, str(path))
    found: RdfFormat = getattr(RdfFormat, name)
    return found


def _refused(what: Bilingual, where: str) -> InputError:
    suffixes = ", ".join([*_FORMATS, *_DATASETS])
    return InputError(
        what,
        where=where,
        expected=Bilingual(
            f"公開用フォルダー、または {suffixes} のファイル", f"a release folder, or {suffixes} files"
        ),
        todo=Bilingual(
            "saisei build が作ったフォルダーか、その中のファイルを指定してください。",
            "Name a folder made by saisei build, or files of it.",
        ),
    )
