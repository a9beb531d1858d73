"""Show an explanation: for people, in Japanese or English, or as JSON, which holds both."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Final

import msgspec

from saisei_lod.errors import Bilingual, Language
from saisei_lod.querying.explaining import Explanation, Said, Words
from saisei_lod.querying.rules import choice_words, rule_words
from saisei_lod.querying.table import padded

__all__ = ["EXPLANATIONS", "as_json", "as_text"]

#: Bases by the names of their terms: how JSON spells them, and how people read them.
_BASES: Final = {
    "Stated": ("stated", Bilingual("明記", "stated")),
    "Implied": ("implied", Bilingual("示唆(文脈による)", "implied by the context")),
    "Inferred": ("inferred", Bilingual("推定", "inferred from other facts")),
    "CorrectedByHand": ("corrected-by-hand", Bilingual("人による訂正", "corrected by hand")),
}
_LABELS: Final = {
    "words": Bilingual("語句", "words"),
    "source": Bilingual("出典", "source"),
    "rule": Bilingual("規則", "rule"),
    "basis": Bilingual("根拠", "basis"),
    "instead": Bilingual("採った値", "instead"),
}
_NO_WORDS: Final = Bilingual("なし", "none")
_UNKNOWN: Final = Bilingual("(語句は残っていません)", "(the words were not kept)")
_CHARACTERS: Final = Bilingual("{start}〜{end} 文字目", "characters {start}-{end}")
_NOT_PUBLISHED: Final = Bilingual("公開していません", "not published")
_VERSION: Final = Bilingual("{day} からの版", "version of {day}")
_SNAPSHOT: Final = Bilingual("取得物 {name}", "snapshot {name}")
_RETRIEVED: Final = Bilingual("{day} 取得", "retrieved {day}")
_NOTHING: Final = Bilingual("なし", "nothing")
_WIDEST: Final = 10


def as_text(explanation: Explanation, language: Language) -> str:
    """Return what people read: a paragraph a value, with a part for each source that says it."""
    head = f"{explanation.key}  {explanation.title}".rstrip()
    paragraphs = [
        "\n".join(_paragraph(list(said), language)) for _, said in groupby(explanation.said, key=_value)
    ]
    return "\n\n".join([head, *paragraphs]) + "\n"


def _value(said: Said) -> tuple[object, ...]:
    return said.field, said.value, said.is_published


def _paragraph(said: list[Said], language: Language) -> Iterator[str]:
    first = said[0]
    version = _VERSION.filled(day=first.field.day).in_language(language) if first.field.day else ""
    notes = [version, "" if first.is_published else _NOT_PUBLISHED.in_language(language)]
    note = ", ".join(filter(None, notes))
    name = first.label.in_language(language)
    yield f"{first.field.path}: {first.value} {name}".rstrip() + (f" ({note})" if note else "")
    for one in said:
        for label, text in _parts(one, language):
            named = _LABELS[label].in_language(language) if label else ""
            yield f"    {padded(named, _WIDEST)}{text}"


def _parts(said: Said, language: Language) -> Iterator[tuple[str, str]]:
    words = [_words(one, language) for one in said.words] or [_NO_WORDS.in_language(language)]
    yield "words", words[0]
    yield from (("", more) for more in words[1:])
    yield "source", _source(said, language)
    yield "rule", f"{rule_words(said.rule).in_language(language)} [{said.rule}]"
    yield (
        "basis",
        _BASES.get(said.basis, (said.basis, Bilingual(said.basis, said.basis)))[1].in_language(language),
    )
    if not said.is_published:
        instead = ", ".join(said.preferred) or _NOTHING.in_language(language)
        yield "instead", f"{instead}: {choice_words(said.choice).in_language(language)} [{said.choice}]"


def _words(words: Words, language: Language) -> str:
    place = _CHARACTERS.filled(start=words.start, end=words.end).in_language(language)
    return f"{words.exact or _UNKNOWN.in_language(language)}  {place}"


def _source(said: Said, language: Language) -> str:
    source = said.source
    named = _SNAPSHOT.filled(name=source.snapshot).in_language(language)
    day = _RETRIEVED.filled(day=source.retrieved).in_language(language) if source.retrieved else ""
    return " ".join(filter(None, (source.page, source.url, f"({', '.join(filter(None, (named, day)))})")))


def as_json(explanation: Explanation, language: Language = "en") -> str:
    """Return one JSON object; it holds both languages whichever is asked for."""
    del language
    document = {
        "plan": explanation.key,
        "title": explanation.title,
        "values": [_object(said) for said in explanation.said],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _object(said: Said) -> Mapping[str, object]:
    basis = _BASES.get(said.basis)
    return {
        "field": said.field.path,
        "version": said.field.day or None,
        "value": said.value,
        "label": said.label._asdict() if any(said.label) else None,
        "published": said.is_published,
        "basis": basis[0] if basis else said.basis,
        "rule": {"name": said.rule, **rule_words(said.rule)._asdict()},
        "words": [one._asdict() for one in said.words],
        "source": {name: value or None for name, value in said.source._asdict().items()},
        "preferred": list(said.preferred),
        "choice": {"name": said.choice, **choice_words(said.choice)._asdict()} if said.choice else None,
    }


#: Forms of an explanation by the name that ``--format`` takes.
EXPLANATIONS: Final[Mapping[str, Callable[[Explanation, Language], str]]] = {
    "text": as_text,
    "json": as_json,
}
