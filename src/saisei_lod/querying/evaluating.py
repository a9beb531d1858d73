"""Evaluate a query text on a store, within bounds of text, time and memory.

pyoxigraph has no time limit, and a text of many thousand nested brackets overflows an ordinary stack. So
a query runs in a thread of its own with a large stack, which can be left behind: at the time limit, and
when the user interrupts.
"""

import io
import re
import threading
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError, SaiseiError
from saisei_lod.querying.faults import syntax_error

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions, QueryTriples, Store

__all__ = ["SECONDS", "Form", "Result", "evaluate"]

#: Seconds after which a query is given up.
SECONDS: Final = 300.0
#: Characters of the longest query text; a stack of _STACK bytes holds what such a text can nest.
_LONGEST: Final = 50_000
_STACK: Final = 256 * 1024 * 1024
#: Bytes of the largest answer.
_LARGEST: Final = 512 * 1024 * 1024
_UPDATE: Final = re.compile(
    r"(?:\s++|#[^\n]*+|(?:PREFIX\s++[^\s:<]*+:|BASE)\s*+<[^>]*+>)*+"
    r"(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)

Form = Literal["rows", "truth", "graph"]


class Result(NamedTuple):
    """What a query gave: rows or a truth value as SPARQL 1.1 Query Results JSON, a graph as sorted N-Triples."""

    form: Form
    body: bytes


def evaluate(text: str, store: "Store", place: str, seconds: float = SECONDS) -> Result:
    """Return the result of a query; InputError with line and column where the text is no SPARQL 1.1 query.

    ``place`` names the text in messages. Updates are refused.
    """
    _refuse(text, place)
    outcome: list[Result | SaiseiError] = []
    thread = threading.Thread(target=lambda: outcome.append(_outcome(text, store, place)), daemon=True)
    _start(thread)
    thread.join(seconds)
    if not outcome:
        raise _too_much(
            place,
            Bilingual(f"{seconds:g} 秒で終わりませんでした。", f"It did not end in {seconds:g} seconds."),
        )
    if isinstance(outcome[0], SaiseiError):
        raise outcome[0]
    return outcome[0]


def _start(thread: threading.Thread) -> None:
    former = threading.stack_size(_STACK)
    try:
        thread.start()
    except RuntimeError as error:
        raise EnvironmentFault(
            Bilingual(
                "問い合わせを始めるメモリーが足りません。", "There is not enough memory to begin a query."
            ),
            expected=Bilingual("256 MB の空きメモリー", "256 MB of free memory"),
            todo=Bilingual(
                "メモリーの制限(ulimit -v)を緩めてください。", "Raise the limit on memory (ulimit -v)."
            ),
        ) from error
    finally:
        threading.stack_size(former)


def _refuse(text: str, place: str) -> None:
    update = _UPDATE.match(text)
    if update:
        word = update[1].upper()
        raise InputError(
            Bilingual(
                f"更新({word})はできません。公開データは読むだけです。",
                f"Updates ({word}) are refused: a release is read only.",
            ),
            where=_position(text, update.start(1), place),
            expected=Bilingual(
                "SELECT、ASK、CONSTRUCT、DESCRIBE のいずれか", "SELECT, ASK, CONSTRUCT or DESCRIBE"
            ),
            todo=Bilingual("問い合わせの形に書き直してください。", "Write it as a query."),
        )
    if len(text) > _LONGEST:
        raise InputError(
            Bilingual(
                f"問い合わせが長すぎます({len(text):,} 文字)。",
                f"The query is too long ({len(text):,} characters).",
            ),
            where=place,
            expected=Bilingual(f"{_LONGEST:,} 文字まで", f"at most {_LONGEST:,} characters"),
            todo=Bilingual(
                "値の並びを減らすか、分けて実行してください。",
                "Shorten its lists of values, or ask in parts.",
            ),
        )


def _position(text: str, offset: int, place: str) -> str:
    before = text[:offset]
    return f"{place}:{before.count(chr(10)) + 1}:{offset - before.rfind(chr(10))}"


def _outcome(text: str, store: "Store", place: str) -> Result | SaiseiError:
    try:
        return _result(text, store, place)
    except SaiseiError as error:
        # Its traceback would carry pyoxigraph's cursor out of the thread in which alone it may be dropped.
        error.__context__ = None
        return error.with_traceback(None)
    except SyntaxError as error:
        return syntax_error(str(error), text, place)
    except (OSError, RuntimeError, ValueError) as error:
        return _not_evaluated(str(error), place)


def _result(text: str, store: "Store", place: str) -> Result:
    from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions  # noqa: PLC0415 - loaded when asked

    found = store.query(text)
    if isinstance(found, QueryBoolean):
        return Result("truth", found.serialize(format=QueryResultsFormat.JSON) or b"")
    return (
        Result("rows", _rows(found, place))
        if isinstance(found, QuerySolutions)
        else Result("graph", _graph(found))
    )


def _rows(found: "QuerySolutions", place: str) -> bytes:
    from pyoxigraph import QueryResultsFormat  # noqa: PLC0415 - loaded when asked

    body = _Bounded(place)
    found.serialize(body, QueryResultsFormat.JSON)
    return body.getvalue()


def _graph(found: "QueryTriples") -> bytes:
    return "".join(f"{line} .\n" for line in sorted({str(triple) for triple in found})).encode()


class _Bounded(io.BytesIO):
    """A buffer that refuses to grow beyond the largest answer."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        """Take bytes; InputError beyond the bound."""
        if self.tell() + len(data) > _LARGEST:
            raise _too_much(
                self._place,
                Bilingual("答えが大きすぎます(512 MB 超)。", "The answer is too large (over 512 MB)."),
            )
        return super().write(data)


def _not_evaluated(message: str, place: str) -> InputError:
    return InputError(
        Bilingual(
            f"問い合わせを実行できませんでした: {message}", f"The query could not be evaluated: {message}"
        ),
        where=place,
        todo=Bilingual(
            "問い合わせの SERVICE や関数を確かめてください。", "See its SERVICE clauses and functions."
        ),
    )


def _too_much(place: str, what: Bilingual) -> InputError:
    return InputError(
        what,
        where=place,
        expected=Bilingual("条件で絞った問い合わせ", "a query narrowed by conditions"),
        todo=Bilingual("条件か LIMIT を加えてください。", "Add conditions or a LIMIT."),
    )
