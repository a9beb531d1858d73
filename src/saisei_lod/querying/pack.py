"""The query pack: one file a question in queries/, found by name, and any other query read from a file."""

from difflib import get_close_matches
from pathlib import Path
from typing import Final

from saisei_lod import resources
from saisei_lod.errors import Bilingual, InputError, UsageError
from saisei_lod.querying.heads import read_head
from saisei_lod.querying.model import Query

__all__ = ["choose", "find", "nearest", "pack", "read_query"]

_SUFFIX: Final = ".rq"


def pack(folder: Path | None = None) -> tuple[Query, ...]:
    """Return the queries of a folder in the order of their questions, by default those of the program."""
    paths = (folder if folder is not None else resources.queries()).glob(f"*{_SUFFIX}")
    queries = [read_head(_text(path), path.stem, path.name) for path in paths]
    return tuple(sorted(queries, key=lambda query: (query.question or 0, query.name)))


def find(name: str, folder: Path | None = None) -> Query:
    """Return the query of the pack with this name; UsageError with the nearest names where there is none."""
    base = folder if folder is not None else resources.queries()
    names = sorted(path.stem for path in base.glob(f"*{_SUFFIX}"))
    if name in names:
        path = base / f"{name}{_SUFFIX}"
        return read_head(_text(path), name, path.name)
    raise UsageError(
        Bilingual(
            f"この名前の問い合わせはありません: {name[:80]}", f"There is no query of this name: {name[:80]}"
        ),
        expected=nearest(name, names),
        todo=Bilingual(
            "saisei query で一覧を見るか、.rq ファイルを指定してください。",
            "See the list by saisei query, or name a .rq file.",
        ),
    )


def choose(name_or_file: str) -> Query:
    """Return the query of the pack with this name, or that of a ``.rq`` file."""
    path = Path(name_or_file)
    if path.suffix == _SUFFIX or "/" in name_or_file or "\\" in name_or_file:
        return read_query(path)
    return find(name_or_file)


def read_query(path: Path) -> Query:
    """Return the query of a file; InputError where it cannot be read as UTF-8 text, or is empty."""
    text = _text(path)
    if not text.strip():
        raise _unreadable(path, Bilingual("空のファイルです", "the file is empty"))
    return read_head(text, path.stem, str(path))


def nearest(name: str, names: list[str]) -> Bilingual:
    """Return the names that are most like the one given, in words; all of them where none is like it.

    >>> nearest("plan-histry", ["plan-history", "datasets"]).en
    'plan-history'
    """
    near = get_close_matches(name.casefold().replace("_", "-")[:80], names, n=3, cutoff=0.5) or names[:20]
    return Bilingual("、".join(near), ", ".join(near))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise _unreadable(path, Bilingual("ファイルがありません", "there is no such file")) from error
    except UnicodeDecodeError as error:
        raise _unreadable(path, Bilingual("UTF-8 ではありません", "it is not UTF-8")) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise _unreadable(path, Bilingual(reason, reason)) from error


def _unreadable(path: Path, why: Bilingual) -> InputError:
    return InputError(
        Bilingual(f"問い合わせのファイルを読めません: {why.ja}", f"The query file cannot be read: {why.en}"),
        where=str(path),
        expected=Bilingual("UTF-8 の SPARQL 問い合わせ", "a SPARQL query in UTF-8"),
        todo=Bilingual("ファイルの場所と中身を確かめてください。", "Check the path and the content."),
    )
