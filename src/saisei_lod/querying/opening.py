"""Open what a query asks: a release by its index on disk, anything else in memory."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from saisei_lod.errors import Bilingual, EnvironmentFault
from saisei_lod.querying.indexing import open_index
from saisei_lod.querying.loading import load_store, refuse_parts
from saisei_lod.sums import CHECKSUMS

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["Opened", "asks_graphs", "open_store"]

_NO_CODE: Final = re.compile(r"""<[^<>"{}|^`\\\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*""")
_GRAPH: Final = re.compile(r"\bGRAPH\b", re.IGNORECASE)
_COMMENT: Final = re.compile(r"^\s*#[^\n]*$", re.MULTILINE)
#: A query that names this vocabulary asks what validation found.
_SHACL: Final = "<http://www.w3.org/ns/shacl#>"


class Opened(NamedTuple):
    """A store with how it was opened."""

    store: "Store"
    how: Bilingual


def open_store(source: str | Path | Sequence[Path], text: str) -> Opened:
    """Return the store that a query text is asked of.

    One release folder is opened by its index, which is built at the first question; where no index can be
    kept, where the release has no SHA256SUMS, and for files, the store is in memory. A query of named
    graphs sees the claims of a release, one of the SHACL vocabulary its report. InputError as of load_store
    and open_index.
    """
    claims, report = asks_graphs(text), _SHACL in _COMMENT.sub("", text)
    folder = _folder(source)
    if folder is not None and not report:
        refuse_parts(folder, claims=claims)
        try:
            return Opened(open_index(folder), Bilingual("ディスク上の索引", "index on disk"))
        except EnvironmentFault:
            pass  # read below as if there were no index: slower, and as right
    store = load_store(source, claims=claims, report=report)
    return Opened(store, Bilingual("メモリー", "memory"))


def _folder(source: str | Path | Sequence[Path]) -> Path | None:
    """Return the one release folder that a source is, None for anything else."""
    given = [source] if isinstance(source, str | Path) else list(source)
    path = Path(given[0]) if len(given) == 1 else None
    return path if path is not None and (path / CHECKSUMS).is_file() else None


def asks_graphs(text: str) -> bool:
    """Tell whether a query has a GRAPH clause, outside of comments, texts and IRIs."""
    return _GRAPH.search(_NO_CODE.sub(" ", text)) is not None
