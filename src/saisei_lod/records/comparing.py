"""Compare a record that people keep with what reading its page again gives; nothing is overwritten.

Words that the page prints tell the reasons of a difference apart: the page changed, or a person corrected
what was read from it. They stand in the record as ``printed`` and in its evidence, which also tells what
was read: so a value that nobody touched is known as well.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from saisei_lod.errors import Bilingual, Language
from saisei_lod.records.evidence import read_value
from saisei_lod.records.keys import title_hash
from saisei_lod.records.model import Amendment, Page, PageRecord, PlanRecord
from saisei_lod.records.values import Value, field_of, group, values_of
from saisei_lod.text import folded_title

__all__ = [
    "Difference",
    "DifferenceKind",
    "as_text",
    "compare",
    "matched",
    "reason",
    "says_otherwise",
    "told_again",
]

DifferenceKind = Literal[
    "event",
    "source-changed",
    "added",
    "gone",
    "corrected",
    "corrected-before",
    "unclear",
    "read-otherwise",
    "told",
]

#: What the page says; keys, former keys and own words are ours and never compared.
_FIELDS: Final = (
    "title",
    "status",
    "heading",
    "certification",
    "amendments",
    "period",
    "makers",
    "coverage",
    "schemes",
    "documents",
    "indicators",
    "amounts",
    "summary",
    "lines",
)
_PAGE_FIELDS: Final = ("title", "publisher", "page_id", "last_updated", "sha256", "contact")
#: Where a plan stands on a page, and under which words, is nothing that the page says of the plan.
_OF_THE_PAGE: Final = frozenset({"heading", "lines"})
_NO_PLAN: Final = PlanRecord()
_KINDS: Final[dict[DifferenceKind, Bilingual]] = {
    "event": Bilingual("新しい出来事", "a new event"),
    "source-changed": Bilingual("出典が変わった", "the page has changed"),
    "added": Bilingual("出典に新しく載った計画", "a new plan on the page"),
    "gone": Bilingual("出典から消えた計画", "no longer on the page"),
    "corrected": Bilingual("人が直した値(印字は同じ)", "corrected by a person (the page prints the same)"),
    "corrected-before": Bilingual(
        "人が直した値だが、出典も変わった", "corrected by a person, and the page has changed since"
    ),
    "unclear": Bilingual(
        "出典が変わったか、人が直したか(記録にこの欄の印字の控えがありません)",
        "changed on the page, or corrected by a person (the record keeps no words of the page for it)",
    ),
    "read-otherwise": Bilingual(
        "同じ印字を、今の版のプログラムは別の意味に読む",
        "the same words, which the program now reads otherwise",
    ),
    "told": Bilingual("読み取りのときに指定された値", "as named when the page was read"),
}
_GROUPS: Final[tuple[tuple[Bilingual, frozenset[DifferenceKind]], ...]] = (
    (
        Bilingual("変わったこと(計画、またはページ)", "What changed, in the world or on the page"),
        frozenset({"event", "source-changed", "added", "gone"}),
    ),
    (Bilingual("人が直していた値", "What people had corrected"), frozenset({"corrected"})),
    (Bilingual("はっきりしないもの", "What is unclear"), frozenset({"corrected-before", "unclear"})),
    (Bilingual("読み取り方が変わったもの", "What is read otherwise now"), frozenset({"read-otherwise"})),
    (Bilingual("読み取りのときの指定", "What was named when reading"), frozenset({"told"})),
)
_CHANGED: Final[frozenset[DifferenceKind]] = frozenset(
    {"event", "source-changed", "corrected-before", "added", "gone"}
)
_KEPT: Final = Bilingual("記録", "kept")
_READ: Final = Bilingual("今回", "read")
_NOTHING: Final = Bilingual("(なし)", "(nothing)")
_WHOLE_PAGE: Final = Bilingual("ページ", "page")


class Difference(NamedTuple):
    """One field in which the kept record and the new reading differ.

    ``plan`` is the kept plan's key (the read one's, if new; "" for the page itself), ``title`` its
    title. ``kept`` and ``read`` are JSON, "" for nothing.
    """

    plan: str
    title: str
    field: str
    kept: str
    read: str
    kind: DifferenceKind


def compare(kept: PageRecord, read: PageRecord) -> list[Difference]:
    """Return how a new reading of a page differs from the record kept of it, in the order of the record.

    ``corrected``: the page prints the same words, so a person changed the value; ``read-otherwise``:
    nobody did. ``source-changed``: it prints others, or nobody touched the value and the page is another;
    ``corrected-before``: it prints others, and a person had changed the value. ``unclear``: the page is
    another than before, and no words were kept for the field. ``event``: a change or revocation that was
    not there. ``told``: an address that the page does not tell. ``added`` and ``gone``: plans on one side
    only. A summary is compared only where the record keeps the source's, and lines only in one snapshot.
    """
    is_same = _is_same_snapshot(kept.page, read.page)
    kinds = {name: reason(kept.page, read.page, name, is_same=is_same) for name in _PAGE_FIELDS}
    kinds["sha256"] = "source-changed"
    if not is_same:
        kinds["last_updated"] = "source-changed"
    # The address is told by whoever reads the page, not by the page.
    if read.page.url is not None:
        kinds["url"] = "told"
    found = list(_differences(_NO_PLAN, kinds, kept.page, read.page))
    pairs = matched(kept.plans, read.plans)
    for number, plan in enumerate(kept.plans):
        if number in pairs:
            found += _plan_differences(plan, read.plans[pairs[number]], is_same=is_same)
        else:
            found.append(Difference(plan.id or "", plan.title or "", "", plan.title or "", "", "gone"))
    new = (plan for number, plan in enumerate(read.plans) if number not in pairs.values())
    found += [Difference(plan.id or "", plan.title or "", "", "", plan.title or "", "added") for plan in new]
    return found


def says_otherwise(differences: Iterable[Difference]) -> bool:
    """Tell whether a page says something else of its plans than it did; corrections of ours are none of that."""
    return any(
        difference.kind in _CHANGED
        and bool(difference.plan or difference.title)
        and difference.field not in _OF_THE_PAGE
        and not difference.field.startswith("printed.")
        for difference in differences
    )


def matched(kept: Sequence[PlanRecord], read: Sequence[PlanRecord]) -> dict[int, int]:
    """Return which read plan is which kept one, by their places: first by key, then by their facts.

    Facts are the round or day of the first certification, the folded title, and makers in common.
    """
    pairs: dict[int, int] = {}
    for is_same in (_same_key, _same_facts):
        free = [number for number in range(len(read)) if number not in pairs.values()]
        for number, plan in enumerate(kept):
            if number in pairs:
                continue
            other = next((place for place in free if is_same(plan, read[place])), None)
            if other is not None:
                pairs[number] = other
                free.remove(other)
    return pairs


def reason(kept: Page | PlanRecord, read: Page | PlanRecord, name: str, *, is_same: bool) -> DifferenceKind:
    """Tell why a field would differ: by what was read, and by the words that the page printed and prints.

    ``is_same`` tells that both are readings of one snapshot, which cannot have changed.
    """
    if _is_told_as_before(kept, read, name):
        return "corrected"
    as_read = _is_as_read(kept, read, name)
    same_words = True if is_same else _prints_the_same(kept, read, name)
    if same_words is None:
        return "source-changed" if as_read else "unclear"
    if same_words:
        return "read-otherwise" if as_read else "corrected"
    return "corrected-before" if as_read is False else "source-changed"


def as_text(differences: Iterable[Difference], language: Language) -> str:
    """Return differences as lines that people read, in groups by their reason; "" where there are none."""
    listed = list(differences)
    lines = []
    for heading, kinds in _GROUPS:
        group = [difference for difference in listed if difference.kind in kinds]
        if group:
            lines.append(f"{heading.in_language(language)}:")
            lines += [f"  {line}" for difference in group for line in _lines(difference, language)]
    return "\n".join(lines)


def _is_same_snapshot(kept: Page, read: Page) -> bool:
    return kept.sha256 is not None and kept.sha256 == read.sha256


def _same_key(kept: PlanRecord, read: PlanRecord) -> bool:
    return kept.id is not None and read.id in {kept.id, *kept.former_ids}


def _same_facts(kept: PlanRecord, read: PlanRecord) -> bool:
    if not kept.title or not read.title or folded_title(kept.title) != folded_title(read.title):
        return False
    one, other = kept.certification, read.certification
    is_same_round = one.round is not None and one.round == other.round
    is_same_day = one.date is not None and one.date == other.date
    return (is_same_round or is_same_day) and _makers_meet(kept, read)


def _makers_meet(kept: PlanRecord, read: PlanRecord) -> bool:
    """Tell whether two plans can have the same makers; where one is silent nothing speaks against it."""
    ours = {maker.code or maker.name for maker in kept.makers}
    theirs = {maker.code or maker.name for maker in read.makers}
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _plan_differences(kept: PlanRecord, read: PlanRecord, *, is_same: bool) -> Iterator[Difference]:
    """Yield the differences of one plan: new events, then fields, then words printed otherwise."""
    kinds = {name: reason(kept, read, name, is_same=is_same) for name in _FIELDS}
    if kept.summary is None:
        del kinds["summary"]
    known, printed = kept, dict(kept.printed)
    if not is_same:
        del kinds["lines"]
        new, carried = told_again(kept, read)
        for event in new:
            yield Difference(kept.id or "", kept.title or "", "amendments", "", _shown(event), "event")
            printed.pop("amendments", None)
        known = msgspec.structs.replace(kept, amendments=carried)
        if len(carried) == len(read.amendments):  # all lines of before are there, so their words are the same
            kinds["amendments"] = reason(kept, read, "amendments", is_same=True)
    yield from _differences(kept, kinds, known, read)
    for name, ours in printed.items():
        theirs = read.printed.get(name, ours)
        if ours != theirs and getattr(known, name, None) == getattr(read, name, None):
            kind: DifferenceKind = "read-otherwise" if is_same else "source-changed"
            yield Difference(kept.id or "", kept.title or "", f"printed.{name}", ours, theirs, kind)


def told_again(kept: PlanRecord, read: PlanRecord) -> tuple[list[Amendment], list[Amendment]]:
    """Return the events that are new on a page, and all events with those known before as they were kept.

    An event is known before where its line of the printed words is, or where the day and round are. An
    event that the page no longer lists stands behind the others.
    """
    ours, theirs = _event_names(kept, read)
    waiting = list(zip(ours, kept.amendments, strict=True))
    new, carried = [], []
    for name, event in zip(theirs, read.amendments, strict=True):
        known = next((pair for pair in waiting if pair[0] == name), None)
        if known is None:
            new.append(event)
            carried.append(event)
        else:
            waiting.remove(known)
            carried.append(known[1])
    return new, carried + [event for _, event in waiting]


def _event_names(*plans: PlanRecord) -> tuple[list[str], ...]:
    """Return what tells the events of plans apart: their lines, where each has one, else day and round."""
    lines = tuple(plan.printed.get("amendments", "").split("\n") for plan in plans)
    if all(
        len(of) == len(plan.amendments) or not plan.amendments for of, plan in zip(lines, plans, strict=True)
    ):
        return tuple(of if plan.amendments else [] for of, plan in zip(lines, plans, strict=True))
    return tuple([f"{event.date} {event.round}" for event in plan.amendments] for plan in plans)


def _prints_the_same(kept: Page | PlanRecord, read: Page | PlanRecord, name: str) -> bool | None:
    """Tell whether the page prints for a field what it printed; None where the words are not known."""
    ours, theirs = _words(kept, name), _words(read, name)
    if ours is not None and theirs is not None:
        return ours == theirs
    minted = _minted_title(kept) if name == "title" else None
    return bool(read.title) and title_hash(read.title or "") == minted if minted else None


def _words(said: Page | PlanRecord, name: str) -> str | None:
    """Return the words of the page for a field, as printed or as its evidence has them.

    Words that evidence leaves out are the value that was read: a person may have changed it since.
    """
    if isinstance(said, PlanRecord) and name in said.printed:
        return said.printed[name]
    evidence = said.evidence.get(name)
    return evidence.words if evidence else None


def _is_as_read(kept: Page | PlanRecord, read: Page | PlanRecord, name: str) -> bool | None:
    """Tell whether a kept field holds what was read, so that nobody corrected it; None where nothing tells.

    Each value must be the one that its evidence has, and none may stand without evidence or be missing.
    Evidence does not cover all (which maker leads, say): where no value differs, it tells nothing.
    """
    if name == "title" and (minted := _minted_title(kept)):
        return title_hash(kept.title or "") == minted
    evidence = {path: one for path, one in kept.evidence.items() if field_of(path) == name}
    held = _values(kept, name)
    if not evidence or held == _values(read, name):
        return None
    if held.keys() != evidence.keys():
        return False
    if any(one.value is None and one.at and not group(path) for path, one in evidence.items()):
        return None
    return all(one.value in {None, held[path].said, held[path].also} for path, one in evidence.items())


def _is_told_as_before(kept: Page | PlanRecord, read: Page | PlanRecord, name: str) -> bool:
    """Tell whether a person corrected a field, as its evidence shows, and the page says now what it said then."""
    told = _read_then(kept, name)
    return told is not None and told != _said_of(kept, name) and told == _said_of(read, name)


def _read_then(kept: Page | PlanRecord, name: str) -> Counter[tuple[str, str]] | None:
    """Return what was read for a field, by its evidence, None without any; a new member stands for one taken away."""
    held = _values(kept, name)
    evidence = {path: one for path, one in kept.evidence.items() if field_of(path) == name}
    found: Counter[tuple[str, str]] = Counter()
    for path, one in evidence.items():
        now = held[path].said if path in held else path.rpartition(".")[2]
        found[group(path) or path, read_value(one, now)] += 1
    waiting = Counter(group(path) for path in evidence if path not in held)
    for path, value in held.items():
        if path not in evidence and waiting[group(path)] <= 0:
            found[group(path) or path, value.said or value.also] += 1
        elif path not in evidence:
            waiting[group(path)] -= 1
    return Counter({one: count for one, count in found.items() if one[1]}) if evidence else None


def _said_of(said: Page | PlanRecord, name: str) -> Counter[tuple[str, str]]:
    return Counter((group(path) or path, one.said or one.also) for path, one in _values(said, name).items())


def _values(said: Page | PlanRecord, name: str) -> dict[str, Value]:
    return {value.path: value for value in values_of(said) if field_of(value.path) == name}


def _minted_title(said: Page | PlanRecord) -> str | None:
    """Return the hash of the title from which a plan's key was minted: that which the page printed then."""
    return said.id.split("-")[2] if isinstance(said, PlanRecord) and said.id else None


