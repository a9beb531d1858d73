"""Score what was read from a page against what a person read from it, fact by fact.

A case is a folder with the page (``page.html``, ``page.csv`` ...) and ``expected.json``; README.md beside the
cases says how that is written. A fact is expected, given, both or neither:

- expected and given alike: right; a basis (stated, inferred, implied) or precision that differs makes it wrong;
- expected and not given: missed; given and not expected, or given otherwise: wrong;
- a field named in ``unclear`` need not be given: silence there is no miss, but a wrong value stays wrong.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin

__all__ = ["BAR_FIELDS", "Case", "Count", "Fact", "cases", "facts", "load_case", "missed", "score", "total"]

Json = Mapping[str, Any]
#: The fields that the bar is about; the others are reported beside it.
BAR_FIELDS: Final = (
    "title",
    "status",
    "day",
    "round",
    "change day",
    "change round",
    "change kind",
    "period start",
    "period end",
    "makers",
    "schemes",
    "coverage",
    "documents",
)
_EMPTY: Final[Json] = {}


class Case(NamedTuple):
    """A page with what is expected of it; ``options`` go to the reader as they are."""

    name: str
    page: Path
    options: Mapping[str, str]
    expected: Json

    @property
    def is_generated(self) -> bool:
        """Whether a script made its rows: its many like facts would hide what happens to the others."""
        return bool(self.expected.get("generated"))


class Fact(NamedTuple):
    """One fact of a plan or of its page; None stands for silence, and ``plan`` is empty for the page."""

    plan: str
    field: str
    sides: tuple[object, object]
    unclear: bool = False

    @property
    def expected(self) -> object:
        """What a person read."""
        return self.sides[0]

    @property
    def given(self) -> object:
        """What the reader read."""
        return self.sides[1]

    @property
    def is_expected(self) -> bool:
        """Whether a reader owes this fact."""
        return self.expected is not None and not (self.unclear and self.given is None)

    @property
    def is_right(self) -> bool:
        """Whether it was given as expected."""
        return self.given is not None and self.given == self.expected

    @property
    def is_wrong(self) -> bool:
        """Whether something else was given, or something where nothing is expected."""
        return self.given is not None and self.given != self.expected


class Count(NamedTuple):
    """How many facts were expected, read right, read wrong, and not read."""

    expected: int = 0
    right: int = 0
    wrong: int = 0
    null: int = 0

    @property
    def recall(self) -> float:
        """Right values of the expected ones; 1.0 where none is expected."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Right values of those given; 1.0 where none is given."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


