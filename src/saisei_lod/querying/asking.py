"""Ask: choose, bind, open and evaluate in one call."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from saisei_lod.errors import Bilingual, Language
from saisei_lod.querying.addresses import checked_address, is_address
from saisei_lod.querying.answers import Answer
from saisei_lod.querying.binding import Bound, bind
from saisei_lod.querying.evaluating import SECONDS, Result, evaluate
from saisei_lod.querying.heads import read_head
from saisei_lod.querying.labels import with_labels
from saisei_lod.querying.model import Query
from saisei_lod.querying.opening import open_store
from saisei_lod.querying.presence import refuse_absent

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["Asked", "answer", "ask_source", "run"]


class Asked(NamedTuple):
    """An answer with where it came from: a store on disk or in memory, or an endpoint."""

    answer: Answer
    how: Bilingual


def answer(
    query: Query | str,
    source: str | Path | Sequence[Path],
    given: Mapping[str, str] | None = None,
    *,
    seconds: float = SECONDS,
) -> Answer:
    """Return the answer of a query, or of a SPARQL text, on a release folder, RDF files, or an endpoint.

    ``given`` holds the parameters as people write them; ``source`` may be the address of an endpoint.
    Raises UsageError for wrong parameters, InputError for a text that is no query, a source that is no
    release, and work beyond the bounds, EnvironmentFault where an endpoint does not answer. A query that
    asks named graphs (GRAPH) sees the claims of a release too, one of the SHACL vocabulary its report.
    """
    asked = read_head(query, "query", "query") if isinstance(query, str) else query
    return ask_source(bind(asked, given or {}), source, seconds=seconds).answer


def ask_source(
    bound: Bound,
    source: str | Path | Sequence[Path],
    labels: Language | None = None,
    *,
    seconds: float = SECONDS,
) -> Asked:
    """Return the answer of a bound query on a source, with labels beside its IRIs where a language is given."""
    if isinstance(source, str) and is_address(source):
        from saisei_lod.querying.remote import ask  # noqa: PLC0415 - the network is rarely asked

        address = checked_address(source)
        how = Bilingual(f"エンドポイント {address}", f"endpoint {address}")
        return _asked(bound, lambda text: ask(text, address, bound.query.place, seconds), labels, how)
    store, how = open_store(source, bound.text)
    refuse_absent(bound, store)
    return _asked(bound, lambda text: evaluate(text, store, bound.query.place, seconds), labels, how)


def _asked(bound: Bound, asking: Callable[[str], Result], labels: Language | None, how: Bilingual) -> Asked:
    result = asking(bound.text)
    found = Answer(bound.query, result.form, result.body)
    return Asked(with_labels(found, labels, asking) if labels else found, how)


def run(bound: Bound, store: "Store", *, seconds: float = SECONDS) -> Answer:
    """Return the answer of a bound query on a store that has been loaded."""
    refuse_absent(bound, store)
    result = evaluate(bound.text, store, bound.query.place, seconds)
    return Answer(bound.query, result.form, result.body)
