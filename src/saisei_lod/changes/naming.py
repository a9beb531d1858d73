"""Name what changed as people know it: titles and names instead of IRIs, in Japanese and English."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from saisei_lod.changes.facts import facts, local, said
from saisei_lod.changes.model import Detail
from saisei_lod.changes.releases import State
from saisei_lod.errors import Bilingual

__all__ = ["Flat", "Names"]

#: The values of an entity's fields, in N-Triples: a field of a part has the part's field before it.
Flat = Mapping[str, tuple[str, ...]]
_NOTHING: Final[Flat] = MappingProxyType({})
_NAMED_BY: Final = ("title", "prefLabel", "label", "fn")
#: Fields whose names are not those of terms of ours.
_FIELDS: Final = {
    "title": Bilingual("名称", "title"),
    "date": Bilingual("日付", "date"),
    "prefLabel": Bilingual("名称", "name"),
    "altLabel": Bilingual("別名", "other name"),
    "hiddenLabel": Bilingual("表記", "spelling met"),
    "note": Bilingual("注記", "note"),
    "kind": Bilingual("種別", "kind"),
    "key": Bilingual("キー", "key"),
    "event": Bilingual("認定・変更", "event"),
    "version": Bilingual("版", "version"),
    "format": Bilingual("形式", "format"),
    "modified": Bilingual("更新日", "last updated"),
    "publisher": Bilingual("公表者", "publisher"),
    "comment": Bilingual("説明", "comment"),
    "label": Bilingual("名称", "label"),
    "contactPoint": Bilingual("問い合わせ先", "contact"),
    "hasMember": Bilingual("構成団体", "member"),
    "identifier": Bilingual("コード", "identifier"),
}


class Names:
    """Names for the IRIs of two releases, the newer asked first."""

    def __init__(self, *states: State | None) -> None:
        self._states = [state for state in states if state is not None]
        self.label = lru_cache(maxsize=8192)(self._label)
        self.field = lru_cache(maxsize=1024)(self._field)

    def _label(self, iri: str) -> Bilingual:
        """Return the name of an entity, the last part of its IRI where it has none."""
        for state in self._states:
            named = facts(state.text(iri)).get(iri, {})
            for name in _NAMED_BY:
                stated = [value for key, kept in named.items() if local(key) == name for value in kept]
                if stated:
                    ours = [value for key in named if local(key) == "editorialTitle" for value in named[key]]
                    return _bilingual([*stated, *ours])
        return Bilingual(local(iri) or iri, local(iri) or iri)

    def shown(self, value: str) -> Bilingual:
        """Return a value of N-Triples as people read it; an IRI by its name."""
        if value.startswith("<"):
            return self.label(value[1:-1])
        return Bilingual(said(value), said(value))

    def _field(self, name: str) -> Bilingual:
        """Return the name of a field, that of a part behind that of the whole."""
        parts = [self._part(part) for part in name.split(".")]
        return Bilingual("の".join(part.ja for part in parts), ", ".join(part.en for part in parts))

    def _part(self, name: str) -> Bilingual:
        if name in _FIELDS:
            return _FIELDS[name]
        found = self.label(f"https://w3id.org/saisei/ns#{name}")
        return found if found.ja != name else Bilingual(name, name)

    def detail(self, field: str, old: Sequence[str], new: Sequence[str]) -> Detail:
        """Return the values of N-Triples that only one side holds, as a detail that people read."""
        return Detail(
            field,
            tuple(self.shown(value) for value in old if value not in new),
            tuple(self.shown(value) for value in new if value not in old),
        )

    def details(self, old: Flat, new: Flat, *, within: str = "") -> tuple[Detail, ...]:
        """Return a detail for each field that differs, under the field ``within``."""
        return tuple(
            self.detail(within + field, old.get(field, ()), new.get(field, ()))
            for field in sorted({*old, *new})
            if old.get(field, ()) != new.get(field, ())
        )


def _bilingual(stated: Sequence[str]) -> Bilingual:
    ja = next((said(value) for value in stated if value.endswith("@ja")), said(stated[0]))
    return Bilingual(ja, next((said(value) for value in stated if value.endswith("@en")), ja))
