"""Compare a record that people keep with what reading its page again gives; nothing is overwritten.

Words that the page prints tell the two reasons of a difference apart: the page changed, or a person
corrected what was read from it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from saisei_lod.errors import Bilingual, Language
from saisei_lod.records.model import PageRecord, PlanRecord
from saisei_lod.text import folded_title

__all__ = ["Difference", "DifferenceKind", "as_text", "compare", "matched"]

DifferenceKind = Literal["corrected", "source-changed", "unclear", "told", "added", "gone"]

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
_NO_PLAN: Final = PlanRecord()
_KINDS: Final[dict[DifferenceKind, Bilingual]] = {
    "corrected": Bilingual("人が直した値(印字は同じ)", "corrected by a person (the page prints the same)"),
    "source-changed": Bilingual("出典が変わった", "the page has changed"),
    "unclear": Bilingual(
        "出典が変わったか、人が直したか(記録にこの欄の印字の控えがありません)",
        "changed on the page, or corrected by a person (the record keeps no words of the page for it)",
    ),
    "told": Bilingual("読み取りのときに指定された値", "as named when the page was read"),
    "added": Bilingual("出典に新しく載った計画", "a new plan on the page"),
    "gone": Bilingual("出典から消えた計画", "no longer on the page"),
}
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

    ``corrected``: the page prints the same words, so a person changed the value. ``source-changed``:
    it prints others. ``unclear``: the page is another than before, and no words were kept for the
    field. ``told``: an address that the page does not tell. ``added`` and ``gone``: plans on one side
    only. A summary is compared only where the record keeps the source's.
    """
    is_same_snapshot = kept.page.sha256 is not None and kept.page.sha256 == read.page.sha256
    unread: DifferenceKind = "corrected" if is_same_snapshot else "unclear"
    kinds = dict.fromkeys(_PAGE_FIELDS, unread) | {"sha256": "source-changed"}
    # The address is told by whoever reads the page, not by the page.
    if read.page.url is not None:
        kinds["url"] = "told"
    found = list(_differences(_NO_PLAN, kinds, kept.page, read.page))
    pairs = matched(kept.plans, read.plans)
    for number, plan in enumerate(kept.plans):
        if number in pairs:
            found += _plan_differences(plan, read.plans[pairs[number]], unread)
        else:
            found.append(Difference(plan.id or "", plan.title or "", "", plan.title or "", "", "gone"))
    new = (plan for number, plan in enumerate(read.plans) if number not in pairs.values())
    found += [Difference(plan.id or "", plan.title or "", "", "", plan.title or "", "added") for plan in new]
    return found


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


def as_text(differences: Iterable[Difference], language: Language) -> str:
    """Return differences as lines that people read, "" where there are none."""
    return "\n".join(line for difference in differences for line in _lines(difference, language))


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


def _plan_differences(kept: PlanRecord, read: PlanRecord, unread: DifferenceKind) -> Iterator[Difference]:
    names = [name for name in _FIELDS if name != "summary" or kept.summary is not None]
    yield from _differences(kept, {name: _reason(kept, read, name, unread) for name in names}, kept, read)
    for name, ours in kept.printed.items():
        theirs = read.printed.get(name, ours)
        if ours != theirs and getattr(kept, name, None) == getattr(read, name, None):
            yield Difference(
                kept.id or "", kept.title or "", f"printed.{name}", ours, theirs, "source-changed"
            )


def _reason(kept: PlanRecord, read: PlanRecord, name: str, unread: DifferenceKind) -> DifferenceKind:
    """Tell why a field would differ: by the words printed, or by the snapshot where no words were kept."""
    ours, theirs = kept.printed.get(name), read.printed.get(name)
    if ours is None or theirs is None:
        return unread
    return "corrected" if ours == theirs else "source-changed"


def _differences(
    plan: PlanRecord, kinds: Mapping[str, DifferenceKind], kept: msgspec.Struct, read: msgspec.Struct
) -> Iterator[Difference]:
    for name, kind in kinds.items():
        ours, theirs = getattr(kept, name), getattr(read, name)
        if ours != theirs:
            yield Difference(plan.id or "", plan.title or "", name, _shown(ours), _shown(theirs), kind)


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
