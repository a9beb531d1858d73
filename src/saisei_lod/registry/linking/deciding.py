"""Decide who bears each name: by what the text states, by the day, by the list and by the page.

Nothing is guessed: where two bearers remain, the name is ambiguous.
"""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from saisei_lod.registry.linking.index import Bearer
from saisei_lod.registry.linking.mentions import NOWHERE, Bound, Mention, Role
from saisei_lod.registry.linking.sharing import shared_places

__all__ = ["Context", "Decision", "Successors", "decide"]

#: From the code of an ended government to the codes that it became.
Successors = Callable[[str], tuple[str, ...]]


class Context(NamedTuple):
    """What is known beside the text: 5-digit codes of prefecture and publisher, and an ISO day."""

    prefecture: str = ""
    publisher: str = ""
    on: str = ""


class Decision(NamedTuple):
    """Who bears a name: one bearer and the reason; or several; or those of other days only.

    ``outdated`` are the bearers that the name had or will have, where it has none on the day.
    """

    bearers: tuple[Bearer, ...] = ()
    reason: str = ""
    outdated: tuple[Bearer, ...] = ()


_NONE: Final = Decision()
_WEAK: Final = "weak"

#: Names of former days that are common words, names of streets or surnames. In running text they need
#: more than their letters: 善光寺の門前町, 北村氏.
_WORDS: Final = frozenset(
    {"門前町", "温泉町", "市場町", "中央町", "新町", "東町", "中町", "緑町", "旭町", "光町", "豊町"}
    | {"北村", "上村", "下村", "宮村", "富村", "牧村", "泉村", "旭村", "桂村", "柏村"}
)


