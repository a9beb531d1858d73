"""Compare a record with its evidence: what was read, from which words, and what a person made of it.

A value that the record gives as it was read is one claim. Where a person corrected it there are two: the
correction, with the words that it was made from, and the value as it was read. A value without evidence
was written by hand. Members of sets (makers, schemes, places, changes) are known by their identity: one
that evidence knows and the record does not was taken away, and takes the place of one that is new.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.mapping.claim_statements import Meaning
from saisei_lod.records.evidence import Quote, quotes, read_value
from saisei_lod.records.model import Evidence
from saisei_lod.records.values import Value, group
from saisei_lod.terms import Iri, Term

__all__ = ["BASES", "CORRECTION", "RECORD", "Claim", "claims_of"]

#: Rules of the values that no program read.
RECORD: Final = "record"
CORRECTION: Final = "correction"
BASES: Final[Mapping[str, Iri]] = {"stated": v.STATED, "implied": v.IMPLIED, "inferred": v.INFERRED}

MeaningOf = Callable[[str], Meaning | None]


class Claim(NamedTuple):
    """A statement with how it was read; ``path`` is that of the record.

    ``corrected`` is the value that a person put in the place of what was read here, None where nobody did.
    """

    path: str
    subject: Iri
    predicate: Iri
    value: Term
    basis: Iri
    rule: str
    found: Sequence[Quote] = ()
    corrected: Term | None = None
    is_removed: bool = False

    @property
    def statement(self) -> tuple[str, str, str]:
        """The statement in N-Triples, which tells whether two claims say the same."""
        return self.subject.nt, self.predicate.nt, self.value.nt


def claims_of(
    values: Sequence[Value], evidence: Mapping[str, Evidence], meaning_of: MeaningOf
) -> list[Claim]:
    """Return the claims of a record: those of its values, and of what was read in their place.

    ``meaning_of`` tells the statement that a path stands for; values that make none have no claim.
    """
    removed = _removed(values, evidence) if evidence else {}
    claims: list[Claim] = []
    for value in values:
        meaning = meaning_of(value.path)
        if meaning is not None and value.said:
            claims += _claims(value, _evidence_of(value, evidence, removed), meaning, meaning_of)
    for paths in removed.values():
        claims += [claim for path in paths for claim in _taken_away(path, evidence[path], meaning_of)]
    return claims


def _removed(values: Sequence[Value], evidence: Mapping[str, Evidence]) -> dict[str, list[str]]:
    """Return the paths of evidence whose values the record no longer holds, by what they are one of."""
    held = {value.path for value in values}
    held |= {f"makers.{value.also}" for value in values if value.also}
    removed: dict[str, list[str]] = {}
    for path in evidence:
        if path not in held:
            removed.setdefault(group(path) or path, []).append(path)
    return removed


def _evidence_of(
    value: Value, evidence: Mapping[str, Evidence], removed: dict[str, list[str]]
) -> tuple[str, Evidence] | None:
    """Return the evidence of a value with its path; a new member of a set takes that of one removed."""
    for path in (value.path, f"makers.{value.also}"):
        if path in evidence:
            return path, evidence[path]
    waiting = removed.get(group(value.path))
    if not waiting:
        return None
    path = waiting.pop(0)
    return path, evidence[path]


def _claims(
    value: Value, found: tuple[str, Evidence] | None, meaning: Meaning, meaning_of: MeaningOf
) -> Iterator[Claim]:
    subject, predicate, said = meaning.subject, meaning.predicate, meaning.make(value.said)
    basis = BASES[value.basis]
    if found is None:
        yield Claim(value.path, subject, predicate, said, basis, RECORD)
        return
    path, evidence = found
    read = read_value(evidence, value.said if path == value.path else _identity(path))
    words = _words(evidence, read)
    if read and read in {value.said, value.also}:
        yield Claim(value.path, subject, predicate, said, basis, evidence.rule, words)
        return
    yield Claim(value.path, subject, predicate, said, v.CORRECTED_BY_HAND, CORRECTION, words)
    before = meaning_of(path) if read else None
    if before is not None:
        made = before.make(read)
        yield Claim(path, before.subject, before.predicate, made, basis, evidence.rule, words, said)


def _taken_away(path: str, evidence: Evidence, meaning_of: MeaningOf) -> Iterator[Claim]:
    """Yield what was read and what a person took out of the record without putting anything in its place."""
    read = read_value(evidence, _identity(path))
    meaning = meaning_of(path) if read else None
    if meaning is not None:
        made, words = meaning.make(read), _words(evidence, read)
        yield Claim(
            path, meaning.subject, meaning.predicate, made, v.STATED, evidence.rule, words, is_removed=True
        )


def _identity(path: str) -> str:
    """Return the text of a member of a set that its path bears, "" where it bears none."""
    kind = group(path)
    if kind == "amendments.date":
        return path.removeprefix("amendments.").removesuffix(".date")
    return path.removeprefix(f"{kind}.") if kind and not kind.startswith("amendments.") else ""


def _words(evidence: Evidence, read: str) -> list[Quote]:
    """Return the words of evidence; of a text that was corrected since, the places alone are known."""
    found = quotes(evidence, read)
    if found or not evidence.at:
        return found
    spans = (span.partition("-") for span in evidence.at.split())
    return [Quote(int(start), int(end), "") for start, _, end in spans]
