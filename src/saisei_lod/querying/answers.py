"""The answer to a query, as a value that can be shown in any format, any number of times."""

import json
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.querying.evaluating import Form
from saisei_lod.querying.model import Query

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

    Cell: TypeAlias = BlankNode | Literal | NamedNode | Triple | None

__all__ = ["Answer", "Rows"]


class Rows(NamedTuple):
    """Rows with the names of their columns: in each cell a term of pyoxigraph, None where nothing is known."""

    columns: tuple[str, ...]
    rows: "tuple[tuple[Cell, ...], ...]"


class Answer(NamedTuple):
    """What a query gave: rows, a truth value or a graph.

    ``body`` is SPARQL 1.1 Query Results JSON for rows and a truth value, sorted N-Triples for a graph.
    """

    query: Query
    form: Form
    body: bytes

    @property
    def rows(self) -> Rows:
        """The rows of a SELECT query; UsageError for another form."""
        found = self.solutions()
        columns = tuple(variable.value for variable in found.variables)
        return Rows(columns, tuple(tuple(solution) for solution in found))

    @property
    def truth(self) -> bool:
        """The truth value of an ASK query; UsageError for another form."""
        if self.form != "truth":
            raise self._other_form(Bilingual("真偽", "a truth value"))
        return bool(json.loads(self.body)["boolean"])

    def solutions(self) -> "QuerySolutions":
        """Return a fresh iterator over the solutions of a SELECT query, as pyoxigraph gives it."""
        from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results  # noqa: PLC0415 - loaded when asked

        found = parse_query_results(self.body, QueryResultsFormat.JSON) if self.form == "rows" else None
        if not isinstance(found, QuerySolutions):
            raise self._other_form(Bilingual("行", "rows"))
        return found

    def _other_form(self, asked: Bilingual) -> UsageError:
        names = {
            "rows": Bilingual("行(SELECT)", "rows (SELECT)"),
            "truth": Bilingual("真偽(ASK)", "a truth value (ASK)"),
            "graph": Bilingual("グラフ(CONSTRUCT、DESCRIBE)", "a graph (CONSTRUCT, DESCRIBE)"),
        }
        given = names[self.form]
        return UsageError(
            Bilingual(
                f"この問い合わせの答えは{asked.ja}ではありません。",
                f"The answer of this query is not {asked.en}.",
            ),
            where=self.query.place,
            expected=given,
            todo=Bilingual("答えの形に合わせて読んでください。", "Read it as the form that it has."),
        )