class _Evidence:
    """The prefectures and cities that the decided names of one list or sentence lie in."""

    __slots__ = ("codes", "prefectures")

    def __init__(self) -> None:
        self.prefectures: set[str] = set()
        self.codes: set[str] = set()

    def add(self, bearer: Bearer) -> None:
        self.prefectures.add(bearer.prefecture)
        self.codes.add(bearer.code)
        if bearer.parent:
            self.codes.add(bearer.parent)

    def choose(self, bearers: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
        """Return the bearers that lie with the evidence: wards by their city, others by prefecture."""
        by_city = tuple(bearer for bearer in bearers if bearer.parent in self.codes)
        return by_city or tuple(bearer for bearer in bearers if bearer.prefecture in self.prefectures)


class _Decider:
    """Decide the mentions of one text in two rounds: alone, then by their list, sentence and text."""

    def __init__(self, mentions: list[Mention], context: Context, successors: Successors) -> None:
        self._mentions = mentions
        self._context = context
        self._successors = successors
        self._groups: dict[int, _Evidence] = {}
        self._sentences: dict[int, _Evidence] = {}
        self._known: dict[str, Bearer] = {}
        self._shared: dict[int, Bound] = {}
        self.decisions: list[Decision] = []

    def run(self) -> list[Decision]:
        self.decisions = [self._alone(mention) for mention in self._mentions]
        for mention, decision in zip(self._mentions, self.decisions, strict=True):
            self._learn(mention, decision)
        if self._context.prefecture or any(d.reason == _WEAK or len(d.bearers) > 1 for d in self.decisions):
            self._shared = shared_places(self._mentions, self.decisions)
            pairs = zip(self._mentions, self.decisions, strict=True)
            self.decisions = [self._together(mention, decision) for mention, decision in pairs]
        return self.decisions

    def _alone(self, mention: Mention) -> Decision:
        if mention.role is not Role.NAMED:
            return _NONE
        for bound, reason in _bounds(mention):
            held = bound.within(mention.bearers)
            found = self._in_time(held, former=mention.former)
            if not found and mention.former_by_list:
                found = self._in_time(held, former=True)
            if mention.address:
                # 長岡市与板町: a town that ended lives on as a part of the city's addresses.
                return self._found(mention, found, "co-mention") if self._in_force(found) else _NONE
            if found:
                return self._found(mention, found, reason)
            if held and bound is not NOWHERE:
                return Decision(outdated=_latest(held))
        return Decision(outdated=_latest(mention.bearers))

    def _found(self, mention: Mention, found: tuple[Bearer, ...], reason: str) -> Decision:
        found = self._last(found) if len(found) > 1 else found
        weak = reason == "unique" and mention.key in _WORDS and not (mention.plain or mention.former)
        if weak and all(bearer.valid_until for bearer in found):
            return Decision(found, _WEAK)
        return Decision(found, reason if len(found) == 1 else "")

    def _last(self, bearers: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
        """Leave out those that another of them followed under the same name (門前町 changed its code)."""
        if not all(bearer.valid_until for bearer in bearers):
            return bearers
        codes = {bearer.code for bearer in bearers}
        return tuple(b for b in bearers if codes.isdisjoint(self._successors(b.code)))

    def _in_time(self, bearers: tuple[Bearer, ...], *, former: bool) -> tuple[Bearer, ...]:
        on = self._context.on
        if former:
            ended = tuple(b for b in bearers if b.valid_until and (not on or b.valid_until <= on))
            if ended:
                return _latest(ended)
        if on:
            return tuple(
                b for b in bearers if b.valid_from <= on and (not b.valid_until or on < b.valid_until)
            )
        return tuple(b for b in bearers if not b.valid_until) or _latest(bearers)

    def _in_force(self, bearers: tuple[Bearer, ...]) -> bool:
        return bool(bearers) and (self._context.on != "" or not bearers[0].valid_until)

    def _learn(self, mention: Mention, decision: Decision) -> None:
        if len(decision.bearers) == 1 and decision.reason != _WEAK:
            bearer = decision.bearers[0]
            self._groups.setdefault(mention.group, _Evidence()).add(bearer)
            self._sentences.setdefault(mention.sentence, _Evidence()).add(bearer)
            self._known.setdefault(mention.key, bearer)

    def _together(self, mention: Mention, decision: Decision) -> Decision:
        if len(decision.bearers) == 1 and decision.reason != _WEAK:
            return self._doubted(mention, decision)
        for chosen, reason in self._choices(mention, decision.bearers):
            if len(chosen) == 1:
                return Decision(chosen, reason)
        return _NONE if decision.reason == _WEAK else Decision(self._narrowed(decision.bearers))

    def _choices(
        self, mention: Mention, bearers: tuple[Bearer, ...]
    ) -> Iterable[tuple[tuple[Bearer, ...], str]]:
        yield self._own(bearers), "publisher"
        yield self._groups.get(mention.group, _Evidence()).choose(bearers), "co-mention"
        yield self._near(bearers), "context"
        shared = self._shared.get(mention.group)
        if shared is not None and mention.group not in self._groups:
            yield shared.within(bearers), "co-mention"
        yield self._sentences.get(mention.sentence, _Evidence()).choose(bearers), "co-mention"
        known = self._known.get(mention.key)
        yield ((known,) if known in bearers else ()), "same-name"

    def _own(self, bearers: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
        own = self._context.publisher
        return tuple(bearer for bearer in bearers if own and own in {bearer.code, bearer.parent})

    def _near(self, bearers: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
        return tuple(bearer for bearer in bearers if bearer.prefecture == self._context.prefecture)

    def _narrowed(self, bearers: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
        return self._near(bearers) or bearers

    def _doubted(self, mention: Mention, decision: Decision) -> Decision:
        """Doubt a present bearer elsewhere where a former one lay in the page's own prefecture."""
        if (
            decision.reason != "unique"
            or self._context.on
            or decision.bearers[0] in self._near(decision.bearers)
        ):
            return decision
        former = _latest(self._near(mention.bearers))
        return Decision((*decision.bearers, *former)) if former else decision


def _bounds(mention: Mention) -> Iterable[tuple[Bound, str]]:
    """Yield where the name may lie, the strongest statement first, each with its reason."""
    if mention.stated is not NOWHERE:
        yield mention.stated, _reason(mention.stated)
        return
    if mention.carried is not NOWHERE:
        yield mention.carried, _reason(mention.carried)
        if mention.carried.prefectures:
            yield Bound(mention.carried.prefectures), "stated-prefecture"
    yield NOWHERE, "unique"


def _reason(bound: Bound) -> str:
    if bound.parents:
        return "stated-city"
    return "county" if bound.county else "stated-prefecture"


def _latest(bearers: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
    """Return one bearer a code, the last that bore the name."""
    return tuple({bearer.code: bearer for bearer in bearers}.values())


def decide(mentions: list[Mention], context: Context, successors: Successors) -> list[Decision]:
    """Return the decision on each mention, in their order."""
    return _Decider(mentions, context, successors).run()
