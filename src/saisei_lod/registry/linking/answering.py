"""Put decisions into an answer: matches by government, ambiguous names, names of other days, findings."""

from collections.abc import Callable, Iterator

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.linking import COUNT_MISMATCH, NAME_NOT_IN_FORCE, NAME_OUTSIDE_PLACE
from saisei_lod.registry.linking.deciding import Decision
from saisei_lod.registry.linking.folding import Folded
from saisei_lod.registry.linking.index import Bearer
from saisei_lod.registry.linking.mentions import Mention, Role
from saisei_lod.registry.linking.model import Ambiguous, Match, Resolution
from saisei_lod.registry.linking.phrases import Miscount

__all__ = ["Answer"]


class Answer:
    """The answer for one text while it grows."""

    def __init__(self, text: str, folded: Folded, current: Callable[[str], tuple[str, ...]]) -> None:
        self._text = text
        self._folded = folded
        self._current = current
        self._matches: dict[str, Match] = {}
        self._outdated: dict[str, Match] = {}
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self._ambiguous: dict[tuple[str, tuple[str, ...]], Ambiguous] = {}
        self._findings: list[Finding] = []

    def add(self, mention: Mention, decision: Decision, on: str) -> None:
        """Add what was decided on one mention."""
        if len(decision.bearers) == 1:
            self._match(self._matches, mention, decision.bearers[0], decision.reason)
        elif decision.bearers:
            self._ambiguous_name(mention, decision)
        elif decision.outdated:
            self._not_in_force(mention, decision, on)
        if mention.misplaced or (mention.role is Role.CONTRADICTED and not mention.is_prefecture):
            text = self._words(mention.start, mention.end)
            self._findings.append(NAME_OUTSIDE_PLACE.at(Place(), text))

    def miscounted(self, miscount: Miscount) -> None:
        """Add a count phrase that does not add up."""
        text = self._words(miscount.phrase.start, miscount.phrase.end)
        data = {"kinds": miscount.kinds, "stated": miscount.stated, "named": miscount.named}
        self._findings.append(COUNT_MISMATCH.at(Place(), text, **data))

    def resolution(self, early: Iterator[Finding]) -> Resolution:
        """Return the whole answer; ``early`` are findings on the question itself."""
        return Resolution(
            self._text,
            self._spanned(self._matches),
            tuple(self._ambiguous.values()),
            (*early, *self._findings),
            self._spanned(self._outdated),
        )

    def _spanned(self, matches: dict[str, Match]) -> tuple[Match, ...]:
        return tuple(match._replace(mentions=tuple(self._spans[code])) for code, match in matches.items())

    def _words(self, start: int, end: int) -> str:
        first, last = self._folded.span(start, end)
        return self._text[first:last]

    def _match(self, known: dict[str, Match], mention: Mention, bearer: Bearer, reason: str) -> None:
        start, end = self._folded.span(mention.start, mention.end)
        if bearer.code not in known:
            known[bearer.code] = Match(
                bearer.code,
                bearer.name,
                bearer.prefecture,
                start,
                end,
                bearer.valid_from,
                bearer.valid_until,
                self._current(bearer.code),
                reason,
                mention.scope,
                self._text[start:end],
            )
        self._spans.setdefault(bearer.code, []).append((start, end))

    def _ambiguous_name(self, mention: Mention, decision: Decision) -> None:
        start, end = self._folded.span(mention.start, mention.end)
        codes = tuple(sorted(bearer.code for bearer in decision.bearers))
        self._ambiguous.setdefault((mention.key, codes), Ambiguous(self._text[start:end], start, end, codes))

    def _not_in_force(self, mention: Mention, decision: Decision, on: str) -> None:
        for bearer in decision.outdated:
            self._match(self._outdated, mention, bearer, "other-day")
        known = "、".join(f"{b.code} {b.valid_from}–{b.valid_until}" for b in decision.outdated)
        text = self._words(mention.start, mention.end)
        self._findings.append(NAME_NOT_IN_FORCE.at(Place(), text, on=on, known=known))
