"""Say how a query is worked out: what it was given, how silence is treated, and the text that is evaluated."""

from saisei_lod.errors import Bilingual, Language
from saisei_lod.querying.binding import Bound
from saisei_lod.querying.describing import wrapped
from saisei_lod.querying.services import services

__all__ = ["working_text"]

_VALUES = Bilingual("パラメーターの値(RDF の項として渡す)", "Values of parameters, given as RDF terms")
_NONE = Bilingual("指定なし(どの値とも合う)", "not given: joins with anything")
_OTHERS = Bilingual("ほかに尋ねるエンドポイント", "Other endpoints asked")
_ASKED = Bilingual("尋ねる先", "Asked of")
_TEXT = Bilingual("評価する SPARQL", "SPARQL evaluated")


def working_text(bound: Bound, source: str, language: Language) -> str:
    """Return title, note, source, values, other endpoints and text of a bound query; nothing is evaluated."""
    query = bound.query
    lines = [f"{query.name}: {query.title.in_language(language)}"]
    if note := query.note.in_language(language):
        lines += ["", *wrapped(note)]
    lines += ["", f"{_ASKED.in_language(language)}: {source}"]
    if query.parameters:
        lines += ["", _VALUES.in_language(language)]
        spelled = {
            p.name: bound.values[p.name].nt if p.name in bound.values else "" for p in query.parameters
        }
        lines += [f"  {name} = {value or _NONE.in_language(language)}" for name, value in spelled.items()]
    if others := services(query):
        lines += ["", _OTHERS.in_language(language), *(f"  {address}" for address in others)]
    text = "\n".join(line for line in bound.text.split("\n") if not line.startswith("#")).strip()
    return "\n".join([*lines, "", _TEXT.in_language(language), text, ""])
