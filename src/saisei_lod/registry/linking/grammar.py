"""Read the names of a text from left to right: what contains what, and how far each word reaches.

A prefecture or county reaches over the list that follows it (北海道上川郡鷹栖町、東神楽町及び東川町), a city
over the wards that follow, until the list ends or another takes its place. A prefecture that is an item
of the list by itself reaches nowhere (北海道並びに旭川市 are two).
"""

import re
from typing import Final, NamedTuple

from saisei_lod.registry.linking.addresses import drop_quarters, read_address
from saisei_lod.registry.linking.gaps import Gap, Link, read_gap
from saisei_lod.registry.linking.index import SAME, Index
from saisei_lod.registry.linking.mentions import NOWHERE, Bound, Mention, Role
from saisei_lod.registry.linking.scanning import Word

__all__ = ["read_mentions"]

_CONTAINING: Final = frozenset({Link.GLUE, Link.SPACE, Link.INSIDE})
_LISTING: Final = frozenset({Link.GLUE, Link.SPACE, Link.INSIDE, Link.BREAK_OF_LINE, Link.LIST})
_CLOSING: Final = re.compile(r"\s*\)")
#: In brackets, after a name: what is left out of the whole, or belongs to it too (札幌市を除く).
_EXCEPT: Final = re.compile(r"[^()]{0,40}[除含]")
#: Before a prefecture that stands alone on its line, as an item of a list.
_ITEM_START: Final = re.compile(r"(?:^|[\s、,・:「(※])$")
_ITEM_END: Final = re.compile(r"$|[\s、,・:()」]|及び|並びに|と(?!し)")
#: How much of the text before the first and after the last name is read.
_TAIL: Final = 40
#: Names after a prefecture that are its 県下, 県内 and a word that follows: 佐賀県下市町.
_BELOW: Final = frozenset("下内上")


class _Frame(NamedTuple):
    """What was going on when a bracket opened: it goes on when the bracket closes."""

    owner: Mention | None
    carry: Bound
    attached: Link
    first: int


