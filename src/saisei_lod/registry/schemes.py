"""Look up funding schemes 支援措置 by the labels that pages print (ontology/schemes.ttl).

A label counts where it stands as a whole between brackets, separators and spaces, the longest first;
width is folded, and 付 counts as 附 (寄付, 寄附). What is no label is told, never guessed at. The Turtle
is parsed when the look-up is first asked for, never at import.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod import resources
from saisei_lod.errors import Bilingual, InputError
from saisei_lod.text import Folded, folded

__all__ = ["Scheme", "SchemeReading", "Schemes", "load_schemes"]

_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_LABELS: Final = frozenset(_SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel", "notation"))
_CLASS_FOLDER: Final = "/scheme/"
_PUNCTUATION: Final = frozenset("()[]「」『』【】<>《》=:;、,，/|。.~-*※\"'+")
_CONNECTORS: Final = ("並びに", "ならびに", "及び", "および", "又は", "または", "と")
_LONGEST_KNOWN: Final = 200
_MOST_KNOWN: Final = 4096
_TAILS: Final = ("の活用", "を活用", "等", "など", "ほか")
#: Words that stand where no scheme is used; 等 is not among them, since it hides a scheme.
_SAYS_NOTHING: Final = frozenset({"", "なし", "無し", "無", "ー", "と", "の活用", "を活用"})
_OPENING: Final = frozenset("([「『【<《=:-~・")


class Scheme(NamedTuple):
    """A scheme: its slug, its Japanese labels (preferred first) and notations, its broader slugs."""

    slug: str
    labels: tuple[str, ...]
    broader: tuple[str, ...]


class SchemeReading(NamedTuple):
    """What a text names: slugs in order; words that are no label; labels that several schemes share."""

    slugs: tuple[str, ...]
    unknown: tuple[str, ...]
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def is_certain(self) -> bool:
        """Whether the text is nothing but labels, each of one scheme."""
        return bool(self.slugs) and not self.unknown and not self.ambiguous


class _Hit(NamedTuple):
    start: int
    end: int
    candidates: tuple[str, ...]


class Schemes:
    """The schemes with their labels folded once; made by :func:`load_schemes`."""

    __slots__ = ("_ancestors", "_candidates", "_known", "_lengths", "by_slug")

    def __init__(self, schemes: Iterable[Scheme]) -> None:
        self.by_slug: Mapping[str, Scheme] = {scheme.slug: scheme for scheme in schemes}
        self._ancestors = {slug: frozenset(_ancestors(slug, self.by_slug)) for slug in self.by_slug}
        self._candidates: dict[str, tuple[str, ...]] = {}
        for slug, scheme in sorted(self.by_slug.items()):
            for key in dict.fromkeys(_folded(label).text for label in scheme.labels):
                self._candidates[key] = (*self._candidates.get(key, ()), slug)
        self._lengths = sorted({len(key) for key in self._candidates}, reverse=True)
        #: What short texts read: a list prints few labels thousands of times.
        self._known: dict[str, SchemeReading] = {}

    def read(self, text: str) -> SchemeReading:
        """Return the schemes that a text names, and what in it is no label.

        A label that schemes share is decided by a broader label in the same text; a broader label
        right before its type (交付金(タイプ)) is the type's.
        """
        known = self._known.get(text)
        if known is None:
            known = self._read(text)
            if len(text) <= _LONGEST_KNOWN and len(self._known) < _MOST_KNOWN:
                self._known[text] = known
        return known

    def _read(self, text: str) -> SchemeReading:
        source = _folded(text)
        hits = self._decided(list(self._hits(source)))
        pairs = zip_longest(hits, hits[1:])
        narrowed = [hit for hit, following in pairs if not self._is_parent(source, hit, following)]
        slugs = dict.fromkeys(hit.candidates[0] for hit in narrowed if len(hit.candidates) == 1)
        ambiguous = (
            (_wording(text, source, hit.start, hit.end), hit.candidates)
            for hit in narrowed
            if len(hit.candidates) > 1
        )
        unknown = (_wording(text, source, start, end) for start, end in _left_over(source, hits))
        return SchemeReading(tuple(slugs), tuple(unknown), tuple(ambiguous))

    def _hits(self, source: Folded) -> Iterator[_Hit]:
        place = 0
        while place < len(source.text):
            hit = self._hit_at(source, place) if _ends_at(source, place) else None
            if hit:
                yield hit
            place = hit.end if hit else place + 1

    def _hit_at(self, source: Folded, place: int) -> _Hit | None:
        for length in self._lengths:
            end = place + length
            candidates = self._candidates.get(source.text[place:end]) if end <= len(source.text) else None
            if candidates and _begins_at(source, end):
                return _Hit(place, end, candidates)
        return None

    def _decided(self, hits: list[_Hit]) -> list[_Hit]:
        sure = {hit.candidates[0] for hit in hits if len(hit.candidates) == 1}
        return [hit if len(hit.candidates) == 1 else self._decide(hit, sure) for hit in hits]

    def _decide(self, hit: _Hit, sure: set[str]) -> _Hit:
        fitting = tuple(slug for slug in hit.candidates if self._ancestors[slug] & sure)
        return hit._replace(candidates=fitting) if len(fitting) == 1 else hit

    def _is_parent(self, source: Folded, hit: _Hit, following: _Hit | None) -> bool:
        """Tell whether a hit is the broader label written right before its type."""
        if following is None or len(following.candidates) > 1:
            return False
        between = source.text[hit.end : following.start]
        return hit.candidates[0] in self._ancestors[following.candidates[0]] and _OPENING.issuperset(between)


def load_schemes(path: Path | None = None) -> Schemes:
    """Return the schemes of a SKOS file, by default the one that comes with the program.

    Each file is parsed once. Raises InputError naming the file (and the line of a syntax error).
    """
    return _load(path if path is not None else resources.ontology() / "schemes.ttl")


@cache
def _load(path: Path) -> Schemes:
    import pyoxigraph  # noqa: PLC0415 - 25 ms that only those who read pages should pay

    labels: dict[str, list[tuple[str, str]]] = {}
    broader: dict[str, list[str]] = {}
    try:
        for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
            subject, predicate, value = str(quad.subject), quad.predicate.value, quad.object
            slug = _slug(subject)
            if slug and predicate in _LABELS and isinstance(value, pyoxigraph.Literal):
                if value.language in {None, "ja"}:
                    labels.setdefault(slug, []).append((predicate, value.value))
            elif slug and predicate == _SKOS + "broader":
                broader.setdefault(slug, []).append(_slug(str(value)))
    except (OSError, SyntaxError) as error:
        raise _unreadable(path, error) from error
    return Schemes(_scheme(slug, labels[slug], broader.get(slug, [])) for slug in sorted(labels))


def _scheme(slug: str, labels: list[tuple[str, str]], broader: list[str]) -> Scheme:
    preferred_first = sorted(labels, key=lambda label: (not label[0].endswith("prefLabel"), label))
    return Scheme(slug, tuple(label for _, label in preferred_first), tuple(sorted(broader)))


def _slug(iri: str) -> str:
    """Return the local name of a scheme's IRI in angle brackets, "" for any other resource."""
    before, folder, slug = iri.strip("<>").rpartition(_CLASS_FOLDER)
    return slug if before and folder and "/" not in slug else ""


