"""What a query of the pack is made of: its words, its parameters and its columns."""

from typing import Final, Literal, NamedTuple

from saisei_lod.errors import Bilingual

__all__ = ["KINDS", "Column", "Keywords", "Kind", "Need", "Parameter", "Query"]

Kind = Literal["code", "key", "date", "slug", "integer", "year", "topic"]
Need = Literal["required", "default", "optional"]

#: The types of parameters, each with what people may write.
KINDS: Final[dict[Kind, Bilingual]] = {
    "code": Bilingual(
        "団体コード(5桁、または検査数字を含む6桁)",
        "a local government code of 5 digits, or 6 with the check digit",
    ),
    "key": Bilingual("計画のキー(r055-01204-3476059d の形)", "the key of a plan, like r055-01204-3476059d"),
    "date": Bilingual("日付(YYYY-MM-DD)", "a date, YYYY-MM-DD"),
    "slug": Bilingual("支援措置のスラグ(suishin など)", "the slug of a funding scheme, like suishin"),
    "integer": Bilingual("0以上の整数", "a whole number from 0"),
    "year": Bilingual("西暦の年(YYYY)", "a year, YYYY"),
    "topic": Bilingual("語句(200文字まで)", "words, at most 200 characters"),
}


class Parameter(NamedTuple):
    """A parameter: ``value`` is its default, or an example where it is required, "" where it is optional."""

    name: str
    kind: Kind
    need: Need
    value: str
    about: Bilingual

    @property
    def variable(self) -> str:
        """The variable that carries it in the query."""
        return f"?asked_{self.name}"


class Column(NamedTuple):
    """A column of the answer with its heading."""

    name: str
    heading: Bilingual


class Keywords(NamedTuple):
    """Keywords in Japanese and in English."""

    ja: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class Query(NamedTuple):
    """A SPARQL query with what its head says of it; without a head, its name alone.

    ``question`` is the number of the competency question that it answers; ``place`` is where its text
    was read, for messages.
    """

    name: str
    text: str
    place: str
    question: int | None = None
    title: Bilingual = Bilingual("", "")
    note: Bilingual = Bilingual("", "")
    keywords: Keywords = Keywords()
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()
