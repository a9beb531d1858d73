"""Derive docs/reference/vocabulary.md: every term with its labels, comments, domain, range and example."""

from collections.abc import Iterable, Iterator
from typing import Final

from saisei_lod.deriving.markdown import anchor, notice, table
from saisei_lod.deriving.naming import json_keys, usage
from saisei_lod.deriving.ontology import SOURCES, Kind, Ontology, Term

__all__ = ["vocabulary_page"]

_INTRODUCTION: Final = """# 語彙 · Vocabulary

名前空間 `https://w3id.org/saisei/ns#`、接頭辞 `saisei:`。どの語も、安定(stable)か予約(testing、まだ使う公開データがない)である。
例の中の `99999` と `00000000` は架空のもの。語彙についての決定は [docs/explanation/vocabulary.md](../explanation/vocabulary.md)。

Namespace `https://w3id.org/saisei/ns#`, prefix `saisei:`. A term is stable or reserved (status testing: no
release uses it yet). `99999` and `00000000` in an example are made up. The decisions behind the vocabulary
are in [docs/explanation/vocabulary.md](../explanation/vocabulary.md).
"""


def vocabulary_page(ontology: Ontology) -> str:
    """Return the page: classes, code lists with their members, properties, and the terms of others."""
    own = [term for term in ontology.terms if term.is_own]
    lists = {parent for term in own if term.kind is Kind.INDIVIDUAL for parent in term.parents}
    classes = [term for term in own if term.kind is Kind.CLASS and term.name not in lists]
    described = _Sections(ontology)
    parts = [
        f"{notice(*SOURCES)}\n{_INTRODUCTION}",
        _part("クラス · Classes", map(described.term, classes)),
        _part("コードリスト · Code lists", (described.code_list(t) for t in own if t.name in lists)),
        _part("プロパティ · Properties", (described.term(t) for t in own if t.kind.is_property)),
        _part("ほかの語彙の語 · Terms of others", [described.reused()]),
    ]
    return "\n".join(parts)


def _part(heading: str, sections: Iterable[str]) -> str:
    return f"## {heading}\n\n" + "\n".join(sections)


class _Sections:
    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self._keys = json_keys(ontology)

    def term(self, term: Term) -> str:
        """Return the section of a term."""
        facts = table(["", ""], [(name, value) for name, value in self._facts(term) if value])
        examples = "".join(f"```turtle\n{example}\n```\n" for example in term.examples)
        return "\n".join(filter(None, [_heading(term), facts, examples]))

    def code_list(self, term: Term) -> str:
        """Return the section of a code list with a table of its members."""
        members = [other for other in self._ontology.terms if term.name in other.parents]
        listed = table(
            ["", "ja", "en", "", ""],
            [(f"`{m.name}`", m.label.ja, m.label.en, m.comment.ja, m.comment.en) for m in members],
        )
        return f"{self.term(term)}\n{listed}"

    def _facts(self, term: Term) -> Iterator[tuple[str, str]]:
        yield ("上位 · sub of", _listed(term.parents))
        yield ("定義域 · domain", _listed(term.domain))
        yield ("値域 · range", _listed(term.range or term.datatypes))
        yield ("逆 · inverse", _listed(term.inverse))
        if term.kind.is_property:
            yield ("JSON-LD", f"`{self._keys[term.name]}`{' []' if term.many else ''}")
        yield (
            "状態 · status",
            term.status if term.status == "stable" else f"{term.status}: {term.note.ja} {term.note.en}",
        )

    def reused(self) -> str:
        """Return the table of the terms of others with how we use them."""
        reused = [term for term in self._ontology.terms if not term.is_own]
        return table(
            ["", "種類 · kind", "値 · value", "JSON-LD", "使い方", "use"],
            [
                (f"`{t.name}`", t.kind.value, self._value(t), self._key(t), t.usage.ja, t.usage.en)
                for t in reused
            ],
        )

    def _value(self, term: Term) -> str:
        if not term.kind.is_property:
            return ""
        stands = usage(term, self._ontology.prefixes)
        return _listed(term.datatypes or term.range) or ("IRI" if stands.datatype == "@id" else "")

    def _key(self, term: Term) -> str:
        return f"`{self._keys[term.name]}`{' []' if term.many else ''}" if term.kind.is_property else ""


def _heading(term: Term) -> str:
    return (
        f"{anchor(term.name)}\n### {term.local} — {term.label.ja} · {term.label.en}\n\n"
        f"{term.comment.ja}\n\n{term.comment.en}\n"
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
