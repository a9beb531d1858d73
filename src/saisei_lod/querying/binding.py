"""Give a query the values of its parameters, as RDF terms and never as text.

A query with parameters holds one line ``VALUES (?asked_a ?asked_b) { (… …) }`` with its defaults or
examples, so that its file runs as it stands in any SPARQL 1.1 engine. Binding replaces that line by one
made of the N-Triples spelling of checked terms (SPARQL 1.1, section 10.2); an optional parameter that
was not given is UNDEF, which joins with anything. The line stays one line: errors keep their place.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError, UsageError
from saisei_lod.querying.checking import checked
from saisei_lod.querying.model import KINDS, Parameter, Query
from saisei_lod.querying.pack import nearest
from saisei_lod.terms import Term

__all__ = ["Bound", "bind", "parameters"]

_VALUES: Final = re.compile(r"^( *)VALUES \(((?:\?asked_\w+ ?)+)\) \{ \(.*\) \}$", re.ASCII | re.MULTILINE)


class Bound(NamedTuple):
    """A query whose text carries its values; ``values`` holds the term of each parameter that has one."""

    query: Query
    text: str
    values: Mapping[str, Term]


def parameters(pairs: Iterable[str]) -> dict[str, str]:
    """Return the parameters of ``name=value`` texts; UsageError for another form, or a name given twice.

    >>> parameters(["date=2020-04-01"])
    {'date': '2020-04-01'}
    """
    given: dict[str, str] = {}
    for pair in pairs:
        name, separator, value = pair.partition("=")
        if not separator or not name.strip() or name.strip() in given:
            raise UsageError(
                Bilingual(
                    f"パラメーターを読めません: {pair[:80]!r}",
                    f"This parameter cannot be read: {pair[:80]!r}",
                ),
                expected=Bilingual("名前=値(名前は一度だけ)", "name=value, each name once"),
                todo=Bilingual("例: --param date=2020-04-01", "For example: --param date=2020-04-01"),
            )
        given[name.strip()] = value
    return given


def bind(query: Query, given: Mapping[str, str]) -> Bound:
    """Return the query with its values; UsageError for what is missing, unknown or of a wrong type."""
    _refuse_unknown(query, given)
    _refuse_missing(query, given)
    values = {p.name: term for p in query.parameters if (term := _term(p, given)) is not None}
    return Bound(query, _with_values(query, values) if query.parameters else query.text, values)


def _refuse_unknown(query: Query, given: Mapping[str, str]) -> None:
    names = [parameter.name for parameter in query.parameters]
    unknown = next((name for name in given if name not in names), None)
    if unknown is None:
        return
    near = nearest(unknown, names) if names else Bilingual("パラメーターなし", "no parameter")
    raise UsageError(
        Bilingual(
            f"{query.name} にこのパラメーターはありません: {unknown[:80]}",
            f"{query.name} takes no parameter {unknown[:80]}",
        ),
        expected=near,
        todo=Bilingual("名前を直すか、取り除いてください。", "Correct the name, or leave it out."),
    )


def _refuse_missing(query: Query, given: Mapping[str, str]) -> None:
    missing = [p for p in query.parameters if p.need == "required" and not given.get(p.name, "").strip()]
    if not missing:
        return
    names = ", ".join(parameter.name for parameter in missing)
    example = " ".join(f"--param {parameter.name}={parameter.value}" for parameter in missing)
    raise UsageError(
        Bilingual(
            f"{query.name} に必要なパラメーターがありません: {names}",
            f"{query.name} needs the parameter {names}",
        ),
        expected=Bilingual(
            "、".join(f"{p.name}: {p.about.ja}" for p in missing),
            "; ".join(f"{p.name}: {p.about.en}" for p in missing),
        ),
        todo=Bilingual(f"例: {example}", f"For example: {example}"),
    )


def _term(parameter: Parameter, given: Mapping[str, str]) -> Term | None:
    value = given.get(parameter.name, "")
    if not value.strip():
        value = parameter.value if parameter.need == "default" else ""
    if not value:
        return None
    try:
        return checked(value, parameter.kind)
    except UsageError as error:
        where = f"--param {parameter.name}"
        expected = error.expected or KINDS[parameter.kind]
        raise UsageError(error.what, where=where, expected=expected, todo=error.todo) from error


def _with_values(query: Query, values: Mapping[str, Term]) -> str:
    found = list(_VALUES.finditer(query.text))
    variables = [parameter.variable for parameter in query.parameters]
    if len(found) != 1 or found[0][2].split() != variables:
        line = f"VALUES ({' '.join(variables)}) {{ (…) }}"
        raise InputError(
            Bilingual(
                "問い合わせに値を入れる行がありません。", "The query has no line that takes its values."
            ),
            where=query.place,
            expected=Bilingual(f"一行だけの {line}", f"one line {line}"),
            todo=Bilingual(
                "見出しのパラメーターの順に書いてください。",
                "Write it in the order of the head's parameters.",
            ),
        )
    spelled = [values[p.name].nt if p.name in values else "UNDEF" for p in query.parameters]
    line = f"{found[0][1]}VALUES ({' '.join(variables)}) {{ ({' '.join(spelled)}) }}"
    return query.text[: found[0].start()] + line + query.text[found[0].end() :]
