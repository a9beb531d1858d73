"""What the text of a value looks like, and its language (W3C SHACL, section 4.4)."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from saisei_lod.validation.access import Graph
from saisei_lod.validation.components.check import Check, Hit, Values, component, each
from saisei_lod.validation.components.declared import Declared, unusable
from saisei_lod.validation.patterns import matches_range, searcher
from saisei_lod.validation.spelled import from_term, language_of, text_of

__all__ = ["language_in", "max_length", "min_length", "pattern", "unique_lang"]


def min_length(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:minLength (section 4.4.1)."""
    least = declared.whole("minLength")
    return _length(declared, "minLength", lambda length: length >= least)


def max_length(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:maxLength (section 4.4.2)."""
    most = declared.whole("maxLength")
    return _length(declared, "maxLength", lambda length: length <= most)


def _length(declared: Declared, name: str, allows: Callable[[int], bool]) -> Iterator[Check]:
    def test(value: str) -> bool:
        return value[0] != "_" and allows(len(text_of(value)))

    yield each(declared.shape, component(name), test)


def pattern(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:pattern (section 4.4.3); blank nodes have no text and never match."""
    flags = declared.text("flags")
    for term in declared.terms("pattern"):
        written = text_of(from_term(term))
        search = searcher(written, flags)
        if search is None:
            raise unusable(declared.shape, f"sh:pattern {written!r}")

        def test(value: str, search: Callable[[str], object] = search) -> bool:
            return value[0] != "_" and search(text_of(value)) is not None

        yield each(declared.shape, component("pattern"), test)


def language_in(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:languageIn (section 4.4.4): tags match ranges as langMatches of SPARQL does."""
    for ranges in declared.lists("languageIn"):
        allowed = [text_of(from_term(term)) for term in ranges]

        def test(value: str, allowed: Sequence[str] = allowed) -> bool:
            tag = language_of(value)
            return any(matches_range(tag, one) for one in allowed)

        yield each(declared.shape, component("languageIn"), test)


def unique_lang(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:uniqueLang (section 4.4.5): one result a language that stands more than once."""
    if not declared.is_true("uniqueLang"):
        return
    found = (declared.shape, component("uniqueLang"))

    def run(_: Graph, focus: str, values: Values) -> Sequence[Hit]:
        tags = Counter(language_of(value).lower() for value in values)
        return [Hit(*found, focus) for tag, count in tags.items() if tag and count > 1]

    yield Check(run, least=2)
