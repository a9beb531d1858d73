"""What an engine finds, what its shapes say about it, and the report made of both."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from pyoxigraph import BlankNode, NamedNode

from saisei_lod.errors import Bilingual
from saisei_lod.findings import Finding, Place, Severity
from saisei_lod.validation.graphs import Term
from saisei_lod.validation.names import local_name, shortened
from saisei_lod.validation.reasons import REASONS
from saisei_lod.validation.shapes import Rule
from saisei_lod.validation.traces import Trace

__all__ = ["Locate", "Report", "Result", "Violation"]

Locate = Callable[[str], Place | None]
"""Where the record of a node stands, asked with the node's IRI; None where that is not known."""

_LONGEST: Final = 200
_UNSAID: Final = Bilingual("", "")
_COMPONENT: Final = "ConstraintComponent"


class Violation(NamedTuple):
    """What an engine returns: the shape and the component not satisfied, at which node, by which value.

    ``predicate`` is given where the shape does not name it (sh:closed).
    """

    shape: Term
    component: str
    focus: Term
    value: Term | None = None
    predicate: Term | None = None

    def result(self, rule: Rule) -> "Result":
        """Return the violation with what its shape says, complete in itself."""
        named = shortened(self.predicate.value) if isinstance(self.predicate, NamedNode) else ""
        return Result(
            code=rule.code,
            severity=rule.severity,
            message=self._message(rule),
            fix=rule.fix,
            focus=str(self.focus),
            path=named or rule.path,
            turtle=named or rule.turtle,
            value=str(self.value) if self.value is not None else "",
            text=_shown(self.value) if self.value is not None else "",
            shape=str(self.shape),
            component=self.component,
            name=_UNSAID if named else rule.name,
            about=named or rule.about,
            expected=rule.expected.get(_condition(self.component), _UNSAID),
            because=rule.because,
        )

    def _message(self, rule: Rule) -> Bilingual:
        """Return the shape's message; where several conditions share it, with the one that failed."""
        reason = REASONS.get(local_name(self.component).removesuffix(_COMPONENT))
        if reason is None or len(rule.conditions) <= 1:
            return rule.message
        return Bilingual(f"{rule.message.ja}（{reason.ja}）", f"{rule.message.en} ({reason.en})")


class Result(NamedTuple):
    """A violation with what its shape says, as strings: it can be kept, compared and shown later.

    ``focus``, ``value`` and ``shape`` are terms in N-Triples, ``component`` is an IRI. ``path`` (SPARQL) and
    ``text`` are the path and the value as people read them, ``turtle`` is the path in Turtle; path, value
    and text are "" where there are none. ``name``, ``about``, ``expected`` and ``because`` are the shape's.
    """

    code: str
    severity: Severity
    message: Bilingual
    fix: Bilingual
    focus: str
    path: str
    turtle: str
    value: str
    text: str
    shape: str
    component: str
    name: Bilingual = _UNSAID
    about: str = ""
    expected: Bilingual = _UNSAID
    because: Bilingual = _UNSAID

    @property
    def node(self) -> str:
        """The IRI of the focus node; a blank node or literal as N-Triples spells it."""
        return self.focus[1:-1] if self.focus.startswith("<") else self.focus

    def finding(self, place: Place) -> Finding:
        """Return the result as a finding at a place, to which node and path are added."""
        there = place._replace(node=self.node, path=self.path)
        return Finding(self.code, self.severity, self.message, there, self.text, self.fix)


def _condition(component: str) -> str:
    """Return the parameter of a component: ``minCount`` of sh:MinCountConstraintComponent."""
    name = local_name(component).removesuffix(_COMPONENT)
    return "sparql" if name == "SPARQL" else name[:1].lower() + name[1:]


def _shown(term: Term) -> str:
    """Return a term as people read it: a prefixed name, an IRI, or a text that is cut where it is long."""
    if isinstance(term, NamedNode):
        name = shortened(term.value)
        return term.value if name.startswith("<") else name
    if isinstance(term, BlankNode):
        return str(term)
    text = str(term.value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


class Report(NamedTuple):
    """The results of a validation in a stable order, the same as findings, and the shapes never used.

    ``untargeted`` holds the codes of the shapes of which nothing in the data is a target, in order.
    ``traces`` lead each result to its record, and are empty where there are no records. ``records`` holds
    what was found in the records before they became a graph. ``left_out`` counts the results that the
    report was asked not to show. ``by_pyshacl`` holds the codes of the shapes that the engine left to pySHACL.
    """

    results: tuple[Result, ...]
    untargeted: tuple[str, ...]
    findings: tuple[Finding, ...]
    traces: tuple[Trace, ...] = ()
    records: tuple[tuple[Finding, Trace], ...] = ()
    left_out: int = 0
    by_pyshacl: tuple[str, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether there is no result of any severity (W3C SHACL, section 3.6.1.1), shown or not.

        What stops a release are violations alone: see ``severities``.
        """
        return not self.results and not self.left_out

    @property
    def counts(self) -> Mapping[str, int]:
        """The number of results of each code, in the order of the codes."""
        return dict(sorted(Counter(result.code for result in self.results).items()))

    @property
    def severities(self) -> Mapping[Severity, int]:
        """The number of results of each severity, with zeros."""
        counted = Counter(result.severity for result in self.results)
        return {severity: counted[severity] for severity in Severity}
