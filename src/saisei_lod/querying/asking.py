"""Ask: choose, bind, load and evaluate in one call."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from saisei_lod.querying.answers import Answer
from saisei_lod.querying.binding import Bound, bind
from saisei_lod.querying.evaluating import SECONDS, evaluate
from saisei_lod.querying.heads import read_head
from saisei_lod.querying.loading import load_store
from saisei_lod.querying.model import Query
from saisei_lod.querying.presence import refuse_absent

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["answer", "run"]

_NO_CODE: Final = re.compile(r"""<[^<>"{}|^`\\\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*""")
_GRAPH: Final = re.compile(r"\bGRAPH\b", re.IGNORECASE)


def answer(
    query: Query | str,
    source: str | Path | Sequence[Path],
    given: Mapping[str, str] | None = None,
    *,
    seconds: float = SECONDS,
) -> Answer:
    """Return the answer of a query, or of a SPARQL text, on a release folder or RDF files.

    ``given`` holds the parameters as people write them. Raises UsageError for wrong parameters and
    InputError for a text that is no query, a source that is no release, and work beyond the bounds. A query
    that asks named graphs (GRAPH) sees the claims of a release too.
    """
    asked = read_head(query, "query", "query") if isinstance(query, str) else query
    bound = bind(asked, given or {})
    return run(bound, load_store(source, claims=_asks_graphs(bound.text)), seconds=seconds)


def _asks_graphs(text: str) -> bool:
    """Tell whether a query has a GRAPH clause, outside of comments, texts and IRIs."""
    return _GRAPH.search(_NO_CODE.sub(" ", text)) is not None


def run(bound: Bound, store: "Store", *, seconds: float = SECONDS) -> Answer:
    """Return the answer of a bound query on a store that has been loaded."""
    refuse_absent(bound, store)
    result = evaluate(bound.text, store, bound.query.place, seconds)
    return Answer(bound.query, result.form, result.body)
