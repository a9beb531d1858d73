"""Say changes in a line each, in Japanese and English."""

from collections.abc import Iterable
from typing import Final

from saisei_lod.changes.comparing import Changes
from saisei_lod.changes.facts import local
from saisei_lod.changes.model import KINDS, NATURES, Change, Detail, Nature
from saisei_lod.changes.naming import Names
from saisei_lod.errors import Bilingual, Language

__all__ = ["as_text", "detail_line", "headline", "line", "title"]

_NOTHING: Final = Bilingual("変わったことはありません。", "Nothing changed.")
_LATE: Final = Bilingual("(判明)", " (known late)")
_MOST: Final = 120


def title(changes: Changes) -> Bilingual:
    """Return which releases are compared."""
    new = changes.new
    if changes.old is None:
        return Bilingual(
            f"{new.issued}(版 {new.version})最初の公開",
            f"{new.issued} (version {new.version}): the first release",
        )
    old = changes.old
    return Bilingual(
        f"{old.issued}(版 {old.version})から {new.issued}(版 {new.version})への変化",
        f"Changes from {old.issued} (version {old.version}) to {new.issued} (version {new.version})",
    )


def headline(change: Change) -> Bilingual:
    """Return a change in one line, without its details."""
    kind = KINDS[change.kind].label
    late = _LATE if change.late else Bilingual("", "")
    note = Bilingual(
        f"({change.note.ja})" if change.note.ja else "", f" ({change.note.en})" if change.note.en else ""
    )
    date = f"{change.date} " if change.date else ""
    return Bilingual(
        f"{date}{kind.ja}{late.ja}: {change.label.ja}{note.ja} [{local(change.entity)}]",
        f"{date}{kind.en}{late.en}: {change.label.en}{note.en} [{local(change.entity)}]",
    )


def detail_line(detail: Detail, names: Names) -> Bilingual:
    """Return a field with its values before and after."""
    field = names.field(detail.field)
    return Bilingual(
        f"{field.ja}: {_values(detail.old, 'ja')} → {_values(detail.new, 'ja')}",
        f"{field.en}: {_values(detail.old, 'en')} → {_values(detail.new, 'en')}",
    )


def _values(values: Iterable[Bilingual], language: Language) -> str:
    shown = [_short(value.in_language(language)) for value in values]
    nothing = Bilingual("(記載なし)", "(not stated)").in_language(language)
    return ("、" if language == "ja" else "; ").join(shown) or nothing


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= _MOST else joined[:_MOST] + "…"


def line(change: Change, names: Names) -> Bilingual:
    """Return a change with its details in one line."""
    head = headline(change)
    told = [detail_line(detail, names) for detail in change.details]
    ja, en = "。".join(one.ja for one in told), "; ".join(one.en for one in told)
    return Bilingual(f"{head.ja} {ja}".rstrip(), f"{head.en} {en}".rstrip())


def as_text(changes: Changes, language: Language) -> str:
    """Return what changed as lines for a terminal, world changes first, corrections apart from them."""
    lines = [title(changes).in_language(language)]
    for nature in Nature:
        members = [change for change in changes.changes if change.nature is nature]
        if members:
            lines += ["", f"{NATURES[nature][0].in_language(language)} ({len(members)})"]
        for change in members:
            lines.append(f"  {headline(change).in_language(language)}")
            lines += [
                f"      {detail_line(detail, changes.names).in_language(language)}"
                for detail in change.details
            ]
    if not changes.changes:
        lines += ["", _NOTHING.in_language(language)]
    return "\n".join(lines) + "\n"