def _unreadable(path: Path, error: Exception) -> InputError:
    return InputError(
        Bilingual(f"支援措置の語彙が読めません: {error}", f"The funding schemes cannot be read: {error}"),
        where=str(path),
        expected=Bilingual("Turtle で書いた SKOS の概念", "SKOS concepts in Turtle"),
        todo=Bilingual(
            "ファイルを直すか、saisei-lod を入れ直してください。",
            "Correct the file, or install saisei-lod again.",
        ),
    )


def _folded(text: str) -> Folded:
    source = folded(text)
    return source._replace(text=source.text.replace("付", "附"))


def _ancestors(slug: str, schemes: Mapping[str, Scheme]) -> Iterator[str]:
    """Yield the broader slugs of a scheme and theirs; SKOS forbids a circle, a file may hold one."""
    waiting, seen = [slug], {slug}
    while waiting:
        scheme = schemes.get(waiting.pop())
        for broader in scheme.broader if scheme else ():
            if broader not in seen:
                seen.add(broader)
                waiting.append(broader)
                yield broader


def _is_gap(source: Folded, place: int) -> bool:
    """Tell whether the text begins or ends here, or had white space here."""
    if place in {0, len(source.text)}:
        return True
    return source.origins[place] - source.origins[place - 1] > 1


def _ends_at(source: Folded, place: int) -> bool:
    """Tell whether something that stands before a label ends at this place."""
    return (
        _is_gap(source, place)
        or _separates(source.text[place - 1])
        or source.text.endswith(_CONNECTORS, 0, place)
    )


def _begins_at(source: Folded, place: int) -> bool:
    """Tell whether something that stands behind a label begins at this place."""
    return (
        _is_gap(source, place)
        or _separates(source.text[place])
        or source.text.startswith((*_CONNECTORS, *_TAILS), place)
    )


def _separates(letter: str) -> bool:
    """Tell whether a character may stand beside a label; ・ may, though names hold it too."""
    return letter in _PUNCTUATION or letter == "・"


def _left_over(source: Folded, hits: list[_Hit]) -> Iterator[tuple[int, int]]:
    """Yield the spans between the hits that hold more than separators."""
    bounds = [0, *(place for hit in hits for place in (hit.start, hit.end)), len(source.text)]
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        yield from _words(source, start, end)


def _words(source: Folded, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of a span that are words, split at punctuation, connectors and white space."""
    begun = place = start
    while place < end:
        step = _separator_length(source, place)
        if step or (place > begun and _is_gap(source, place)):
            yield from _word(source, begun, place)
            begun = place + step
        place += step or 1
    yield from _word(source, begun, min(place, end))


def _word(source: Folded, start: int, end: int) -> Iterator[tuple[int, int]]:
    bare = source.text[start:end].strip("・")
    if bare not in _SAYS_NOTHING:
        first = source.text.index(bare, start)
        yield first, first + len(bare)


def _separator_length(source: Folded, place: int) -> int:
    if source.text[place] in _PUNCTUATION:
        return 1
    return next((len(word) for word in _CONNECTORS[:-1] if source.text.startswith(word, place)), 0)


def _wording(text: str, source: Folded, start: int, end: int) -> str:
    return text[slice(*source.source_span(start, end))]