def load_case(folder: Path) -> Case:
    """Return the case of a folder."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    page = next(path for path in sorted(folder.glob("page.*")) if path.suffix != ".py")
    return Case(folder.name, page, expected["options"], expected)


def cases(*folders: Path) -> list[Case]:
    """Return all cases below the folders, by name."""
    found = [path.parent for folder in folders for path in sorted(folder.glob("*/expected.json"))]
    return [load_case(folder) for folder in found]


def score(folder: Path, actual: Json) -> dict[str, Count]:
    """Return the counts by field for what was read from the page of a case."""
    return total(facts(load_case(folder), actual))


def total(found: Sequence[Fact]) -> dict[str, Count]:
    """Add facts up by field."""
    counts: dict[str, Counter[str]] = {}
    for fact in found:
        count = counts.setdefault(fact.field, Counter())
        count["expected"] += fact.is_expected
        count["right"] += fact.is_right
        count["wrong"] += fact.is_wrong
        count["null"] += fact.is_expected and fact.given is None
    return {field: Count(**count) for field, count in counts.items()}


def missed(found: Sequence[Fact]) -> list[Fact]:
    """Return the facts that were not read or read wrong."""
    return [fact for fact in found if fact.is_wrong or (fact.is_expected and fact.given is None)]


def facts(case: Case, actual: Json) -> list[Fact]:
    """Return every fact expected of or given for a page, plans matched by title, else by order."""
    found = list(_page_facts(case, actual))
    plans = _paired(case.expected["plans"], actual.get("plans") or (), _same_title)
    for expected, given in plans:
        found += _plan_facts(expected, given, case.options.get("url", ""))
    return [fact for fact in found if fact.sides != (None, None)]


class _Unclear:
    """Tells whether a field is among the unclear ones: ``period`` holds ``period.start`` too."""

    def __init__(self, expected: Json) -> None:
        self.fields = frozenset(expected.get("unclear") or ())

    def __call__(self, field: str) -> bool:
        return field in self.fields or field.partition(".")[0] in self.fields

    def names(self, field: str) -> bool:
        """Tell whether this very field is named: a basis or precision is open only then."""
        return field in self.fields


def _page_facts(case: Case, actual: Json) -> Iterator[Fact]:
    expected, given = case.expected["page"], actual.get("page") or _EMPTY
    unclear = _Unclear(expected)
    dates = (expected.get("last_updated"), given.get("last_updated"))
    yield Fact("", "page date", dates, unclear("last_updated"))
    if "publisher" not in case.options:
        codes = (_publisher(expected), _publisher(given))
        yield Fact("", "publisher", codes, unclear("publisher"))


def _publisher(page: Json) -> str | None:
    return (page.get("publisher") or _EMPTY).get("code")


def _paired(
    expected: Sequence[Json], given: Sequence[Json], same: Callable[[Json, Json], bool]
) -> list[tuple[Json, Json]]:
    """Pair what is the same, then the rest by order; one without a partner stands beside an empty one."""
    free = list(given)
    partners: list[Json | None] = []
    for one in expected:
        partner = next((other for other in free if same(one, other)), None)
        free = [other for other in free if other is not partner]
        partners.append(partner)
    rest = iter(free)
    pairs = [
        (one, partner if partner is not None else next(rest, _EMPTY))
        for one, partner in zip(expected, partners, strict=True)
    ]
    return [*pairs, *((_EMPTY, other) for other in rest)]


def _same_title(one: Json, other: Json) -> bool:
    return _fold(one.get("title")) == _fold(other.get("title"))


def _same_event(one: Json, other: Json) -> bool:
    shared = [key for key in ("date", "round") if one.get(key) is not None and other.get(key) is not None]
    return bool(shared) and one[shared[0]] == other[shared[0]]


def _same_file(one: Json, other: Json) -> bool:
    return any(one.get(key) and one.get(key) == other.get(key) for key in ("url", "size_text"))


def _plan_facts(expected: Json, given: Json, url: str) -> Iterator[Fact]:
    both = (expected, given)
    plan = str(expected.get("title") or f"+{given.get('title')}")
    unclear = _Unclear(expected)
    yield Fact(plan, "title", (_fold(expected.get("title")), _fold(given.get("title"))), unclear("title"))
    yield Fact(plan, "status", (expected.get("status"), given.get("status")), unclear("status"))
    yield from _event_facts(plan, "", _parts(both, "certification"), unclear)
    for pair in _paired(*_lists(both, "amendments"), _same_event):
        yield from _event_facts(plan, "change ", pair, unclear)
        yield Fact(plan, "change kind", (_kind(pair[0]), _kind(pair[1])), unclear("amendments.kind"))
    yield from _period_facts(plan, _parts(both, "period"), unclear)
    yield from _maker_facts(plan, _lists(both, "makers"), unclear)
    yield from _set_facts(plan, "schemes", _lists(both, "schemes"), unclear=unclear("schemes"))
    yield from _coverage_facts(plan, _parts(both, "coverage"), unclear)
    yield from _document_facts(plan, _lists(both, "documents"), unclear, url)
    for field in ("indicators", "amounts"):
        spelled = [[_spelled(value) for value in values] for values in _lists(both, field)]
        yield from _set_facts(plan, field, (spelled[0], spelled[1]), unclear=unclear(field))


def _parts(both: tuple[Json, Json], key: str) -> tuple[Json, Json]:
    return both[0].get(key) or _EMPTY, both[1].get(key) or _EMPTY


def _lists(both: tuple[Json, Json], key: str) -> tuple[list[Any], list[Any]]:
    return list(both[0].get(key) or ()), list(both[1].get(key) or ())


def _event_facts(plan: str, change: str, both: tuple[Json, Json], unclear: _Unclear) -> Iterator[Fact]:
    """Yield day and round, each with its basis; ``change`` is "change " for later events."""
    name = "amendments" if change else "certification"
    for field, key in (("day", "date"), ("round", "round")):
        basis = "" if unclear.names(f"{name}.{key}_basis") else f"{key}_basis"
        yield Fact(plan, change + field, _marked(both, key, basis), unclear(f"{name}.{key}"))


def _kind(event: Json) -> str | None:
    """Return the kind of a change; a bare 変更 does not tell its kind, so that saying one is inventing it."""
    kind = event.get("kind")
    return None if kind == "unspecified" else kind


def _period_facts(plan: str, both: tuple[Json, Json], unclear: _Unclear) -> Iterator[Fact]:
    precision = "" if unclear.names("period.precision") else "precision"
    for edge in ("start", "end"):
        yield Fact(plan, f"period {edge}", _marked(both, edge, precision), unclear(f"period.{edge}"))


def _maker_facts(plan: str, both: tuple[list[Any], list[Any]], unclear: _Unclear) -> Iterator[Fact]:
    by_code = [{maker["code"]: maker for maker in makers if maker.get("code")} for makers in both]
    basis = "" if unclear.names("makers.basis") else "basis"
    for code in sorted(by_code[0].keys() | by_code[1].keys()):
        pair = (by_code[0].get(code, _EMPTY), by_code[1].get(code, _EMPTY))
        yield Fact(plan, "makers", _marked(pair, "code", basis), unclear("makers"))


def _coverage_facts(plan: str, both: tuple[Json, Json], unclear: _Unclear) -> Iterator[Fact]:
    kinds = [None if area.get("kind") == "unknown" else area.get("kind") for area in both]
    yield Fact(plan, "coverage", (kinds[0], kinds[1]), unclear("coverage.kind"))
    yield from _set_facts(plan, "coverage", _lists(both, "codes"), unclear=unclear("coverage.codes"))


def _document_facts(
    plan: str, both: tuple[list[Any], list[Any]], unclear: _Unclear, url: str
) -> Iterator[Fact]:
    files = [[_document(document, url) for document in documents] for documents in both]
    for one, other in _paired(files[0], files[1], _same_file):
        for key in ("format", "size_text", "url"):
            if key in one or not one:
                yield Fact(plan, "documents", (one.get(key), other.get(key)), unclear(f"documents.{key}"))


def _document(printed: Json, url: str) -> Json:
    whole = {key: _fold(value) for key, value in printed.items()}
    return {**whole, "url": urljoin(url, printed["url"])} if printed.get("url") else whole


def _set_facts(plan: str, field: str, both: tuple[list[str], list[str]], *, unclear: bool) -> Iterator[Fact]:
    counts = (Counter(both[0]), Counter(both[1]))
    for value in sorted(counts[0].keys() | counts[1].keys()):
        for number in range(max(counts[0][value], counts[1][value])):
            sides = [value if number < count[value] else None for count in counts]
            yield Fact(plan, field, (sides[0], sides[1]), unclear)


def _marked(both: tuple[Json, Json], key: str, mark: str) -> tuple[object, object]:
    """Return the values of a key, each with what qualifies it (a basis, a precision) where that counts."""
    values = [None if one.get(key) is None else (one[key], one.get(mark)) for one in both]
    return values[0], values[1]


def _spelled(value: Json) -> str:
    """Return one text for an indicator or amount, alike whatever the order of its keys."""
    said = {key: part for key, part in value.items() if part not in (None, [])}
    return _fold(json.dumps(said, ensure_ascii=False, sort_keys=True)) or ""


def _fold(text: str | None) -> str | None:
    """Return a text without what pages write in many ways: width, white space, kinds of dash and tilde."""
    if text is None:
        return None
    wide = unicodedata.normalize("NFKC", text).replace("〜", "~").replace("―", "ー").replace("—", "ー")
    return "".join(wide.split()) or None
