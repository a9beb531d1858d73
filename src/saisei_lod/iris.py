"""Mint every IRI of a release, one function each.

Patterns are flat, one namespace a class, so that Turtle gets one prefix a class and the writers of
others stay linear. Local names hold ASCII letters, digits and ``-`` alone.
"""

from hashlib import sha256
from typing import Final

from saisei_lod.records.keys import KEY, plan_key, title_hash
from saisei_lod.terms import Iri, Namespace, Term

__all__ = ["KEY", "REFERENCE_BASE", "SAC", "Minter", "claim_digest", "plan_key", "title_hash"]

#: The base of what all publishers share: schemes, rounds, local governments and their changes.
REFERENCE_BASE: Final = "https://w3id.org/saisei/id/"
#: e-Stat's standard area codes, undated.
SAC: Final = Namespace("sac", "http://data.e-stat.go.jp/lod/sac/")
#: Hex digits of a claim's name: 64 bits, so that a million claims do not meet.
_CLAIM_DIGITS: Final = 16

_OWN: Final = (
    "plan",
    "version",
    "event",
    "coverage",
    "period",
    "joint-making",
    "document",
    "listing",
    "source",
    "snapshot",
    "contact",
    "claim",
    "indicator",
    "amount",
    "catalog",
)
_SHARED: Final = (
    "local-government",
    "ward",
    "local-government-period",
    "change-event",
    "round",
    "round-day",
    "scheme",
    "scheme-transition",
)


def claim_digest(snapshot: Term, subject: Term, predicate: Term, value: Term) -> str:
    """Return the name of a claim: 16 hex digits of the SHA-256 of its parts in N-Triples, a line each.

    The same statement read from the same snapshot is the same claim in every release.
    """
    parts = f"{snapshot.nt}\n{subject.nt}\n{predicate.nt}\n{value.nt}"
    return sha256(parts.encode()).hexdigest()[:_CLAIM_DIGITS]


