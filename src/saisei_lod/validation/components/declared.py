"""What one shape declares, as the compilers of components read it; wrong parameters are refused."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from pyoxigraph import Literal, NamedNode

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.validation.components.check import Conforms, Run
from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.names import RDF_NIL, SH, local_name
from saisei_lod.validation.paths import Path
from saisei_lod.validation.spelled import XSD, from_term
from saisei_lod.validation.values import value_of

__all__ = ["Declared", "Nested", "unusable"]


class Nested(Protocol):
    """A shape that another one names, compiled."""

    @property
    def shape(self) -> Term:
        """The shape itself."""

    @property
    def run(self) -> Run:
        """The results at value nodes of a focus node."""

    @property
    def conforms(self) -> Conforms:
        """Whether a node has no results."""


class Declared(NamedTuple):
    """A shape with the values of its parameters, which are named without their namespace."""

    shape: Term
    path: Path | None
    triples: Triples
    nested: Callable[[Term], Nested]

    def terms(self, name: str) -> list[Term]:
        """Return the values of a parameter."""
        return self.triples.objects(self.shape, SH + name)

    def spelled(self, name: str) -> list[str]:
        """Return the values of a parameter in N-Triples."""
        return [from_term(term) for term in self.terms(name)]

    def iris(self, name: str) -> Iterator[str]:
        """Yield the values of a parameter in N-Triples; refuse any that is no IRI."""
        for term in self.terms(name):
            if not isinstance(term, NamedNode):
                raise self.refused(name)
            yield from_term(term)

    def whole(self, name: str) -> int:
        """Return the one value of a parameter that is a whole number; refuse anything else."""
        values = [value_of(spelled) for spelled in self.spelled(name)]
        if len(values) != 1 or not isinstance(values[0], int) or isinstance(values[0], bool):
            raise self.refused(name)
        return values[0]

    def is_true(self, name: str) -> bool:
        """Tell whether a parameter is ``true``, this term and no other (W3C SHACL, section 1.1)."""
        return f'"true"^^<{XSD}boolean>' in self.spelled(name)

    def text(self, name: str) -> str:
        """Return the one value of a parameter that is a literal, "" where there is none."""
        values = self.terms(name)
        if len(values) > 1 or not all(isinstance(value, Literal) for value in values):
            raise self.refused(name)
        return values[0].value if values and isinstance(values[0], Literal) else ""

    def lists(self, name: str) -> Iterator[list[Term]]:
        """Yield the members of each list that is a value of a parameter; refuse what is no list."""
        for head in self.terms(name):
            members = self.triples.members(head)
            if not members and head != NamedNode(RDF_NIL):
                raise self.refused(name)
            yield members

    def all_nested(self, terms: Sequence[Term]) -> list[Nested]:
        """Return shapes that this one names."""
        return [self.nested(term) for term in terms]

    def refused(self, name: str) -> InputError:
        """Return the error for a parameter with a value that it cannot have."""
        return unusable(self.shape, f"sh:{name}")


def unusable(shape: Term, reason: str) -> InputError:
    """Return the error for a shape that does not follow W3C SHACL."""
    where = local_name(shape.value) if isinstance(shape, NamedNode) else str(shape)
    return InputError(
        Bilingual(f"形(SHACL)を使えません: {reason}", f"The shapes cannot be used: {reason}"),
        where=where,
        expected=Bilingual("W3C SHACL に従う形", "shapes that follow W3C SHACL"),
        todo=Bilingual("形のファイルを直してください。", "Correct the file of shapes."),
    )