class _Reader:
    """The state of reading one text."""

    def __init__(self, text: str, index: Index) -> None:
        self._text = text
        self._index = index
        self._frames: list[_Frame] = []
        self._carry = NOWHERE
        self._group = 0
        self._sentence = 0
        self._place = NOWHERE
        self._city = NOWHERE
        self.mentions: list[Mention] = []

    def read(self, word: Word) -> None:
        """Add one word to what was read before."""
        last = self.mentions[-1] if self.mentions else None
        gap = self._gap(last, word)
        before, link = self._brackets(gap, last, word)
        self._advance(gap, link)
        mention = self._mention(word, before, link)
        self._qualify_short(gap, before)
        if not self._qualify(mention):
            self._place_in(mention, before, link)
        self.mentions.append(mention)

    def end(self) -> None:
        """Read what stands after the last word."""
        if self.mentions:
            last = self.mentions[-1]
            self._qualify_short(read_gap(self._text[last.end : last.end + _TAIL]), last)

    def _gap(self, last: Mention | None, word: Word) -> Gap:
        if last is not None:
            return read_gap(self._text[last.end : word.start])
        return read_gap(self._text[max(0, word.start - _TAIL) : word.start])

    def _brackets(self, gap: Gap, last: Mention | None, word: Word) -> tuple[Mention | None, Link]:
        """Close and open brackets; return the mention that the next one follows, and how."""
        # One bracket after another is a list: 【山形県】【長井市】.
        between = Link.LIST if gap.closes and gap.opens else None
        before, link = last, between or gap.link
        for _ in range(min(gap.closes, len(self._frames))):
            before, link = self._close(link, last)
        if gap.opens:
            attached = between or gap.before
            self._open(before, attached)
            link = attached
            if attached in _CONTAINING and gap.link is Link.GLUE:
                link = Link.LIST if _EXCEPT.match(self._text, word.end) else Link.INSIDE
        return before, link

    def _open(self, owner: Mention | None, attached: Link) -> None:
        first = len(self.mentions)
        self._frames.append(_Frame(owner, self._carry, attached if owner else Link.APART, first))

    def _close(self, link: Link, last: Mention | None) -> tuple[Mention | None, Link]:
        frame = self._frames.pop()
        if last is not None and link in _CONTAINING and self._leads(frame, last):
            return last, Link.INSIDE
        self._carry = frame.carry
        return frame.owner, link

    def _leads(self, frame: _Frame, last: Mention) -> bool:
        """Tell whether a name alone in brackets belongs to the name after them: (広島県)府中市."""
        if len(self.mentions) - frame.first != 1:
            return False
        return frame.attached is Link.APART or (self._is_place(last) and last.role is Role.NAMED)

    def _advance(self, gap: Gap, link: Link) -> None:
        if link is Link.APART:
            self._group += 1
            self._carry = NOWHERE
        if gap.sentence:
            self._sentence += 1
            self._frames.clear()

    def _mention(self, word: Word, before: Mention | None, link: Link) -> Mention:
        mention = Mention(word.start, word.end, word.key, self._index.names.get(word.key, ()))
        mention.group, mention.sentence = self._group, self._sentence
        mention.plain = self._is_plain(word)
        mention.former = self._text.startswith("旧", max(0, word.start - 1))
        if before is not None:
            mention.former |= before.former and link is Link.GLUE and self._is_place(before)
            mention.former_by_list = link is Link.LIST and (before.former or before.former_by_list)
        return mention

    def _is_plain(self, word: Word) -> bool:
        begins = _ITEM_START.search(self._text, max(0, word.start - 1), word.start)
        return begins is not None and _ITEM_END.match(self._text, word.end) is not None

    def _qualify_short(self, gap: Gap, before: Mention | None) -> None:
        """Read the short name of a prefecture in brackets: 伊達市(福島)."""
        code = self._index.short.get(gap.short)
        if code and before is not None:
            self._bind_back(len(self.mentions), Bound((code,)))

    def _qualify(self, mention: Mention) -> bool:
        """Read a prefecture or county alone in brackets after a name: 池田町(北海道)."""
        if not self._frames or not self._is_place(mention) or not _CLOSING.match(self._text, mention.end):
            return False
        frame = self._frames[-1]
        inside = self.mentions[frame.first :]
        if frame.attached is not Link.GLUE or not all(self._is_place(other) for other in inside):
            return False
        bound = self._reach(mention, inside[-1] if inside else None)
        if not self._bind_back(frame.first, bound):
            return False
        for other in (*inside, mention):
            other.role = Role.CONTAINER
        return True

    def _bind_back(self, end: int, bound: Bound) -> bool:
        """Bind the last name before ``end``, and the items of its list that lie nowhere yet."""
        last = self.mentions[end - 1] if end else None
        if last is None or self._is_place(last) or not bound.within(last.bearers):
            return False
        last.stated = bound
        for place in range(end - 2, -1, -1):
            name = self.mentions[place]
            if name.group != last.group or name.stated is not NOWHERE or self._is_place(name):
                break
            if bound.within(name.bearers):
                name.carried = bound
        return True

    def _is_place(self, mention: Mention) -> bool:
        return not mention.bearers or mention.is_prefecture

    def _reach(self, mention: Mention, before: Mention | None) -> Bound:
        """Return where the names lie that follow this one: in the prefecture, county or city."""
        if mention.is_prefecture:
            return Bound((mention.bearers[0].code,))
        if mention.bearers:
            return Bound(parents=mention.codes)
        if mention.key in SAME:
            return self._same(mention.key)
        known = self._index.counties[mention.key]
        narrow = before.bearers[0].code if before is not None and before.is_prefecture else ""
        chosen = (narrow,) if narrow in known else tuple(p for p in known if p in self._carry.prefectures)
        return Bound(chosen or known, mention.key)

    def _same(self, key: str) -> Bound:
        """Return where 同県, 同郡 or 同市 lies: the place of that kind named last."""
        if key == "同市":
            return self._city
        return self._place if key == "同郡" else Bound(self._place.prefectures)

    def _remember(self, mention: Mention) -> None:
        prefectures = mention.prefectures
        if len(prefectures) == 1:
            self._place = Bound(prefectures, mention.stated.county)
        if mention.key.endswith("市"):
            self._city = Bound(parents=mention.codes)

    def _place_in(self, mention: Mention, before: Mention | None, link: Link) -> None:
        """Say where the mention lies by what stands before it, and what it carries on."""
        if mention.is_prefecture:
            self._carry, self._place = NOWHERE, self._reach(mention, None)
            if before is not None and before.key == mention.key and link in {Link.GLUE, Link.SPACE}:
                before.role = Role.CONTAINER  # 北海道北海道鹿追町 says it twice
        elif not mention.bearers:
            self._place_county(mention, before, link)
        else:
            self._place_name(mention, before, link)
            self._remember(mention)

    def _place_county(self, mention: Mention, before: Mention | None, link: Link) -> None:
        mention.role = Role.CONTAINER
        inside = before if before is not None and self._contains(before, link) else None
        bound = self._reach(mention, inside)
        if inside is not None and inside.is_prefecture and bound.prefectures == (inside.bearers[0].code,):
            inside.role = Role.CONTAINER
        mention.stated = self._carry = self._place = bound

    def _contains(self, before: Mention, link: Link) -> bool:
        """Tell whether what follows so may lie in a place: a broken line parts a prefecture on its own."""
        if link is not Link.BREAK_OF_LINE:
            return link in _CONTAINING
        alone = _ITEM_START.search(self._text, max(0, before.start - 1), before.start) is not None
        return not (before.is_prefecture and alone)

    def _place_name(self, mention: Mention, before: Mention | None, link: Link) -> None:
        if before is not None and self._contains(before, link) and self._state(mention, before, link):
            self._carry = self._carried_by(mention)
            return
        if before is not None and before.bearers and not before.is_prefecture:
            read_address(self._text, mention, before, link)
        if mention.role is Role.NAMED and link in _LISTING:
            mention.carried = self._carry
            if not Bound(self._carry.prefectures).within(mention.bearers):
                self._carry = NOWHERE

    def _carried_by(self, mention: Mention) -> Bound:
        stated = mention.stated
        return stated if not stated.parents else Bound(mention.prefectures, parents=stated.parents)

    def _state(self, mention: Mention, before: Mention, link: Link) -> bool:
        """Put a name into the place before it; return whether that place decided anything."""
        bound = before.stated if not before.bearers else self._reach(before, None)
        if bound.within(mention.bearers):
            before.role = Role.CONTAINER
            mention.stated = bound
            return True
        if not before.bearers and Bound(bound.prefectures).within(mention.bearers):
            # The county does not hold it: the county of former days, or a city with its old county.
            mention.stated = Bound(bound.prefectures)
            mention.misplaced = True
            return True
        return self._contradict(mention, before, link)

    def _contradict(self, mention: Mention, before: Mention, link: Link) -> bool:
        """Refuse a name that is glued to a place in which it does not lie."""
        if link is not Link.GLUE or (before.bearers and not before.is_prefecture):
            return False
        if mention.key[0] in _BELOW:
            mention.role = Role.DROPPED
        else:
            before.role = mention.role = Role.CONTRADICTED
        return True


def read_mentions(text: str, words: list[Word], index: Index) -> list[Mention]:
    """Return the mentions of a folded text in order, counties left out."""
    reader = _Reader(text, index)
    for word in words:
        reader.read(word)
    reader.end()
    mentions = [mention for mention in reader.mentions if mention.bearers]
    drop_quarters(mentions)
    return mentions
