"""Link names in running text to local governments."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.linking import REGISTRY_HISTORY_STARTS_2005
from saisei_lod.registry.linking.answering import Answer
from saisei_lod.registry.linking.context import read_context
from saisei_lod.registry.linking.deciding import Context, decide
from saisei_lod.registry.linking.folding import fold
from saisei_lod.registry.linking.grammar import read_mentions
from saisei_lod.registry.linking.index import index
from saisei_lod.registry.linking.model import Resolution
from saisei_lod.registry.linking.phrases import miscounts, set_scopes
from saisei_lod.registry.linking.scanning import scan
from saisei_lod.registry.model import FIRST_DAY
from saisei_lod.registry.tables import Registry, load

__all__ = ["Linker", "linker"]

#: How many contexts are remembered: the pages of a table name few prefectures, but many days.
_CONTEXTS: Final = 1024


class Linker:
    """Link names in Japanese text to the local governments of a registry, by place, list and day."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._index = index(registry)
        self._contexts: dict[tuple[str | None, str | None, str | None], Context] = {}

    def resolve(
        self, text: str, *, prefecture: str | None = None, publisher: str | None = None, on: str | None = None
    ) -> Resolution:
        """Return the local governments that a text names, in order of first mention.

        ``prefecture`` (a code of 2 or 5 digits, or a name) and ``publisher`` (5-digit code of the page's
        publisher) decide between bearers of one name; they are never added to the answer. ``on`` is an
        ISO day: codes are those in force that day; without it today's, and a name of former days where
        no government bears it today. Time and memory grow linearly with the text. Raises UsageError for
        an unknown prefecture or publisher and for what is no date.
        """
        context = self._context(prefecture, publisher, on)
        folded = fold(text)
        words = scan(folded.text, self._index)
        answer = Answer(text, folded, self.registry.current)
        if words:
            mentions = read_mentions(folded.text, words, self._index)
            set_scopes(folded.text, mentions)
            for mention, decision in zip(
                mentions, decide(mentions, context, self.registry.successors), strict=True
            ):
                answer.add(mention, decision, context.on)
            for miscount in miscounts(folded.text, mentions):
                answer.miscounted(miscount)
        return answer.resolution(_early(on))

    def is_timeless(self, text: str) -> bool:
        """Tell whether a text names the same governments on every day: no bearer of its names began or ended.

        >>> linker().is_timeless("北海道並びに旭川市"), linker().is_timeless("さいたま市、岩槻市")
        (True, False)
        """
        names = self._index.names
        words = scan(fold(text).text, self._index)
        return not any(
            bearer.valid_from or bearer.valid_until for word in words for bearer in names.get(word.key, ())
        )

    def _context(self, prefecture: str | None, publisher: str | None, on: str | None) -> Context:
        key = (prefecture, publisher, on)
        if key not in self._contexts:
            if len(self._contexts) >= _CONTEXTS:
                self._contexts.clear()
            self._contexts[key] = read_context(self.registry, prefecture, publisher, on)
        return self._contexts[key]


def _early(on: str | None) -> Iterator[Finding]:
    """Yield the finding on a day before the registry begins."""
    if on and on < FIRST_DAY:
        yield REGISTRY_HISTORY_STARTS_2005.at(Place(), on, on=on)


@cache
def linker(folder: Path | None = None) -> Linker:
    """Return the linker of a folder of tables, by default of those that come with the program.

    >>> linker().resolve("北海道並びに旭川市").codes
    ('01000', '01204')
    """
    return Linker(load(folder))
