"""Ask: choose, bind, load and evaluate in one call."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

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


def answer(
    query: Query | str,
    source: str | Path | Sequence[Path],
    given: Mapping[str, str] | None = None,
    *,
    seconds: float = SECONDS,
) -> Answer:
    """Return the answer of a query, or of a SPARQL text, on a release folder or RDF files.

    ``given`` holds the parameters as people write them. Raises UsageError for wrong parameters and
    InputError for a text that is no query, a source that is no release, and work beyond the bounds.
    """
    asked = read_head(query, "query", "query") if isinstance(query, str) else query
    bound = bind(asked, given or {})
    return run(bound, load_store(source), seconds=seconds)


def run(bound: Bound, store: "Store", *, seconds: float = SECONDS) -> Answer:
    """Return the answer of a bound query on a store that has been loaded."""
    refuse_absent(bound, store)
    result = evaluate(bound.text, store, bound.query.place, seconds)
    return Answer(bound.query, result.form, result.body)