class Minter:
    """Mint IRIs under a publisher's base; what all publishers share stays under the reference base."""

    __slots__ = ("_known", "base", "namespaces", "reference")

    def __init__(self, base: str = REFERENCE_BASE, reference: str = REFERENCE_BASE) -> None:
        self.base = base
        self._known: dict[tuple[str, str], Iri] = {}
        self.reference = reference
        self.namespaces: dict[str, Namespace] = {
            **{name: Namespace(name, f"{base}{name}/", in_context=False) for name in _OWN},
            **{name: Namespace(name, f"{reference}{name}/", in_context=False) for name in _SHARED},
        }

    def plan(self, key: str) -> Iri:
        """Return ``id/plan/{key}``."""
        return self.namespaces["plan"](key)

    def version(self, key: str, day: str) -> Iri:
        """Return ``id/version/{key}-{YYYYMMDD}`` for the ISO day on which the version begins."""
        return self.namespaces["version"](f"{key}-{day.replace('-', '')}")

    def event(self, key: str, when: str, number: int = 1) -> Iri:
        """Return ``id/event/{key}-{YYYYMMDD}``, with ``-2`` and so on for further events of that day.

        ``when`` is an ISO date, of lesser precision where no day is known, or ``rNNN`` where only the
        round is.
        """
        suffix = "" if number == 1 else f"-{number}"
        return self.namespaces["event"](f"{key}-{when.replace('-', '')}{suffix}")

    def coverage(self, key: str, day: str) -> Iri:
        """Return ``id/coverage/{key}-{YYYYMMDD}`` of the version that begins on the ISO day."""
        return self.namespaces["coverage"](f"{key}-{day.replace('-', '')}")

    def period(self, key: str, day: str) -> Iri:
        """Return ``id/period/{key}-{YYYYMMDD}``."""
        return self.namespaces["period"](f"{key}-{day.replace('-', '')}")

    def joint_making(self, key: str, day: str) -> Iri:
        """Return ``id/joint-making/{key}-{YYYYMMDD}``."""
        return self.namespaces["joint-making"](f"{key}-{day.replace('-', '')}")

    def document(self, key: str, day: str, number: int) -> Iri:
        """Return ``id/document/{key}-{YYYYMMDD}-{n}``, n counted from 1 as listed."""
        return self.namespaces["document"](f"{key}-{day.replace('-', '')}-{number}")

    def indicator(self, key: str, day: str, number: int) -> Iri:
        """Return ``id/indicator/{key}-{YYYYMMDD}-{n}``."""
        return self.namespaces["indicator"](f"{key}-{day.replace('-', '')}-{number}")

    def indicator_value(self, key: str, day: str, number: int, position: int) -> Iri:
        """Return ``id/indicator/{key}-{YYYYMMDD}-{n}-{m}``, the m-th value of an indicator."""
        return self.namespaces["indicator"](f"{key}-{day.replace('-', '')}-{number}-{position}")

    def amount(self, key: str, day: str, number: int) -> Iri:
        """Return ``id/amount/{key}-{YYYYMMDD}-{n}``."""
        return self.namespaces["amount"](f"{key}-{day.replace('-', '')}-{number}")

    def source(self, source: str) -> Iri:
        """Return ``id/source/{code}-{slug}``."""
        return self.namespaces["source"](source)

    def contact(self, source: str) -> Iri:
        """Return ``id/contact/{code}-{slug}``, the contact that a source document names."""
        return self.namespaces["contact"](source)

    def snapshot(self, source: str, sha256: str) -> Iri:
        """Return ``id/snapshot/{source}-{first 8 hex of the SHA-256 of its bytes}``."""
        return self.namespaces["snapshot"](f"{source}-{sha256[:8]}")

    def listing(self, source: str, sha256: str, key: str) -> Iri:
        """Return ``id/listing/{snapshot}-{key}``."""
        return self.namespaces["listing"](f"{source}-{sha256[:8]}-{key}")

    def claim(self, digest: str) -> Iri:
        """Return ``id/claim/{hash}``, the hash being that of :func:`claim_digest`."""
        return self.namespaces["claim"](digest)

    def claim_part(self, digest: str, part: str, number: int) -> Iri:
        """Return ``id/claim/{hash}-{part}-{n}``: the n-th target, position or quote of a claim."""
        return self.namespaces["claim"](f"{digest}-{part}-{number}")

    def catalog(self, local: str) -> Iri:
        """Return ``id/catalog/{local}``: datasets, distributions, checksums and their kin."""
        return self.namespaces["catalog"](local)

    def local_government(self, code: str) -> Iri:
        """Return ``id/local-government/{5 digits}`` (13 digits for unions and port authorities)."""
        return self._shared("local-government", code)

    def ward(self, code: str) -> Iri:
        """Return ``id/ward/{5 digits}``: a ward of a designated city, which is no local government."""
        return self.namespaces["ward"](code)

    def local_government_period(self, code: str, day: str) -> Iri:
        """Return ``id/local-government-period/{code}-{YYYYMMDD}``."""
        return self.namespaces["local-government-period"](f"{code}-{day.replace('-', '')}")

    def change_event(self, day: str, code: str) -> Iri:
        """Return ``id/change-event/{YYYYMMDD}-{code}``."""
        return self.namespaces["change-event"](f"{day.replace('-', '')}-{code}")

    def round(self, key: str) -> Iri:
        """Return ``id/round/{N}``, or ``id/round/d{YYYYMMDD}`` for a round known to have no number."""
        return self._shared("round", key)

    def round_day(self, key: str, day: str) -> Iri:
        """Return ``id/round-day/{round}-{YYYYMMDD}``."""
        return self.namespaces["round-day"](f"{key}-{day.replace('-', '')}")

    def scheme(self, slug: str) -> Iri:
        """Return ``id/scheme/{slug}``."""
        return self._shared("scheme", slug)

    def _shared(self, kind: str, local: str) -> Iri:
        """Return an IRI that many plans name, and keep it: there are few thousand of them in all."""
        known = self._known.get((kind, local))
        if known is None:
            known = self._known[kind, local] = self.namespaces[kind](local)
        return known

    def scheme_transition(self, predecessor: str, successor: str) -> Iri:
        """Return ``id/scheme-transition/{predecessor}-{successor}``."""
        return self.namespaces["scheme-transition"](f"{predecessor}-{successor}")
