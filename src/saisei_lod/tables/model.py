"""Define what a table is: rows out of the graph, and columns each of which says what its cells mean.

One description of a column drives every form of a table: the CSV, the CSV for Excel, the workbook, and
the CSVW metadata that leads from a cell back to the triple it was made of (Metadata Vocabulary for
Tabular Data, W3C 2015; Generating RDF from Tabular Data on the Web, W3C 2015, minimal mode).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.errors import Bilingual
from saisei_lod.tables.nodes import Node, Nodes
from saisei_lod.terms import Iri, Property, Term

__all__ = [
    "DAY",
    "DECIMAL",
    "EN",
    "FLAG",
    "HIRAGANA",
    "INTEGER",
    "JA",
    "MONTH",
    "PARTIAL_DAY",
    "STRING",
    "TYPE",
    "URL",
    "YEAR",
    "Column",
    "Kind",
    "Row",
    "Step",
    "Table",
    "link",
]

#: The nodes that a row tells of, by the role that they play in its table.
Row = Mapping[str, Node]
#: From a node to values: what a property states, or what a function finds.
Step = Property | Callable[[Node, Nodes], Sequence[Term]]
#: rdf:type as a property of which a column can state the value.
TYPE: Final = Property(v.RDF, "type", "type", datatype="@id")


class Kind(NamedTuple):
    """What the cells of a column hold: a datatype of CSVW, a language, and for IRIs their namespace.

    ``link`` names the namespace of which a cell holds local names.
    """

    datatype: str
    language: str = ""
    link: str = ""


STRING: Final = Kind("string")
JA: Final = Kind("string", "ja")
EN: Final = Kind("string", "en")
HIRAGANA: Final = Kind("string", "ja-hira")
DAY: Final = Kind("date")
MONTH: Final = Kind("gYearMonth")
YEAR: Final = Kind("gYear")
INTEGER: Final = Kind("integer")
DECIMAL: Final = Kind("decimal")
FLAG: Final = Kind("boolean")
URL: Final = Kind("anyURI")
#: A day, or the month or year where no more is known, for reading alone: no datatype holds all three.
PARTIAL_DAY: Final = Kind("partial-day")


def link(namespace: str) -> Kind:
    """Return the kind of cells that hold local names of a namespace, which is named as in IRIs."""
    return Kind("string", "", namespace)


class Column(NamedTuple):
    """A column: its name in the CSV, its title for people, and where its cells come from and lead to.

    A cell is found from the node in the role ``at``, or else from the node that the column ``of`` names,
    along ``path`` and, last, ``says``; ``when`` makes the cell of a flag instead.

    A column with ``says`` gives a triple: about the node that ``of`` names (else the column itself), by the
    property ``says``, to the cell's value (else to the IRI in the column ``value``, where the cell is not
    empty). All others help reading and give none. ``names`` is the namespace of the local names that a
    literal column holds too. ``separator`` stands between several values.
    """

    name: str
    title: Bilingual
    kind: Kind
    at: str = ""
    of: str = ""
    path: tuple[Step, ...] = ()
    says: Property | None = None
    value: str = ""
    when: Callable[[Row, Nodes], bool] | None = None
    names: str = ""
    separator: str = ""
    required: bool = False

    @property
    def namespace(self) -> str:
        """The namespace of the local names in this column, "" where it holds none."""
        return self.names or self.kind.link

    @property
    def about(self) -> str:
        """The column that names the subject of this column's triples."""
        return self.of or self.name


class Table(NamedTuple):
    """A table: a row for whatever ``rows`` finds at a node of the class ``of``.

    ``key`` names the columns that tell rows apart; ``refers`` leads from columns that are never empty to
    the tables whose key they hold (validators refuse an empty cell there); ``types`` are the columns whose
    nodes are all of one class, with the class.
    """

    name: str
    title: Bilingual
    of: Iri
    rows: Callable[[Node, Nodes], Iterator[Row]]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: Mapping[str, str] = {}
    types: tuple[tuple[str, Iri], ...] = ()

    def column(self, name: str) -> Column:
        """Return a column by its name."""
        return next(column for column in self.columns if column.name == name)
