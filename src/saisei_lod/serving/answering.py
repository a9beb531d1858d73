"""Answer a query in a worker: bounded in text, rows and bytes, in the form that was negotiated."""

import io
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from saisei_lod.errors import Bilingual
from saisei_lod.querying.faults import syntax_error
from saisei_lod.serving.forms import GRAPH, ROWS, Form, by_media
from saisei_lod.serving.limits import Limits
from saisei_lod.serving.messages import Answer, Ask, Refused
from saisei_lod.serving.scanning import forbidden

__all__ = ["answer", "graph_bytes", "too_much_memory"]

#: What stands between two rows of a form, before or after each; and the rows before the first mark.
_MARKS: Final = {"JSON": (b"},{", 1), "XML": (b"<result>", 0), "CSV": (b"\n", -1), "TSV": (b"\n", -1)}


def answer(ask: Ask, store: Store, limits: Limits) -> Answer | Refused:
    """Return the answer to a query, or why there is none; nothing is raised for what a client can send."""
    refused = _too_long(ask.text, limits) or forbidden(ask.text, limits.services)
    if refused is not None:
        return refused
    try:
        found = _found(ask, store)
        return _formed(found, ask, limits)
    except _TooLargeError as error:
        return error.refused
    except SyntaxError as error:
        said = syntax_error(str(error), ask.text, "query")
        return Refused(400, said.what, said.where, said.expected, said.todo)
    except MemoryError:
        return too_much_memory(limits)
    except (RuntimeError, ValueError) as error:
        if "orrupt" in str(error):  # of the store, not of the query: it names files
            raise OSError(str(error)) from error
        return _not_evaluated(str(error))


def _found(ask: Ask, store: Store) -> QuerySolutions | QueryBoolean | QueryTriples:
    """Evaluate on the query's own dataset, or on that of the protocol, which goes first (section 2.1.4)."""
    if ask.default_graphs is None and ask.named_graphs is None:
        return store.query(ask.text)
    return store.query(
        ask.text,
        default_graph=[NamedNode(iri) for iri in ask.default_graphs or ()],
        named_graphs=[NamedNode(iri) for iri in ask.named_graphs or ()],
    )


def _formed(
    found: QuerySolutions | QueryBoolean | QueryTriples, ask: Ask, limits: Limits
) -> Answer | Refused:
    if isinstance(found, QueryTriples):
        if ask.graph is None:
            return _not_acceptable(GRAPH)
        return Answer(ask.graph, _graph(found, by_media(ask.graph), limits))
    if ask.rows is None:
        return _not_acceptable(ROWS)
    form = by_media(ask.rows)
    body = _Bounded(limits, *_MARKS[form.name])
    named: QueryResultsFormat = getattr(QueryResultsFormat, form.name)
    found.serialize(body, named)
    return Answer(ask.rows, body.getvalue())


def _graph(found: Iterable[Triple], form: Form, limits: Limits) -> bytes:
    triples = list(islice(found, limits.rows + 1))
    if len(triples) > limits.rows:
        raise _TooLargeError(_too_many_rows(limits))
    body = graph_bytes(triples, form, {})
    if len(body) > limits.answer:
        raise _TooLargeError(_too_many_bytes(limits))
    return body


def graph_bytes(triples: Iterable[Triple], form: Form, prefixes: Mapping[str, str]) -> bytes:
    """Return a graph in a form, each triple once and in the order of N-Triples."""
    named: RdfFormat = getattr(RdfFormat, form.name)
    ordered = sorted(set(triples), key=str)
    return serialize(ordered, format=named, prefixes=dict(prefixes)) or b""


class _TooLargeError(Exception):
    """An answer passes a bound."""

    def __init__(self, refused: Refused) -> None:
        super().__init__()
        self.refused = refused


class _Bounded(io.BytesIO):
    """A buffer that counts rows and refuses to grow beyond the bounds."""

    def __init__(self, limits: Limits, mark: bytes, before: int) -> None:
        super().__init__()
        self._limits = limits
        self._mark = mark
        self._rows = before
        self._tail = b""

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        """Take bytes; raise beyond the bounds."""
        seen = self._tail + bytes(data)
        self._rows += seen.count(self._mark)
        self._tail = seen[len(seen) - len(self._mark) + 1 :] if len(self._mark) > 1 else b""
        if self._rows > self._limits.rows:
            raise _TooLargeError(_too_many_rows(self._limits))
        if self.tell() + len(data) > self._limits.answer:
            raise _TooLargeError(_too_many_bytes(self._limits))
        return super().write(data)


def _too_long(text: str, limits: Limits) -> Refused | None:
    if len(text) <= limits.text:
        return None
    return Refused(
        413,
        Bilingual(
            f"問い合わせが長すぎます({len(text):,} 文字)。",
            f"The query is too long ({len(text):,} characters).",
        ),
        expected=Bilingual(f"{limits.text:,} 文字まで", f"at most {limits.text:,} characters"),
        todo=Bilingual(
            "値の並びを減らすか、分けて実行してください。", "Shorten its lists of values, or ask in parts."
        ),
    )


_NARROWER: Final = Bilingual("条件か LIMIT を加えてください。", "Add conditions or a LIMIT.")


def _too_many_rows(limits: Limits) -> Refused:
    return Refused(
        413,
        Bilingual("答えの行数が上限を超えました。", "The answer has more rows than the limit."),
        expected=Bilingual(f"{limits.rows:,} 行まで", f"at most {limits.rows:,} rows"),
        todo=_NARROWER,
    )


def _too_many_bytes(limits: Limits) -> Refused:
    return Refused(
        413,
        Bilingual("答えの大きさが上限を超えました。", "The answer is larger than the limit."),
        expected=Bilingual(f"{limits.answer:,} バイトまで", f"at most {limits.answer:,} bytes"),
        todo=_NARROWER,
    )


def too_much_memory(limits: Limits) -> Refused:
    """Return that a query takes more memory than a worker may have."""
    return Refused(
        507,
        Bilingual(
            "問い合わせに要るメモリーが上限を超えました。", "The query takes more memory than the limit."
        ),
        expected=Bilingual(f"{limits.memory:,} バイトまで", f"at most {limits.memory:,} bytes"),
        todo=_NARROWER,
    )


def _not_acceptable(offered: Iterable[Form]) -> Refused:
    listed = ", ".join(form.media for form in offered)
    return Refused(
        406,
        Bilingual("Accept の形式では答えられません。", "There is no answer in a form that Accept names."),
        expected=Bilingual(listed, listed),
        todo=Bilingual("Accept を上のいずれかにしてください。", "Name one of these in Accept."),
    )


def _not_evaluated(message: str) -> Refused:
    return Refused(
        400,
        Bilingual(
            f"問い合わせを実行できませんでした: {message}", f"The query could not be evaluated: {message}"
        ),
        todo=Bilingual("関数や IRI を確かめてください。", "See its functions and IRIs."),
    )