def _differences(
    plan: PlanRecord, kinds: Mapping[str, DifferenceKind], kept: msgspec.Struct, read: msgspec.Struct
) -> Iterator[Difference]:
    for name, kind in kinds.items():
        ours, theirs = getattr(kept, name), getattr(read, name)
        if ours != theirs:
            shown = [_shown(value) for value in _apart(ours, theirs)]
            yield Difference(plan.id or "", plan.title or "", name, shown[0], shown[1], kind)


def _apart(ours: object, theirs: object) -> tuple[object, object]:
    """Return two values without what they have in common, where they are lists of more than an order."""
    if not (isinstance(ours, list) and isinstance(theirs, list)):
        return ours, theirs
    alone = [one for one in ours if one not in theirs], [one for one in theirs if one not in ours]
    return alone if any(alone) else (ours, theirs)


def _shown(value: object) -> str:
    """Return a value on one line: text as it is, others as JSON without their empty fields."""
    if value is None or isinstance(value, str):
        return value or ""
    return msgspec.json.encode(_said(msgspec.to_builtins(value))).decode()


def _said(value: object) -> object:
    if isinstance(value, dict):
        return {name: _said(part) for name, part in value.items() if part not in (None, [], {}, False)}
    return [_said(part) for part in value] if isinstance(value, list) else value


def _lines(difference: Difference, language: Language) -> Iterator[str]:
    subject = " ".join(filter(None, (difference.plan, difference.title)))
    subject = subject or _WHOLE_PAGE.in_language(language)
    field = f" {difference.field}" if difference.field else ""
    yield f"{subject}{field}: {_KINDS[difference.kind].in_language(language)}"
    if difference.field:
        for label, value in ((_KEPT, difference.kept), (_READ, difference.read)):
            yield f"  {label.in_language(language)}: {value or _NOTHING.in_language(language)}"
